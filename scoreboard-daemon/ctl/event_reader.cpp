#include "ctl/event_reader.h"

namespace scoreboard::ctl {
namespace {

// The data of one event, whose lines end in '\n'; none if it is no state.
std::optional<std::string> state_of(std::string_view event)
{
    std::optional<std::string> data;
    bool is_state = false;
    while (!event.empty()) {
        const std::string_view line = event.substr(0, event.find('\n'));
        event.remove_prefix(std::min(event.size(), line.size() + 1));
        if (line == "event: state") {
            is_state = true;
        } else if (line.substr(0, 6) == "data: ") {
            data = (data ? *data + "\n" : std::string()) + std::string(line.substr(6));
        }
    }
    return is_state ? data : std::nullopt;
}

} // namespace

void EventReader::push(std::string_view bytes)
{
    buffer_.append(bytes);
}

std::optional<std::string> EventReader::next()
{
    for (;;) {
        const std::size_t end = buffer_.find("\n\n");
        if (end == std::string::npos) {
            return std::nullopt;
        }
        std::optional<std::string> state = state_of(std::string_view(buffer_).substr(0, end + 1));
        buffer_.erase(0, end + 2);
        if (state) {
            return state;
        }
    }
}

} // namespace scoreboard::ctl
