#pragma once

#include <cstdint>
#include <optional>

#include "client/client_view.h"

namespace scoreboard::client {

// After this tablet has put the game clock right: what ran with it, the penalties and the shot clock, was as
// wrong. It proposes to move them by the same difference and moves nothing; a person takes that, or does what
// is right.
class ClockCorrection {
public:
    // Whoever has not answered by then has gone on.
    static constexpr match::Duration kOfferFor = std::chrono::minutes(1);

    // The game clock has `by` more left than before (less: negative), by the tap `id`. `shot_too`: the shot
    // clock has run with it, and nobody has set it since. What is put right twice in a row is one difference,
    // and a new question.
    void corrected(const match::CommandId& id, const match::MatchState& state, match::Duration by,
                   bool shot_too, std::uint64_t question, match::TabletTime now);
    // Another tap of this tablet: it may be the answer.
    void tapped(const match::Command& command);
    void refused(const match::CommandId& id); // by the board: nothing was put right

    // While the match stands at the period that it was in, and something is there to be moved.
    std::optional<OfferView> offer(const match::Ruleset& ruleset, const match::MatchState& state,
                                   match::BoardTime board_now, match::TabletTime now) const;

private:
    struct Difference {
        match::CommandId id;
        match::CommandId match;
        match::PeriodPhase at;
        match::Duration penalties{}; // what is not answered yet; zero: nothing is
        match::Duration shot{};
        std::uint64_t question = 0;
        match::TabletTime since{};
    };

    bool stands(const match::MatchState& state, match::TabletTime now) const;

    std::optional<Difference> difference_;
};

} // namespace scoreboard::client
