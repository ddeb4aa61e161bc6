#include "unit/wire/random_messages.h"

#include <array>

namespace scoreboard::wire {

using namespace match;
using namespace session;

Duration RandomMessages::duration()
{
    const auto magnitude = static_cast<std::int64_t>(random_() >> (11 + random_() % 53)); // up to 2^53 - 1
    return Duration(flip() ? magnitude : -magnitude);
}

std::string RandomMessages::text(std::size_t size_max)
{
    constexpr std::array<const char*, 6> kCharacters = {"a", "Z", " ", "é", "€", "🏀"};
    std::string text;
    for (int i = below(40); i > 0; --i) {
        const std::string next = kCharacters[random_() % kCharacters.size()];
        if (text.size() + next.size() <= size_max) {
            text += next;
        }
    }
    return text;
}

Hash RandomMessages::hash()
{
    Hash hash;
    for (auto& byte : hash) {
        byte = static_cast<std::uint8_t>(random_());
    }
    return hash;
}

CommandId RandomMessages::command_id()
{
    return {id<WriterId>(), (random_() >> (1 + random_() % 62)) + 1};
}

PeriodPhase RandomMessages::period_phase()
{
    return {1 + below(64), static_cast<Phase>(below(5))};
}

Correction RandomMessages::correction()
{
    const auto new_number = [this] { return below(1000); };
    const std::array<Correction, std::variant_size_v<Correction>> corrections = {
        AddScore{side(), number(), maybe<int>(new_number)},
        SetScore{side(), number(), maybe<CommandId>([this] { return command_id(); })},
        AddFoul{side(), number(), maybe<int>(new_number)},
        StartTimeout{side(), below(3)},
        AddTally{side(), below(32), number(), maybe<int>(new_number)},
        AddPenalty{side(), below(32), maybe<int>(new_number), flip()},
        SetClock{clock_id(), duration()},
        ResetShotClock{duration()},
        SetPossession{side(), maybe<CommandId>([this] { return command_id(); })},
        EndPenalty{command_id(), below(32), maybe<CommandId>([this] { return command_id(); })},
        AddAttempt{side(), flip()},
        AddCount{static_cast<CountKind>(below(4)), flip()},
        SetBases{static_cast<std::uint32_t>(below(8))},
        SetDowns{{below(99), below(99), below(99)}}};
    return corrections[random_() % corrections.size()];
}

Command RandomMessages::command(std::size_t kind)
{
    const auto new_id = [this] { return command_id(); };
    const auto new_number = [this] { return below(1000); };
    const auto new_period = [this] { return period_phase(); };
    const std::array<Command, kCommandKinds> commands = {
        AddScore{side(), number(), maybe<int>(new_number)},
        SetScore{side(), number(), maybe<CommandId>(new_id)},
        AddFoul{side(), number(), maybe<int>(new_number)},
        StartTimeout{side(), below(3)},
        SetPossession{side(), maybe<CommandId>(new_id)},
        StartClock{clock_id()},
        StopClock{clock_id()},
        SetClock{clock_id(), duration()},
        ResetShotClock{duration()},
        BlankShotClock{},
        AcceptOffer{command_id()},
        NextPeriod{maybe<PeriodPhase>(new_period), maybe<PeriodPhase>(new_period)},
        SoundHorn{},
        Undo{command_id()},
        Redo{command_id()},
        StartMatch{ruleset(), text(kNameMax), text(kNameMax), maybe<GoingOn>([this] {
                       return GoingOn{command_id(), std::make_shared<const MatchState>(state())};
                   })},
        BoardBoot{duration(), duration(), flip()},
        Note{text(kTextMax)},
        UnknownCommand{static_cast<std::uint32_t>(1000 + below(100'000))},
        EndTimeout{},
        SetAddedTime{below(90)},
        AddTally{side(), below(32), number(), maybe<int>(new_number)},
        SetLamp{below(32), flip()},
        EndMatch{maybe<PeriodPhase>(new_period)},
        OpenMatch{text(kNameMax), text(kNameMax), text(kNameMax), {{text(kNameMax), text(kNameMax)}}},
        AddPenalty{side(), below(32), maybe<int>(new_number), flip()},
        EndPenalty{command_id(), below(32), maybe<CommandId>(new_id)},
        AdjustPenalties{duration(), flip()},
        AddAttempt{side(), flip()},
        SetDowns{{below(99), below(99), below(99)}},
        AddCount{static_cast<CountKind>(below(4)), flip()},
        SetBases{static_cast<std::uint32_t>(below(8))},
        SetBatter{below(1000)},
        StartJam{},
        EndJam{},
        Edit{command_id(), correction()},
        Insert{command_id(), correction()},
        ResumeMatch{command_id()},
        HoldDisplay{flip()},
        SetSides{side()},
        SetTeamName{side(), text(kNameMax)},
    };
    return commands[kind];
}

Body RandomMessages::body(std::size_t kind)
{
    Body body;
    body.id = command_id();
    if (flip()) {
        body.seen = Seen{command_id(), period_phase()};
    }
    body.command = command(kind);
    body.tap.at = time<TabletTime>();
    body.tap.tablet_boot = id<BootId>();
    body.tap.board_boot = maybe<BootId>([this] { return id<BootId>(); });
    body.tap.offset = duration();
    body.tap.uncertainty = duration();
    if (flip()) {
        body.shown = ShownEffect{period_phase(), {duration(), flip()}, {duration(), flip()}, {}};
        for (int i = below(4); i > 0; --i) {
            body.shown->marks.push_back(command_id());
        }
    }
    return body;
}

DelayProfile RandomMessages::delay_profile()
{
    return {duration(), duration(), duration(), duration(), duration()};
}

Ruleset RandomMessages::ruleset()
{
    Ruleset rules;
    rules.id = text(kNameMax);
    rules.sport = text(kNameMax);
    rules.name = text(kNameMax);
    rules.source = text(256);
    rules.fold_version = below(1000);
    rules.periods = {below(65), duration(), duration(), duration(),      duration(),
                     below(65), duration(), duration(), delay_profile(), delay_profile()};
    rules.periods.name = static_cast<PeriodName>(below(6));
    rules.periods.count_up = flip();
    rules.periods.runs_past = duration();
    rules.periods.no_overtime = flip();
    rules.periods.overtimes_max = below(65);
    rules.periods.overtime_parts = 1 + below(64);
    rules.periods.before_overtime = duration();
    rules.periods.within_overtime = duration();
    rules.periods.sudden_death = flip();
    rules.periods.basket_stops = duration();
    rules.periods.basket_stops_before = duration();
    rules.periods.warning_at = duration();
    if (flip()) {
        ScoreRules& score = rules.score.emplace();
        for (int i = below(17); i > 0; --i) {
            score.increments.push_back(number());
        }
        score.maximum = below(1000);
        score.wins_at = below(99);
        score.overtime_wins_at = below(9);
        score.wins_by = below(9);
    }
    if (flip()) {
        rules.fouls = {below(1000), flip(),     below(1000), span(),    below(99),
                       below(99),   duration(), below(99),   below(99), flip()};
    }
    if (flip()) {
        rules.timeouts = {duration(), duration(), below(9), below(9), below(9), duration(),
                          below(9),   span(),     flip(),   below(9), below(9), {}};
        for (int i = below(3); i > 0; --i) {
            rules.timeouts->more.push_back({text(kNameMax), duration(), duration(), below(9), below(9)});
        }
    }
    if (flip()) {
        rules.shot_clock = {duration(), duration(), duration(), delay_profile(), flip(), {}, flip()};
        for (int i = below(17); i > 0; --i) {
            rules.shot_clock->more.push_back(duration());
        }
    }
    rules.possession = flip();
    for (int i = below(9); i > 0; --i) {
        rules.tallies.push_back({text(kNameMax), below(1000), span(), below(9)});
        rules.lamps.push_back({text(kNameMax), flip(), flip()});
    }
    give_parts(rules);
    return rules;
}

void RandomMessages::give_parts(Ruleset& rules)
{
    if (flip()) {
        PenaltyRules& penalties = rules.penalties.emplace();
        for (int i = below(9); i > 0; --i) {
            penalties.kinds.push_back({text(kNameMax), duration(), 1 + below(8), flip(), flip(), below(9)});
        }
        penalties.running_max = below(9);
        penalties.shown_max = below(9);
        penalties.at_any_strength = flip();
    }
    if (flip()) {
        rules.shootout = {below(9), flip()};
        rules.downs = {below(9), below(99)};
        rules.jam = {duration(), duration()};
    }
    if (flip()) {
        rules.rally = {1 + below(99),
                       below(9),
                       below(99),
                       1 + below(32),
                       1 + below(99),
                       below(99),
                       static_cast<Service>(below(3)),
                       1 + below(9),
                       flip(),
                       flip(),
                       below(99),
                       below(99),
                       below(99),
                       flip(),
                       {below(99), below(99)},
                       duration(),
                       flip(),
                       below(99)};
    }
    if (flip()) {
        rules.tennis = {1 + below(9), below(9), 1 + below(32), flip(),
                        below(9),     below(9), below(9),      below(9)};
        rules.innings = {1 + below(9), 1 + below(9), 1 + below(9)};
    }
}

void RandomMessages::give_parts(MatchState& state)
{
    if (flip()) {
        const auto penalty = [this] {
            return Penalty{command_id(),
                           below(9),
                           below(32),
                           maybe<int>([this] { return below(99); }),
                           flip(),
                           duration(),
                           maybe<Duration>([this] { return duration(); })};
        };
        PenaltyBox& box = state.penalties.emplace();
        box.played = duration();
        for (int i = below(5); i > 0; --i) {
            box.home.push_back(penalty());
            box.guest.push_back(penalty());
        }
        if (flip()) {
            box.release =
                Release{below(2), duration(), {PenaltyRef{command_id(), below(9)}}, maybe<CommandId>([this] {
                            return command_id();
                        })};
        }
        for (int i = below(3); i > 0; --i) {
            box.goals.push_back({command_id(), below(2), duration(), below(64), below(64)});
        }
    }
    if (flip()) {
        state.shootout = {{flip(), flip()}, {flip()}};
        state.downs = {below(9), below(99), below(99)};
        state.jam = {below(99), flip(), time<BoardTime>()};
    }
    if (flip()) {
        state.rally = {{below(3), below(3)},
                       flip(),
                       flip(),
                       maybe<BoardTime>([this] { return time<BoardTime>(); }),
                       maybe<Expedite>([this] {
                           return Expedite{1 + below(9), below(99), below(3)};
                       })};
        state.tennis = {below(99), below(99), below(3), flip()};
        state.innings = {flip(),   below(9), below(9), below(9), static_cast<std::uint32_t>(below(8)),
                         below(99)};
    }
}

Outcome RandomMessages::outcome()
{
    return {flip(), static_cast<Reason>(below(19)), text(kTextMax)};
}

Verdict RandomMessages::verdict()
{
    return {static_cast<Effect>(below(4)),
            time<BoardTime>(),
            duration(),
            static_cast<VerdictReason>(below(5)),
            maybe<Duration>([this] { return duration(); }),
            flip() ? command_id() : CommandId{},
            time<BoardTime>(),
            time<BoardTime>()};
}

Entry RandomMessages::entry()
{
    Entry entry;
    entry.rev = static_cast<Rev>(1 + random_() % 4'000'000'000);
    entry.sealed = seal(body(random_() % kCommandKinds));
    entry.outcome = outcome();
    entry.verdict = maybe<Verdict>([this] { return verdict(); });
    entry.received = time<BoardTime>();
    entry.board_boot = id<BootId>();
    entry.wall_ms = static_cast<std::int64_t>(random_());
    entry.state_digest = static_cast<std::uint32_t>(random_());
    entry.chain = hash();
    return entry;
}

Clock RandomMessages::clock()
{
    return {duration(), time<BoardTime>(), flip(), flip() ? command_id() : CommandId{}, flip(), duration()};
}

Team RandomMessages::team()
{
    Team team;
    team.name = text(kNameMax);
    for (int i = below(8); i > 0; --i) {
        team.points.push_back(number());
        team.fouls.push_back(number());
        team.timeouts.push_back(number());
    }
    team.late_timeouts = below(9);
    team.score_version = flip() ? command_id() : CommandId{};
    for (int i = below(4); i > 0; --i) {
        team.late_fouls.push_back(number());
        team.tallies.push_back({number(), number()});
        team.players.push_back({below(1000), number(), number(), {number()}});
        team.more_timeouts.push_back({number(), number()});
    }
    return team;
}

MatchState RandomMessages::state()
{
    MatchState state;
    state.match = command_id();
    state.at = period_phase();
    state.game = clock();
    state.shot = {clock(), flip(), flip(), flip()};
    state.added_minutes = below(61);
    state.lamps = static_cast<std::uint32_t>(random_());
    state.display_held = flip();
    state.left_on_panel = side();
    give_parts(state);
    state.home = team();
    state.guest = team();
    state.possession = maybe<Side>([this] { return side(); });
    state.possession_version = flip() ? command_id() : CommandId{};
    if (flip()) {
        state.timeout = RunningTimeout{side(), time<BoardTime>(), command_id(), below(3)};
    }
    if (flip()) {
        state.horn = Horn{static_cast<std::uint8_t>(below(256)), time<BoardTime>()};
    }
    for (int i = below(4); i > 0; --i) {
        const auto new_duration = [this] { return duration(); };
        state.offers.push_back(Offer{command_id(), clock_id(), flip(), time<BoardTime>(),
                                     maybe<Duration>(new_duration), maybe<Duration>(new_duration),
                                     time<BoardTime>(), flip()});
    }
    return state;
}

ClientMessage RandomMessages::client_message(std::size_t kind)
{
    Hello hello;
    hello.version_min = static_cast<std::uint32_t>(1 + below(3));
    hello.version_max = hello.version_min + static_cast<std::uint32_t>(below(3));
    hello.writer = id<WriterId>();
    hello.name = text(kNameMax);
    hello.install = id<InstallId>();
    hello.tablet_boot = id<BootId>();
    hello.now = time<TabletTime>();
    hello.dialled = time<TabletTime>();
    hello.wanted = static_cast<Role>(below(5));
    hello.expected_board = maybe<BoardId>([this] { return id<BoardId>(); });
    hello.log = maybe<LogId>([this] { return id<LogId>(); });
    for (int i = below(21); i > 0; --i) {
        hello.ladder.push_back({static_cast<Rev>(random_()), hash()});
    }
    hello.snapshots = flip();

    CommandMessage command;
    command.sealed = seal(body(random_() % kCommandKinds));
    command.sent = time<TabletTime>();
    command.floor = time<TabletTime>();
    command.board_boot = maybe<BootId>([this] { return id<BootId>(); });
    command.offset = duration();
    command.uncertainty = duration();

    const std::array<ClientMessage, kClientKinds> messages = {
        hello, command, Resync{static_cast<Rev>(random_()), flip()},
        Ping{time<TabletTime>(), time<TabletTime>()}, TokenRequest{clock_id()}};
    return messages[kind];
}

ServerMessage RandomMessages::server_message(std::size_t kind)
{
    Welcome welcome;
    welcome.board = id<BoardId>();
    welcome.board_name = text(kNameMax);
    welcome.board_boot = id<BootId>();
    welcome.received = time<BoardTime>();
    welcome.sent = time<BoardTime>();
    welcome.log = id<LogId>();
    welcome.head = static_cast<Rev>(random_());
    welcome.match = command_id();
    welcome.role = static_cast<Role>(below(5));
    welcome.receive_max = static_cast<std::uint32_t>(1 + below(64));
    welcome.resume_from = static_cast<Rev>(random_());
    welcome.resumed = flip();
    welcome.has_panel = flip();
    for (int count = below(3); count > 0; --count) {
        welcome.venue_rulesets.push_back({text(kNameMax), text(kNameMax), text(kNameMax)});
    }

    const Ack ack{command_id(), outcome(), static_cast<Rev>(random_()),
                  maybe<Verdict>([this] { return verdict(); })};
    const TokenState token{clock_id(), random_(), maybe<WriterId>([this] { return id<WriterId>(); })};
    const PanelState panel{id<LogId>(), static_cast<Rev>(random_()), time<BoardTime>(),
                           static_cast<PanelStatus>(below(4)), text(kTextMax)};
    const Error error{static_cast<ErrorCode>(1 + below(9)), maybe<CommandId>([this] { return command_id(); }),
                      text(kTextMax), duration(), flip()};
    LeftMatches left;
    for (int count = below(5); count > 0; --count) {
        left.matches.push_back({command_id(), text(kNameMax), text(kNameMax), text(kNameMax), number(),
                                number(), text(kNameMax), static_cast<std::int64_t>(random_())});
    }
    const std::array<ServerMessage, kServerKinds> messages = {
        welcome,
        ack,
        EntryMessage{entry()},
        Snapshot{static_cast<Rev>(random_()), ruleset(), state()},
        Pong{time<TabletTime>(), time<BoardTime>(), time<BoardTime>()},
        token,
        panel,
        error,
        left};
    return messages[kind];
}

} // namespace scoreboard::wire
