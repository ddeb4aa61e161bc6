#include "match/parts/roster.h"

#include <algorithm>

namespace scoreboard::match::parts {
namespace {

constexpr int kShirtMax = 999;
constexpr std::size_t kPlayersMax = 64; // more than any match sheet has lines

std::vector<Player>::const_iterator place_of(const Team& team, int number)
{
    return std::lower_bound(team.players.begin(), team.players.end(), number,
                            [](const Player& player, int sought) { return player.number < sought; });
}

int tally_of(const Player& player, int tally)
{
    const auto at = static_cast<std::size_t>(tally);
    return at < player.tallies.size() ? player.tallies[at] : 0;
}

} // namespace

std::optional<Outcome> why_not(const Team& team, const Credit& credit)
{
    if (!credit.player) {
        return std::nullopt;
    }
    if (*credit.player < 0 || *credit.player > kShirtMax) {
        return refused(Reason::kOutOfRange, "A shirt number is 0 to 999.");
    }
    const auto found = place_of(team, *credit.player);
    const bool known = found != team.players.end() && found->number == *credit.player;
    const Player before = known ? *found : Player{};
    const int tallied = tally_of(before, credit.tally) + credit.count;
    if (credit.limit > 0 && tallied > credit.limit) {
        return refused(Reason::kOutOfRange, "Number " + std::to_string(*credit.player) + " has " +
                                                std::to_string(credit.limit) +
                                                " already: more a player may "
                                                "not have.");
    }
    if (before.fouls + credit.fouls < 0 || before.points + credit.points < 0 || tallied < 0) {
        return refused(Reason::kOutOfRange,
                       "Number " + std::to_string(*credit.player) + " has not so many to take back.");
    }
    if (!known && team.players.size() == kPlayersMax) {
        return refused(Reason::kOutOfRange, "No team has so many players.");
    }
    return std::nullopt;
}

void give(Team& team, const Credit& credit)
{
    if (!credit.player) {
        return;
    }
    auto found = team.players.begin() + (place_of(team, *credit.player) - team.players.cbegin());
    if (found == team.players.end() || found->number != *credit.player) {
        found = team.players.insert(found, Player{*credit.player, 0, 0});
    }
    if (credit.count != 0) {
        const auto at = static_cast<std::size_t>(credit.tally);
        found->tallies.resize(std::max(found->tallies.size(), at + 1));
        found->tallies[at] += credit.count;
    }
    found->fouls += credit.fouls;
    found->points += credit.points;
}

} // namespace scoreboard::match::parts
