#include "ctl/transfer_commands.h"

#include "ctl/board_folder.h"
#include "durable/disk.h"
#include "store/match_transfer.h"
#include "wire/history_file.h"

namespace scoreboard::ctl {
namespace {

std::string title_of(const match::MatchSummary& match)
{
    return match.home_name + " " + std::to_string(match.home) + " : " + std::to_string(match.guest) + " " +
           match.guest_name + ", " + match.period_text + ", " + std::to_string(match.last - match.first + 1) +
           " entries";
}

} // namespace

Result<std::string> export_match(const std::string& data, const std::string& match, const std::string& file)
{
    durable::Disk& disk = durable::posix_disk();
    if (disk.kind(file) != durable::FileKind::kNothing) {
        return Failure{file + " is there already; name another file"};
    }
    if (std::string complaint = complaint_about_user(data, "export"); !complaint.empty()) {
        return Failure{std::move(complaint)};
    }
    const auto taken = store::take_out({.folder = data, .random_id = random_id}, match);
    if (!taken) {
        return Failure{taken.error()};
    }
    if (const auto error = disk.write(file, wire::encode_history(taken->history))) {
        return Failure{file + " cannot be written: " + error.message()};
    }
    return {boost::system::in_place_value, "wrote " + title_of(taken->match) + ", to " + file +
                                               "; on the other board: scoreboardctl import"};
}

Result<std::string> import_match(const std::string& data, const std::string& file)
{
    const auto bytes = durable::posix_disk().read(file, wire::kHistoryBytesMax + 1);
    if (!bytes) {
        return Failure{file + " cannot be read: " + bytes.error().message()};
    }
    const auto history = wire::decode_history(*bytes);
    if (!history) {
        return Failure{file + " " + history.error().what};
    }
    if (std::string complaint = complaint_about_user(data, "import"); !complaint.empty()) {
        return Failure{std::move(complaint)};
    }
    const auto match = store::bring_in({.folder = data, .random_id = random_id}, *history);
    if (!match) {
        return Failure{match.error()};
    }
    const auto entries = match->entries();
    return {boost::system::in_place_value, "the board holds " +
                                               title_of(match::summary_of(match->ruleset(), match->state(),
                                                                          entries.front(), entries.back())) +
                                               "; it is the open match once scoreboard-daemon is started"};
}

} // namespace scoreboard::ctl
