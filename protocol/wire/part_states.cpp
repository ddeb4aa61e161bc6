#include "wire/part_states.h"

#include "wire/convert.h"

namespace scoreboard::wire {
namespace {

using wire::put;

constexpr int kPenaltiesMax = 256;
constexpr int kAttemptsMax = 256;
constexpr int kSideMax = 2; // 0 unknown, 1 home, 2 guest

std::uint32_t number(int value)
{
    return static_cast<std::uint32_t>(value);
}

void put(const match::Penalty& penalty, v1::Penalty* out)
{
    put(penalty.id, out->mutable_id());
    out->set_part(number(penalty.part));
    out->set_kind(number(penalty.kind));
    if (penalty.player) {
        out->set_player(number(*penalty.player));
    }
    out->set_coincidental(penalty.coincidental);
    out->set_imposed_us(penalty.imposed.count());
    if (penalty.ended) {
        out->set_ended_us(penalty.ended->count());
    }
}

void get(Checker& check, const v1::Penalty& in, match::Penalty& out)
{
    check.command_id("penalty.id", in.has_id(), in.id(), out.id);
    check.integer("penalty.part", in.part(), 0, kNumberMax, out.part);
    check.integer("penalty.kind", in.kind(), 0, kTalliesMax - 1, out.kind);
    if (in.has_player()) {
        check.integer("penalty.player", in.player(), 0, kNumberMax, out.player.emplace());
    }
    out.coincidental = in.coincidental();
    check.duration("penalty.imposed", in.imposed_us(), out.imposed);
    if (in.has_ended_us()) {
        check.duration("penalty.ended", in.ended_us(), out.ended.emplace());
    }
}

void put(const match::PenaltyBox& box, v1::PenaltyBox* out)
{
    out->set_played_us(box.played.count());
    for (const match::Penalty& penalty : box.home) {
        put(penalty, out->add_home());
    }
    for (const match::Penalty& penalty : box.guest) {
        put(penalty, out->add_guest());
    }
    if (box.release) {
        v1::Release* release = out->mutable_release();
        release->set_side(static_cast<v1::Side>(box.release->side));
        release->set_at_us(box.release->at.count());
        if (box.release->goal) {
            put(*box.release->goal, release->mutable_goal());
        }
        for (const match::PenaltyRef& ref : box.release->candidates) {
            v1::PenaltyRef* candidate = release->add_candidates();
            put(ref.id, candidate->mutable_id());
            candidate->set_part(number(ref.part));
        }
    }
    for (const match::PenaltyGoal& goal : box.goals) {
        v1::PenaltyGoal* line = out->add_goals();
        put(goal.id, line->mutable_id());
        line->set_side(static_cast<v1::Side>(goal.side));
        line->set_at_us(goal.at.count());
        line->set_home(number(goal.home));
        line->set_guest(number(goal.guest));
    }
}

void get_release(Checker& check, const v1::Release& in, match::Release& out)
{
    check.integer("release.side", in.side(), 0, 1, out.side);
    check.duration("release.at", in.at_us(), out.at);
    check.optional_command_id("release.goal", in.has_goal(), in.goal(), out.goal);
    check.at_most("release.candidates", in.candidates_size(), kPenaltiesMax);
    if (!check.ok()) {
        return;
    }
    for (const v1::PenaltyRef& candidate : in.candidates()) {
        match::PenaltyRef& ref = out.candidates.emplace_back();
        check.command_id("release.id", candidate.has_id(), candidate.id(), ref.id);
        check.integer("release.part", candidate.part(), 0, kNumberMax, ref.part);
    }
}

void get(Checker& check, const v1::PenaltyGoal& in, match::PenaltyGoal& out)
{
    check.command_id("goal.id", in.has_id(), in.id(), out.id);
    check.integer("goal.side", in.side(), 0, 1, out.side);
    check.duration("goal.at", in.at_us(), out.at);
    check.integer("goal.home", in.home(), 0, kPenaltiesMax, out.home);
    check.integer("goal.guest", in.guest(), 0, kPenaltiesMax, out.guest);
}

void get(Checker& check, const v1::PenaltyBox& in, match::PenaltyBox& out)
{
    check.duration("penalties.played", in.played_us(), out.played);
    check.at_most("penalties.home", in.home_size(), kPenaltiesMax);
    check.at_most("penalties.guest", in.guest_size(), kPenaltiesMax);
    check.at_most("penalties.goals", in.goals_size(), kPenaltiesMax);
    if (!check.ok()) {
        return;
    }
    for (const v1::Penalty& penalty : in.home()) {
        get(check, penalty, out.home.emplace_back());
    }
    for (const v1::Penalty& penalty : in.guest()) {
        get(check, penalty, out.guest.emplace_back());
    }
    if (in.has_release()) {
        get_release(check, in.release(), out.release.emplace());
    }
    for (const v1::PenaltyGoal& goal : in.goals()) {
        get(check, goal, out.goals.emplace_back());
    }
}

void get(Checker& check, const v1::Shootout& in, match::Shootout& out)
{
    check.at_most("shootout.home", in.home_size(), kAttemptsMax);
    check.at_most("shootout.guest", in.guest_size(), kAttemptsMax);
    if (!check.ok()) {
        return;
    }
    out.home.assign(in.home().begin(), in.home().end());
    out.guest.assign(in.guest().begin(), in.guest().end());
}

void put(const match::Rally& rally, v1::Rally* out)
{
    for (const int opener : rally.openers) {
        out->add_openers(number(opener));
    }
    out->set_change_ends(rally.change_ends);
    out->set_pause(rally.pause);
    if (rally.paused_at) {
        out->set_paused_at_us(microseconds(*rally.paused_at));
    }
    if (rally.expedite) {
        out->mutable_expedite()->set_set(number(rally.expedite->set));
        out->mutable_expedite()->set_rallies(number(rally.expedite->rallies));
        out->mutable_expedite()->set_server(number(rally.expedite->server));
    }
}

void get(Checker& check, const v1::Rally& in, match::Rally& out)
{
    check.at_most("rally.openers", in.openers_size(), kPeriodsMax);
    if (!check.ok()) {
        return;
    }
    for (const std::uint32_t opener : in.openers()) {
        check.integer("rally.openers", opener, 0, kSideMax, out.openers.emplace_back());
    }
    out.change_ends = in.change_ends();
    out.pause = in.pause();
    if (in.has_paused_at_us()) {
        check.time("rally.paused_at", in.paused_at_us(), out.paused_at.emplace());
    }
    if (in.has_expedite()) {
        match::Expedite& expedite = out.expedite.emplace();
        check.integer("expedite.set", in.expedite().set(), 1, kPeriodsMax, expedite.set);
        check.integer("expedite.rallies", in.expedite().rallies(), 0, kNumberMax, expedite.rallies);
        check.integer("expedite.server", in.expedite().server(), 0, kSideMax, expedite.server);
    }
}

void get(Checker& check, const v1::Tennis& in, match::Tennis& out)
{
    check.integer("tennis.home", in.home(), 0, kNumberMax, out.home);
    check.integer("tennis.guest", in.guest(), 0, kNumberMax, out.guest);
    check.integer("tennis.opener", in.opener(), 0, kSideMax, out.opener);
    out.change_ends = in.change_ends();
}

void get(Checker& check, const v1::Innings& in, match::Innings& out)
{
    out.bottom = in.bottom();
    check.integer("innings.balls", in.balls(), 0, kNumberMax, out.balls);
    check.integer("innings.strikes", in.strikes(), 0, kNumberMax, out.strikes);
    check.integer("innings.outs", in.outs(), 0, kNumberMax, out.outs);
    out.bases = in.bases();
    check.integer("innings.batter", in.batter(), 0, kNumberMax, out.batter);
}

void put_counts(const match::MatchState& state, v1::MatchState* out)
{
    if (state.downs) {
        out->mutable_downs()->set_down(number(state.downs->down));
        out->mutable_downs()->set_to_go(number(state.downs->to_go));
        out->mutable_downs()->set_ball_on(number(state.downs->ball_on));
    }
    if (state.innings) {
        v1::Innings* innings = out->mutable_innings();
        innings->set_bottom(state.innings->bottom);
        innings->set_balls(number(state.innings->balls));
        innings->set_strikes(number(state.innings->strikes));
        innings->set_outs(number(state.innings->outs));
        innings->set_bases(state.innings->bases);
        innings->set_batter(number(state.innings->batter));
    }
    if (state.jam) {
        out->mutable_jam()->set_number(number(state.jam->number));
        out->mutable_jam()->set_on(state.jam->on);
        out->mutable_jam()->set_began_us(microseconds(state.jam->began));
    }
}

void get_counts(Checker& check, const v1::MatchState& in, match::MatchState& out)
{
    if (in.has_downs()) {
        match::Downs& downs = out.downs.emplace();
        check.integer("downs.down", in.downs().down(), 0, kNumberMax, downs.down);
        check.integer("downs.to_go", in.downs().to_go(), 0, kNumberMax, downs.to_go);
        check.integer("downs.ball_on", in.downs().ball_on(), 0, kNumberMax, downs.ball_on);
    }
    if (in.has_innings()) {
        get(check, in.innings(), out.innings.emplace());
    }
    if (in.has_jam()) {
        match::Jam& jam = out.jam.emplace();
        check.integer("jam.number", in.jam().number(), 0, kNumberMax, jam.number);
        jam.on = in.jam().on();
        check.time("jam.began", in.jam().began_us(), jam.began);
    }
}

} // namespace

void put_part_states(const match::MatchState& state, v1::MatchState* out)
{
    if (state.penalties) {
        put(*state.penalties, out->mutable_penalties());
    }
    if (state.shootout) {
        v1::Shootout* shootout = out->mutable_shootout();
        shootout->mutable_home()->Add(state.shootout->home.begin(), state.shootout->home.end());
        shootout->mutable_guest()->Add(state.shootout->guest.begin(), state.shootout->guest.end());
    }
    if (state.rally) {
        put(*state.rally, out->mutable_rally());
    }
    if (state.tennis) {
        out->mutable_tennis()->set_home(number(state.tennis->home));
        out->mutable_tennis()->set_guest(number(state.tennis->guest));
        out->mutable_tennis()->set_opener(number(state.tennis->opener));
        out->mutable_tennis()->set_change_ends(state.tennis->change_ends);
    }
    put_counts(state, out);
}

void get_part_states(Checker& check, const v1::MatchState& in, match::MatchState& out)
{
    if (in.has_penalties()) {
        get(check, in.penalties(), out.penalties.emplace());
    }
    if (in.has_shootout()) {
        get(check, in.shootout(), out.shootout.emplace());
    }
    if (in.has_rally()) {
        get(check, in.rally(), out.rally.emplace());
    }
    if (in.has_tennis()) {
        get(check, in.tennis(), out.tennis.emplace());
    }
    get_counts(check, in, out);
}

} // namespace scoreboard::wire
