#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "journal/sqlite_journal.h"
#include "simulation/disk_copy.h"
#include "simulation/rng.h"
#include "simulation/sim_disk.h"
#include "support/memory_journal.h"

namespace scoreboard::simulation {

// A tablet's storage: the real journal on a disk in memory, and beside it one that does the same and says
// what must be found whenever the real one is opened. The app can be killed and the tablet lose its power at
// any operation of a COMMIT; writes and syncs fail, and the disk is full for a while.
class SimJournal {
public:
    using Batch = std::vector<client::StoreAction>;
    // What is durable, told once: by commit(), or by the first look at the disk after a crash.
    using OnDurable = std::function<void(const Batch& batch)>;

    // `name` is for sentences: "tablet 2".
    SimJournal(std::string name, Rng& rng, OnDurable on_durable);

    // What the journal holds, open or not.
    const client::JournalContent& content() const { return promised_->content(); }
    // For an app that starts. The content is as the journal reads it.
    const client::JournalContent& open();
    // As Journal::commit().
    std::string commit(const Batch& batch);
    // The process ends, or the power with it; a batch that is to be committed may be so in part.
    void crash(DiskFault how, const Batch& in_flight);
    void heal();

    // The files, and what they must hold.
    struct Copy {
        DiskCopy files;
        std::optional<support::MemoryJournal> promised;
        std::vector<support::MemoryJournal> perhaps;
    };
    Copy copy() const;
    void replace(const Copy& copy); // nobody may have the journal open

private:
    void read();

    std::string name_;
    Rng& rng_;
    OnDurable on_durable_;
    SimDisk disk_;
    bool disk_fails_ = true;
    std::unique_ptr<journal::SqliteJournal> journal_; // none: the app is not there
    std::optional<support::MemoryJournal> promised_;  // none: before it was first made
    std::vector<support::MemoryJournal> perhaps_;     // with a batch that was refused since the last COMMIT
    std::optional<Batch> in_flight_;                  // whose fate nobody knows
};

} // namespace scoreboard::simulation
