#pragma once

#include <memory>
#include <optional>
#include <set>

#include "journal/sqlite_journal.h"
#include "simulation/cut_subject.h"
#include "simulation/sim_disk.h"
#include "support/memory_journal.h"

namespace scoreboard::simulation {

// A tablet's journal, and beside it one in memory that does the same.
class JournalUnderCuts final : public CutSubject {
public:
    explicit JournalUnderCuts(SimDisk& disk) : disk_(disk) {}

    Opened open(Rng& rng) override;
    bool work(Rng& rng) override;
    std::string go_on() override { return {}; } // the journal does that by itself
    std::size_t rows() const override { return rows_; }
    void drop() override { journal_.reset(); }

private:
    std::vector<client::StoreAction> random_batch(Rng& rng);

    // A whole state that it once had: only the board can tell that this is not the newest.
    bool once_was(const client::JournalContent& content) const;

    SimDisk& disk_;
    std::unique_ptr<journal::SqliteJournal> journal_;
    std::optional<support::MemoryJournal> promised_; // none: nobody was told of a journal yet
    std::vector<support::MemoryJournal> perhaps_;    // with a batch that was refused, or was being written
    std::vector<client::StoreAction> again_;         // of refused batches, what a client asks for again
    std::set<std::uint64_t> states_;                 // fingerprints of all that it ever was
    std::size_t rows_ = 0;
    match::Seq next_seq_ = 1; // the client gives none twice, refused or not
};

} // namespace scoreboard::simulation
