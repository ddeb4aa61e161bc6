#include "ctl/reseed_command.h"

#include <utility>

#include "ctl/board_folder.h"
#include "durable/disk.h"
#include "match/scoreline.h"
#include "store/reseed.h"
#include "wire/history_file.h"

namespace scoreboard::ctl {
namespace {

std::string report(const store::Reseeded& done)
{
    const auto entries = done.match.entries();
    const match::Scoreline line =
        match::scoreline(done.match.ruleset(), done.match.state(), entries.back().received);
    return "the board holds " + line.home.name + " " + std::to_string(line.home.score) + " : " +
           std::to_string(line.guest.score) + " " + line.guest.name + ", " + line.period_text + " " +
           line.game.text + " again, " + std::to_string(entries.size()) + " entries, in log " +
           match::to_hex(done.log).substr(0, 8) +
           (done.took_place ? ", under the name of its former board" : "") +
           ". Start scoreboard-daemon; when all controllers are back, check the score, and set the clock";
}

} // namespace

Result<std::string> reseed(const std::string& file, const std::string& data, bool take_place)
{
    const auto bytes = durable::posix_disk().read(file, wire::kHistoryBytesMax + 1);
    if (!bytes) {
        return Failure{"the history " + file + " cannot be read: " + bytes.error().message()};
    }
    auto history = wire::decode_history(*bytes);
    if (!history) {
        return Failure{file + " " + history.error().what};
    }
    if (std::string complaint = complaint_about_user(data, "reseed"); !complaint.empty()) {
        return Failure{std::move(complaint)};
    }
    const auto done = store::reseed(
        {.folder = data, .history = std::move(*history), .take_place = take_place, .random_id = random_id});
    if (!done) {
        return Failure{done.error()};
    }
    return Result<std::string>(boost::system::in_place_value, report(*done));
}

} // namespace scoreboard::ctl
