#include "simulation/planted_bug.h"

#include <algorithm>
#include <cassert>

namespace scoreboard::simulation {

namespace {

constexpr PlantedBug kBugs[] = {
    // the log
    {SABOTAGE_SYNC_NORMAL, "sync-normal", kCaughtByPowerCuts,
     "The log's database syncs now and then only: a power cut takes points that every tablet showed as "
     "recorded."},
    {SABOTAGE_POWERSAFE_OVERWRITE, "powersafe-overwrite", kCaughtByPowerCuts,
     "The database trusts that a torn write harms no neighbour: on a cheap card a power cut damages old "
     "points."},
    {SABOTAGE_SPLIT_TRANSACTION, "split-transaction", kCaughtByPowerCuts,
     "What was decided is written after what was asked: a power cut between leaves a point without its "
     "outcome."},
    {SABOTAGE_NAIVE_RESTART, "naive-restart", kCaughtByPowerCuts,
     "After a failed sync the log is opened again as if nothing had been: it trusts pages that are on no "
     "disk."},
    // the single writer
    {SABOTAGE_ACK_BEFORE_COMMIT, "ack-before-commit", kCaughtBySeeds,
     "The board acknowledges before it has written: the tablet says recorded, the power goes, the point is "
     "gone."},
    {SABOTAGE_PUBLISH_BEFORE_COMMIT, "publish-before-commit", kCaughtBySeeds,
     "Tablets and panel see an entry before it is on the disk: a power cut takes back what the hall has "
     "seen."},
    {SABOTAGE_DEDUPE_PER_CONNECTION, "dedupe-per-connection", kCaughtBySeeds,
     "Repeats are known within one connection only: after a WiFi gap a basket counts twice."},
    {SABOTAGE_DEDUPE_WINDOW, "dedupe-window", kCaughtBySeeds,
     "Repeats are known for two minutes only: after a long WiFi gap or a reboot a basket counts twice."},
    {SABOTAGE_HASH_UNCHECKED, "hash-unchecked", kCaughtBySeeds,
     "The contents of a known id are not compared: of two tablets with one journal the second's taps "
     "vanish."},
    {SABOTAGE_HASH_OF_PAYLOAD, "hash-of-payload", kCaughtBySeeds,
     "Only the key is hashed, not who pressed it when: +2 of a copied tablet passes for +2 of the first."},
    {SABOTAGE_REFUSALS_NOT_STORED, "refusals-not-stored", kCaughtBySeeds,
     "A refusal is said and not written down: sent again after a crash, the same tap may be accepted."},
    {SABOTAGE_FORK_FOR_STRANGERS, "fork-for-strangers", kCaughtBySeeds,
     "A tablet that was at another log makes the board doubt its own: everybody begins anew for nothing."},
    {SABOTAGE_ENTRY_TWICE, "entry-twice", kCaughtBySeeds,
     "A tablet that comes back is sent the last entry again: a screen could add the same points once more."},
    {SABOTAGE_CHAIN_BEGINS_ANEW, "chain-begins-anew", kCaughtBySeeds,
     "After a restart the log's chain of hashes begins anew: a log that somebody has edited could not be "
     "told."},
    {SABOTAGE_BOOT_UNNOTICED, "boot-unnoticed", kCaughtBySeeds,
     "The board does not notice that it was switched off: a clock runs on that nobody has started."},
    {SABOTAGE_LOG_LINE_FOR_EVER, "log-line-for-ever", kCaughtBySeeds,
     "One line is written to the board's log again and again: the program computes for ever and serves "
     "nobody."},
    {SABOTAGE_DIGEST_OF_COMMITTED, "digest-of-committed", kCaughtBySeeds,
     "Of two taps in one COMMIT the second is sealed with the state before both: at its next start the board "
     "refuses its own log."},
    {SABOTAGE_PREVIEW_UNCHECKED, "preview-unchecked", kCaughtBySeeds,
     "A correction is carried out whatever its operator was shown: undoing a basket ends another period."},
    {SABOTAGE_IMPORT_UNDER_NEW_IDS, "import-under-new-ids", kCaughtBySeeds,
     "A board that lost its log is filled with taps under new ids: tablets that were away send theirs again, "
     "and each counts twice."},
    // the rules
    {SABOTAGE_CLAMP_SCORES, "clamp-scores", kCaughtBySeeds,
     "A correction below 0 is cut to fit instead of refused: undoing it later leaves points that nobody "
     "scored."},
    {SABOTAGE_UNDO_HALF, "undo-half", kCaughtBySeeds,
     "UNDO of points strikes the entry out and leaves the score: the log and the panel disagree."},
    {SABOTAGE_INSERT_AT_END, "insert-at-end", kCaughtBySeeds,
     "What was forgotten is put in at the end instead of where it belongs: a score that was set since is "
     "lost."},
    {SABOTAGE_EDIT_FOR_EVER, "edit-for-ever", kCaughtBySeeds,
     "Undoing a correction strikes it out and goes on counting it: log and panel disagree."},
    {SABOTAGE_LATE_HORN, "late-horn", kCaughtBySeeds,
     "A horn that was pressed during a WiFi gap sounds when the air is back, in the middle of play."},
    {SABOTAGE_NO_GRACE, "no-grace", kCaughtBySeeds,
     "A STOP held up past 0.0 is not put back by itself: the period is over, although time was left at the "
     "tap."},
    {SABOTAGE_IMPATIENT_JUDGE, "impatient-judge", kCaughtBySeeds,
     "A STOP that a WiFi gap held up for more than two seconds is left to the referee: the clock loses "
     "seconds."},
    {SABOTAGE_ENDLESS_PATIENCE, "endless-patience", kCaughtBySeeds,
     "A STOP of minutes ago is put back by itself: the hall's clock jumps, and nobody was asked."},
    {SABOTAGE_ACROSS_A_SET, "across-a-set", kCaughtBySeeds,
     "A STOP that was held up goes back past a clock that the referee has set since: his value is gone."},
    {SABOTAGE_STOP_OF_NOTHING, "stop-of-nothing", kCaughtBySeeds,
     "A STOP of a clock that stood is recorded as one that ended a run: the log tells of play that never "
     "was."},
    {SABOTAGE_HIDDEN_CALLED_SHOWN, "hidden-called-shown", kCaughtBySeeds,
     "While the display is held taps are called shown that the hall does not see."},
    // the tablet
    {SABOTAGE_TRIM_ON_SEND, "trim-on-send", kCaughtBySeeds,
     "A tap is forgotten as soon as it is sent: what the air then loses is lost for good."},
    {SABOTAGE_SEND_ONCE, "send-once", kCaughtBySeeds,
     "After a new connection nothing is sent again: taps wait on the tablet for ever."},
    {SABOTAGE_NEW_IDS, "new-ids", kCaughtBySeeds,
     "What is sent again gets a new id: a basket whose answer was lost counts twice."},
    {SABOTAGE_WHOLE_MESSAGES, "whole-messages", kCaughtBySeeds,
     "A message is expected to come in one piece: on a busy network board and tablet talk past each other."},
    {SABOTAGE_RESTLESS_STORE, "restless-store", kCaughtBySeeds,
     "The tablet asks at once for what it means to store later, again and again: it gets hot, its battery "
     "empties."},
    {SABOTAGE_NEWEST_FIRST, "newest-first", kCaughtBySeeds,
     "The newest tap overtakes older ones: UNDO arrives before what it undoes."},
    {SABOTAGE_ONE_WAY_CLOCK, "one-way-clock", kCaughtBySeeds,
     "The tablet takes half of a message's journey for no time: every STOP counts late by the delay of the "
     "air."},
    {SABOTAGE_WALL_CLOCK, "wall-clock", kCaughtBySeeds,
     "Taps are stamped with the time of day: when somebody sets the tablet's clock, STOPs count at made-up "
     "times."},
    {SABOTAGE_FOLD_BY_ARRIVAL, "fold-by-arrival", kCaughtBySeeds,
     "The tablet folds clock commands by their arrival, the board by their tap: two clocks in one hall."},
    {SABOTAGE_MATCH_NOT_NOTED, "match-not-noted", kCaughtBySeeds,
     "A tap does not say which match it was for: a basket that the air held up counts in the next match."},
    {SABOTAGE_SAVED_BEFORE_COMMIT, "saved-before-commit", kCaughtBySeeds,
     "The tablet calls a tap saved when it begins to write it: an app that is killed then has never heard of "
     "it."},
    {SABOTAGE_SEQ_NOT_STORED, "seq-not-stored", kCaughtBySeeds,
     "The journal does not keep how far its numbers went: after a kill two different taps have one id."},
    {SABOTAGE_UNSENT_UNCOUNTED, "unsent-uncounted", kCaughtBySeeds,
     "The strip counts only what the board has answered: SHOWN, it says, while a basket hangs in the air."},
    // the panel
    {SABOTAGE_CRC_UNCHECKED, "crc-unchecked", kCaughtBySeeds,
     "The panel believes damaged bytes: a spark on the cable lights a score that never was."},
    {SABOTAGE_PICTURE_ONCE, "picture-once", kCaughtBySeeds,
     "Whatever the panel says passes for its answer: a picture that the cable swallowed is never sent "
     "again."},
    {SABOTAGE_IMAGE_NUMBERS_AGAIN, "image-numbers-again", kCaughtBySeeds,
     "After the cable was pulled pictures are numbered from the start: an old one can pass for new."},
    {SABOTAGE_SHOWN_WHEN_SENT, "shown-when-sent", kCaughtBySeeds,
     "A picture is called shown as soon as it is sent: the cable swallows it, and the tablet says that it is "
     "lit."},
    {SABOTAGE_CLOCK_FROM_PICTURE, "clock-from-picture", kCaughtBySeeds,
     "The panel counts a clock from when its picture came: with every basket it jumps back to where it was "
     "at "
     "START."},
};

} // namespace

std::span<const PlantedBug> planted_bugs()
{
    return kBugs;
}

const PlantedBug* find_planted_bug(const std::string& name)
{
    const auto found = std::find_if(std::begin(kBugs), std::end(kBugs),
                                    [&name](const PlantedBug& one) { return name == one.name; });
    return found == std::end(kBugs) ? nullptr : &*found;
}

bool bugs_are_built()
{
#ifdef SCOREBOARD_SABOTAGE
    return true;
#else
    return false;
#endif
}

void plant(sabotage_bug bug)
{
#ifdef SCOREBOARD_SABOTAGE
    sabotage_planted_bug = bug;
#endif
    assert(bug == SABOTAGE_NONE || bugs_are_built());
}

} // namespace scoreboard::simulation
