#include "core/devices.h"

#include <variant>

namespace scoreboard::core {

namespace {

using session::Role;

// Which of the two desks a kind belongs to; a referee and a technician may do what either may.
struct Desks {
    bool scorer = false;
    bool clock = false;
    bool board_only = false;
    bool timed = false; // its verdict says when it counts
};

constexpr Desks kScorerDesk{.scorer = true};
constexpr Desks kClockDesk{.clock = true};
constexpr Desks kDelayedClock{.clock = true, .timed = true};
constexpr Desks kBothDesks{.scorer = true, .clock = true};
constexpr Desks kDelayedBoth{.scorer = true, .clock = true, .timed = true};
constexpr Desks kBoard{.board_only = true};

struct DesksOf {
    Desks operator()(const match::AddScore&) const { return kScorerDesk; }
    Desks operator()(const match::SetScore&) const { return kScorerDesk; }
    Desks operator()(const match::AddFoul&) const { return kScorerDesk; }
    Desks operator()(const match::SetPossession&) const { return kScorerDesk; }
    Desks operator()(const match::StartTimeout&) const { return kBothDesks; }
    Desks operator()(const match::StartClock&) const { return kDelayedClock; }
    Desks operator()(const match::StopClock&) const { return kDelayedClock; }
    Desks operator()(const match::ResetShotClock&) const { return kDelayedClock; }
    Desks operator()(const match::SetClock&) const { return kClockDesk; }
    Desks operator()(const match::BlankShotClock&) const { return kClockDesk; }
    Desks operator()(const match::AcceptOffer&) const { return kClockDesk; }
    Desks operator()(const match::NextPeriod&) const { return kClockDesk; }
    Desks operator()(const match::EndTimeout&) const { return kBothDesks; }
    Desks operator()(const match::SetAddedTime&) const { return kBothDesks; }
    Desks operator()(const match::AddTally&) const { return kScorerDesk; }
    Desks operator()(const match::SetLamp&) const { return kBothDesks; }
    Desks operator()(const match::HoldDisplay&) const { return kBothDesks; }
    Desks operator()(const match::SetSides&) const { return kBothDesks; }
    Desks operator()(const match::SetTeamName&) const { return kBothDesks; }
    Desks operator()(const match::EndMatch&) const { return kClockDesk; }
    Desks operator()(const match::OpenMatch&) const { return kClockDesk; }
    Desks operator()(const match::ResumeMatch&) const { return kClockDesk; }
    Desks operator()(const match::AddPenalty&) const { return kScorerDesk; }
    Desks operator()(const match::EndPenalty&) const { return kBothDesks; }
    Desks operator()(const match::AdjustPenalties&) const { return kClockDesk; }
    Desks operator()(const match::AddAttempt&) const { return kScorerDesk; }
    Desks operator()(const match::SetDowns&) const { return kScorerDesk; }
    Desks operator()(const match::AddCount&) const { return kScorerDesk; }
    Desks operator()(const match::SetBases&) const { return kScorerDesk; }
    Desks operator()(const match::SetBatter&) const { return kScorerDesk; }
    Desks operator()(const match::StartJam&) const { return kDelayedBoth; }
    Desks operator()(const match::EndJam&) const { return kDelayedBoth; }
    Desks operator()(const match::SoundHorn&) const { return kBothDesks; }
    Desks operator()(const match::Undo&) const { return kBothDesks; }
    Desks operator()(const match::Redo&) const { return kBothDesks; }
    Desks operator()(const match::Edit& edit) const { return desks_of_correction(edit.instead); }
    Desks operator()(const match::Insert& insert) const { return desks_of_correction(insert.command); }
    Desks operator()(const match::StartMatch&) const { return kBoard; }
    Desks operator()(const match::BoardBoot&) const { return kBoard; }
    Desks operator()(const match::Note&) const { return kBoard; }
    Desks operator()(const match::UnknownCommand&) const { return {}; }

private:
    // Whoever may enter a thing may put it right; when it counts is no question any more.
    Desks desks_of_correction(const match::Correction& correction) const
    {
        Desks desks = std::visit(*this, correction);
        desks.timed = false;
        return desks;
    }
};

Desks desks_of(const match::Command& command)
{
    return std::visit(DesksOf{}, command);
}

} // namespace

bool may(Role role, const match::Command& command)
{
    const Desks desks = desks_of(command);
    switch (role) {
    case Role::kViewer:
        return false;
    case Role::kScorer:
        return desks.scorer;
    case Role::kClock:
        return desks.clock;
    case Role::kReferee:
    case Role::kTechnician:
        return desks.scorer || desks.clock;
    }
    return false;
}

bool may_correct_others(Role role)
{
    return role == Role::kReferee || role == Role::kTechnician;
}

bool is_board_only(const match::Command& command)
{
    return desks_of(command).board_only;
}

bool is_clock_command(const match::Command& command)
{
    return desks_of(command).timed;
}

} // namespace scoreboard::core
