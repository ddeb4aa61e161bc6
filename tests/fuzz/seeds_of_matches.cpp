// A match by each ruleset, played by chance: as a tablet, a technician and a spectator get it.

#include "fuzz/seeds.h"
#include "match/rule_fields.h"
#include "public/public_state.h"
#include "support/random_play.h"
#include "wire/history_file.h"
#include "wire/wire.h"

namespace scoreboard::fuzz {

namespace {

constexpr int kSteps = 40;
constexpr unsigned kSeed = 1;
const match::LogId kLog{{{0x10}}};

// As the board writes them: sealed, chained, with the digest of the state after each.
std::vector<match::Entry> entries_of(const match::Timeline& played)
{
    std::vector<match::Entry> entries;
    std::optional<match::Timeline> fold;
    match::Hash chain{};
    for (match::Entry entry : played.entries()) {
        entry.sealed = wire::seal(entry.sealed.body);
        if (fold) {
            fold->add(entry);
        } else {
            fold.emplace(entry);
        }
        entry.state_digest = match::digest(fold->state(), entry.received);
        entry.chain = wire::chain_hash(chain, entry);
        chain = entry.chain;
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::string venue_file(const match::Ruleset& base)
{
    std::string text = "id = \"venue.own\"\nname = \"Our own\"\nbase = \"" + base.id + "\"\n";
    match::Ruleset rules = base;
    std::string section;
    for (const match::RuleField& field : match::rule_fields(rules)) {
        const auto dot = field.key.find('.');
        if (field.key.substr(0, dot) != section) {
            section = field.key.substr(0, dot);
            text += "[" + section + "]\n";
        }
        const std::string value = match::text_of(field);
        text += field.key.substr(dot + 1) + " = ";
        if (std::holds_alternative<match::TimeField>(field.field)) {
            text += '"' + value + '"';
        } else if (std::holds_alternative<match::PointsField>(field.field)) {
            text += '[' + value + ']';
        } else {
            text += value;
        }
        text += '\n';
    }
    return text;
}

} // namespace

void write_matches(const SeedFolder& seeds)
{
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        support::RandomPlay play(ruleset, kSeed);
        for (int step = 0; step < kSteps; ++step) {
            play.step();
            if (step % 8 == 7) {
                play.correct();
            }
        }
        const match::Timeline& match = play.match().timeline();
        seeds.write(
            "envelope", "snapshot-" + ruleset.id,
            wire::encode(session::ServerMessage(session::Snapshot{match.rev(), ruleset, match.state()})));
        wire::HistoryFile history{{}, kLog, entries_of(match)};
        history.board.bytes.fill(0x20);
        seeds.write("history_file", "match-" + ruleset.id,
                    std::string("\x01\x02", 2) + wire::encode_history(history));
        public_json::PublicState state;
        state.log = kLog;
        state.rev = match.rev();
        state.ruleset = ruleset;
        state.state = match.state();
        seeds.write("documents", "match-" + ruleset.id,
                    "\x20" + public_json::state_json(state, {support::at(play.now()), 1'790'000'000'000}));
        seeds.write("configuration", "venue-" + ruleset.id, venue_file(ruleset));
    }
}

} // namespace scoreboard::fuzz
