#include <variant>

#include "match/match_state.h"
#include "match/parts/clock.h"
#include "match/parts/counts.h"
#include "match/parts/display.h"
#include "match/parts/horn.h"
#include "match/parts/jam.h"
#include "match/parts/part.h"
#include "match/parts/penalties.h"
#include "match/parts/periods.h"
#include "match/parts/possession.h"
#include "match/parts/score.h"
#include "match/parts/shootout.h"
#include "match/parts/shot_clock.h"
#include "match/parts/tallies.h"
#include "match/parts/team_fouls.h"
#include "match/parts/timeouts.h"

namespace scoreboard::match {
namespace {

using parts::Context;

// One line a kind. There is no default: a new kind does not compile until it is told here what it does.
struct Applier {
    const Context& context;
    MatchState& state;

    Outcome operator()(const AddScore& command) const { return parts::add_score(context, state, command); }
    Outcome operator()(const SetScore& command) const { return parts::set_score(context, state, command); }
    Outcome operator()(const AddFoul& command) const { return parts::add_foul(context, state, command); }
    Outcome operator()(const StartTimeout& command) const
    {
        return parts::start_timeout(context, state, command);
    }
    Outcome operator()(const SetPossession& command) const
    {
        return parts::set_possession(context, state, command);
    }
    Outcome operator()(const StartClock& command) const
    {
        return command.clock == ClockId::kGame ? parts::start_game_clock(context, state)
                                               : parts::run_shot_clock(context, state);
    }
    Outcome operator()(const StopClock& command) const
    {
        return command.clock == ClockId::kGame ? parts::stop_game_clock(context, state)
                                               : parts::hold_shot_clock(context, state);
    }
    Outcome operator()(const SetClock& command) const
    {
        return command.clock == ClockId::kGame ? parts::set_game_clock(context, state, command.value)
                                               : parts::set_shot_clock(context, state, command.value);
    }
    Outcome operator()(const ResetShotClock& command) const
    {
        return parts::reset_shot_clock(context, state, command.value);
    }
    Outcome operator()(const BlankShotClock&) const { return parts::blank_shot_clock(context, state); }
    Outcome operator()(const AcceptOffer& command) const
    {
        return parts::accept_offer(context, state, command.offer);
    }
    Outcome operator()(const NextPeriod& command) const
    {
        return parts::next_period(context, state, command);
    }
    Outcome operator()(const EndTimeout&) const { return parts::end_timeout(context, state); }
    Outcome operator()(const SetAddedTime& command) const
    {
        return parts::set_added_time(context, state, command);
    }
    Outcome operator()(const AddTally& command) const { return parts::add_tally(context, state, command); }
    Outcome operator()(const SetLamp& command) const { return parts::set_lamp(context, state, command); }
    Outcome operator()(const AddPenalty& command) const
    {
        return parts::add_penalty(context, state, command);
    }
    Outcome operator()(const EndPenalty& command) const
    {
        return parts::end_penalty(context, state, command);
    }
    Outcome operator()(const AdjustPenalties& command) const
    {
        return parts::adjust_penalties(context, state, command);
    }
    Outcome operator()(const AddAttempt& command) const
    {
        return parts::add_attempt(context, state, command);
    }
    Outcome operator()(const SetDowns& command) const { return parts::set_downs(context, state, command); }
    Outcome operator()(const AddCount& command) const { return parts::add_count(context, state, command); }
    Outcome operator()(const SetBases& command) const { return parts::set_bases(context, state, command); }
    Outcome operator()(const SetBatter& command) const { return parts::set_batter(context, state, command); }
    Outcome operator()(const StartJam&) const { return parts::start_jam(context, state); }
    Outcome operator()(const EndJam&) const { return parts::end_jam(context, state); }
    Outcome operator()(const EndMatch& command) const { return parts::end_match(context, state, command); }
    // Which rules and which matches there are is the board's to say, and was said when this was decided.
    Outcome operator()(const OpenMatch&) const { return parts::accepted(); }
    Outcome operator()(const ResumeMatch&) const { return parts::accepted(); }
    Outcome operator()(const HoldDisplay& command) const
    {
        return parts::hold_display(context, state, command);
    }
    Outcome operator()(const SetSides& command) const { return parts::set_sides(state, command); }
    Outcome operator()(const SetTeamName& command) const
    {
        return parts::set_team_name(context, state, command);
    }
    Outcome operator()(const SoundHorn&) const { return parts::sound_horn(context, state); }
    Outcome operator()(const Undo&) const { return parts::accepted(); }
    Outcome operator()(const Redo&) const { return parts::accepted(); }
    Outcome operator()(const Edit&) const { return parts::accepted(); }
    Outcome operator()(const Insert&) const { return parts::accepted(); }
    Outcome operator()(const StartMatch& command) const
    {
        return parts::start_match(context, state, command);
    }
    Outcome operator()(const BoardBoot& command) const
    {
        return parts::restart_board(context, state, command);
    }
    Outcome operator()(const Note&) const { return parts::accepted(); }
    Outcome operator()(const UnknownCommand& command) const
    {
        if (command.kind == 0) {
            return parts::refused(Reason::kUndecodable,
                                  "This board cannot read what is in this command: enter it again.");
        }
        return parts::refused(Reason::kUnknownKind, "This board does not know commands of kind " +
                                                        std::to_string(command.kind) +
                                                        ": update the board, then enter it again.");
    }
};

} // namespace

Outcome apply(const Ruleset& ruleset, MatchState& state, const Entry& entry)
{
    const Body& body = entry.sealed.body;
    if (body.seen && body.seen->match != state.match) {
        return parts::refused(Reason::kOtherMatch, "This was meant for another match.");
    }
    const Context context{ruleset, entry, effective_time(entry)};
    const PeriodPhase before = state.at;
    Outcome outcome = std::visit(Applier{context, state}, body.command);
    if (state.at != before) {
        state.display_held = false; // what a period came to is for everybody
    }
    return outcome;
}

} // namespace scoreboard::match
