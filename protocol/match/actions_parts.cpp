#include <algorithm>
#include <optional>

#include "match/catalogue.h"
#include "match/scoreline.h"

namespace scoreboard::match {
namespace {

// The goal that the board proposes this end for.
std::optional<CommandId> goal_ending(const std::optional<Release>& release, const PenaltyRef& ref)
{
    return release && names(*release, ref) ? release->goal : std::nullopt;
}

// Where a side is never shorter than so many, it matters whether the other side has the same.
bool can_be_coincidental(const PenaltyRules& rules, const PenaltyKind& kind)
{
    return rules.running_max > 0 && kind.leaves_short && kind.length > Duration::zero();
}

// "END #15 MINOR HOME": whose penalty a key ends. The second one that would be called the same is "… 2".
std::string end_label(const PenaltyRules& rules, const std::vector<Penalty>& given, std::size_t which,
                      Side side)
{
    const auto label_of = [&](const Penalty& penalty) {
        return "END " + (penalty.player ? "#" + std::to_string(*penalty.player) + " " : "") +
               in_capitals(rules.kinds[static_cast<std::size_t>(penalty.kind)].name + " " + word_of(side));
    };
    const std::string label = label_of(given[which]);
    const auto before = given.begin() + static_cast<std::ptrdiff_t>(which);
    const auto same = std::count_if(given.begin(), before,
                                    [&](const Penalty& penalty) { return label_of(penalty) == label; });
    return same == 0 ? label : label + " " + std::to_string(same + 1);
}

void add_penalties(Catalogue& catalogue, const PenaltyRules& rules, const MatchState& state)
{
    const PenaltyBox box = state.penalties.value_or(PenaltyBox{}); // that of jams is opened by the first
    const std::optional<Release> release = asked_release(rules, box, box.played);
    for (const Side side : {Side::kHome, Side::kGuest}) {
        const std::string name = word_of(side);
        for (std::size_t i = 0; i < rules.kinds.size(); ++i) {
            const std::string& kind = rules.kinds[i].name;
            const int number = static_cast<int>(i);
            catalogue.add("penalty " + name + " " + kind, AddPenalty{side, number, std::nullopt, false},
                          in_capitals(kind + " " + name));
            if (can_be_coincidental(rules, rules.kinds[i])) {
                catalogue.add("penalty " + name + " " + kind + " coincidental",
                              AddPenalty{side, number, std::nullopt, true},
                              in_capitals(kind + " " + name + " coincidental"));
            }
        }
        const std::vector<Penalty>& given = side == Side::kHome ? box.home : box.guest;
        for (std::size_t i = 0; i < given.size(); ++i) {
            catalogue.add(
                "penalty end " + name + " " + std::to_string(i + 1),
                EndPenalty{given[i].id, given[i].part, goal_ending(release, {given[i].id, given[i].part})},
                end_label(rules, given, i, side));
        }
    }
}

void add_shootout(Catalogue& catalogue, const MatchState& state)
{
    for (const Side side : {Side::kHome, Side::kGuest}) {
        catalogue.add("attempt " + word_of(side) + " goal", AddAttempt{side, true});
        catalogue.add("attempt " + word_of(side) + " miss", AddAttempt{side, false});
    }
    catalogue.add("period shootout", NextPeriod{state.at, PeriodPhase{state.at.period, Phase::kShootout}},
                  "SHOOT-OUT");
}

void add_downs(Catalogue& catalogue, const DownsRules& rules, const Downs& now)
{
    const bool last = now.down == rules.downs; // whoever has the ball then begins anew
    catalogue.add("down next",
                  SetDowns{{last ? 1 : now.down + 1, last ? rules.to_go : now.to_go, now.ball_on}},
                  "NEXT DOWN");
    catalogue.add("down first", SetDowns{{1, rules.to_go, now.ball_on}}, "FIRST DOWN");
    catalogue.add("down none", SetDowns{{0, 0, now.ball_on}}, "NO DOWN");
}

void add_innings(Catalogue& catalogue, const Innings& now)
{
    struct Row {
        const char* name;
        CountKind kind;
    };
    for (const Row& row : {Row{"pitch ball", CountKind::kBall}, Row{"pitch strike", CountKind::kStrike},
                           Row{"pitch foul", CountKind::kFoulBall}, Row{"pitch out", CountKind::kOut}}) {
        catalogue.add(row.name, AddCount{row.kind, false});
        catalogue.add(std::string(row.name) + " -1", AddCount{row.kind, true});
    }
    for (unsigned base = 0; base < 3; ++base) {
        const std::uint32_t bit = 1U << base;
        const bool there = (now.bases & bit) != 0;
        catalogue.add("base " + std::to_string(base + 1), SetBases{now.bases ^ bit},
                      "BASE " + std::to_string(base + 1) + (there ? " EMPTY" : " RUNNER"));
    }
    catalogue.add("base none", SetBases{0}, "BASES EMPTY");
}

} // namespace

std::string word_of(Side side)
{
    return side == Side::kHome ? "home" : "guest";
}

std::string in_capitals(std::string text)
{
    for (char& letter : text) {
        letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
    return text;
}

void add_part_actions(Catalogue& catalogue, const Ruleset& ruleset, const MatchState& state)
{
    if (ruleset.penalties) {
        add_penalties(catalogue, *ruleset.penalties, state);
    }
    if (ruleset.shootout) {
        add_shootout(catalogue, state);
    }
    if (ruleset.downs && state.downs) {
        add_downs(catalogue, *ruleset.downs, *state.downs);
    }
    if (state.innings) {
        add_innings(catalogue, *state.innings);
    }
    if (ruleset.jam) {
        catalogue.add("jam start", StartJam{});
        catalogue.add("jam end", EndJam{});
    }
}

} // namespace scoreboard::match
