#include "unit/wire/readme_examples.h"

namespace scoreboard::wire {
namespace {

using namespace match;
using namespace session;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;

template <class Id>
Id id_of(std::uint8_t first)
{
    Id id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(first + i);
    }
    return id;
}

const WriterId kTablet = id_of<WriterId>(0x10);
const BootId kTabletBoot = id_of<BootId>(0x30);
const BoardId kBoard = id_of<BoardId>(0x50);
const BootId kBoardBoot = id_of<BootId>(0x70);
const LogId kLog = id_of<LogId>(0x90);

CommandId match_id()
{
    return {writer_of(kLog), 1};
}

Body body_41()
{
    Body body;
    body.id = {kTablet, 41};
    body.seen = Seen{match_id(), {3, Phase::kPlay}};
    body.command = AddScore{Side::kGuest, 2};
    body.tap.at = TabletTime(seconds(5000));
    body.tap.tablet_boot = kTabletBoot;
    body.tap.board_boot = kBoardBoot;
    body.tap.offset = -seconds(4000);
    body.tap.uncertainty = microseconds(2400);
    return body;
}

ClientMessage hello()
{
    Hello hello;
    hello.writer = kTablet;
    hello.name = "tablet-3";
    hello.install = id_of<InstallId>(0xb0);
    hello.tablet_boot = kTabletBoot;
    hello.now = TabletTime(seconds(4990) + milliseconds(5));
    hello.dialled = TabletTime(seconds(4990));
    hello.wanted = Role::kReferee;
    hello.expected_board = kBoard;
    hello.log = kLog;
    hello.ladder = {{906, sha256("the chain at 906")}};
    return hello;
}

ServerMessage welcome()
{
    Welcome welcome;
    welcome.board = kBoard;
    welcome.board_name = "Hall 1";
    welcome.board_boot = kBoardBoot;
    welcome.received = BoardTime(seconds(990) + milliseconds(7));
    welcome.sent = BoardTime(seconds(990) + milliseconds(8));
    welcome.log = kLog;
    welcome.head = 906;
    welcome.match = match_id();
    welcome.role = Role::kReferee;
    welcome.resume_from = 906;
    welcome.resumed = true;
    welcome.has_panel = true;
    return welcome;
}

ClientMessage command()
{
    CommandMessage message;
    message.sealed = seal(body_41());
    message.sent = TabletTime(seconds(5000) + milliseconds(3));
    message.floor = TabletTime(seconds(4999) + milliseconds(503));
    message.board_boot = kBoardBoot;
    message.offset = -seconds(4000);
    message.uncertainty = microseconds(2400);
    return message;
}

// A time-out that is refused, and a STOP that counts from its tap: what an Ack can say.
ServerMessage refused_ack()
{
    return Ack{{kTablet, 42}, {false, Reason::kNoTimeoutLeft, "This side has no time-out left."}, 908, {}};
}

ServerMessage late_stop_ack()
{
    Verdict verdict;
    verdict.effect = Effect::kAt;
    verdict.at = BoardTime(seconds(1007) + milliseconds(702));
    verdict.uncertainty = microseconds(2400);
    verdict.reason = VerdictReason::kLate;
    return Ack{{kTablet, 43}, {true, Reason::kNone, ""}, 909, verdict};
}

ServerMessage entry()
{
    Entry entry;
    entry.rev = 907;
    entry.sealed = seal(body_41());
    entry.outcome.applied = true;
    entry.received = BoardTime(seconds(1000) + milliseconds(5));
    entry.board_boot = kBoardBoot;
    entry.wall_ms = 1'790'000'000'000;
    entry.state_digest = 0x5eed2026;
    entry.chain = chain_hash(sha256("the chain at 906"), entry);
    return EntryMessage{entry};
}

Ruleset rules()
{
    Ruleset rules;
    rules.id = "basketball.fiba.2026";
    rules.sport = "basketball";
    rules.name = "Basketball, FIBA 2026";
    rules.periods.length = std::chrono::minutes(10);
    rules.periods.delay.automatic_max = seconds(30);
    rules.score = ScoreRules{{1, 2, 3}, 999};
    rules.shot_clock.emplace().full = seconds(24);
    return rules;
}

ServerMessage snapshot()
{
    Snapshot snapshot;
    snapshot.rev = 907;
    snapshot.ruleset = rules();
    MatchState& state = snapshot.state;
    state.match = match_id();
    state.at = {3, Phase::kPlay};
    state.game = {seconds(462), BoardTime(seconds(990)), true, {kTablet, 40}};
    state.shot = {{seconds(14), BoardTime(seconds(990)), true, {kTablet, 40}}, false, false};
    state.home.name = "HOME";
    state.home.points = {20, 24, 10};
    state.home.fouls = {4, 2, 1};
    state.guest.name = "GUEST";
    state.guest.points = {18, 19, 12};
    state.guest.score_version = {kTablet, 41};
    state.possession = Side::kHome;
    return snapshot;
}

void add_messages(std::vector<ReadmeExample>& examples)
{
    const auto up = [&](const char* name, const ClientMessage& message) {
        examples.push_back({name, "Envelope", encode(message)});
    };
    const auto down = [&](const char* name, const ServerMessage& message) {
        examples.push_back({name, "Envelope", encode(message)});
    };
    up("hello", hello());
    down("welcome", welcome());
    up("command", command());
    down("ack", refused_ack());
    down("ack-late", late_stop_ack());
    down("entry", entry());
    up("resync", Resync{907, false});
    down("snapshot", snapshot());
    up("ping", Ping{TabletTime(seconds(5001)), TabletTime(seconds(5000) + milliseconds(500))});
    down("pong", Pong{TabletTime(seconds(5001)), BoardTime(seconds(1001) + milliseconds(2)),
                      BoardTime(seconds(1001) + milliseconds(3))});
    up("token-request", TokenRequest{ClockId::kShot});
    down("token-state", TokenState{ClockId::kShot, 7, kTablet});
    down("panel-state",
         PanelState{kLog, 907, BoardTime(seconds(1000) + milliseconds(19)), PanelStatus::kOk, ""});
    down("left-matches",
         LeftMatches{{{match_id(), "handball.ihf.2016", "HAWKS", "TIGERS", 12, 9, "H2", 1'790'000'000'000}}});
    down("error", Error{ErrorCode::kConflict,
                        CommandId{kTablet, 41},
                        "Another command has this number: this journal was copied.",
                        {},
                        false});
}

// Only the kind's own field: what comes before it in a body is the same for every kind.
void add_kind(std::vector<ReadmeExample>& examples, const char* name, const Command& command)
{
    Body body = body_41();
    body.command = UnknownCommand{0};
    const std::size_t before = seal(body).bytes.size();
    body.command = command;
    examples.push_back({name, "CommandBody", seal(body).bytes.substr(before)});
}

} // namespace

