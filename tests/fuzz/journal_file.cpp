// A tablet's journal as a bad disk gives it back, or as a program with a fault wrote it: it opens, is set
// aside, or is refused with a sentence; and a tablet that starts can be looked at and taps again.

#include <optional>

#include "client/match_client.h"
#include "fuzz/commands.h"
#include "fuzz/damage.h"
#include "fuzz/odd_log.h"
#include "journal/sqlite_journal.h"
#include "support/temp_folder.h"
#include "wire/wire.h"

namespace {

using namespace scoreboard;
using fuzz::Input;
using fuzz::require;

const auto kBoard = fuzz::id_of<match::BoardId>(0x20);
const auto kLog = fuzz::id_of<match::LogId>(0x10);

match::SealedBody any_body(Input& input, const std::vector<match::CommandId>& known, match::Seq seq)
{
    match::Body body;
    body.id = {fuzz::id_of<match::WriterId>(input.byte() % 3), seq};
    body.command = fuzz::any_command(input, known);
    const std::uint8_t how = input.byte();
    if ((how & 1U) != 0) {
        body.seen = match::Seen{known.front(), {1, match::Phase::kPlay}};
    }
    body.tap.tablet_boot = fuzz::id_of<match::BootId>((how & 2U) != 0 ? 0x40 : 0x41);
    body.tap.at = match::TabletTime(std::chrono::seconds(100)) + fuzz::any_duration(input);
    if ((how & 4U) != 0) {
        body.tap.board_boot = fuzz::id_of<match::BootId>(0x30);
        body.tap.offset = fuzz::any_duration(input);
        body.tap.uncertainty = fuzz::any_duration(input);
    }
    return wire::seal(body);
}

// Batches of anything that a client could have stored.
void write_odd_journal(Input& input, const std::string& path)
{
    auto opened = journal::SqliteJournal::open(path);
    require(opened.has_value(), "a new journal can be made");
    std::vector<match::Entry> history{fuzz::start_of_match()};
    std::vector<match::CommandId> known{history.front().id()};
    std::vector<client::StoreAction> batch{client::Bind{kBoard, kLog},
                                           client::StoreEntry{kBoard, kLog, history.front()}};
    for (match::Seq seq = 1; seq < 40 && !input.empty(); ++seq) {
        match::SealedBody sealed = any_body(input, known, seq);
        const match::CommandId id = sealed.body.id;
        known.push_back(id);
        switch (input.below(6)) {
        case 0:
        case 1:
            batch.emplace_back(
                client::SaveTap{std::move(sealed), input.flip() ? std::optional(kBoard) : std::nullopt});
            break;
        case 2:
        case 3: {
            match::Entry entry;
            entry.rev = history.back().rev + 1 + input.below(2);
            entry.sealed = std::move(sealed);
            entry.outcome = fuzz::any_outcome(input);
            entry.received = match::BoardTime(std::chrono::seconds(10)) + fuzz::any_duration(input);
            if (input.flip()) {
                entry.verdict = fuzz::any_verdict(input, known, entry.received);
            }
            entry.state_digest = static_cast<std::uint32_t>(input.number(1));
            entry.chain = wire::chain_hash(history.back().chain, entry);
            history.push_back(entry);
            batch.emplace_back(client::StoreEntry{kBoard, kLog, std::move(entry)});
            break;
        }
        case 4:
            batch.emplace_back(client::Orphan{id, "no board took it", ""});
            break;
        default:
            batch.emplace_back(
                client::MarkAcked{fuzz::any_id(input, known),
                                  session::Ack{id, fuzz::any_outcome(input), input.byte(), std::nullopt}});
            break;
        }
    }
    (void)(*opened)->commit(batch);
}

std::string good_bytes()
{
    const support::TempFolder folder;
    {
        auto opened = journal::SqliteJournal::open(folder.file("journal"));
        require(opened.has_value(), "a new journal can be made");
        const match::Entry start = fuzz::start_of_match();
        std::vector<client::StoreAction> batch{client::Bind{kBoard, kLog},
                                               client::StoreEntry{kBoard, kLog, start}};
        for (match::Seq seq = 1; seq <= 20; ++seq) {
            match::Body body;
            body.id = {(*opened)->content().writer, seq};
            body.seen = match::Seen{start.id(), {1, match::Phase::kPlay}};
            body.command = match::AddScore{match::Side::kHome, 2};
            batch.emplace_back(client::SaveTap{wire::seal(body), kBoard});
        }
        require((*opened)->commit(batch).empty(), "a journal saves");
    }
    return fuzz::bytes_of(folder.file("journal"));
}

void write_spoilt_journal(Input& input, const std::string& path)
{
    static const std::string kGood = good_bytes();
    std::string bytes = kGood;
    while (!input.empty()) {
        fuzz::spoil(bytes, input);
    }
    fuzz::write_file(path, bytes);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    const support::TempFolder folder;
    const std::string path = folder.file("journal");
    if (input.flip()) {
        write_odd_journal(input, path);
    } else {
        write_spoilt_journal(input, path);
    }
    auto opened = journal::SqliteJournal::open(path);
    if (!opened) {
        require(!opened.error().empty(), "a journal that is refused is refused with a sentence");
        return 0;
    }
    const match::TabletTime now{std::chrono::seconds(200)};
    client::MatchClient::Options options;
    options.tablet_boot = fuzz::id_of<match::BootId>(0x40);
    options.new_writer = [] { return fuzz::id_of<match::WriterId>(0x55); };
    client::MatchClient client(std::move(options), (*opened)->content(), now);
    (void)client.view(now);
    client.issue(match::AddScore{match::Side::kHome, 1}, now, now);
    client.undo(now, now);
    client.flush();
    const std::string error = (*opened)->commit(client.take_store_batch(now));
    if (error.empty()) {
        client.on_stored(now);
    } else {
        client.on_store_failed(error, now);
    }
    (void)client.view(now);
    return 0;
}
