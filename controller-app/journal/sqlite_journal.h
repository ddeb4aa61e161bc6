#pragma once

#include <array>
#include <boost/system/result.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "client/journal.h"
#include "durable/disk.h"
#include "journal/journal_schema.h"

namespace scoreboard::durable {
class Database;
}

namespace scoreboard::journal {

struct JournalOptions {
    std::function<std::array<std::uint8_t, 16>()> random_id{}; // for its names; none: the system's
    durable::Disk* disk = &durable::posix_disk();              // must outlive the journal
};

// The tablet's journal in one SQLite file: what commit() has returned for survives the app being killed and
// the tablet losing power. After a failed write or sync nothing is added to that file any more: a new one is
// made of what can be read (durable::rebuild), and until that works every commit is refused with a sentence.
// Used by one thread.
class SqliteJournal final : public client::Journal {
public:
    // Opens the journal, or makes one with a writer and an install id of its own. The error is a sentence:
    // the journal is in use (by whom), is no journal, cannot be written. A damaged one is kept under another
    // name, a new one is begun, and notice() says so.
    static boost::system::result<std::unique_ptr<SqliteJournal>, std::string>
    open(const std::string& path, const JournalOptions& options = {});

    ~SqliteJournal() override;

    const client::JournalContent& content() const override { return content_; }
    std::string commit(const std::vector<client::StoreAction>& batch) override;

    const std::string& notice() const { return notice_; } // empty, or what a person has to know

private:
    struct Statements;

    SqliteJournal(std::string path, JournalOptions options);
    std::string open();
    std::string try_commit(const std::vector<client::StoreAction>& batch);
    void checkpoint();
    void distrust();
    std::string rebuild();

    std::string path_;
    JournalOptions options_;
    std::unique_ptr<durable::Database> database_;
    std::unique_ptr<Statements> statements_; // after the database: they must go first
    client::JournalContent content_;
    std::string notice_;
    Progress progress_;
    bool in_doubt_ = false; // since a failed write, until the rebuild
    // Taps of a refused batch that may stand in the file all the same: their operator was told otherwise.
    std::vector<match::CommandId> refused_;
};

} // namespace scoreboard::journal
