#pragma once

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "core/match_service.h"
#include "simulation/cut_subject.h"
#include "simulation/sim_disk.h"
#include "store/log_store.h"

namespace scoreboard::simulation {

// A board's log and its writer. Taps that were not acknowledged come again, as from a tablet's outbox.
class LogUnderCuts final : public CutSubject {
public:
    explicit LogUnderCuts(SimDisk& disk) : disk_(disk) {}

    Opened open(Rng& rng) override;
    bool work(Rng& rng) override;
    std::string go_on() override;
    std::size_t rows() const override { return rows_; }
    void drop() override;

private:
    Opened compare(const core::RecoveredLog& log);
    // R8: whether a controller that heard more than this log holds would be noticed.
    bool is_noticed(const core::RecoveredLog& log) const;
    void promise(const core::RecoveredLog& log); // what is found, and nothing else
    bool commit();

    SimDisk& disk_;
    std::unique_ptr<store::LogStore> store_;
    std::optional<core::MatchService> service_;
    std::optional<match::BoardId> board_;
    std::optional<match::LogId> log_;   // its name, once somebody was told
    std::set<match::LogId> names_;      // that it ever had
    std::vector<match::Hash> promised_; // the chain, rev by rev
    std::set<match::Hash> ever_;        // the chains of all that was decided
    std::vector<match::Hash> perhaps_;  // of the batch that was being written
    std::vector<match::CommandId> acknowledged_;
    std::vector<session::CommandMessage> outbox_;
    std::vector<match::Entry> refused_;
    std::size_t rows_ = 0;
    match::Seq next_seq_ = 1;
};

} // namespace scoreboard::simulation
