#include "headless/history_run.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <ostream>
#include <unistd.h>

#include "client/kept_matches.h"
#include "headless/arguments.h"
#include "wire/history_file.h"

namespace scoreboard::headless {
namespace {

using client::JournalContent;
using client::KeptMatch;

// All matches of a journal, the one that is open first.
std::vector<KeptMatch> matches_in(const JournalContent& content)
{
    std::vector<KeptMatch> matches;
    if (!content.history.empty() && content.board && content.log) {
        matches.push_back({0, *content.board, *content.log, false, content.history});
    }
    matches.insert(matches.end(), content.kept.begin(), content.kept.end());
    return matches;
}

// Null: no match has that number.
const KeptMatch* find(const std::vector<KeptMatch>& matches, const std::string& number)
{
    const auto found = std::find_if(matches.begin(), matches.end(), [&](const KeptMatch& match) {
        return std::to_string(match.number) == number;
    });
    return found == matches.end() ? nullptr : &*found;
}

void list(const std::vector<KeptMatch>& matches, std::ostream& out)
{
    if (matches.empty()) {
        out << "this journal holds no match\n";
    }
    for (const KeptMatch& match : matches) {
        out << match.number << "  " << client::title_of(match) << ", " << match.entries.size()
            << " entries up to rev " << match.entries.back().rev << ", log "
            << match::to_hex(match.log).substr(0, 8)
            << (match.number == 0 ? "" : ", which its board has lost") << "\n";
    }
}

// Durable on return; what went wrong, or nothing. A file that is there already is left alone.
std::string write_new(const std::string& path, const std::string& bytes)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (file < 0) {
        return std::strerror(errno);
    }
    std::size_t written = 0;
    while (written < bytes.size()) {
        const ssize_t count = ::write(file, bytes.data() + written, bytes.size() - written);
        if (count <= 0) {
            break;
        }
        written += static_cast<std::size_t>(count);
    }
    const bool whole = written == bytes.size() && ::fsync(file) == 0;
    const std::string error = whole ? "" : std::strerror(errno);
    ::close(file);
    if (!whole) {
        ::unlink(path.c_str());
    }
    return error;
}

struct Console {
    std::ostream& out;
    std::ostream& complaints;

    int complain(int code, const std::string& what) const
    {
        complaints << "scoreboard-controller-cli: " << what << std::endl;
        return code;
    }
};

int export_match(const KeptMatch& match, const std::string& path, const Console& console)
{
    const std::string error = write_new(path, wire::encode_history({match.board, match.log, match.entries}));
    if (!error.empty()) {
        return console.complain(kExitRefused, "the history cannot be written to " + path + ": " + error);
    }
    console.out << "wrote match " << match.number << ", " << client::title_of(match) << ", "
                << match.entries.size() << " entries, to " << path << "; on the board: scoreboardctl reseed "
                << path << std::endl;
    return kExitDone;
}

} // namespace

int run_history(const std::vector<std::string>& words, client::Journal& journal, std::ostream& out,
                std::ostream& complaints)
{
    const Console console{out, complaints};
    const std::vector<KeptMatch> matches = matches_in(journal.content());
    const std::string what = words.empty() ? "list" : words[0];
    if (what == "list" && words.size() <= 1) {
        list(matches, out);
        return kExitDone;
    }
    const bool exports = what == "export" && (words.size() == 2 || words.size() == 3);
    const bool drops = what == "drop" && words.size() == 2;
    if (!exports && !drops) {
        return console.complain(kExitUsage, "'history' goes on with list, export FILE [N] or drop N");
    }
    if (matches.empty()) {
        return console.complain(kExitRefused, "this journal holds no match");
    }
    // What was lost last is what is asked for in a hurry.
    const bool named = drops || words.size() == 3;
    const KeptMatch* match = named ? find(matches, words.back()) : &matches.back();
    if (match == nullptr || (drops && match->number == 0)) {
        return console.complain(kExitRefused, "there is no " + std::string(drops ? "lost " : "") + "match " +
                                                  words.back() + "; 'history' lists them");
    }
    if (exports) {
        return export_match(*match, words[1], console);
    }
    const std::string error = journal.commit({client::LetGo{match->number}});
    return error.empty() ? kExitDone : console.complain(kExitRefused, error);
}

} // namespace scoreboard::headless
