#include "link/own_address.h"

#include <gtest/gtest.h>

namespace scoreboard::link {
namespace {

using boost::asio::ip::make_address;
using boost::asio::ip::tcp;

TEST(OwnAddressTest, IsWhatTheDeviceHas)
{
    EXPECT_TRUE(is_own_address(tcp::endpoint(make_address("127.0.0.1"), 7410)));
}

TEST(OwnAddressTest, IsNotWhatItHasLost)
{
    EXPECT_FALSE(is_own_address(tcp::endpoint(make_address("192.0.2.7"), 7410))) << "reserved for documents";
}

} // namespace
} // namespace scoreboard::link
