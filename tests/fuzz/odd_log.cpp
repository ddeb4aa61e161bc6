#include "fuzz/odd_log.h"

#include <optional>

#include "core/board.h"
#include "fuzz/commands.h"
#include "match/timeline.h"
#include "wire/wire.h"

namespace scoreboard::fuzz {

namespace {

// A new entry that the log would be given next, its content anything.
match::Entry entry_of(Input& input, const std::vector<match::Entry>& before)
{
    std::vector<match::CommandId> known;
    for (const match::Entry& entry : before) {
        known.push_back(entry.id());
    }
    match::Body body;
    body.id = {id_of<match::WriterId>(input.byte() % 3), 1 + before.size()};
    body.command = any_command(input, known);
    const std::uint8_t how = input.byte();
    if ((how & 1U) != 0) {
        body.seen = match::Seen{(how & 2U) != 0 ? known.front() : body.id, {1, match::Phase::kPlay}};
    }
    match::Entry entry;
    entry.rev = static_cast<match::Rev>(before.size() + 1);
    entry.sealed = wire::seal(body);
    entry.outcome = any_outcome(input);
    entry.received = match::BoardTime(std::chrono::seconds(1000)) + any_duration(input);
    entry.board_boot = id_of<match::BootId>(0x30);
    if ((how & 4U) != 0) {
        entry.verdict = any_verdict(input, known, entry.received);
    }
    return entry;
}

// The digest that an honest fold would have given, for as long as the entries are of a kind that it can fold.
class Digests {
public:
    std::uint32_t after(const match::Entry& entry)
    {
        if (!fold_ && !lost_) {
            fold_.emplace(entry);
        } else if (fold_ && fold_->takes(entry)) {
            fold_->add(entry);
        } else {
            fold_.reset();
            lost_ = true;
        }
        return fold_ ? match::digest(fold_->state(), entry.received) : 0;
    }

private:
    std::optional<match::Timeline> fold_;
    bool lost_ = false;
};

} // namespace

match::Entry start_of_match()
{
    core::RecoveredLog log;
    log.log = id_of<match::LogId>(0x10);
    log.board = id_of<match::BoardId>(0x20);
    core::Board board(core::MatchService::Options{}, std::move(log),
                      {match::BoardTime(std::chrono::seconds(9)), 0});
    return board.take_batch()->entries.front();
}

std::vector<match::Entry> odd_log(Input& input, const match::Entry& start)
{
    std::vector<match::Entry> entries{start};
    Digests digests;
    (void)digests.after(start);
    while (!input.empty() && entries.size() < 60) {
        match::Entry entry = entry_of(input, entries);
        entry.state_digest = digests.after(entry);
        entry.chain = wire::chain_hash(entries.back().chain, entry);
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace scoreboard::fuzz
