#include "wire/part_rules.h"

#include "wire/text.h"

namespace scoreboard::wire {
namespace {

constexpr int kPartsMax = 8; // of one penalty
constexpr int kSetsMax = 32; // to win: every set is a period
constexpr int kBreaksMax = 16;

std::uint32_t number(int value)
{
    return static_cast<std::uint32_t>(value);
}

void put(const match::PenaltyRules& rules, v1::PenaltyRules* out)
{
    for (const match::PenaltyKind& kind : rules.kinds) {
        v1::PenaltyKind* line = out->add_kinds();
        line->set_name(fit_text(kind.name, kNameMax));
        line->set_length_us(kind.length.count());
        line->set_parts(number(kind.parts));
        line->set_releasable(kind.releasable);
        line->set_leaves_short(kind.leaves_short);
        line->set_player_limit(number(kind.player_limit));
    }
    out->set_running_max(number(rules.running_max));
    out->set_shown_max(number(rules.shown_max));
    out->set_at_any_strength(rules.at_any_strength);
}

void get(Checker& check, const v1::PenaltyRules& in, match::PenaltyRules& out)
{
    check.at_most("penalties.kinds", in.kinds_size(), kTalliesMax);
    if (!check.ok()) {
        return;
    }
    for (const v1::PenaltyKind& line : in.kinds()) {
        match::PenaltyKind& kind = out.kinds.emplace_back();
        check.text("penalties.name", line.name(), kNameMax, kind.name);
        check.duration("penalties.length", line.length_us(), kind.length);
        check.integer("penalties.parts", line.parts(), 1, kPartsMax, kind.parts);
        kind.releasable = line.releasable();
        kind.leaves_short = line.leaves_short();
        check.integer("penalties.player_limit", line.player_limit(), 0, kNumberMax, kind.player_limit);
    }
    check.integer("penalties.running_max", in.running_max(), 0, kNumberMax, out.running_max);
    check.integer("penalties.shown_max", in.shown_max(), 0, kNumberMax, out.shown_max);
    out.at_any_strength = in.at_any_strength();
}

void put(const match::RallyRules& rules, v1::RallyRules* out)
{
    out->set_points(number(rules.points));
    out->set_lead(number(rules.lead));
    out->set_cap(number(rules.cap));
    out->set_sets_to_win(number(rules.sets_to_win));
    out->set_last_points(number(rules.last_points));
    out->set_last_cap(number(rules.last_cap));
    out->set_serve_every(number(rules.serve_every));
    out->set_ends_every(number(rules.ends_every));
    out->set_ends_every_last(number(rules.ends_every_last));
    out->set_ends_at_last(number(rules.ends_at_last));
    out->set_service(static_cast<v1::RallyRules::Service>(rules.service));
    out->set_winner_opens(rules.winner_opens);
    out->set_toss_before_last(rules.toss_before_last);
    out->set_even_right(rules.even_right);
    for (const int points : rules.breaks) {
        out->add_breaks(number(points));
    }
    out->set_break_length_us(rules.break_length.count());
    out->set_ends_each_set(rules.ends_each_set);
    out->set_expedite_unless(number(rules.expedite_unless));
}

void get(Checker& check, const v1::RallyRules& in, match::RallyRules& out)
{
    check.integer("rally.points", in.points(), 1, kNumberMax, out.points);
    check.integer("rally.lead", in.lead(), 0, kNumberMax, out.lead);
    check.integer("rally.cap", in.cap(), 0, kNumberMax, out.cap);
    check.integer("rally.sets_to_win", in.sets_to_win(), 1, kSetsMax, out.sets_to_win);
    check.integer("rally.last_points", in.last_points(), 1, kNumberMax, out.last_points);
    check.integer("rally.last_cap", in.last_cap(), 0, kNumberMax, out.last_cap);
    check.integer("rally.serve_every", in.serve_every(), 1, kNumberMax, out.serve_every);
    check.integer("rally.ends_every", in.ends_every(), 0, kNumberMax, out.ends_every);
    check.integer("rally.ends_every_last", in.ends_every_last(), 0, kNumberMax, out.ends_every_last);
    check.integer("rally.ends_at_last", in.ends_at_last(), 0, kNumberMax, out.ends_at_last);
    check.enumeration("rally.service", in.service(), match::Service::kAlternate, out.service);
    out.winner_opens = in.winner_opens();
    out.toss_before_last = in.toss_before_last();
    out.even_right = in.even_right();
    check.duration("rally.break_length", in.break_length_us(), out.break_length);
    out.ends_each_set = in.ends_each_set();
    check.integer("rally.expedite_unless", in.expedite_unless(), 0, kNumberMax, out.expedite_unless);
    check.at_most("rally.breaks", in.breaks_size(), kBreaksMax);
    if (!check.ok()) {
        return;
    }
    for (const std::uint32_t points : in.breaks()) {
        check.integer("rally.breaks", points, 0, kNumberMax, out.breaks.emplace_back());
    }
}

void put(const match::TennisRules& rules, v1::TennisRules* out)
{
    out->set_games(number(rules.games));
    out->set_lead(number(rules.lead));
    out->set_sets_to_win(number(rules.sets_to_win));
    out->set_tiebreak_at(number(rules.tiebreak_at));
    out->set_tiebreak_points(number(rules.tiebreak_points));
    out->set_last_tiebreak_points(number(rules.last_tiebreak_points));
    out->set_match_tiebreak(number(rules.match_tiebreak));
    out->set_no_ad(rules.no_ad);
}

void get(Checker& check, const v1::TennisRules& in, match::TennisRules& out)
{
    check.integer("tennis.games", in.games(), 1, kNumberMax, out.games);
    check.integer("tennis.lead", in.lead(), 0, kNumberMax, out.lead);
    check.integer("tennis.sets_to_win", in.sets_to_win(), 1, kSetsMax, out.sets_to_win);
    check.integer("tennis.tiebreak_at", in.tiebreak_at(), 0, kNumberMax, out.tiebreak_at);
    check.integer("tennis.tiebreak_points", in.tiebreak_points(), 0, kNumberMax, out.tiebreak_points);
    check.integer("tennis.last_tiebreak_points", in.last_tiebreak_points(), 0, kNumberMax,
                  out.last_tiebreak_points);
    check.integer("tennis.match_tiebreak", in.match_tiebreak(), 0, kNumberMax, out.match_tiebreak);
    out.no_ad = in.no_ad();
}

} // namespace

void put_part_rules(const match::Ruleset& ruleset, v1::Ruleset* out)
{
    if (ruleset.penalties) {
        put(*ruleset.penalties, out->mutable_penalties());
    }
    if (ruleset.shootout) {
        out->mutable_shootout()->set_rounds(number(ruleset.shootout->rounds));
        out->mutable_shootout()->set_winner_scores(ruleset.shootout->winner_scores);
    }
    if (ruleset.rally) {
        put(*ruleset.rally, out->mutable_rally());
    }
    if (ruleset.tennis) {
        put(*ruleset.tennis, out->mutable_tennis());
    }
    if (ruleset.downs) {
        out->mutable_downs()->set_downs(number(ruleset.downs->downs));
        out->mutable_downs()->set_to_go(number(ruleset.downs->to_go));
    }
    if (ruleset.innings) {
        out->mutable_innings()->set_balls(number(ruleset.innings->balls));
        out->mutable_innings()->set_strikes(number(ruleset.innings->strikes));
        out->mutable_innings()->set_outs(number(ruleset.innings->outs));
    }
    if (ruleset.jam) {
        out->mutable_jam()->set_length_us(ruleset.jam->length.count());
        out->mutable_jam()->set_lineup_us(ruleset.jam->lineup.count());
    }
}

void get_part_rules(Checker& check, const v1::Ruleset& in, match::Ruleset& out)
{
    if (in.has_penalties()) {
        get(check, in.penalties(), out.penalties.emplace());
    }
    if (in.has_shootout()) {
        check.integer("shootout.rounds", in.shootout().rounds(), 0, kNumberMax,
                      out.shootout.emplace().rounds);
        out.shootout->winner_scores = in.shootout().winner_scores();
    }
    if (in.has_rally()) {
        get(check, in.rally(), out.rally.emplace());
    }
    if (in.has_tennis()) {
        get(check, in.tennis(), out.tennis.emplace());
    }
    if (in.has_downs()) {
        match::DownsRules& downs = out.downs.emplace();
        check.integer("downs.downs", in.downs().downs(), 0, kNumberMax, downs.downs);
        check.integer("downs.to_go", in.downs().to_go(), 0, kNumberMax, downs.to_go);
    }
    if (in.has_innings()) {
        match::InningsRules& innings = out.innings.emplace();
        check.integer("innings.balls", in.innings().balls(), 1, kNumberMax, innings.balls);
        check.integer("innings.strikes", in.innings().strikes(), 1, kNumberMax, innings.strikes);
        check.integer("innings.outs", in.innings().outs(), 1, kNumberMax, innings.outs);
    }
    if (in.has_jam()) {
        check.duration("jam.length", in.jam().length_us(), out.jam.emplace().length);
        check.duration("jam.lineup", in.jam().lineup_us(), out.jam->lineup);
    }
}

} // namespace scoreboard::wire
