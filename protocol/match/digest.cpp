#include "match/match_state.h"

#include <cstdint>
#include <string>
#include <vector>

namespace scoreboard::match {
namespace {

// FNV-1a over fields in a fixed order and of fixed width: the same on every platform and in every build of
// one fold_version.
class FieldHash {
public:
    FieldHash& number(std::int64_t value)
    {
        const auto bits = static_cast<std::uint64_t>(value);
        for (int shift = 0; shift < 64; shift += 8) {
            byte(static_cast<std::uint8_t>(bits >> shift));
        }
        return *this;
    }
    FieldHash& flag(bool value)
    {
        byte(value ? 1 : 0);
        return *this;
    }
    FieldHash& time(BoardTime value) { return number(value.time_since_epoch().count()); }
    FieldHash& span(Duration value) { return number(value.count()); }
    FieldHash& text(const std::string& value)
    {
        number(static_cast<std::int64_t>(value.size()));
        for (const char character : value) {
            byte(static_cast<std::uint8_t>(character));
        }
        return *this;
    }
    FieldHash& numbers(const std::vector<int>& values)
    {
        number(static_cast<std::int64_t>(values.size()));
        for (const int value : values) {
            number(value);
        }
        return *this;
    }
    FieldHash& id(const CommandId& value)
    {
        for (const std::uint8_t part : value.writer.bytes) {
            byte(part);
        }
        return number(static_cast<std::int64_t>(value.seq));
    }
    FieldHash& maybe(const std::optional<Duration>& value)
    {
        flag(value.has_value());
        return value ? span(*value) : *this;
    }

    std::uint32_t folded() const { return static_cast<std::uint32_t>(hash_ ^ (hash_ >> 32)); }

private:
    void byte(std::uint8_t value) { hash_ = (hash_ ^ value) * 0x100000001B3ULL; }

