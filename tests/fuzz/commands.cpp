#include "fuzz/commands.h"

#include <string>

#include "match/match_state.h"
#include "match/ruleset.h"

namespace scoreboard::fuzz {
namespace {

match::Side any_side(Input& input)
{
    return input.flip() ? match::Side::kGuest : match::Side::kHome;
}

match::ClockId any_clock(Input& input)
{
    return input.flip() ? match::ClockId::kShot : match::ClockId::kGame;
}

// Small, as a person enters it, or any that fits the wire.
int any_number(Input& input)
{
    const auto byte = static_cast<std::int8_t>(input.byte());
    return byte == 127 ? static_cast<int>(input.number(3) % 2'000'001) - 1'000'000 : byte;
}

std::optional<match::CommandId> maybe_id(Input& input, const std::vector<match::CommandId>& known)
{
    return input.flip() ? std::optional(any_id(input, known)) : std::nullopt;
}

std::optional<match::PeriodPhase> maybe_period(Input& input)
{
    if (!input.flip()) {
        return std::nullopt;
    }
    return match::PeriodPhase{static_cast<int>(input.below(9)), static_cast<match::Phase>(input.below(4))};
}

match::Correction any_later_correction(Input& input, const std::vector<match::CommandId>& known)
{
    switch (input.below(6)) {
    case 0:
        return match::SetPossession{any_side(input), maybe_id(input, known)};
    case 1: {
        const match::CommandId penalty = any_id(input, known);
        return match::EndPenalty{penalty, static_cast<int>(input.below(3)), maybe_id(input, known)};
    }
    case 2:
        return match::AddAttempt{any_side(input), input.flip()};
    case 3:
        return match::AddCount{static_cast<match::CountKind>(input.below(4)), input.flip()};
    case 4:
        return match::SetBases{static_cast<std::uint32_t>(input.below(9))};
    default:
        return match::SetDowns{{static_cast<int>(input.below(6)), static_cast<int>(input.byte()),
                                static_cast<int>(input.byte())}};
    }
}

match::Correction any_correction(Input& input, const std::vector<match::CommandId>& known)
{
    switch (input.below(8)) {
    case 0:
        return match::SetScore{any_side(input), any_number(input), maybe_id(input, known)};
    case 1:
        return match::AddFoul{any_side(input), any_number(input)};
    case 2:
        return match::StartTimeout{any_side(input)};
    case 3: {
        const match::Side side = any_side(input);
        const int tally = static_cast<int>(input.below(8));
        if (tally == 7) { // no rules have so many: room for what came later
            return any_later_correction(input, known);
        }
        return match::AddTally{side, tally, any_number(input)};
    }
    case 4:
        return match::AddPenalty{any_side(input), static_cast<int>(input.below(8)),
                                 static_cast<int>(input.byte()), input.flip()};
    case 5:
        return match::SetClock{any_clock(input), any_duration(input)};
    case 6:
        return match::ResetShotClock{any_duration(input)};
    default:
        return match::AddScore{any_side(input), any_number(input)};
    }
}

} // namespace

match::Duration any_duration(Input& input)
{
    static constexpr std::int64_t kScales[] = {
        1, 1'000, 100'000, 1'000'000, 60'000'000, 3'600'000'000, 1'000'000'000'000, 70'000'000'000'000};
    const std::uint8_t scale = input.byte();
    const auto count = static_cast<std::int64_t>(input.byte() % 128);
    return match::Duration((scale & 8U) != 0 ? -count * kScales[scale % 8] : count * kScales[scale % 8]);
}

match::CommandId any_id(Input& input, const std::vector<match::CommandId>& known)
{
    const std::size_t choice = input.below(known.size() + 1);
    return choice < known.size() ? known[known.size() - 1 - choice]
                                 : match::CommandId{id_of<match::WriterId>(input.byte()), 1U + input.byte()};
}

match::Command any_command(Input& input, const std::vector<match::CommandId>& known)
{
    switch (input.below(38)) {
    case 0:
        return match::AddScore{any_side(input), any_number(input)};
    case 1:
        return match::SetScore{any_side(input), any_number(input), maybe_id(input, known)};
    case 2:
        return match::AddFoul{any_side(input), any_number(input)};
    case 3:
        return match::StartTimeout{any_side(input)};
    case 4:
        return match::SetPossession{any_side(input), maybe_id(input, known)};
    case 5:
        return match::StartClock{any_clock(input)};
    case 6:
        return match::StopClock{any_clock(input)};
    case 7:
        return match::SetClock{any_clock(input), any_duration(input)};
    case 8:
        return match::ResetShotClock{any_duration(input)};
    case 9:
        return match::BlankShotClock{};
    case 10:
        return match::AcceptOffer{any_id(input, known)};
    case 11: {
        const auto seen = maybe_period(input);
        return match::NextPeriod{seen, maybe_period(input)};
    }
    case 12:
        return match::SoundHorn{};
    case 13:
        return match::Undo{any_id(input, known)};
    case 14:
        return match::Redo{any_id(input, known)};
    case 15:
        return match::StartMatch{*match::find_ruleset("basketball.fiba.2026"),
                                 std::string(input.piece().size(), 'h'), "GUEST"};
    case 16: {
        const match::Duration game = any_duration(input);
        return match::BoardBoot{game, any_duration(input)};
    }
    case 17:
        return match::Note{std::string(input.piece().size(), 'n')};
    case 18:
        return match::UnknownCommand{200U + input.byte()};
    case 20:
        return match::EndTimeout{};
    case 21:
        return match::SetAddedTime{static_cast<int>(input.below(100))};
    case 22: {
        const match::Side side = any_side(input);
        const int tally = static_cast<int>(input.below(8));
        return match::AddTally{side, tally, any_number(input)};
    }
    case 23: {
        const int lamp = static_cast<int>(input.below(8));
        const bool on = input.flip();
        if (lamp ==
            7) { // no rules have so many: room for what came later, without changing what an input says
            return match::HoldDisplay{on};
        }
        if (lamp == 5) {
            return match::SetTeamName{match::Side::kHome, on ? "HAWKS" : ""};
        }
        if (lamp == 6) {
            return match::SetSides{on ? match::Side::kGuest : match::Side::kHome};
        }
        return match::SetLamp{lamp, on};
    }
    case 24:
        return match::EndMatch{maybe_period(input)};
    case 25:
        return match::OpenMatch{"basketball.fiba.2026", std::string(input.piece().size(), 'h'), "GUEST"};
    case 26: {
        const match::Side side = any_side(input);
        const int kind = static_cast<int>(input.below(8));
        return match::AddPenalty{side, kind, static_cast<int>(input.byte()), input.flip()};
    }
    case 27: {
        const match::CommandId id = any_id(input, known);
        return match::EndPenalty{id, static_cast<int>(input.below(3))};
    }
    case 28:
        return match::AdjustPenalties{any_duration(input)};
    case 29: {
        const match::Side side = any_side(input);
        return match::AddAttempt{side, input.flip()};
    }
    case 30:
        return match::SetDowns{{static_cast<int>(input.below(6)), static_cast<int>(input.byte()),
                                static_cast<int>(input.byte())}};
    case 31: {
        const auto kind = static_cast<match::CountKind>(input.below(4));
        return match::AddCount{kind, input.flip()};
    }
    case 32:
        return match::SetBases{static_cast<std::uint32_t>(input.below(9))};
    case 33:
        return match::SetBatter{static_cast<int>(input.byte())};
    case 34:
        return match::StartJam{};
    case 35:
        return match::EndJam{};
    case 36: {
        const match::CommandId target = any_id(input, known);
        return match::Edit{target, any_correction(input, known)};
    }
    case 37: {
        const match::CommandId after = any_id(input, known);
        return match::Insert{after, any_correction(input, known)};
    }
    case 19:
        return match::ResumeMatch{any_id(input, known)};
    default:
        // What is tapped most in a match comes up most.
        return match::AddScore{any_side(input), 1 + static_cast<int>(input.below(3))};
    }
}

match::Outcome any_outcome(Input& input)
{
    const std::uint8_t byte = input.byte();
    const bool applied = (byte & 3U) != 0;
    return {applied, applied ? match::Reason::kNone : static_cast<match::Reason>(1 + byte / 4 % 17),
            applied ? "" : "no"};
}

match::Verdict any_verdict(Input& input, const std::vector<match::CommandId>& known, match::BoardTime now)
{
    match::Verdict verdict;
    verdict.effect = static_cast<match::Effect>(input.below(4));
    verdict.reason = static_cast<match::VerdictReason>(input.below(5));
    verdict.at = now - any_duration(input);
    verdict.uncertainty = any_duration(input);
    if (input.flip()) {
        verdict.offered = any_duration(input);
    }
    if (verdict.effect == match::Effect::kBook) {
        verdict.book_start = any_id(input, known);
        verdict.book_from = now - any_duration(input);
        verdict.book_to = now - any_duration(input);
    }
    return verdict;
}

} // namespace scoreboard::fuzz
