#include "viewmodel/board_address.h"

#include <gtest/gtest.h>

namespace scoreboard::viewmodel {
namespace {

TEST(BoardAddressTest, MakesTheUrlThatIsDialled)
{
    const struct {
        const char* typed;
        const char* url;
    } rows[] = {
        {"192.168.1.20", "tcp://192.168.1.20:7410"},    {"  board.local  ", "tcp://board.local:7410"},
        {"board.local:7500", "tcp://board.local:7500"}, {"tcp://10.0.0.2:7410", "tcp://10.0.0.2:7410"},
        {"ws://10.0.0.2", "ws://10.0.0.2:7410"},        {"ws://10.0.0.2:80/control", "ws://10.0.0.2:80"},
        {"[fe80::1]:7410", "tcp://[fe80::1]:7410"},
    };
    for (const auto& row : rows) {
        const BoardAddress address = BoardAddress::parse(QString::fromUtf8(row.typed));

        EXPECT_EQ(address.url.toStdString(), row.url) << row.typed;
        EXPECT_TRUE(address.problem.isEmpty()) << row.typed;
    }
}

TEST(BoardAddressTest, SaysWhyItIsNoAddress)
{
    for (const char* typed : {"", "   ", "court one", "http://board", "tcp://", "board:99999", "board:port",
                              "10.0.0.2/somewhere"}) {
        const BoardAddress address = BoardAddress::parse(QString::fromUtf8(typed));

        EXPECT_TRUE(address.url.isEmpty()) << typed;
        EXPECT_FALSE(address.problem.isEmpty()) << typed;
    }
}

} // namespace
} // namespace scoreboard::viewmodel
