#include "headless/tap_run.h"

#include <algorithm>
#include <chrono>
#include <iostream>

#include "headless/action_words.h"
#include "link/tablet_clock.h"

namespace scoreboard::headless {
namespace {

using namespace std::chrono_literals;

// How long a tap that depends on the match waits to hear its newest entries before it is made on what is
// known.
constexpr match::Duration kHearFirst = 1s;
// How long a run that need only save stays to send, while a board is there.
constexpr match::Duration kSendOnTheWay = 500ms;

} // namespace

TapRun::TapRun(const Arguments& arguments, client::Journal& journal, match::TabletTime began)
    : Run(arguments, journal, began)
{
    if (hears_first()) {
        time_out_at(began + std::min(kHearFirst, arguments.timeout));
    }
}

void TapRun::on_change()
{
    if (!tapped_ && (!hears_first() || client().caught_up() || offline())) {
        tap();
    }
    while (const auto change = client().poll_level_change()) {
        if (seq_ && change->seq == *seq_) {
            look_at(*change);
        }
    }
    if (tapped_) {
        look_at_connection();
    }
    const bool far_enough = recorded_ && (shown_ || arguments_.wait != client::Level::kShown);
    // The next tap is meant for the match that begins: its first entry is waited for.
    const bool begun = !opens_a_match() || client().confirmed().state().match != match_before_;
    if (far_enough && begun) {
        finish(kExitDone);
    }
}

void TapRun::tap()
{
    tapped_ = true;
    match_before_ = client().confirmed().state().match;
    const auto issued = issue(client(), arguments_.tap, began_, link::tablet_now());
    if (!issued.seq) {
        fail(kExitRefused, "refused: " + issued.refusal);
        return;
    }
    seq_ = issued.seq;
    const bool save_only = arguments_.wait == client::Level::kSaved;
    time_out_at(began_ + (save_only ? std::min(kSendOnTheWay, arguments_.timeout) : arguments_.timeout));
    loop_.changed();
}

bool TapRun::hears_first() const
{
    const auto* command = std::get_if<match::Command>(&arguments_.tap);
    return depends_on_match(arguments_.tap) ||
           (command != nullptr && !why_not_at_once(client().confirmed().ruleset(), *command).empty());
}

bool TapRun::opens_a_match() const
{
    const auto* command = std::get_if<match::Command>(&arguments_.tap);
    if (std::holds_alternative<ResumeKey>(arguments_.tap)) {
        return true;
    }
    return command != nullptr && std::holds_alternative<match::OpenMatch>(*command);
}

void TapRun::look_at(const client::LevelChange& change)
{
    switch (change.level) {
    case client::Level::kSaved:
        saved_ = true;
        return;
    case client::Level::kRecorded:
        recorded_ = true;
        if (!change.reason.empty()) {
            std::cerr << change.reason << std::endl;
        }
        return;
    case client::Level::kShown:
        recorded_ = true;
        shown_ = true;
        return;
    case client::Level::kRefused:
        fail(kExitRefused, "refused: " + change.reason);
        return;
    }
}

void TapRun::look_at_connection()
{
    if (arguments_.wait == client::Level::kSaved) {
        if (saved_ && offline()) {
            finish(kExitDone);
        }
        return;
    }
    if (client().waits_for_person()) {
        fail(kExitRefused, "saved, but not sent: " + client().trouble());
    } else if (arguments_.wait == client::Level::kShown && recorded_ && client().has_no_panel()) {
        fail(kExitRefused, "recorded, but it cannot be shown: this board drives no panel");
    }
}

void TapRun::on_timeout()
{
    if (!tapped_) {
        tap();
    } else if (arguments_.wait == client::Level::kSaved) {
        finish(saved_ ? kExitDone : kExitRefused);
    } else if (recorded_) {
        fail(kExitTimeout, "recorded, but not shown in time: " + client().panel_trouble());
    } else {
        fail(kExitTimeout,
             "saved, but not recorded in time: " + trouble() + "; the next run with this journal sends it");
    }
}

} // namespace scoreboard::headless