    std::uint64_t hash_ = 0xCBF29CE484222325ULL;
};

// What came after the first edition is hashed, after its number, only where it says something: a log that
// was written before it existed keeps its digests.
enum Later : std::int64_t {
    kClockUp = -1,
    kLateFouls = -2,
    kTallies = -3,
    kPlayers = -4,
    kShotAlone = -5,
    kAddedMinutes = -6,
    kLamps = -7,
    kPenalties = -8,
    kRelease = -9,
    kShootoutState = -10,
    kRallyState = -11,
    kTennisState = -12,
    kDowns = -13,
    kInnings = -14,
    kJam = -15,
    kMoreTimeouts = -16,
    kTimeoutKind = -17,
    kPlayerTallies = -18,
    kOfferedJam = -19,
    kPausedAt = -20,
    kExpedite = -21,
    kDisplayHeld = -22,
    kGuestLeft = -23,
    kPenaltyGoals = -24
};

void add(FieldHash& hash, const Clock& clock)
{
    hash.span(clock.value).time(clock.anchor).flag(clock.running).id(clock.segment);
    if (clock.up) {
        hash.number(kClockUp).span(clock.limit);
    }
}

void add(FieldHash& hash, const Team& team)
{
    hash.text(team.name).numbers(team.points).numbers(team.fouls).numbers(team.timeouts);
    hash.number(team.late_timeouts).id(team.score_version);
    if (!team.late_fouls.empty()) {
        hash.number(kLateFouls).numbers(team.late_fouls);
    }
    if (!team.tallies.empty()) {
        hash.number(kTallies).number(static_cast<std::int64_t>(team.tallies.size()));
        for (const std::vector<int>& by_period : team.tallies) {
            hash.numbers(by_period);
        }
    }
    if (!team.players.empty()) {
        hash.number(kPlayers).number(static_cast<std::int64_t>(team.players.size()));
        for (const Player& player : team.players) {
            hash.number(player.number).number(player.fouls).number(player.points);
            if (!player.tallies.empty()) {
                hash.number(kPlayerTallies).numbers(player.tallies);
            }
        }
    }
    if (!team.more_timeouts.empty()) {
        hash.number(kMoreTimeouts).number(static_cast<std::int64_t>(team.more_timeouts.size()));
        for (const std::vector<int>& by_period : team.more_timeouts) {
            hash.numbers(by_period);
        }
    }
}

void add(FieldHash& hash, const Offer& offer)
{
    hash.id(offer.id).number(static_cast<int>(offer.clock)).flag(offer.start).time(offer.at);
    hash.maybe(offer.value).maybe(offer.shot).time(offer.since);
    if (offer.jam) {
        hash.number(kOfferedJam);
    }
}

void add(FieldHash& hash, const std::vector<Penalty>& penalties)
{
    hash.number(static_cast<std::int64_t>(penalties.size()));
    for (const Penalty& penalty : penalties) {
        hash.id(penalty.id).number(penalty.part).number(penalty.kind).number(penalty.player.value_or(-1));
        hash.flag(penalty.coincidental).span(penalty.imposed).maybe(penalty.ended);
    }
}

void add(FieldHash& hash, const std::vector<bool>& flags)
{
    hash.number(static_cast<std::int64_t>(flags.size()));
    for (const bool value : flags) {
        hash.flag(value);
    }
}

void add(FieldHash& hash, const PenaltyBox& box)
{
    hash.number(kPenalties).span(box.played);
    add(hash, box.home);
    add(hash, box.guest);
    if (box.release) {
        // Not its goal, which logs from before it was kept have as well: the rest follows from it.
        hash.number(kRelease).number(box.release->side).span(box.release->at);
        for (const PenaltyRef& ref : box.release->candidates) {
            hash.id(ref.id).number(ref.part);
        }
    }
    if (!box.goals.empty()) {
        hash.number(kPenaltyGoals).number(static_cast<std::int64_t>(box.goals.size()));
        for (const PenaltyGoal& goal : box.goals) {
            hash.id(goal.id).number(goal.side).span(goal.at).number(goal.home).number(goal.guest);
        }
    }
}

void add_parts(FieldHash& hash, const MatchState& state)
{
    if (state.penalties) {
        add(hash, *state.penalties);
    }
    if (state.shootout) {
        hash.number(kShootoutState);
        add(hash, state.shootout->home);
        add(hash, state.shootout->guest);
    }
    if (state.rally) {
        hash.number(kRallyState).numbers(state.rally->openers);
        hash.flag(state.rally->change_ends).flag(state.rally->pause);
        if (state.rally->paused_at) {
            hash.number(kPausedAt).time(*state.rally->paused_at);
        }
        if (const std::optional<Expedite>& expedite = state.rally->expedite) {
            hash.number(kExpedite).number(expedite->set).number(expedite->rallies).number(expedite->server);
        }
    }
    if (state.tennis) {
        hash.number(kTennisState).number(state.tennis->home).number(state.tennis->guest);
        hash.number(state.tennis->opener).flag(state.tennis->change_ends);
    }
    if (state.downs) {
        hash.number(kDowns).number(state.downs->down).number(state.downs->to_go).number(state.downs->ball_on);
    }
    if (state.innings) {
        const Innings& innings = *state.innings;
        hash.number(kInnings).flag(innings.bottom).number(innings.balls).number(innings.strikes);
        hash.number(innings.outs).number(innings.bases).number(innings.batter);
    }
    if (state.jam) {
        hash.number(kJam).number(state.jam->number).flag(state.jam->on).time(state.jam->began);
    }
}

} // namespace

std::uint32_t digest(const MatchState& state, BoardTime now)
{
    FieldHash hash;
    hash.id(state.match).number(state.at.period).number(static_cast<int>(state.at.phase));
    add(hash, state.game);
    add(hash, state.shot.clock);
    hash.flag(state.shot.held).flag(state.shot.blank);
    add(hash, state.home);
    add(hash, state.guest);
    hash.flag(state.possession.has_value());
    hash.number(state.possession ? static_cast<int>(*state.possession) : 0).id(state.possession_version);
    hash.flag(state.timeout.has_value());
    if (state.timeout) {
        hash.number(static_cast<int>(state.timeout->side)).time(state.timeout->began).id(state.timeout->id);
        if (state.timeout->kind != 0) {
            hash.number(kTimeoutKind).number(state.timeout->kind);
        }
    }
    hash.flag(state.horn.has_value());
    if (state.horn) {
        hash.number(state.horn->generation).time(state.horn->began);
    }
    hash.number(static_cast<std::int64_t>(state.offers.size()));
    for (const Offer& offer : state.offers) {
        add(hash, offer);
    }
    if (state.shot.alone) {
        hash.number(kShotAlone);
    }
    if (state.added_minutes != 0) {
        hash.number(kAddedMinutes).number(state.added_minutes);
    }
    if (state.lamps != 0) {
        hash.number(kLamps).number(state.lamps);
    }
    if (state.display_held) {
        hash.number(kDisplayHeld);
    }
    if (state.left_on_panel != Side::kHome) {
        hash.number(kGuestLeft);
    }
    add_parts(hash, state);
    hash.span(value_at(state, ClockId::kGame, now)).span(value_at(state, ClockId::kShot, now));
    return hash.folded();
}

} // namespace scoreboard::match
