#include "simulation/journal_under_cuts.h"

#include <algorithm>

#include "simulation/fingerprint.h"
#include "wire/wire.h"

namespace scoreboard::simulation {

namespace {

constexpr const char* kPath = "/tablet/journal.sqlite";
const match::BoardId kBoard{{{0xb0}}};
const match::LogId kLog{{{0x10}}};

bool same_row(const client::OutboxRow& left, const client::OutboxRow& right)
{
    return left.sealed.bytes == right.sealed.bytes && left.board == right.board &&
           left.acked.has_value() == right.acked.has_value();
}

// Of a tap that was refused the seq alone may be left.
bool same(const client::JournalContent& left, const client::JournalContent& right)
{
    return left.install == right.install && left.writer == right.writer && left.next_seq >= right.next_seq &&
           left.board == right.board && std::ranges::equal(left.outbox, right.outbox, same_row) &&
           std::ranges::equal(left.history, right.history);
}

std::uint64_t fingerprint(const client::JournalContent& content)
{
    Fingerprint print;
    for (const std::uint8_t byte : content.writer.bytes) {
        print.add(byte);
    }
    print.add(content.next_seq);
    print.add(content.board.has_value());
    for (const client::OutboxRow& row : content.outbox) {
        print.add(row.sealed.body.id.seq);
        print.add(row.acked.has_value());
    }
    for (const match::Entry& entry : content.history) {
        print.add(entry.rev);
        print.add(entry.id().seq);
    }
    return print.value();
}

std::string numbers_of(const client::JournalContent& content)
{
    return std::to_string(content.outbox.size()) + " rows in the outbox, " +
           std::to_string(content.history.size()) + " in the history, next seq " +
           std::to_string(content.next_seq);
}

std::array<std::uint8_t, 16> random_id(Rng& rng)
{
    std::array<std::uint8_t, 16> id{};
    for (auto& byte : id) {
        byte = static_cast<std::uint8_t>(rng.next());
    }
    return id;
}

match::Entry entry_of(const client::OutboxRow& row, match::Rev rev)
{
    match::Entry entry;
    entry.rev = rev;
    entry.sealed = row.sealed;
    entry.outcome.applied = true;
    return entry;
}

} // namespace

CutSubject::Opened JournalUnderCuts::open(Rng& rng)
{
    disk_.make_folders("/tablet");
    journal::JournalOptions options;
    options.disk = &disk_;
    options.random_id = [&rng] { return random_id(rng); };
    auto opened = journal::SqliteJournal::open(kPath, options);
    if (!opened) {
        return {Found::kNothing, opened.error()};
    }
    journal_ = std::move(*opened);
    const client::JournalContent& content = journal_->content();
    Opened found;
    if (!journal_->notice().empty()) {
        found = {Found::kAside, journal_->notice()};
    } else if (promised_ && !same(content, promised_->content()) &&
               std::ranges::none_of(perhaps_, [&](const support::MemoryJournal& perhaps) {
                   return same(content, perhaps.content());
               })) {
        found = {once_was(content) ? Found::kOlder : Found::kWrong,
                 "promised: " + numbers_of(promised_->content()) + "; found: " + numbers_of(content)};
    }
    promised_.emplace(content);
    states_.insert(fingerprint(content));
    perhaps_.clear();
    again_.clear();
    next_seq_ = content.next_seq;
    return found;
}

bool JournalUnderCuts::once_was(const client::JournalContent& content) const
{
    const bool made_anew = content.next_seq == 1 && content.outbox.empty();
    return made_anew || states_.contains(fingerprint(content)); // an older file may be back as well
}

std::vector<client::StoreAction> JournalUnderCuts::random_batch(Rng& rng)
{
    support::MemoryJournal before = *promised_;
    before.commit(again_);
    const client::JournalContent& content = before.content();
    std::vector<client::StoreAction> batch = again_;
    if (!content.board) {
        batch.emplace_back(client::Bind{kBoard, kLog});
    }
    const auto dice = rng.between(0, 99);
    const auto rows = content.outbox.size();
    if (dice < 60 || rows == 0) {
        for (auto count = rng.between(1, 3); count > 0; --count) {
            match::Body body;
            body.id = {content.writer, next_seq_++};
            body.command = match::AddScore{match::Side::kHome, 2};
            batch.emplace_back(client::SaveTap{wire::seal(body), kBoard});
        }
        return batch;
    }
    // Answers and entries come in the order of the rows.
    const auto upto =
        static_cast<std::size_t>(rng.between(1, static_cast<std::int64_t>(std::min<std::size_t>(rows, 5))));
    for (std::size_t i = 0; i < upto; ++i) {
        const client::OutboxRow& row = content.outbox[i];
        const match::Rev rev = static_cast<match::Rev>(content.history.size() + i + 1);
        if (dice < 75) {
            session::Ack ack;
            ack.id = row.sealed.body.id;
            ack.rev = rev;
            ack.outcome.applied = true;
            batch.emplace_back(client::MarkAcked{row.sealed.body.id, ack});
        } else {
            batch.emplace_back(client::StoreEntry{kBoard, kLog, entry_of(row, rev)});
        }
    }
    return batch;
}

bool JournalUnderCuts::work(Rng& rng)
{
    const auto batch = random_batch(rng);
    support::MemoryJournal& perhaps = perhaps_.emplace_back(*promised_);
    perhaps.commit(batch);
    states_.insert(fingerprint(perhaps.content()));
    if (!journal_->commit(batch).empty()) {
        again_ = batch;
        std::erase_if(again_, [](const client::StoreAction& action) {
            return std::holds_alternative<client::SaveTap>(action);
        });
        return false;
    }
    rows_ += batch.size();
    promised_ = std::move(perhaps);
    perhaps_.clear();
    again_.clear();
    return true;
}

} // namespace scoreboard::simulation
