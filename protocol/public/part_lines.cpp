#include "public/part_lines.h"

#include <algorithm>
#include <boost/json.hpp>

namespace scoreboard::public_json {
namespace {

namespace json = boost::json;

std::int64_t to_ms(match::Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

template <class List>
json::array array_of(const List& list)
{
    json::array array;
    for (const auto& value : list) {
        array.emplace_back(value);
    }
    return array;
}

json::array penalties_of(const match::Scoreline& whole, const match::TeamLine& team)
{
    json::array penalties;
    for (const match::PenaltyLine& penalty : team.penalties) {
        json::object line{{"name", penalty.name},
                          {"running", penalty.counts},
                          {"remainingMs", to_ms(penalty.left)},
                          {"text", penalty.text}};
        if (penalty.player) {
            line["player"] = *penalty.player;
        }
        if (!penalty.running) {
            line["waits"] = true;
        }
        if (whole.release && match::names(*whole.release, penalty.ref)) {
            line["releasable"] = true;
        }
        penalties.push_back(std::move(line));
    }
    return penalties;
}

json::array bases_of(std::uint32_t bases)
{
    json::array taken;
    for (unsigned base = 0; base < 3; ++base) {
        taken.emplace_back((bases >> base & 1U) != 0);
    }
    return taken;
}

} // namespace

void add_part_lines(const match::Scoreline& line, json::object& document)
{
    if (!line.added_time.empty()) {
        document["addedTime"] = line.added_time;
    }
    if (!line.prompts.empty()) {
        document["prompts"] = array_of(line.prompts);
    }
    if (!line.lamps.empty()) {
        document["lamps"] = array_of(line.lamps);
    }
    if (!line.service_court.empty()) {
        document["serviceCourt"] = line.service_court;
    }
    if (line.count) {
        document["count"] = json::object{{"half", line.count->half},
                                         {"balls", line.count->balls},
                                         {"strikes", line.count->strikes},
                                         {"outs", line.count->outs},
                                         {"bases", bases_of(line.count->bases)},
                                         {"batter", line.count->batter}};
    }
    if (line.downs) {
        const match::Downs& downs = line.downs->downs;
        document["downs"] = json::object{{"down", downs.down},
                                         {"toGo", downs.to_go},
                                         {"ballOn", downs.ball_on},
                                         {"text", line.downs->text}};
    }
    if (line.jam) {
        document["jam"] =
            json::object{{"number", line.jam->number}, {"on", line.jam->on}, {"text", line.jam->text}};
    }
}

void add_part_lines(const match::Scoreline& line, match::Side side, json::object& team)
{
    const match::TeamLine& own = line.team(side);
    if (own.score_text != std::to_string(own.score)) {
        team["scoreText"] = own.score_text;
    }
    if (own.double_bonus) {
        team["doubleBonus"] = true;
    }
    if (line.has_sets) {
        team["sets"] = own.sets;
        team["setPoint"] = own.set_point;
        team["matchPoint"] = own.match_point;
    }
    if (line.has_sets || line.count) {
        team["byPeriod"] = array_of(own.by_period);
    }
    if (!own.tallies.empty()) {
        json::object tallies;
        for (const match::TallyLine& tally : own.tallies) {
            tallies[tally.name] = tally.count;
        }
        team["tallies"] = std::move(tallies);
    }
    if (!own.penalties.empty()) {
        team["penalties"] = penalties_of(line, own);
    }
    if (own.timeouts_by_kind.size() > 1) {
        team["timeoutsByKind"] = array_of(own.timeouts_by_kind);
    }
    if (!own.players_out.empty()) {
        team["playersOut"] = array_of(own.players_out);
    }
    if (!own.players.empty()) {
        json::array players;
        for (const match::Player& player : own.players) {
            players.push_back(
                json::object{{"number", player.number}, {"points", player.points}, {"fouls", player.fouls}});
        }
        team["players"] = std::move(players);
    }
    if (line.has_shootout) {
        team["shootout"] = json::object{{"goals", own.shootout_goals}, {"attempts", array_of(own.attempts)}};
    }
}

} // namespace scoreboard::public_json
