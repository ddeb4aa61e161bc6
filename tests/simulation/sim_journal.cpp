#include "simulation/sim_journal.h"

#include <algorithm>
#include <array>
#include <utility>

#include "simulation/check.h"

namespace scoreboard::simulation {

namespace {

constexpr const char* kFolder = "/tablet";
constexpr const char* kPath = "/tablet/journal.sqlite";
constexpr std::array kFiles{"/tablet/journal.sqlite", "/tablet/journal.sqlite-wal"};
constexpr double kDiskFails = 0.003;           // at a COMMIT
constexpr double kStaysFull = 0.7;             // of a full disk, at the next COMMIT
constexpr std::int64_t kCommitOperations = 12; // of the disk, or about so many

std::string numbers_of(const client::JournalContent& content)
{
    return std::to_string(content.outbox.size()) + " taps in the outbox, " +
           std::to_string(content.history.size()) + " entries of the match, " +
           std::to_string(content.orphans.size()) + " taps that no board takes, next seq " +
           std::to_string(content.next_seq);
}

} // namespace

SimJournal::SimJournal(std::string name, Rng& rng, OnDurable on_durable)
    : name_(std::move(name)), rng_(rng), on_durable_(std::move(on_durable)), disk_(rng.next())
{
    disk_.make_folders(kFolder);
    read();
}

// Compares what stands on the disk with what was promised.
void SimJournal::read()
{
    journal::JournalOptions options;
    options.disk = &disk_;
    options.random_id = [this] {
        std::array<std::uint8_t, 16> id{};
        for (auto& byte : id) {
            byte = static_cast<std::uint8_t>(rng_.next());
        }
        return id;
    };
    auto opened = journal::SqliteJournal::open(kPath, options);
    if (!opened || !(*opened)->notice().empty()) {
        throw Violation(Check::kS6, name_ + "'s journal cannot be read any more: " +
                                        (opened ? (*opened)->notice() : opened.error()));
    }
    const client::JournalContent& found = (*opened)->content();
    const std::optional<Batch> in_flight = std::exchange(in_flight_, std::nullopt);
    const auto as_found = [&](const support::MemoryJournal& one) { return one.holds(found); };
    if (in_flight) {
        support::MemoryJournal with = *promised_;
        with.commit(*in_flight);
        if (as_found(with)) {
            on_durable_(*in_flight);
            promised_ = std::move(with);
        }
    }
    if (promised_ && !as_found(*promised_) && std::ranges::none_of(perhaps_, as_found)) {
        throw Violation(Check::kS6, name_ + " had saved " + numbers_of(promised_->content()) +
                                        ", and its journal holds " + numbers_of(found));
    }
    promised_.emplace(found);
    perhaps_.clear();
    journal_ = std::move(*opened);
}

const client::JournalContent& SimJournal::open()
{
    if (!journal_) {
        read();
    }
    return journal_->content();
}

std::string SimJournal::commit(const Batch& batch)
{
    if (!rng_.chance(kStaysFull)) {
        disk_.make_room();
    }
    if (disk_fails_ && rng_.chance(kDiskFails)) {
        constexpr std::array kFaults{DiskFault::kSyncError, DiskFault::kWriteError, DiskFault::kFull};
        disk_.plan(kFaults[static_cast<std::size_t>(rng_.between(0, 2))],
                   disk_.operations() + static_cast<std::uint64_t>(rng_.between(1, kCommitOperations)));
    }
    std::string error = journal_->commit(batch);
    disk_.forget_plan();
    if (disk_.stopped()) {
        in_flight_ = batch;
        return error;
    }
    support::MemoryJournal with = *promised_;
    with.commit(batch);
    if (error.empty()) {
        on_durable_(batch);
        promised_ = std::move(with);
        perhaps_.clear();
    } else {
        perhaps_.push_back(std::move(with)); // it may stand there all the same, until the next COMMIT
    }
    return error;
}

void SimJournal::crash(DiskFault how, const Batch& in_flight)
{
    // Before the COMMIT, somewhere in it, or after it and before the app knew.
    if (journal_ && !in_flight.empty() && rng_.chance(0.7)) {
        disk_.plan(how, disk_.operations() + static_cast<std::uint64_t>(rng_.between(1, kCommitOperations)));
        in_flight_ = in_flight;
        journal_->commit(in_flight);
    }
    if (!disk_.stopped()) {
        disk_.stop(how);
    }
    journal_.reset();
    disk_.restart();
    disk_.forget_plan();
    disk_.make_room();
    read();
    journal_.reset();
}

void SimJournal::heal()
{
    disk_fails_ = false;
    disk_.make_room();
}

SimJournal::Copy SimJournal::copy() const
{
    return {copy_of(disk_, kFiles), promised_, perhaps_};
}

void SimJournal::replace(const Copy& copy)
{
    put_back(disk_, copy.files);
    promised_ = copy.promised;
    perhaps_ = copy.perhaps;
    read();
    journal_.reset();
}

} // namespace scoreboard::simulation
