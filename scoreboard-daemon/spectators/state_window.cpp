#include "spectators/state_window.h"

#include "feed/state_event.h"
#include "system/clocks.h"

namespace scoreboard::spectators {

StateWindow::StateWindow(const boost::asio::any_io_executor& executor)
    : changed_(executor, boost::asio::steady_timer::time_point::max())
{
}

void StateWindow::set(feed::FeedState state)
{
    state_ = std::move(state);
}

void StateWindow::announce()
{
    ++announced_;
    changed_.cancel();
}

void StateWindow::announce_ping()
{
    ++pings_;
    changed_.cancel();
}

std::shared_ptr<const std::string> StateWindow::event()
{
    if (!event_ || event_of_ != announced_) {
        const public_json::Moment now{system::board_now(), system::wall_now_ms()};
        event_ = std::make_shared<const std::string>(feed::state_event(state_, now));
        event_of_ = announced_;
    }
    return event_;
}

} // namespace scoreboard::spectators
