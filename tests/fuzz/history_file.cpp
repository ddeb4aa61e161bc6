// A history that somebody brings to a board that has lost its log, or a match from another board: any bytes,
// or a file that is whole and whose entries are anything. It is refused with a sentence, or the board opens
// the log that was made of it and goes on.

#include "core/board.h"
#include "fuzz/commands.h"
#include "fuzz/odd_log.h"
#include "simulation/sim_disk.h"
#include "store/log_store.h"
#include "store/match_transfer.h"
#include "store/reseed.h"

namespace {

using namespace scoreboard;
using fuzz::Input;
using fuzz::require;

constexpr const char* kFolder = "/board";

class Ids {
public:
    std::array<std::uint8_t, 16> operator()()
    {
        std::array<std::uint8_t, 16> id{};
        id.fill(++count_);
        return id;
    }

private:
    std::uint8_t count_ = 0;
};

// A board that is new: what it is called, and with what it begins.
class NewBoard {
public:
    NewBoard() { head_ = start(); }

    match::Rev head() const { return head_; } // before anything was brought

    const match::BoardId& name() const { return name_; }
    bool fill(const wire::HistoryFile& history, bool take_place)
    {
        store::Reseed request;
        request.folder = kFolder;
        request.history = history;
        request.take_place = take_place;
        request.random_id = ids_;
        request.disk = &disk_;
        return is_taken(store::reseed(request));
    }
    bool bring_in(const wire::HistoryFile& history)
    {
        return is_taken(store::bring_in({kFolder, ids_, &disk_}, history));
    }
    match::Rev start()
    {
        store::StoreOptions options;
        options.folder = kFolder;
        options.random_id = ids_;
        options.disk = &disk_;
        auto opened = store::LogStore::open(std::move(options));
        const std::string why = opened ? "" : ": " + opened.error().text;
        require(opened.has_value(), ("the log that was made can be opened" + why).c_str());
        for (const std::string& notice : (*opened)->notices()) {
            require(false, ("the log that was made is sound: " + notice).c_str());
        }
        core::RecoveredLog log = (*opened)->take_recovered();
        name_ = log.board;
        core::MatchService::Options service;
        service.boot = fuzz::id_of<match::BootId>(0x31);
        core::Board board(std::move(service), std::move(log), {match::BoardTime(std::chrono::hours(9)), 0});
        while (const auto batch = board.take_batch()) {
            require((*opened)->commit(batch->entries).empty(), "the board goes on");
            board.on_committed();
        }
        return board.service().committed().rev;
    }

private:
    template <class Result>
    static bool is_taken(const Result& result)
    {
        require(result.has_value() || !result.error().empty(), "a refusal says why");
        return result.has_value();
    }

    simulation::SimDisk disk_{1};
    Ids ids_;
    match::BoardId name_;
    match::Rev head_ = 0;
};

wire::HistoryFile odd_history(Input& input, const match::BoardId& board)
{
    return {board, fuzz::id_of<match::LogId>(0x10), fuzz::odd_log(input, fuzz::start_of_match())};
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    const bool any_bytes = input.flip();
    const std::uint8_t how = input.byte();
    NewBoard board;
    const std::string made =
        any_bytes ? std::string() : wire::encode_history(odd_history(input, board.name()));
    const std::string_view bytes = any_bytes ? input.rest() : made;
    const auto history = wire::decode_history(bytes);
    if (!history) {
        require(!history.error().what.empty(), "a refusal says why");
        return 0;
    }
    require(wire::encode_history(*history) == bytes, "what was read is written the same again");
    // Of a match that is brought in what asks for the next one is left out, and it is counted on from here.
    if ((how & 1U) != 0) {
        require(!board.bring_in(*history) || board.start() > board.head(), "the match is there");
    } else if (board.fill(*history, (how & 2U) != 0)) {
        require(board.start() >= history->entries.size(), "what was filled in is there");
    }
    return 0;
}
