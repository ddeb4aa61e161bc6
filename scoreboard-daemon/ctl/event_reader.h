#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scoreboard::ctl {

// Cuts a stream of Server-Sent Events into the data of its "state" events; comments and other events are
// passed over.
class EventReader {
public:
    void push(std::string_view bytes);
    std::optional<std::string> next();

private:
    std::string buffer_;
};

} // namespace scoreboard::ctl
