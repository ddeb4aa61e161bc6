#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "match/boxed.h"
#include "match/ids.h"
#include "match/ruleset.h"
#include "match/time.h"

namespace scoreboard::match {

struct MatchState;

enum class Side : std::uint8_t { kHome, kGuest };
enum class ClockId : std::uint8_t { kGame, kShot };
enum class Phase : std::uint8_t { kPre, kPlay, kInterval, kFinal, kShootout };
enum class CountKind : std::uint8_t { kBall, kStrike, kFoulBall, kOut };

// A period and its phase. In kInterval `period` is the period before the interval. Overtimes count on: 5, 6,
// …
struct PeriodPhase {
    int period = 1;
    Phase phase = Phase::kPre;

    auto operator<=>(const PeriodPhase&) const = default;
};

// What a controller may ask. "FIBA" names what the ruleset's article calls it; refusals are Reason (entry.h).
struct AddScore {
    Side side = Side::kHome;
    int points = 0; // may be negative; refused if the score would leave 0 … ScoreRules::maximum
    std::optional<int> player{}; // the shirt number of whom they are credited to

    bool operator==(const AddScore&) const = default;
};
struct SetScore {
    Side side = Side::kHome;
    int points = 0;
    std::optional<CommandId>
        if_version; // the entry that last changed this score, as the operator saw it; none: unchecked

    bool operator==(const SetScore&) const = default;
};
struct AddFoul {
    Side side = Side::kHome;
    int count = 1; // may be negative: a correction
    std::optional<int> player{};

    bool operator==(const AddFoul&) const = default;
};
struct StartTimeout {
    Side side = Side::kHome;
    int kind = 0; // 0: the first, else 1 + index of TimeoutRules::more

    bool operator==(const StartTimeout&) const = default;
};
struct SetPossession {
    Side side = Side::kHome;
    std::optional<CommandId> if_version;

    bool operator==(const SetPossession&) const = default;
};
struct StartClock { // kShot: "run", which also ends blank
    ClockId clock = ClockId::kGame;

    bool operator==(const StartClock&) const = default;
};
struct StopClock { // kShot: "hold", stopped and visible
    ClockId clock = ClockId::kGame;

    bool operator==(const StopClock&) const = default;
};
struct SetClock { // an operator's edit; never back-dated
    ClockId clock = ClockId::kGame;
    Duration value{};

    bool operator==(const SetClock&) const = default;
};
struct ResetShotClock { // "24", "14"
    Duration value{};

    bool operator==(const ResetShotClock&) const = default;
};
struct BlankShotClock { // the full value, stopped and blank
    bool operator==(const BlankShotClock&) const = default;
};
struct AcceptOffer { // takes what the judge of a delayed clock command offered
    CommandId offer;

    bool operator==(const AcceptOffer&) const = default;
};
struct NextPeriod { // STALE unless the match stands at `seen`; none: from the state at commit
    std::optional<PeriodPhase> seen;
    std::optional<PeriodPhase> wanted;

    bool operator==(const NextPeriod&) const = default;
};
struct EndTimeout {
    bool operator==(const EndTimeout&) const = default;
};
struct SetAddedTime { // "+2": announced for this period, whose clock runs on
    int minutes = 0;

    bool operator==(const SetAddedTime&) const = default;
};
struct AddTally {
    Side side = Side::kHome;
    int tally = 0; // index of Ruleset::tallies
    int count = 1; // may be negative: a correction
    std::optional<int> player{};

    bool operator==(const AddTally&) const = default;
};
struct SetLamp {
    int lamp = 0; // index of Ruleset::lamps
    bool lit = false;

    bool operator==(const SetLamp&) const = default;
};
struct AddPenalty {
    Side side = Side::kHome;
    int kind = 0; // index of PenaltyRules::kinds
    std::optional<int> player;
    bool coincidental = false;

