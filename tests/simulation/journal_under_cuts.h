#pragma once

#include <memory>
#include <optional>

#include "journal/sqlite_journal.h"
#include "simulation/cut_subject.h"
#include "simulation/memory_journal.h"
#include "simulation/sim_disk.h"

namespace scoreboard::simulation {

// A tablet's journal, and beside it one in memory that does the same.
class JournalUnderCuts final : public CutSubject {
public:
    explicit JournalUnderCuts(SimDisk& disk) : disk_(disk) {}

    Opened open(Rng& rng) override;
    bool work(Rng& rng) override;
    bool work_again() override { return journal_->commit(refused_).empty(); }
    void drop() override { journal_.reset(); }

private:
    std::vector<client::StoreAction> random_batch(Rng& rng) const;

    SimDisk& disk_;
    std::unique_ptr<journal::SqliteJournal> journal_;
    std::optional<MemoryJournal> promised_; // none: nobody was told of a journal yet
    std::optional<MemoryJournal> perhaps_;  // with the batch that was being written
    std::vector<client::StoreAction> refused_;
};

} // namespace scoreboard::simulation
