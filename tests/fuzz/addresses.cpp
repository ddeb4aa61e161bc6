// What people write to say where something is: listeners, panels, boards. What is understood is written back
// so that it is understood the same.

#include <string>

#include "ctl/board_url.h"
#include "fuzz/input.h"
#include "link/board_url.h"
#include "serial/panel_url.h"
#include "system/endpoint.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace scoreboard;
    const std::string text(fuzz::Input(data, size).rest());
    if (const auto endpoint = system::parse_endpoint(text)) {
        const auto again = system::parse_endpoint(system::to_string(*endpoint));
        fuzz::require(again == endpoint, "an endpoint is written as it is read");
    }
    if (const auto url = link::parse_board_url(text)) {
        const auto again = link::parse_board_url(link::to_string(*url));
        fuzz::require(again && again->host == url->host && again->port == url->port &&
                          again->scheme == url->scheme,
                      "a board's address is written as it is read");
    } else {
        fuzz::require(!url.error().what.empty(), "a refusal says why");
    }
    if (const auto url = serial::parse_panel_url(text)) {
        fuzz::require(!url->device.empty() && url->baud > 0, "a panel's address can be used");
    } else {
        fuzz::require(!url.error().text.empty(), "a refusal says why");
    }
    (void)ctl::parse_board_url(text);
    return 0;
}
