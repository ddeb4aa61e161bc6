#include "wire/convert.h"
#include "wire/part_states.h"
#include "wire/text.h"

namespace scoreboard::wire {
namespace {

using match::Clock;
using match::MatchState;
using match::Offer;
using match::Team;
using wire::get;
using wire::put;

constexpr int kOffersMax = 256;
constexpr int kPlayersMax = 256;

bool is_none(const match::CommandId& id)
{
    return id == match::CommandId{};
}

void put(const Clock& clock, v1::Clock* out)
{
    out->set_value_us(clock.value.count());
    out->set_anchor_us(microseconds(clock.anchor));
    out->set_running(clock.running);
    if (!is_none(clock.segment)) {
        put(clock.segment, out->mutable_segment());
    }
    out->set_up(clock.up);
    out->set_limit_us(clock.limit.count());
}

void get(Checker& check, const v1::Clock& in, Clock& out)
{
    check.duration("clock.value", in.value_us(), out.value);
    check.time("clock.anchor", in.anchor_us(), out.anchor);
    out.running = in.running();
    check.command_id_or_none("clock.segment", in.has_segment(), in.segment(), out.segment);
    out.up = in.up();
    check.duration("clock.limit", in.limit_us(), out.limit);
}

template <class Numbers>
void get_by_period(Checker& check, std::string_view field, const Numbers& in, std::vector<int>& out)
{
    check.at_most(field, in.size(), kPeriodsMax);
    if (!check.ok()) {
        return;
    }
    for (const std::int32_t value : in) {
        check.integer(field, value, -kNumberMax, kNumberMax, out.emplace_back());
    }
}

void put(const Team& team, v1::Team* out)
{
    out->set_name(fit_text(team.name, kNameMax));
    out->mutable_points()->Add(team.points.begin(), team.points.end());
    out->mutable_fouls()->Add(team.fouls.begin(), team.fouls.end());
    out->mutable_timeouts()->Add(team.timeouts.begin(), team.timeouts.end());
    out->set_late_timeouts(static_cast<std::uint32_t>(team.late_timeouts));
    if (!is_none(team.score_version)) {
        put(team.score_version, out->mutable_score_version());
    }
    out->mutable_late_fouls()->Add(team.late_fouls.begin(), team.late_fouls.end());
    for (const std::vector<int>& by_period : team.tallies) {
        out->add_tallies()->mutable_counts()->Add(by_period.begin(), by_period.end());
    }
    for (const match::Player& player : team.players) {
        v1::Player* line = out->add_players();
        line->set_number(static_cast<std::uint32_t>(player.number));
        line->set_fouls(player.fouls);
        line->set_points(player.points);
        line->mutable_tallies()->Add(player.tallies.begin(), player.tallies.end());
    }
    for (const std::vector<int>& by_period : team.more_timeouts) {
        out->add_more_timeouts()->mutable_counts()->Add(by_period.begin(), by_period.end());
    }
}

void get(Checker& check, const v1::Team& in, Team& out)
{
    check.text("team.name", in.name(), kNameMax, out.name);
    get_by_period(check, "team.points", in.points(), out.points);
    get_by_period(check, "team.fouls", in.fouls(), out.fouls);
    get_by_period(check, "team.timeouts", in.timeouts(), out.timeouts);
    check.integer("team.late_timeouts", in.late_timeouts(), 0, kNumberMax, out.late_timeouts);
    check.command_id_or_none("team.score_version", in.has_score_version(), in.score_version(),
                             out.score_version);
    get_by_period(check, "team.late_fouls", in.late_fouls(), out.late_fouls);
    check.at_most("team.tallies", in.tallies_size(), kTalliesMax);
    check.at_most("team.players", in.players_size(), kPlayersMax);
    check.at_most("team.more_timeouts", in.more_timeouts_size(), kTalliesMax);
    if (!check.ok()) {
        return;
    }
    for (const v1::ByPeriod& tally : in.tallies()) {
        get_by_period(check, "team.tallies", tally.counts(), out.tallies.emplace_back());
    }
    for (const v1::Player& line : in.players()) {
        match::Player& player = out.players.emplace_back();
        check.integer("player.number", line.number(), 0, kNumberMax, player.number);
        check.integer("player.fouls", line.fouls(), -kNumberMax, kNumberMax, player.fouls);
        check.integer("player.points", line.points(), -kNumberMax, kNumberMax, player.points);
        check.at_most("player.tallies", line.tallies_size(), kTalliesMax);
        if (!check.ok()) {
            return;
        }
        for (const std::int32_t count : line.tallies()) {
            check.integer("player.tallies", count, -kNumberMax, kNumberMax, player.tallies.emplace_back());
        }
    }
    for (const v1::ByPeriod& kind : in.more_timeouts()) {
        get_by_period(check, "team.more_timeouts", kind.counts(), out.more_timeouts.emplace_back());
    }
}

void put(const Offer& offer, v1::Offer* out)
{
    put(offer.id, out->mutable_id());
    out->set_clock(static_cast<v1::ClockId>(offer.clock));
    out->set_start(offer.start);
    out->set_at_us(microseconds(offer.at));
    if (offer.value) {
        out->set_value_us(offer.value->count());
    }
    if (offer.shot) {
        out->set_shot_us(offer.shot->count());
    }
    out->set_since_us(microseconds(offer.since));
    out->set_jam(offer.jam);
}

void get(Checker& check, const v1::Offer& in, Offer& out)
{
    check.command_id("offer.id", in.has_id(), in.id(), out.id);
    check.enumeration("offer.clock", in.clock(), match::ClockId::kShot, out.clock);
    out.start = in.start();
    check.time("offer.at", in.at_us(), out.at);
    if (in.has_value_us()) {
        check.duration("offer.value", in.value_us(), out.value.emplace());
    }
    if (in.has_shot_us()) {
        check.duration("offer.shot", in.shot_us(), out.shot.emplace());
    }
    check.time("offer.since", in.since_us(), out.since);
    out.jam = in.jam();
}

void get_timeout_and_horn(Checker& check, const v1::MatchState& in, MatchState& out)
{
    if (in.has_timeout()) {
        match::RunningTimeout& timeout = out.timeout.emplace();
        check.enumeration("timeout.side", in.timeout().side(), match::Side::kGuest, timeout.side);
        check.time("timeout.began", in.timeout().began_us(), timeout.began);
        check.command_id("timeout.id", in.timeout().has_id(), in.timeout().id(), timeout.id);
        check.integer("timeout.kind", in.timeout().kind(), 0, kTalliesMax, timeout.kind);
    }
    if (in.has_horn()) {
        match::Horn& horn = out.horn.emplace();
        int generation = 0;
        check.integer("horn.generation", in.horn().generation(), 0, 255, generation);
        horn.generation = static_cast<std::uint8_t>(generation);
        check.time("horn.began", in.horn().began_us(), horn.began);
    }
}

} // namespace

void put(const match::PeriodPhase& at, v1::PeriodPhase* out)
{
    out->set_period(static_cast<std::uint32_t>(at.period));
    out->set_phase(static_cast<v1::Phase>(at.phase));
}

void get(Checker& check, const v1::PeriodPhase& in, match::PeriodPhase& out)
{
    check.integer("period", in.period(), 1, kPeriodsMax, out.period);
    check.enumeration("phase", in.phase(), match::Phase::kShootout, out.phase);
}

void put(const MatchState& state, v1::MatchState* out)
{
    put(state.match, out->mutable_match());
    put(state.at, out->mutable_at());
    put(state.game, out->mutable_game());
    put(state.shot.clock, out->mutable_shot()->mutable_clock());
    out->mutable_shot()->set_held(state.shot.held);
    out->mutable_shot()->set_blank(state.shot.blank);
    out->mutable_shot()->set_alone(state.shot.alone);
    put(state.home, out->mutable_home());
    put(state.guest, out->mutable_guest());
    if (state.possession) {
        out->set_possession(static_cast<v1::Side>(*state.possession));
    }
    if (!is_none(state.possession_version)) {
        put(state.possession_version, out->mutable_possession_version());
    }
    if (state.timeout) {
        out->mutable_timeout()->set_side(static_cast<v1::Side>(state.timeout->side));
        out->mutable_timeout()->set_began_us(microseconds(state.timeout->began));
        put(state.timeout->id, out->mutable_timeout()->mutable_id());
        out->mutable_timeout()->set_kind(static_cast<std::uint32_t>(state.timeout->kind));
    }
    if (state.horn) {
        out->mutable_horn()->set_generation(state.horn->generation);
        out->mutable_horn()->set_began_us(microseconds(state.horn->began));
    }
    for (const Offer& offer : state.offers) {
        put(offer, out->add_offers());
    }
    out->set_added_minutes(static_cast<std::uint32_t>(state.added_minutes));
    out->set_lamps(state.lamps);
    out->set_display_held(state.display_held);
    out->set_left_on_panel(static_cast<v1::Side>(state.left_on_panel));
    put_part_states(state, out);
}

void get(Checker& check, const v1::MatchState& in, MatchState& out)
{
    check.command_id("match", in.has_match(), in.match(), out.match);
    get(check, in.at(), out.at);
    get(check, in.game(), out.game);
    get(check, in.shot().clock(), out.shot.clock);
    out.shot.held = in.shot().held();
    out.shot.blank = in.shot().blank();
    out.shot.alone = in.shot().alone();
    get(check, in.home(), out.home);
    get(check, in.guest(), out.guest);
    if (in.has_possession()) {
        check.enumeration("possession", in.possession(), match::Side::kGuest, out.possession.emplace());
    }
    check.command_id_or_none("possession_version", in.has_possession_version(), in.possession_version(),
                             out.possession_version);
    get_timeout_and_horn(check, in, out);
    check.integer("added_minutes", in.added_minutes(), 0, kNumberMax, out.added_minutes);
    out.lamps = in.lamps();
    out.display_held = in.display_held();
    check.enumeration("left_on_panel", in.left_on_panel(), match::Side::kGuest, out.left_on_panel);
    get_part_states(check, in, out);
    check.at_most("offers", in.offers_size(), kOffersMax);
    if (!check.ok()) {
        return;
    }
    for (const v1::Offer& offer : in.offers()) {
        get(check, offer, out.offers.emplace_back());
    }
}

} // namespace scoreboard::wire
