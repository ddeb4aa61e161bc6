#include "control/coalescing_stream.h"

namespace scoreboard::control {

void teardown(boost::beast::role_type role, CoalescingStream& stream, boost::system::error_code& error)
{
    boost::beast::websocket::teardown(role, stream.next_layer(), error);
}

} // namespace scoreboard::control
