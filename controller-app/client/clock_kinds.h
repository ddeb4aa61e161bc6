#pragma once

#include <variant>

#include "match/command.h"

namespace scoreboard::client {

// A correction that sets a clock.
inline bool sets_a_clock(const match::Correction& correction)
{
    return std::holds_alternative<match::SetClock>(correction) ||
           std::holds_alternative<match::ResetShotClock>(correction);
}

// Commands that a tablet never sends again by itself: no clock is set by a tap of long ago.
inline bool moves_a_clock(const match::Command& command)
{
    if (const auto* edit = std::get_if<match::Edit>(&command)) {
        return sets_a_clock(edit->instead);
    }
    if (const auto* insert = std::get_if<match::Insert>(&command)) {
        return sets_a_clock(insert->command);
    }
    return std::holds_alternative<match::StartClock>(command) ||
           std::holds_alternative<match::StopClock>(command) ||
           std::holds_alternative<match::SetClock>(command) ||
           std::holds_alternative<match::ResetShotClock>(command) ||
           std::holds_alternative<match::BlankShotClock>(command) ||
           std::holds_alternative<match::AcceptOffer>(command);
}

// Gives the game clock a value, by itself or as what it corrects.
inline bool sets_game_clock(const match::Command& command)
{
    if (const auto* edit = std::get_if<match::Edit>(&command)) {
        return sets_game_clock(match::as_command(edit->instead));
    }
    if (const auto* insert = std::get_if<match::Insert>(&command)) {
        return sets_game_clock(match::as_command(insert->command));
    }
    const auto* set = std::get_if<match::SetClock>(&command);
    return set != nullptr && set->clock == match::ClockId::kGame;
}

// Gives the shot clock a value of its own.
inline bool sets_shot_clock(const match::Command& command)
{
    const auto* set = std::get_if<match::SetClock>(&command);
    return (set != nullptr && set->clock == match::ClockId::kShot) ||
           std::holds_alternative<match::ResetShotClock>(command) ||
           std::holds_alternative<match::BlankShotClock>(command);
}

// What an undo or a redo names; null: it is neither.
inline const match::CommandId* voided_by(const match::Command& command)
{
    if (const auto* undo = std::get_if<match::Undo>(&command)) {
        return &undo->target;
    }
    const auto* redo = std::get_if<match::Redo>(&command);
    return redo != nullptr ? &redo->target : nullptr;
}

} // namespace scoreboard::client
