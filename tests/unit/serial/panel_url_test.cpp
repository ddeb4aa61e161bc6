#include "serial/panel_url.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scoreboard::serial {
namespace {

struct GoodRow {
    const char* url;
    PanelUrl expected;
};
class GoodPanelUrlTest : public testing::TestWithParam<GoodRow> {};

INSTANTIATE_TEST_SUITE_P(Urls, GoodPanelUrlTest,
                         testing::Values(GoodRow{"plp+serial:/dev/scoreboard-panel",
                                                 {"/dev/scoreboard-panel", 115200, Backend::kAuto}},
                                         GoodRow{"plp+serial:/dev/ttyUSB0?baud=250000",
                                                 {"/dev/ttyUSB0", 250000, Backend::kAuto}},
                                         GoodRow{"plp+serial:panel.tty?baud=9600&backend=posix",
                                                 {"panel.tty", 9600, Backend::kPosix}},
                                         GoodRow{"plp+serial:/dev/ttyS0?backend=libserialport",
                                                 {"/dev/ttyS0", 115200, Backend::kLibserialport}}));

TEST_P(GoodPanelUrlTest, IsRead)
{
    const auto parsed = parse_panel_url(GetParam().url);

    ASSERT_TRUE(parsed.has_value());
    EXPECT_EQ(*parsed, GetParam().expected);
}

struct BadRow {
    const char* url;
    const char* what;
};
class BadPanelUrlTest : public testing::TestWithParam<BadRow> {};

INSTANTIATE_TEST_SUITE_P(Urls, BadPanelUrlTest,
                         testing::Values(BadRow{"", "this kind of panel is not known"},
                                         BadRow{"/dev/ttyUSB0", "this kind of panel is not known"},
                                         BadRow{"rtd+serial:/dev/ttyUSB0", "this kind of panel is not known"},
                                         BadRow{"plp+serial:", "the device is missing"},
                                         BadRow{"plp+serial:?baud=9600", "the device is missing"},
                                         BadRow{"plp+serial:x?baud=", "baud must be a number"},
                                         BadRow{"plp+serial:x?baud=fast", "baud must be a number"},
                                         BadRow{"plp+serial:x?baud=9600,8N1", "baud must be a number"},
                                         BadRow{"plp+serial:x?baud=300", "baud must be a number"},
                                         BadRow{"plp+serial:x?backend=asio", "backend must be"},
                                         BadRow{"plp+serial:x?parity=even", "\"parity\" is not known"}));

TEST_P(BadPanelUrlTest, IsRefusedWithWhatWouldBeRight)
{
    const auto parsed = parse_panel_url(GetParam().url);

    ASSERT_TRUE(parsed.has_error());
    EXPECT_THAT(parsed.error().text, testing::HasSubstr(GetParam().what));
    EXPECT_THAT(parsed.error().text, testing::HasSubstr("plp+serial:/dev/scoreboard-panel?baud=115200"));
}

} // namespace
} // namespace scoreboard::serial
