#include "headless/view_run.h"

#include <algorithm>
#include <chrono>
#include <iostream>

#include "headless/action_words.h"
#include "headless/left_matches_list.h"
#include "headless/rulesets_list.h"
#include "link/tablet_clock.h"
#include "match/actions.h"
#include "match/scoreline.h"
#include "public/public_state.h"

namespace scoreboard::headless {
namespace {

std::int64_t wall_ms()
{
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count();
}

} // namespace

ViewRun::ViewRun(const Arguments& arguments, client::Journal& journal, match::TabletTime began)
    : Run(arguments, journal, began), next_change_(context_)
{
    if (arguments.task != Task::kWatch) {
        time_out_at(began + arguments.timeout);
    }
}

void ViewRun::on_change()
{
    if (arguments_.task != Task::kWatch) {
        if (settled() || offline()) {
            print();
            finish(kExitDone);
        }
        return;
    }
    if (!client().caught_up() && !offline()) {
        return; // Still on its way to the newest entry.
    }
    const Shown now{client().predicted(), client().confirmed().rev(), client().panel(), !client().welcomed()};
    if (last_ != now) {
        last_ = now;
        print();
    }
}

void ViewRun::on_timeout()
{
    print();
    finish(kExitDone);
}

// Everything that was waiting is recorded, and everything that the board had has come.
bool ViewRun::settled() const
{
    const bool panel_known = client().has_no_panel() || client().panel();
    return client().caught_up() && client().outbox().size() == 0 && panel_known;
}

void ViewRun::print()
{
    const match::TabletTime now = link::tablet_now();
    const client::ClientView view = client().view(now);
    if (arguments_.task == Task::kState && !view.kept.empty() && !view.notice.empty()) {
        std::cerr << "scoreboard-controller-cli: " << view.notice << std::endl;
    }
    public_json::PublicState document;
    if (arguments_.task == Task::kActions) {
        print_actions();
        return;
    }
    if (arguments_.task == Task::kRulesets) {
        print_rulesets(view.venue_rulesets, std::cout);
        return;
    }
    if (arguments_.task == Task::kLeft) {
        print_left_matches(view.left, std::cout);
        return;
    }
    document.log = client().log().value_or(match::LogId{});
    document.rev = client().confirmed().rev();
    document.ruleset = client().confirmed().ruleset();
    document.state = client().predicted();
    document.offline = !client().welcomed();
    if (const auto& panel = client().panel()) {
        document.panel.status = panel->status;
        document.panel.shown = panel->shown;
        if (panel->shown != 0) {
            document.panel.shown_at = panel->shown_at;
        }
    }
    const match::BoardTime board_now = client().board_time(now);
    std::cout << public_json::state_json(document, {board_now, wall_ms()}) << std::endl;
    print_again_at(match::scoreline(document.ruleset, document.state, board_now).next_change);
}

void ViewRun::print_actions()
{
    const match::BoardTime now = client().board_time(link::tablet_now());
    const match::Ruleset& ruleset = client().confirmed().ruleset();
    for (const match::Action& action : match::offered_actions(ruleset, client().predicted(), now)) {
        std::cout << action.name << "\t" << action.label << "\n";
    }
    for (const match::Action& action : examples(ruleset, client().predicted())) {
        std::cout << action.name << "\t" << action.label << "\n";
    }
    std::cout << std::flush;
}

// A horn ends and a clock runs out without any entry.
void ViewRun::print_again_at(std::optional<match::BoardTime> when)
{
    if (arguments_.task != Task::kWatch || !when) {
        return;
    }
    const match::Duration left = *when - client().board_time(link::tablet_now());
    next_change_.expires_after(std::max(left, match::Duration::zero()));
    next_change_.async_wait([this](boost::system::error_code error) {
        if (!error) {
            print();
        }
    });
}

} // namespace scoreboard::headless
