#include "core/board_boot.h"

#include <optional>
#include <variant>

namespace scoreboard::core {

namespace {

// Whether an entry of this kind begins or ends a segment of a clock.
bool moves_a_clock(const match::Timeline& timeline, const match::Command& command)
{
    struct Moves {
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
        bool operator()(const match::StartMatch&) const { return true; }
        bool operator()(const match::BoardBoot&) const { return true; }
        bool operator()(const match::AddScore&) const { return false; }
        bool operator()(const match::SetScore&) const { return false; }
        bool operator()(const match::AddFoul&) const { return false; }
        bool operator()(const match::SetPossession&) const { return false; }
        bool operator()(const match::SoundHorn&) const { return false; }
        bool operator()(const match::Note&) const { return false; }
        bool operator()(const match::UnknownCommand&) const { return false; }

        bool target_moves(const match::CommandId& id) const
        {
            const match::Entry* target = timeline.find(id);
            return target != nullptr && moves_a_clock(timeline, target->command());
        }
    };
    return std::visit(Moves{timeline}, command);
}

} // namespace

match::BoardBoot board_boot_after(const match::Timeline& timeline)
{
    const auto entries = timeline.entries();
    // The newest is always found: the match's start is a clock entry.
    match::BoardTime last{};
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (entry->outcome.applied && moves_a_clock(timeline, entry->command())) {
            last = entry->received;
            break;
        }
    }
    const match::MatchState& state = timeline.state();
    return match::BoardBoot{.game_value = match::value_at(state, match::ClockId::kGame, last),
                            .shot_value = match::value_at(state, match::ClockId::kShot, last)};
}

} // namespace scoreboard::core
