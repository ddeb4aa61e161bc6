#ifndef SCOREBOARD_SABOTAGE_H
#define SCOREBOARD_SABOTAGE_H

/*
 * Bugs that are planted on purpose, to prove that the simulator's checks bite: a check that catches none of
 * them is decoration. Only a build with the option SCOREBOARD_SABOTAGE has them, and there one at a time is
 * chosen by name (scoreboard-simulation --sabotage NAME); everywhere else planted() is a constant false, and
 * nothing is left of it.
 *
 * Plain C, because the firmware and the framing are.
 */

#include <stdbool.h>

enum sabotage_bug {
    SABOTAGE_NONE,
    /* the log */
    SABOTAGE_SYNC_NORMAL,
    SABOTAGE_POWERSAFE_OVERWRITE,
    SABOTAGE_SPLIT_TRANSACTION,
    SABOTAGE_NAIVE_RESTART,
    /* the single writer */
    SABOTAGE_ACK_BEFORE_COMMIT,
    SABOTAGE_PUBLISH_BEFORE_COMMIT,
    SABOTAGE_DEDUPE_PER_CONNECTION,
    SABOTAGE_DEDUPE_WINDOW,
    SABOTAGE_HASH_UNCHECKED,
    SABOTAGE_HASH_OF_PAYLOAD,
    SABOTAGE_REFUSALS_NOT_STORED,
    SABOTAGE_FORK_FOR_STRANGERS,
    SABOTAGE_ENTRY_TWICE,
    SABOTAGE_CHAIN_BEGINS_ANEW,
    SABOTAGE_BOOT_UNNOTICED,
    SABOTAGE_LOG_LINE_FOR_EVER,
    SABOTAGE_DIGEST_OF_COMMITTED,
    SABOTAGE_PREVIEW_UNCHECKED,
    SABOTAGE_IMPORT_UNDER_NEW_IDS,
    /* the rules */
    SABOTAGE_CLAMP_SCORES,
    SABOTAGE_UNDO_HALF,
    SABOTAGE_INSERT_AT_END,
    SABOTAGE_EDIT_FOR_EVER,
    SABOTAGE_LATE_HORN,
    SABOTAGE_NO_GRACE,
    SABOTAGE_IMPATIENT_JUDGE,
    SABOTAGE_ENDLESS_PATIENCE,
    SABOTAGE_ACROSS_A_SET,
    SABOTAGE_STOP_OF_NOTHING,
    SABOTAGE_HIDDEN_CALLED_SHOWN,
    /* the tablet */
    SABOTAGE_TRIM_ON_SEND,
    SABOTAGE_SEND_ONCE,
    SABOTAGE_NEW_IDS,
    SABOTAGE_WHOLE_MESSAGES,
    SABOTAGE_RESTLESS_STORE,
    SABOTAGE_NEWEST_FIRST,
    SABOTAGE_ONE_WAY_CLOCK,
    SABOTAGE_WALL_CLOCK,
    SABOTAGE_FOLD_BY_ARRIVAL,
    SABOTAGE_MATCH_NOT_NOTED,
    SABOTAGE_SAVED_BEFORE_COMMIT,
    SABOTAGE_SEQ_NOT_STORED,
    SABOTAGE_UNSENT_UNCOUNTED,
    /* the panel */
    SABOTAGE_CRC_UNCHECKED,
    SABOTAGE_PICTURE_ONCE,
    SABOTAGE_IMAGE_NUMBERS_AGAIN,
    SABOTAGE_SHOWN_WHEN_SENT,
    SABOTAGE_CLOCK_FROM_PICTURE
};

#ifdef SCOREBOARD_SABOTAGE
extern enum sabotage_bug sabotage_planted_bug; /* chosen once, before anything runs */
static inline bool sabotage_planted(enum sabotage_bug bug)
{
    return sabotage_planted_bug == bug;
}
#else
static inline bool sabotage_planted(enum sabotage_bug bug)
{
    (void)bug;
    return false;
}
#endif

#endif
