#include "spectators/state_window.h"

#include "feed/state_event.h"
#include "system/clocks.h"

namespace scoreboard::spectators {

namespace {

// Matches that are read at a time, each some hundred kilobytes: the log's thread has others to serve.
constexpr std::size_t kReportsMax = 4;

} // namespace

StateWindow::StateWindow(const boost::asio::any_io_executor& executor)
    : delivered_(executor, boost::asio::steady_timer::time_point::max()),
      changed_(executor, boost::asio::steady_timer::time_point::max())
{
}

void StateWindow::set(feed::FeedState state)
{
    state_ = std::move(state);
}

std::optional<StateWindow::Ticket> StateWindow::ask_for_entries(match::Rev first, match::Rev last)
{
    if (!want_entries_ || asked_.size() >= kReportsMax) {
        return std::nullopt;
    }
    asked_.emplace(++last_ticket_, std::nullopt);
    want_entries_(last_ticket_, first, last);
    return last_ticket_;
}

void StateWindow::deliver(Ticket ticket, std::vector<match::Entry> entries)
{
    // Whoever asked may have given up.
    if (const auto asked = asked_.find(ticket); asked != asked_.end()) {
        asked->second = std::move(entries);
        delivered_.cancel();
    }
}

bool StateWindow::has_delivered(Ticket ticket) const
{
    const auto asked = asked_.find(ticket);
    return asked != asked_.end() && asked->second.has_value();
}

std::vector<match::Entry> StateWindow::take_entries(Ticket ticket)
{
    const auto asked = asked_.find(ticket);
    std::vector<match::Entry> entries = std::move(asked->second).value_or(std::vector<match::Entry>());
    asked_.erase(asked);
    return entries;
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
