#include "core/clock_entry.h"

#include <variant>

namespace scoreboard::core {

namespace {

struct MovesAClock {
    const match::Timeline& timeline;

    bool operator()(const match::StartClock&) const { return true; }
    bool operator()(const match::StopClock&) const { return true; }
    bool operator()(const match::SetClock&) const { return true; }
    bool operator()(const match::ResetShotClock&) const { return true; }
    bool operator()(const match::BlankShotClock&) const { return true; }
    bool operator()(const match::AcceptOffer&) const { return true; }
    bool operator()(const match::NextPeriod&) const { return true; }
    bool operator()(const match::StartTimeout&) const { return true; }
    bool operator()(const match::Undo& undo) const { return target_moves(undo.target); }
    bool operator()(const match::Redo& redo) const { return target_moves(redo.target); }
    bool operator()(const match::Edit& edit) const { return target_moves(edit.target); }
    bool operator()(const match::Insert& insert) const { return std::visit(*this, insert.command); }
    bool operator()(const match::StartMatch&) const { return true; }
    bool operator()(const match::BoardBoot&) const { return true; }
    bool operator()(const match::AddScore&) const { return false; }
    bool operator()(const match::SetScore&) const { return false; }
    bool operator()(const match::AddFoul&) const { return false; }
    bool operator()(const match::SetPossession&) const { return false; }
    bool operator()(const match::EndTimeout&) const { return false; }
    bool operator()(const match::SetAddedTime&) const { return false; }
    bool operator()(const match::AddTally&) const { return false; }
    bool operator()(const match::SetLamp&) const { return false; }
    bool operator()(const match::EndMatch&) const { return true; }
    bool operator()(const match::OpenMatch&) const { return false; }
    bool operator()(const match::ResumeMatch&) const { return false; }
    bool operator()(const match::HoldDisplay&) const { return false; }
    bool operator()(const match::SetSides&) const { return false; }
    bool operator()(const match::SetTeamName&) const { return false; }
    bool operator()(const match::AddPenalty&) const { return false; }
    bool operator()(const match::EndPenalty&) const { return false; }
    bool operator()(const match::AdjustPenalties&) const { return true; }
    bool operator()(const match::AddAttempt&) const { return false; }
    bool operator()(const match::SetDowns&) const { return false; }
    bool operator()(const match::AddCount&) const { return false; }
    bool operator()(const match::SetBases&) const { return false; }
    bool operator()(const match::SetBatter&) const { return false; }
    bool operator()(const match::StartJam&) const { return true; }
    bool operator()(const match::EndJam&) const { return false; }
    bool operator()(const match::SoundHorn&) const { return false; }
    bool operator()(const match::Note&) const { return false; }
    bool operator()(const match::UnknownCommand&) const { return false; }

    bool target_moves(const match::CommandId& id) const
    {
        const match::Entry* target = timeline.find(id);
        return target != nullptr && std::visit(*this, target->command());
    }
};

} // namespace

bool is_clock_entry(const match::Timeline& timeline, const match::Entry& entry)
{
    return entry.outcome.applied && std::visit(MovesAClock{timeline}, entry.command());
}

} // namespace scoreboard::core
