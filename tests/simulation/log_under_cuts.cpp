#include "simulation/log_under_cuts.h"

#include <algorithm>
#include <set>

#include "core/board.h"
#include "store/rebuild.h"
#include "support/taps.h"
#include "wire/wire.h"

namespace scoreboard::simulation {

namespace {

std::array<std::uint8_t, 16> random_id(Rng& rng)
{
    std::array<std::uint8_t, 16> id{};
    for (auto& byte : id) {
        byte = static_cast<std::uint8_t>(rng.next());
    }
    return id;
}

} // namespace

CutSubject::Opened LogUnderCuts::open(Rng& rng)
{
    store::StoreOptions options;
    options.folder = "/board";
    options.disk = &disk_;
    options.random_id = [&rng] { return random_id(rng); };
    auto opened = store::LogStore::open(std::move(options));
    if (!opened) {
        return {Found::kNothing, opened.error().text};
    }
    store_ = std::move(*opened);
    core::RecoveredLog log = store_->take_recovered();
    Opened found =
        store_->notices().empty() ? compare(log) : Opened{Found::kAside, store_->notices().front()};
    promise(log);
    board_ = log.board;
    log_ = log.log;
    names_.insert(log.log);
    service_.emplace(support::options(), std::move(log), core::Now{support::kStart, support::kWall});
    return found;
}

void LogUnderCuts::promise(const core::RecoveredLog& log)
{
    promised_.clear();
    acknowledged_.clear();
    perhaps_.clear();
    if (log.open_match) {
        for (const match::Entry& entry : log.open_match->entries()) {
            promised_.push_back(entry.chain);
        }
    }
}

CutSubject::Opened LogUnderCuts::compare(const core::RecoveredLog& log)
{
    const auto at = [](match::Rev rev) { return " at rev " + std::to_string(rev); };
    if ((board_ && log.board != *board_) || (log_ && log.log != *log_)) {
        // A new one, or an older file that is back: a tablet is told by the names.
        const bool once_was = log.head == 0 || names_.contains(log.log);
        return {once_was ? Found::kOlder : Found::kWrong, "lost: the names of board and log"};
    }
    std::vector<match::Hash> possible = promised_;
    possible.insert(possible.end(), perhaps_.begin(), perhaps_.end());
    const bool known =
        log.head == 0 || (log.head <= possible.size() && log.head_chain == possible[log.head - 1]);
    if (!known && !ever_.contains(log.head_chain)) {
        return {Found::kWrong, "an entry that was never written" + at(log.head)};
    }
    if (!promised_.empty() &&
        !store::holds(log, {static_cast<match::Rev>(promised_.size()), promised_.back()})) {
        return {is_noticed(log) ? Found::kOlder : Found::kWrong, "lost: of what was acknowledged up to rev " +
                                                                     std::to_string(promised_.size()) +
                                                                     " only a part is there" + at(log.head)};
    }
    if (known && log.head != promised_.size() && log.head != possible.size()) {
        return {Found::kWrong, "half of a batch" + at(log.head)};
    }
    std::set<match::CommandId> ids;
    if (log.open_match) {
        for (const match::Entry& entry : log.open_match->entries()) {
            if (!ids.insert(entry.id()).second) {
                return {Found::kWrong, "doubled: an id stands in the log again" + at(entry.rev)};
            }
        }
    }
    for (const match::CommandId& id : acknowledged_) {
        if (!ids.contains(id)) {
            return {Found::kOlder, "lost: seq " + std::to_string(id.seq)};
        }
    }
    return {};
}

bool LogUnderCuts::is_noticed(const core::RecoveredLog& log) const
{
    const core::Now now{support::kStart, support::kWall};
    core::Board board(support::options(), log, now);
    while (board.take_batch()) {
        board.on_committed();
    }
    session::Hello hello;
    hello.writer = support::kAnna;
    hello.tablet_boot = support::kTabletBoot;
    hello.log = log_;
    hello.ladder = {session::Rung{static_cast<match::Rev>(promised_.size()), promised_.back()}};
    board.on_envelope(*board.open(now.at), wire::encode(session::ClientMessage(hello)), now);
    return board.poll_new_log_wanted().has_value();
}

bool LogUnderCuts::commit()
{
    while (const auto batch = service_->take_batch()) {
        perhaps_.clear();
        for (const match::Entry& entry : batch->entries) {
            perhaps_.push_back(entry.chain);
            ever_.insert(entry.chain);
        }
        if (const std::string error = store_->commit(batch->entries); !error.empty()) {
            refused_ = batch->entries;
            service_->on_storage_fault(error);
            return false;
        }
        promised_.insert(promised_.end(), perhaps_.begin(), perhaps_.end());
        perhaps_.clear();
        rows_ += batch->entries.size();
        service_->on_committed();
        for (const match::Entry& entry : batch->entries) {
            acknowledged_.push_back(entry.id());
            std::erase_if(outbox_, [&](const auto& message) { return message.sealed.body.id == entry.id(); });
        }
    }
    return true;
}

std::string LogUnderCuts::go_on()
{
    for (int i = 0; i < 3; ++i) {
        if (store_->commit(refused_).empty()) {
            return "a commit succeeded after the disk had failed, before the log was rebuilt";
        }
    }
    if (!store_->rebuild().empty()) {
        return {};
    }
    core::RecoveredLog log = store_->take_recovered();
    Opened found = compare(log);
    promise(log);
    service_->on_rebuilt(std::move(log), core::Now{support::kStart, support::kWall});
    return found.text;
}

bool LogUnderCuts::work(Rng& rng)
{
    if (!store_->fault().empty()) {
        return false;
    }
    if (rng.chance(0.1)) {
        store_->checkpoint(true); // an error shows at the next commit
    }
    for (auto taps = rng.between(1, 5); taps > 0; --taps) {
        const auto side = rng.chance(0.5) ? match::Side::kHome : match::Side::kGuest;
        outbox_.push_back(support::tap(support::kAnna, next_seq_++, match::AddScore{side, 1}));
    }
    for (const session::CommandMessage& message : outbox_) {
        support::give(*service_, message);
    }
    // What is answered at once was recorded before.
    std::erase_if(outbox_, [&](const auto& message) {
        const match::CommandId& id = message.sealed.body.id;
        const bool answered = service_->answer(id).has_value();
        if (answered) {
            acknowledged_.push_back(id);
        }
        return answered;
    });
    return commit();
}

void LogUnderCuts::drop()
{
    service_.reset();
    store_.reset();
}

} // namespace scoreboard::simulation
