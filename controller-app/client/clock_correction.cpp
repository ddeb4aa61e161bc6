#include "client/clock_correction.h"

#include <algorithm>
#include <string>

#include "client/clock_kinds.h"

namespace scoreboard::client {
namespace {

constexpr match::Duration kPenaltiesMoveAtMost = std::chrono::minutes(20);

// "12 s", "0.4 s", "1:05".
std::string in_seconds(match::Duration length)
{
    const bool minutes = length >= std::chrono::minutes(1);
    std::string text = minutes ? match::format_clock_exact(length)
                               : match::format_clock_exact(match::ClockId::kShot, length);
    if (text.ends_with(".0")) {
        text.resize(text.size() - 2);
    }
    return minutes ? text : text + " s";
}

// What the shot clock should show; none: it is none of the game clock's business, or it runs, and its value
// is of a moment.
std::optional<match::Duration> shot_value(const match::Ruleset& ruleset, const match::MatchState& state,
                                          match::Duration by, match::BoardTime now)
{
    const match::ShotClock& shot = state.shot;
    if (!ruleset.shot_clock || shot.alone || shot.blank || match::runs(state, match::ClockId::kShot, now)) {
        return std::nullopt;
    }
    const match::Duration shows = match::value_at(state, match::ClockId::kShot, now);
    const match::Duration should = std::clamp(shows + by, match::Duration::zero(), ruleset.shot_clock->full);
    return should == shows ? std::nullopt : std::optional(should);
}

bool may_move(match::Duration penalties)
{
    return penalties != match::Duration::zero() && penalties <= kPenaltiesMoveAtMost &&
           penalties >= -kPenaltiesMoveAtMost;
}

std::size_t penalties(const match::Scoreline& line)
{
    return line.home.penalties.size() + line.guest.penalties.size();
}

} // namespace

void ClockCorrection::corrected(const match::CommandId& id, const match::MatchState& state,
                                match::Duration by, bool shot_too, std::uint64_t question,
                                match::TabletTime now)
{
    Difference sum{id, state.match, state.at, by, shot_too ? by : match::Duration::zero(), question, now};
    if (stands(state, now)) {
        sum.penalties += difference_->penalties;
        sum.shot += shot_too ? difference_->shot : match::Duration::zero();
    }
    difference_.reset();
    if (state.at.phase == match::Phase::kPlay) {
        difference_ = sum;
    }
}

void ClockCorrection::tapped(const match::Command& command)
{
    const bool plays_on = std::holds_alternative<match::StartClock>(command);
    if (!difference_) {
        return;
    }
    if (std::holds_alternative<match::AdjustPenalties>(command)) {
        difference_->penalties = match::Duration::zero();
    } else if (plays_on || sets_shot_clock(command)) {
        difference_->shot = match::Duration::zero();
    }
}

void ClockCorrection::refused(const match::CommandId& id)
{
    if (difference_ && difference_->id == id) {
        difference_.reset();
    }
}

std::optional<OfferView> ClockCorrection::offer(const match::Ruleset& ruleset, const match::MatchState& state,
                                                match::BoardTime board_now, match::TabletTime now) const
{
    if (!stands(state, now)) {
        return std::nullopt;
    }
    OfferView offer;
    offer.number = difference_->question;
    match::Duration by{};
    std::string what;
    const std::size_t running = penalties(match::scoreline(ruleset, state, board_now));
    if (running > 0 && !state.jam && may_move(difference_->penalties)) {
        by = difference_->penalties;
        offer.commands.emplace_back(match::AdjustPenalties{by, true});
        what = running == 1 ? "the penalty" : "the " + std::to_string(running) + " penalties";
    }
    if (const auto shot = shot_value(ruleset, state, difference_->shot, board_now)) {
        by = difference_->shot;
        offer.commands.emplace_back(match::SetClock{match::ClockId::kShot, *shot});
        what += (what.empty() ? "" : " and ") + std::string("the shot clock (") +
                match::format_clock_exact(match::ClockId::kShot,
                                          match::value_at(state, match::ClockId::kShot, board_now)) +
                " -> " + match::format_clock_exact(match::ClockId::kShot, *shot) + ")";
    }
    if (offer.commands.empty()) {
        return std::nullopt;
    }
    const std::string way = by > match::Duration::zero() ? "back" : "on";
    offer.text = "The game clock was put " + way + " by " +
                 in_seconds(by < match::Duration::zero() ? -by : by) + ": put " + what + " " + way + " too?";
    return offer;
}

bool ClockCorrection::stands(const match::MatchState& state, match::TabletTime now) const
{
    return difference_ && difference_->match == state.match && difference_->at == state.at &&
           now - difference_->since <= kOfferFor;
}

} // namespace scoreboard::client
