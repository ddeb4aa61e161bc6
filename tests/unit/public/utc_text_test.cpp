#include "public/utc_text.h"

#include <gtest/gtest.h>

namespace scoreboard::public_json {
namespace {

struct Row {
    const char* name;
    std::int64_t wall_ms;
    const char* text;
};

class UtcTextTest : public testing::TestWithParam<Row> {};

TEST_P(UtcTextTest, WritesRfc3339WithMilliseconds)
{
    EXPECT_EQ(utc_text(GetParam().wall_ms), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(Dates, UtcTextTest,
                         testing::Values(Row{"Epoch", 0, "1970-01-01T00:00:00.000Z"},
                                         Row{"BeforeTheEpoch", -1, "1969-12-31T23:59:59.999Z"},
                                         Row{"AnEvening", 1795546991482, "2026-11-24T19:03:11.482Z"},
                                         Row{"ALeapDay", 1709210096007, "2024-02-29T12:34:56.007Z"},
                                         Row{"TheLastMomentOfAYear", 1798761599999,
                                             "2026-12-31T23:59:59.999Z"}),
                         [](const auto& row) { return row.param.name; });

} // namespace
} // namespace scoreboard::public_json
