#pragma once

#include <optional>
#include <string>

#include "headless/run.h"

namespace scoreboard::headless {

// Prints the match as public JSON: once when it is known, or at every change.
class ViewRun final : public Run {
public:
    ViewRun(const Arguments& arguments, client::Journal& journal, match::TabletTime began);

private:
    // What a reader would want another line for.
    struct Shown {
        match::MatchState state;
        match::Rev rev = 0;
        std::optional<session::PanelState> panel;
        bool offline = false;

        bool operator==(const Shown&) const = default;
    };

    void on_change() override;
    void on_timeout() override;
    bool settled() const;
    void print();
    void print_actions();
    void print_again_at(std::optional<match::BoardTime> when);

    boost::asio::steady_timer next_change_;
    std::optional<Shown> last_;
};

} // namespace scoreboard::headless