    bool operator==(const AddPenalty&) const = default;
};
struct EndPenalty {    // a person's word: after a goal it ends at the goal, else now
    CommandId penalty; // the AddPenalty
    int part = 0;
    std::optional<CommandId> goal{}; // the entry of the goal that ends it, with which it stands and falls

    bool operator==(const EndPenalty&) const = default;
};
struct AdjustPenalties { // as the game clock was put right: every penalty has so much more left
    Duration by{};
    bool keeps_ended = false; // who was let go stays so; taps from before this do not say it

    bool operator==(const AdjustPenalties&) const = default;
};
struct AddAttempt { // of a shoot-out
    Side side = Side::kHome;
    bool scored = false;

    bool operator==(const AddAttempt&) const = default;
};
struct SetDowns {
    Downs downs;

    bool operator==(const SetDowns&) const = default;
};
struct AddCount {
    CountKind kind = CountKind::kBall;
    bool take_back = false; // a correction

    bool operator==(const AddCount&) const = default;
};
struct SetBases {
    std::uint32_t bases = 0; // bit 0: a runner on first …

    bool operator==(const SetBases&) const = default;
};
struct SetBatter {
    int number = 0; // shirt number; the count begins anew

    bool operator==(const SetBatter&) const = default;
};
struct StartJam {
    bool operator==(const StartJam&) const = default;
};
struct EndJam {
    bool operator==(const EndJam&) const = default;
};
struct EndMatch { // where it stands: a draw, a walkover, a knock-out. STALE like NextPeriod
    std::optional<PeriodPhase> seen;

    bool operator==(const EndMatch&) const = default;
};
struct OpenMatch {       // another match, on the board's word: it goes on with its own StartMatch
    std::string ruleset; // of those that the board offers
    std::string home_name;
    std::string guest_name;
    std::vector<RuleOption> options{}; // what this match sets otherwise

    bool operator==(const OpenMatch&) const = default;
};
struct ResumeMatch { // a match that was left goes on, as one of its own: with its own StartMatch
    CommandId match; // its StartMatch entry

    bool operator==(const ResumeMatch&) const = default;
};
struct HoldDisplay { // the hall goes on seeing the numbers that it sees, until the period's end at the latest
    bool held = false;

    bool operator==(const HoldDisplay&) const = default;
};
struct SetSides { // which side stands left on the panel
    Side left = Side::kHome;

    bool operator==(const SetSides&) const = default;
};
struct SetTeamName { // a name that was mistyped, or is known only now; the last one counts
    Side side = Side::kHome;
    std::string name; // not empty

    bool operator==(const SetTeamName&) const = default;
};
struct SoundHorn { // EXPIRED after 3 s: a horn never sounds late
    bool operator==(const SoundHorn&) const = default;
};
struct Undo {
    CommandId target;

    bool operator==(const Undo&) const = default;
};
struct Redo { // target: an undo
    CommandId target;

    bool operator==(const Redo&) const = default;
};

// What a person may put right in an entry, and put in afterwards: a value, a side, a player, what of a kind.
// Everything else, as what moves the match on, is undone and entered again.
using Correction =
    std::variant<AddScore, SetScore, AddFoul, StartTimeout, AddTally, AddPenalty, SetClock, ResetShotClock,
                 SetPossession, EndPenalty, AddAttempt, AddCount, SetBases, SetDowns>;

struct Edit { // the target counts as `instead`, at its own place; of several edits the newest in force
    CommandId target;
    Correction instead;

    bool operator==(const Edit&) const = default;
};
struct Insert { // counts right after the entry that it names, behind what was put in there before
    CommandId after;
    Correction command;

    bool operator==(const Insert&) const = default;
};

// Where another match was left that this one goes on with.
struct GoingOn {
    CommandId match;                         // the other one's StartMatch entry
    std::shared_ptr<const MatchState> state; // as it was left; never null, shared because nobody changes it

