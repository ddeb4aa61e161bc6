// The board's log as a bad disk gives it back, or as a program with a fault wrote it: the store opens what is
// sound, sets aside what is damaged, or refuses with a sentence; and a board that starts can go on.

#include "core/board.h"
#include "fuzz/commands.h"
#include "fuzz/damage.h"
#include "fuzz/odd_log.h"
#include "store/log_store.h"
#include "support/temp_folder.h"
#include "wire/wire.h"

namespace {

using namespace scoreboard;
using fuzz::Input;
using fuzz::require;

std::array<std::uint8_t, 16> next_id()
{
    static std::uint8_t count = 0;
    std::array<std::uint8_t, 16> id{};
    id.fill(++count);
    return id;
}

durable::Result<std::unique_ptr<store::LogStore>> open(const std::filesystem::path& folder)
{
    store::StoreOptions options;
    options.folder = folder;
    options.random_id = next_id;
    return store::LogStore::open(std::move(options));
}

core::Board board_of(core::RecoveredLog log)
{
    core::MatchService::Options options;
    options.boot = fuzz::id_of<match::BootId>(0x30);
    return core::Board(std::move(options), std::move(log), {match::BoardTime(std::chrono::seconds(2000)), 0});
}

void write_odd_log(Input& input, const std::filesystem::path& folder)
{
    auto opened = open(folder);
    require(opened.has_value(), "a new log can be made");
    core::Board board = board_of((*opened)->take_recovered());
    (void)(*opened)->commit(fuzz::odd_log(input, board.take_batch()->entries.front()));
}

struct Files {
    std::string database;
    std::string wal;
    std::string lock;
    std::string board_id;
};

// A match as the store keeps it, with the newest entries still in the write-ahead log.
Files good_files()
{
    const support::TempFolder folder;
    auto opened = open(folder.path());
    require(opened.has_value(), "a new log can be made");
    core::Board board = board_of((*opened)->take_recovered());
    session::Hello hello;
    hello.writer = fuzz::id_of<match::WriterId>(1);
    const core::Now now{match::BoardTime(std::chrono::seconds(2000)), 0};
    const auto id = board.open(now.at);
    board.on_envelope(*id, wire::encode(session::ClientMessage(hello)), now);
    for (match::Seq seq = 1; seq <= 30; ++seq) {
        match::Body body;
        body.id = {hello.writer, seq};
        body.command = match::AddScore{match::Side::kHome, 2};
        session::CommandMessage message;
        message.sealed = wire::seal(body);
        board.on_envelope(*id, wire::encode(session::ClientMessage(message)), now);
        while (const auto batch = board.take_batch()) {
            require((*opened)->commit(batch->entries).empty(), "a log records");
            board.on_committed();
        }
        if (seq == 20) {
            (*opened)->checkpoint(true);
        }
    }
    const auto file = [&](const char* name) { return fuzz::bytes_of(folder.path() / name); };
    return {file("log.sqlite"), file("log.sqlite-wal"), file("log.sqlite.lock"), file("board.id")};
}

void write_spoilt_log(Input& input, const std::filesystem::path& folder)
{
    static const Files kGood = good_files();
    Files files = kGood;
    const std::uint8_t how = input.byte();
    while (!input.empty()) {
        std::string* const all[] = {&files.database, &files.database, &files.wal, &files.board_id};
        fuzz::spoil(*all[input.below(4)], input);
    }
    fuzz::write_file(folder / "log.sqlite", files.database);
    fuzz::write_file(folder / "board.id", files.board_id);
    if ((how & 1U) != 0) {
        fuzz::write_file(folder / "log.sqlite-wal", files.wal);
    }
    if ((how & 2U) != 0) {
        fuzz::write_file(folder / "log.sqlite.lock", files.lock);
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    const support::TempFolder folder;
    if (input.flip()) {
        write_odd_log(input, folder.path());
    } else {
        write_spoilt_log(input, folder.path());
    }
    auto opened = open(folder.path());
    if (!opened) {
        require(!opened.error().text.empty(), "a log that is refused is refused with a sentence");
        return 0;
    }
    core::Board board = board_of((*opened)->take_recovered());
    while (const auto batch = board.take_batch()) {
        const std::string error = (*opened)->commit(batch->entries);
        if (!error.empty()) {
            return 0;
        }
        board.on_committed();
    }
    require(board.service().committed().rev > 0, "a board that starts has a match");
    return 0;
}