std::vector<ReadmeExample> readme_examples()
{
    std::vector<ReadmeExample> examples;
    add_messages(examples);
    add_kind(examples, "kind-10", AddScore{Side::kGuest, 2});
    add_kind(examples, "kind-11", SetScore{Side::kHome, 54, CommandId{kTablet, 40}});
    add_kind(examples, "kind-12", AddFoul{Side::kHome, 1});
    add_kind(examples, "kind-13", StartTimeout{Side::kGuest});
    add_kind(examples, "kind-14", SetPossession{Side::kHome, {}});
    add_kind(examples, "kind-15", StartClock{ClockId::kGame});
    add_kind(examples, "kind-16", StopClock{ClockId::kShot});
    add_kind(examples, "kind-17", SetClock{ClockId::kGame, seconds(462)});
    add_kind(examples, "kind-18", ResetShotClock{seconds(14)});
    add_kind(examples, "kind-19", BlankShotClock{});
    add_kind(examples, "kind-20", AcceptOffer{{kTablet, 43}});
    add_kind(examples, "kind-21", NextPeriod{PeriodPhase{3, Phase::kPlay}, PeriodPhase{3, Phase::kInterval}});
    add_kind(examples, "kind-22", SoundHorn{});
    add_kind(examples, "kind-23", Undo{{kTablet, 41}});
    add_kind(examples, "kind-24", Redo{{kTablet, 44}});
    add_kind(examples, "kind-25", Edit{{kTablet, 41}, AddScore{Side::kHome, 3}});
    add_kind(examples, "kind-26", Insert{{kTablet, 41}, AddFoul{Side::kGuest, 1, 7}});
    add_kind(examples, "kind-40", StartMatch{rules(), "HOME", "GUEST"});
    add_kind(examples, "kind-41", BoardBoot{seconds(462), seconds(14), true});
    add_kind(examples, "kind-42", Note{"The game clock reached 0.0."});
    add_kind(examples, "kind-50", EndTimeout{});
    add_kind(examples, "kind-51", SetAddedTime{2});
    add_kind(examples, "kind-52", AddTally{Side::kGuest, 1, 1});
    add_kind(examples, "kind-53", SetLamp{0, true});
    add_kind(examples, "kind-54", EndMatch{PeriodPhase{2, Phase::kPlay}});
    add_kind(examples, "kind-55", OpenMatch{"handball.ihf.2016", "HAWKS", "TIGERS"});
    add_kind(examples, "kind-56", AddPenalty{Side::kHome, 0, 15, false});
    add_kind(examples, "kind-57", EndPenalty{{kTablet, 45}, 0, CommandId{kTablet, 46}});
    add_kind(examples, "kind-58", AdjustPenalties{seconds(10), true});
    add_kind(examples, "kind-59", AddAttempt{Side::kGuest, true});
    add_kind(examples, "kind-60", SetDowns{{3, 7, 42}});
    add_kind(examples, "kind-61", AddCount{CountKind::kStrike, false});
    add_kind(examples, "kind-62", SetBases{5});
    add_kind(examples, "kind-63", SetBatter{27});
    add_kind(examples, "kind-64", StartJam{});
    add_kind(examples, "kind-65", EndJam{});
    add_kind(examples, "kind-66", ResumeMatch{match_id()});
    add_kind(examples, "kind-67", HoldDisplay{true});
    add_kind(examples, "kind-68", SetSides{Side::kGuest});
    add_kind(examples, "kind-69", SetTeamName{Side::kHome, "HAWKS"});
    return examples;
}

} // namespace scoreboard::wire
