#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "durable/disk.h"
#include "simulation/rng.h"
#include "simulation/sim_file.h"

namespace scoreboard::simulation {

class SimVfs;

// What goes wrong with a disk, at the first operation of its kind that is due.
enum class DiskFault : std::uint8_t {
    kKill,       // the process dies: what it wrote stays, nothing more is written
    kPowerCut,   // what is not durable is lost, torn or reordered
    kSyncError,  // a sync fails, and its pages are gone although they count as clean
    kWriteError, // a write, a new file or a new name fails
    kReadError,
    kFull, // no room is left, until something is removed or make_room()
};

// A disk in memory, from one seed: the folders and files of one machine, with a SQLite VFS of its own. It
// tells what was written from what is durable, and can be made to fail at any operation. Used by one thread.
class SimDisk final : public durable::Disk {
public:
    struct Traits {
        bool garbling = false; // flash that leaves garbage in the 4 KiB block that it was writing
        bool lying = false;    // says that a sync is done and does nothing
    };

    explicit SimDisk(std::uint64_t seed) : SimDisk(seed, Traits{}) {}
    SimDisk(std::uint64_t seed, Traits traits);
    ~SimDisk() override;
    SimDisk(const SimDisk&) = delete;
    SimDisk& operator=(const SimDisk&) = delete;

    // Everything that changes the disk is an operation: a write, a sync, a new name. Reads are counted apart.
    std::uint64_t operations() const { return operations_; }
    std::uint64_t reads() const { return reads_; }
    // Plans a fault for operation (or read) number `at`, or the first later one that it can happen to; if it
    // `lasts`, for all from there on.
    void plan(DiskFault fault, std::uint64_t at, bool lasts = false);
    void end(DiskFault fault) { plan_.planned.erase(fault); }
    void forget_plan() { plan_ = {}; }
    // Is told of every operation and fault, a line each.
    void listen(std::function<void(const std::string& line)> listener) { listener_ = std::move(listener); }
    void make_room() { room_ = kRoom; }
    // Whether the fault has happened since it was planned last.
    bool happened(DiskFault fault) const { return plan_.happened.contains(fault); }

    void tell(const std::string& line) const; // what goes on around the disk, for the listener

    // Kill or power cut: until restart() every operation fails. What had the files open must be gone by then.
    void stop(DiskFault how);
    bool stopped() const { return stopped_.has_value(); }
    void restart();

    // For the VFS: a file as one process has it open. It is of no use any more after a restart.
    struct Handle {
        std::shared_ptr<SimFile> file;
        std::uint64_t start = 0;
    };
    using Error = std::error_code;
    // Sets `made` if the file is new.
    boost::system::result<Handle, Error> open(const std::string& path, bool create, bool* made);
    // A file without a name, gone with its handle.
    Handle open_unnamed() const;
    // How many bytes were there to be read.
    boost::system::result<std::size_t, Error> read(const Handle& handle, std::size_t offset, char* into,
                                                   std::size_t size) const;
    Error write(const Handle& handle, std::size_t offset, std::string_view bytes);
    Error truncate(const Handle& handle, std::size_t size);
    Error sync(const Handle& handle);
    boost::system::result<std::size_t, Error> size(const Handle& handle) const;

    std::string vfs() const override;
    durable::FileKind kind(const std::string& path) const override;
    boost::system::result<std::string, Error> read(const std::string& path, std::size_t max) const override;
    Error write(const std::string& path, std::string_view text) override;
    Error sync(const std::string& path) override;
    boost::system::result<std::unique_ptr<durable::PatchedFile>, Error>
    open_to_patch(const std::string& path) override;
    Error remove(const std::string& path) override;
    Error rename(const std::string& from, const std::string& to) override;
    Error sync_folder(const std::string& folder) override;
    Error make_folders(const std::string& folder) override;
    Error allocate(const std::string& path, std::uint64_t bytes) override;
    std::uint64_t free_bytes(const std::string& folder) const override;
    boost::system::result<std::unique_ptr<durable::FileLock>, Error> lock(const std::string& path) override;
    // Always the same, so that one seed writes the same bytes.
    std::string this_process() const override { return "simulated (pid 1)"; }
    std::string database_user(const std::string&) const override { return {}; }

private:
    static constexpr std::uint64_t kRoom = 1ULL << 30U;

    class Lock;
    class Patched;
    using Names = std::map<std::string, std::shared_ptr<SimFile>>;
    // A change of names that no sync of its folder has made durable; null: removed.
    struct Renaming {
        std::string folder;
        std::uint64_t operation = 0;
        std::vector<std::pair<std::string, std::shared_ptr<SimFile>>> now;
    };

    // Faults to come, and those that have come.
    struct Plan {
        struct One {
            std::uint64_t at = 0;
            bool lasts = false;
        };
        std::map<DiskFault, One> planned;
        std::set<DiskFault> happened;
        bool due(DiskFault fault, std::uint64_t number);
    };

    // Does `change`, an operation, if nothing that is planned stands against it. Of a sync that is cut
    // nothing is done: what it would have made durable is lost, or not, like anything else.
    template <class Change>
    Error operate(const std::string& what, Change change, bool is_sync = false);
    std::string name_of(const SimFile& file) const;
    bool usable(const Handle& handle) const;
    std::uint64_t used() const;
    bool fits(const SimFile& file, std::size_t size) const;
    Error rename_all(const std::string& folder,
                     std::vector<std::pair<std::string, std::shared_ptr<SimFile>>> now);
    void lose_power();

    Traits traits_;
    Rng rng_;
    std::uint64_t operations_ = 0;
    mutable std::uint64_t reads_ = 0;
    mutable Plan plan_;
    std::uint64_t room_ = kRoom; // for all files together
    std::optional<DiskFault> stopped_;
    std::uint64_t start_ = 0; // counts restarts
    std::set<std::string> folders_;
    Names names_;
    Names durable_names_;
    std::vector<Renaming> renamings_; // oldest first
    std::set<std::string> locked_;
    std::function<void(const std::string&)> listener_;
    std::unique_ptr<SimVfs> vfs_;
};

} // namespace scoreboard::simulation
