#include "store/log_schema.h"

namespace scoreboard::store {

namespace {

// Ids and hashes are blobs of 16 and 32 bytes; times are microseconds of the board boot that stands beside
// them. `decision` is outcome and verdict (wire::encode_decision). A seq is kept as the signed number of the
// same bits.
constexpr const char* kTables = R"sql(
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE lineage (
    generation INTEGER PRIMARY KEY,
    log_id BLOB NOT NULL,
    last_rev INTEGER NOT NULL,
    last_chain BLOB NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE TABLE entry (
    rev INTEGER PRIMARY KEY,
    writer BLOB NOT NULL,
    seq INTEGER NOT NULL,
    body BLOB NOT NULL,
    body_hash BLOB NOT NULL,
    decision BLOB NOT NULL,
    received INTEGER NOT NULL,
    board_boot BLOB NOT NULL,
    wall_ms INTEGER NOT NULL,
    state_digest INTEGER NOT NULL,
    chain BLOB NOT NULL,
    UNIQUE (writer, seq)
) STRICT;
CREATE TABLE device (
    writer BLOB PRIMARY KEY,
    key BLOB,
    name TEXT NOT NULL,
    role INTEGER NOT NULL,
    revoked_rev INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE token (
    clock INTEGER PRIMARY KEY,
    token INTEGER NOT NULL,
    holder BLOB
) STRICT;
)sql";

} // namespace

const durable::Options& log_schema()
{
    static const durable::Options options{
        .noun = "log",
        .application_id = 0x53574C47, // "SWLG"
        .schema_version = 1,
        .schema = kTables,
        .if_damaged = "what was recorded is in the file that was kept; the match begins anew",
    };
    return options;
}

} // namespace scoreboard::store