    bool operator==(const GoingOn& other) const;
};

// What only the board itself writes.
struct StartMatch {
    Boxed<Ruleset> ruleset; // apart, so that every other command stays small
    std::string home_name;
    std::string guest_name;
    std::optional<GoingOn> goes_on{}; // none: it begins with nothing

    bool operator==(const StartMatch&) const = default;
};
struct BoardBoot { // the first entry after a change of boot id: every clock stands at the given value
    Duration game_value{};
    Duration shot_value{};
    bool clock_ran =
        false; // when the power went, and nobody has touched it since: a person must set it right

    bool operator==(const BoardBoot&) const = default;
};
struct Note { // tells feeds that something derived came true; the fold passes over it
    std::string text;

    bool operator==(const Note&) const = default;
};
struct UnknownCommand {     // what this build cannot carry out: refused and kept, never a blocked queue
    std::uint32_t kind = 0; // that it does not know; 0: a known kind whose contents cannot be read

    bool operator==(const UnknownCommand&) const = default;
};

using Command =
    std::variant<AddScore, SetScore, AddFoul, StartTimeout, SetPossession, StartClock, StopClock, SetClock,
                 ResetShotClock, BlankShotClock, AcceptOffer, NextPeriod, SoundHorn, Undo, Redo, StartMatch,
                 BoardBoot, Note, UnknownCommand, EndTimeout, SetAddedTime, AddTally, SetLamp, EndMatch,
                 OpenMatch, AddPenalty, EndPenalty, AdjustPenalties, AddAttempt, SetDowns, AddCount, SetBases,
                 SetBatter, StartJam, EndJam, Edit, Insert, ResumeMatch, HoldDisplay, SetSides, SetTeamName>;

Command as_command(const Correction& correction);
std::optional<Correction> as_correction(const Command& command); // none: not of a kind that is corrected
// The entry that a correction names: what is undone, redone, edited or put in behind. Null: it is none.
const CommandId* corrected_by(const Command& command);
// Whether `instead` leaves what the entry is: the same kind, and of a clock the same clock.
bool may_become(const Command& entry, const Correction& instead);

// What the operator had before their eyes at the tap; none before any board was met.
struct Seen {
    CommandId match; // the id of the StartMatch entry
    PeriodPhase at;

    bool operator==(const Seen&) const = default;
};

// When the tap was, on the tablet's own time line, and what the tablet then knew of the board's.
struct Tap {
    TabletTime at{};
    BootId tablet_boot;
    std::optional<BootId> board_boot; // with offset and uncertainty: board time = at + offset
    Duration offset{};
    Duration uncertainty{};

    bool operator==(const Tap&) const = default;
};

// What a preview showed that a correction would do, as far as it must not go unseen: sent with the
// correction, and compared with what it would do at commit.
struct ShownClock {
    Duration value{}; // at the tap
    bool running = false;

    bool operator==(const ShownClock&) const = default;
};
struct ShownEffect {
    PeriodPhase at; // where the match then stands
    ShownClock game;
    ShownClock shot;
    std::vector<CommandId> marks; // entries that lose their sense, by rev; the first kShownMarksMax

    bool operator==(const ShownEffect&) const = default;
};
inline constexpr std::size_t kShownMarksMax = 64;

// A command as it was given: written once, journaled, hashed and compared whole; at most 12 KiB encoded.
struct Body {
    CommandId id;
    std::optional<Seen> seen;
    Command command;
    Tap tap;
    std::optional<ShownEffect> shown{}; // of a correction that a person has seen before it was sent

    bool operator==(const Body&) const = default;
};

// A body with the very bytes that were journaled, and their SHA-256 (wire::seal, wire::unseal).
struct SealedBody {
    Body body;
    std::string bytes;
    Hash hash{};

    bool operator==(const SealedBody&) const = default;
};

// "+2 HOME", "STOP", "SHOT 24": what the key UNDO names, and history and log lines show. At most 24
// characters.
std::string describe(const Command& command);

} // namespace scoreboard::match
