// What the keys of MatchViewModel ask for.

#include <algorithm>

#include "viewmodel/command_port.h"
#include "viewmodel/key_name.h"
#include "viewmodel/match_view_model.h"
#include "viewmodel/tap_time.h"

namespace scoreboard::viewmodel {

namespace {

match::Side to_side(int side)
{
    return side == MatchViewModel::Home ? match::Side::kHome : match::Side::kGuest;
}

} // namespace

void MatchViewModel::act(const QString& name, double tapTime)
{
    const MatchKeys::Key* known = keys_known_.find(name.toStdString());
    if (known == nullptr) {
        return; // of a sport that has gone
    }
    // A copy: the tap is answered with a new list.
    issue(match::Command(known->command), tapTime);
}

void MatchViewModel::addPoints(int side, int points, double tapTime)
{
    issue(match::AddScore{to_side(side), points}, tapTime);
}

void MatchViewModel::addFoul(int side, double tapTime)
{
    issue(match::AddFoul{to_side(side), 1}, tapTime);
}

void MatchViewModel::startTimeout(int side, double tapTime)
{
    issue(match::StartTimeout{to_side(side)}, tapTime);
}

void MatchViewModel::givePossession(int side, double tapTime)
{
    issue(match::SetPossession{to_side(side), std::nullopt}, tapTime);
}

void MatchViewModel::startOrStopClock(double tapTime)
{
    if (line_.game.running) {
        issue(match::StopClock{match::ClockId::kGame}, tapTime);
    } else {
        issue(match::StartClock{match::ClockId::kGame}, tapTime);
    }
}

void MatchViewModel::nudgeClock(int seconds, double tapTime)
{
    const match::Duration value = line_.game.value + std::chrono::seconds(seconds);
    issue(match::SetClock{match::ClockId::kGame, std::max(value, match::Duration::zero())}, tapTime);
}

bool MatchViewModel::setClock(const QString& value, double tapTime)
{
    const auto parsed = match::parse_clock(value.trimmed().toStdString());
    if (!parsed) {
        return false;
    }
    issue(match::SetClock{match::ClockId::kGame, *parsed}, tapTime);
    return true;
}

void MatchViewModel::resetShotClock(int seconds, double tapTime)
{
    issue(match::ResetShotClock{std::chrono::seconds(seconds)}, tapTime);
}

void MatchViewModel::holdOrRunShotClock(double tapTime)
{
    if (shotHeld() || shotText().isEmpty()) {
        issue(match::StartClock{match::ClockId::kShot}, tapTime);
    } else {
        issue(match::StopClock{match::ClockId::kShot}, tapTime);
    }
}

void MatchViewModel::blankShotClock(double tapTime)
{
    issue(match::BlankShotClock{}, tapTime);
}

void MatchViewModel::nextPeriod(double tapTime)
{
    const auto offered =
        std::find_if(view_.actions.begin(), view_.actions.end(),
                     [](const match::Action& action) { return action.name == "period next"; });
    if (offered != view_.actions.end()) {
        issue(offered->command, tapTime);
    } else {
        issue(match::NextPeriod{view_.state.at, std::nullopt}, tapTime);
    }
}

void MatchViewModel::openMatch(const QString& ruleset, const QString& home, const QString& guest,
                               double tapTime)
{
    issue(
        match::OpenMatch{ruleset.toStdString(), home.trimmed().toStdString(), guest.trimmed().toStdString()},
        tapTime);
}

void MatchViewModel::nameTeams(const QString& home, const QString& guest, double tapTime)
{
    const auto name = [&](match::Side side, const QString& typed) {
        const std::string wanted = typed.trimmed().toStdString();
        if (!wanted.empty() && wanted != view_.state.team(side).name) {
            issue(match::SetTeamName{side, wanted}, tapTime);
        }
    };
    name(match::Side::kHome, home);
    name(match::Side::kGuest, guest);
}

void MatchViewModel::resumeMatch(const match::CommandId& match, double tapTime)
{
    issue(match::ResumeMatch{match}, tapTime);
}

void MatchViewModel::soundHorn(double tapTime)
{
    issue(match::SoundHorn{}, tapTime);
}

void MatchViewModel::undo(double tapTime)
{
    if (guard("undo", tapTime)) {
        port_.undo_newest(to_tablet_time(tapTime));
    }
}

void MatchViewModel::redo(double tapTime)
{
    if (guard("redo", tapTime)) {
        port_.redo_newest(to_tablet_time(tapTime));
    }
}

void MatchViewModel::dismissRefusal()
{
    if (refusal_seq_ != 0) {
        port_.dismiss(refusal_seq_);
    }
}

void MatchViewModel::issue(const match::Command& command, double tap_time)
{
    if (guard(keys_known_.name_of(command), tap_time)) {
        port_.issue(command, to_tablet_time(tap_time));
    }
}

bool MatchViewModel::guard(const std::string& key, double tap_time)
{
    if (tap_guard_.accept(guard_name(key), to_tablet_time(tap_time))) {
        return true;
    }
    if (const auto state = keys_.find(key); state != keys_.end()) {
        state->second->count_bounce();
    }
    return false;
}

} // namespace scoreboard::viewmodel
