// How the simulated people put the past right.
#include <algorithm>
#include <array>
#include <cstdint>

#include "simulation/people.h"

namespace scoreboard::simulation {

namespace {

constexpr std::int64_t kRowsLookedThrough = 40;

match::Side other(match::Side side)
{
    return side == match::Side::kHome ? match::Side::kGuest : match::Side::kHome;
}

// The same entry as it should have been.
struct PutRight {
    Rng& rng;

    bool decides() const { return rng.chance(0.5); }
    int points() const { return static_cast<int>(rng.chance(0.2) ? -1 : rng.between(1, 3)); }
    std::optional<int> player() const { return static_cast<int>(rng.between(4, 9)); }

    void operator()(match::AddScore& add) const
    {
        if (decides()) {
            add.side = other(add.side);
        } else {
            add.points = points();
        }
    }
    void operator()(match::SetScore& set) const { set.points = static_cast<int>(rng.between(0, 120)); }
    void operator()(match::AddFoul& foul) const
    {
        if (decides()) {
            foul.side = other(foul.side);
        } else {
            foul.player = player();
        }
    }
    void operator()(match::StartTimeout& timeout) const { timeout.side = other(timeout.side); }
    void operator()(match::AddTally& tally) const { tally.side = other(tally.side); }
    void operator()(match::AddPenalty& penalty) const { penalty.player = player(); }
    void operator()(match::SetClock& set) const
    {
        set.value = std::chrono::milliseconds(rng.between(0, decides() ? 20'000 : 600'000));
    }
    void operator()(match::ResetShotClock& reset) const
    {
        reset.value = std::chrono::seconds(decides() ? 24 : 14);
    }
    void operator()(match::SetPossession& set) const { set.side = other(set.side); }
    void operator()(match::EndPenalty& /*end*/) const {} // of another part or penalty it makes no sense
    void operator()(match::AddAttempt& attempt) const { attempt.scored = !attempt.scored; }
    void operator()(match::AddCount& count) const
    {
        count.kind = decides() ? match::CountKind::kBall : match::CountKind::kStrike;
    }
    void operator()(match::SetBases& set) const { set.bases = static_cast<std::uint32_t>(rng.between(0, 7)); }
    void operator()(match::SetDowns& set) const { set.downs.to_go = static_cast<int>(rng.between(1, 20)); }
};

match::Correction anything_forgotten(Rng& rng)
{
    const match::Side side = rng.chance(0.5) ? match::Side::kHome : match::Side::kGuest;
    const auto dice = rng.between(0, 99);
    if (dice < 55) {
        return match::AddScore{side, static_cast<int>(rng.chance(0.2) ? -1 : rng.between(1, 3)), {}};
    }
    if (dice < 70) {
        return match::SetScore{side, static_cast<int>(rng.between(0, 120)), std::nullopt};
    }
    if (dice < 85) {
        return match::AddFoul{side, 1, {}};
    }
    if (dice < 90) {
        return match::StartTimeout{side};
    }
    if (dice < 97) {
        return match::SetClock{match::ClockId::kGame, std::chrono::milliseconds(rng.between(0, 600'000))};
    }
    return match::ResetShotClock{std::chrono::seconds(24)};
}

} // namespace

std::optional<match::Command> any_correction(Rng& rng, std::span<const client::HistoryRow> history)
{
    if (history.empty()) {
        return std::nullopt;
    }
    const auto last = std::min(kRowsLookedThrough, static_cast<std::int64_t>(history.size())) - 1;
    const client::HistoryRow& row = history[static_cast<std::size_t>(rng.between(0, last))];
    std::vector<match::Command> can;
    if (row.counts && row.can_undo) {
        match::Correction instead = *row.counts;
        std::visit(PutRight{rng}, instead);
        can.emplace_back(match::Edit{row.id, instead});
    }
    if (row.can_add_after) {
        can.emplace_back(match::Insert{row.id, anything_forgotten(rng)});
    }
    if (row.can_undo) {
        can.emplace_back(match::Undo{row.id});
    }
    if (row.can_redo && row.redo_id) {
        can.emplace_back(match::Redo{*row.redo_id});
    }
    if (can.empty()) {
        return std::nullopt;
    }
    return can[static_cast<std::size_t>(rng.between(0, static_cast<std::int64_t>(can.size()) - 1))];
}

} // namespace scoreboard::simulation
