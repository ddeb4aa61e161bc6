#include "headless/orphans_run.h"

#include <ostream>

#include "headless/arguments.h"

namespace scoreboard::headless {
namespace {

int complain(std::ostream& complaints, int code, const std::string& what)
{
    complaints << "scoreboard-controller-cli: " << what << std::endl;
    return code;
}

void list(const std::vector<client::OrphanRow>& orphans, std::ostream& out)
{
    if (orphans.empty()) {
        out << "every tap of this journal was taken, or is on its way\n";
    }
    std::size_t number = 0;
    for (const client::OrphanRow& orphan : orphans) {
        out << ++number << "  " << match::describe(orphan.sealed.body.command) << ", tap "
            << orphan.sealed.body.id.seq << ": " << orphan.reason;
        if (!orphan.match.empty()) {
            out << " (match " << orphan.match.substr(0, 8) << ")";
        }
        out << "\n";
    }
}

} // namespace

int run_orphans(const std::vector<std::string>& words, client::Journal& journal, std::ostream& out,
                std::ostream& complaints)
{
    const std::vector<client::OrphanRow>& orphans = journal.content().orphans;
    if (words.empty() || words == std::vector<std::string>{"list"}) {
        list(orphans, out);
        return kExitDone;
    }
    if (words.size() != 2 || words[0] != "drop") {
        return complain(complaints, kExitUsage, "'orphans' goes on with list, again N, drop N or drop all");
    }
    std::vector<client::StoreAction> drops;
    for (std::size_t index = 0; index < orphans.size(); ++index) {
        if (words[1] == "all" || words[1] == std::to_string(index + 1)) {
            drops.emplace_back(client::DropOrphan{orphans[index].sealed.body.id});
        }
    }
    if (drops.empty()) {
        return complain(complaints, kExitRefused,
                        "there is no orphan " + words[1] + "; 'orphans' lists them");
    }
    const std::string error = journal.commit(drops);
    return error.empty() ? kExitDone : complain(complaints, kExitRefused, error);
}

} // namespace scoreboard::headless
