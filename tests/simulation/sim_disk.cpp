#include "simulation/sim_disk.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "simulation/sim_vfs.h"

namespace scoreboard::simulation {

namespace {

std::error_code error_of(int number)
{
    return {number, std::generic_category()};
}

std::error_code io_error()
{
    return error_of(EIO);
}

} // namespace

class SimDisk::Lock final : public durable::FileLock {
public:
    Lock(SimDisk& disk, std::string path, Handle handle)
        : disk_(disk), path_(std::move(path)), handle_(std::move(handle))
    {
    }
    ~Lock() override
    {
        if (disk_.usable(handle_)) {
            disk_.locked_.erase(path_);
        }
    }

    void write(std::string_view text) override
    {
        if (!disk_.write(handle_, 0, text)) {
            disk_.truncate(handle_, text.size());
        }
    }

private:
    SimDisk& disk_;
    std::string path_;
    Handle handle_;
};

class SimDisk::Patched final : public durable::PatchedFile {
public:
    Patched(SimDisk& disk, Handle handle) : disk_(disk), handle_(std::move(handle)) {}

    Error write(std::uint64_t offset, std::string_view bytes) override
    {
        return disk_.write(handle_, offset, bytes);
    }
    Error sync() override { return disk_.sync(handle_); }

private:
    SimDisk& disk_;
    Handle handle_;
};

bool SimDisk::Plan::due(DiskFault fault, std::uint64_t number)
{
    const auto found = planned.find(fault);
    if (found == planned.end() || number < found->second.at) {
        return false;
    }
    if (!found->second.lasts) {
        planned.erase(found);
    }
    happened.insert(fault);
    return true;
}

SimDisk::SimDisk(std::uint64_t seed, Traits traits)
    : traits_(traits), rng_(seed), vfs_(std::make_unique<SimVfs>(*this))
{
}

SimDisk::~SimDisk() = default;

void SimDisk::plan(DiskFault fault, std::uint64_t at, bool lasts)
{
    plan_.planned[fault] = {at, lasts};
    plan_.happened.erase(fault);
}

void SimDisk::stop(DiskFault how)
{
    stopped_ = how;
}

void SimDisk::restart()
{
    tell(stopped_ == DiskFault::kPowerCut ? "THE POWER GOES" : "the process is gone");
    if (stopped_ == DiskFault::kPowerCut) {
        lose_power();
    }
    stopped_.reset();
    locked_.clear();
    ++start_;
}

void SimDisk::lose_power()
{
    std::set<const SimFile*> seen;
    std::vector<std::pair<std::shared_ptr<SimFile>, std::size_t>> in_flight;
    std::uint64_t oldest = operations_;
    const auto add = [&](const Names& names) {
        for (const auto& [path, file] : names) {
            if (seen.insert(file.get()).second && file->dirty()) {
                oldest = std::min(oldest, file->oldest_change());
                for (const std::size_t block : file->dirty_blocks()) {
                    in_flight.emplace_back(file, block);
                }
            }
        }
    };
    add(names_);
    add(durable_names_);

    SimFile::Loss loss;
    switch (rng_.between(0, 3)) {
    case 0:
        break; // nothing was written yet
    case 1:
        loss.reached = UINT64_MAX; // everything was
        break;
    case 2:
        loss.scattered = true;
        break;
    default:
        loss.reached = static_cast<std::uint64_t>(
            rng_.between(static_cast<std::int64_t>(oldest), static_cast<std::int64_t>(operations_)));
    }
    // A journaling file system keeps the order of its names.
    std::size_t kept = 0;
    while (kept < renamings_.size() &&
           (loss.scattered ? rng_.chance(0.5) : renamings_[kept].operation < loss.reached)) {
        for (const auto& [path, file] : renamings_[kept].now) {
            if (file) {
                durable_names_[path] = file;
            } else {
                durable_names_.erase(path);
            }
        }
        ++kept;
    }
    renamings_.clear();
    names_ = durable_names_;
    for (const auto& [path, file] : names_) {
        file->lose_power(loss, rng_); // of a file with two names the second time changes nothing
    }
    if (traits_.garbling && !in_flight.empty()) {
        const auto [file, block] = in_flight[static_cast<std::size_t>(
            rng_.between(0, static_cast<std::int64_t>(in_flight.size()) - 1))];
        file->garble(block, rng_);
    }
}

void SimDisk::tell(const std::string& line) const
{
    if (listener_) {
        listener_(line);
    }
}

std::string SimDisk::name_of(const SimFile& file) const
{
    for (const auto& [path, named] : names_) {
        if (named.get() == &file) {
            return path;
        }
    }
    return "a file without a name";
}

template <class Change>
SimDisk::Error SimDisk::operate(const std::string& what, Change change, bool is_sync)
{
    if (stopped_) {
        return io_error();
    }
    const std::uint64_t number = ++operations_;
    if (plan_.due(DiskFault::kKill, number)) {
        stop(DiskFault::kKill);
        return io_error();
    }
    if (plan_.due(DiskFault::kFull, number)) {
        room_ = used();
    }
    if (!is_sync && plan_.due(DiskFault::kWriteError, number)) {
        tell(std::to_string(number) + "  FAILS  " + what);
        return io_error();
    }
    const bool cut = plan_.due(DiskFault::kPowerCut, number);
    const Error error = cut && is_sync ? Error() : change(number);
    tell(std::to_string(number) + "  " + what + (error ? ": " + error.message() : ""));
    if (cut) {
        stop(DiskFault::kPowerCut);
        return io_error();
    }
    return error;
}

bool SimDisk::usable(const Handle& handle) const
{
    return !stopped_ && handle.file && handle.start == start_;
}

std::uint64_t SimDisk::used() const
{
    std::uint64_t bytes = 0;
    for (const auto& [path, file] : names_) {
        bytes += file->size();
    }
    return bytes;
}

bool SimDisk::fits(const SimFile& file, std::size_t size) const
{
    return size <= file.size() || used() + (size - file.size()) <= room_;
}

SimDisk::Error SimDisk::rename_all(const std::string& folder,
                                   std::vector<std::pair<std::string, std::shared_ptr<SimFile>>> now)
{
    std::string what;
    for (const auto& [path, file] : now) {
        what += (file ? "name " : "remove ") + path + " ";
    }
    return operate(what, [&](std::uint64_t number) {
        for (const auto& [path, file] : now) {
            if (file) {
                names_[path] = file;
            } else {
                names_.erase(path);
            }
        }
        renamings_.push_back({folder, number, std::move(now)});
        return Error();
    });
}

boost::system::result<SimDisk::Handle, SimDisk::Error> SimDisk::open(const std::string& path, bool create,
                                                                     bool* made)
{
    if (stopped_) {
        return io_error();
    }
    const auto found = names_.find(path);
    if (made != nullptr) {
        *made = found == names_.end();
    }
    if (found != names_.end()) {
        return Handle{found->second, start_};
    }
    const std::string folder = durable::folder_of(path);
    if (!create || !folders_.contains(folder)) {
        return error_of(ENOENT);
    }
    const auto file = std::make_shared<SimFile>();
    if (const Error error = rename_all(folder, {{path, file}})) {
        return error;
    }
    return Handle{file, start_};
}

SimDisk::Handle SimDisk::open_unnamed() const
{
    return {std::make_shared<SimFile>(), start_};
}

boost::system::result<std::size_t, SimDisk::Error> SimDisk::read(const Handle& handle, std::size_t offset,
                                                                 char* into, std::size_t size) const
{
    if (!usable(handle)) {
        return io_error();
    }
    if (plan_.due(DiskFault::kReadError, ++reads_)) {
        tell("FAILS  read " + name_of(*handle.file));
        return io_error();
    }
    const std::string_view bytes = handle.file->bytes();
    return offset < bytes.size() ? bytes.copy(into, size, offset) : 0;
}

SimDisk::Error SimDisk::write(const Handle& handle, std::size_t offset, std::string_view bytes)
{
    if (!usable(handle)) {
        return io_error();
    }
    const std::string what = !listener_
                                 ? std::string()
                                 : "write " + name_of(*handle.file) + " " + std::to_string(bytes.size()) +
                                       " bytes at " + std::to_string(offset);
    return operate(what, [&](std::uint64_t number) {
        if (!fits(*handle.file, offset + bytes.size())) {
            return error_of(ENOSPC);
        }
        handle.file->write(number, offset, bytes);
        return Error();
    });
}

SimDisk::Error SimDisk::truncate(const Handle& handle, std::size_t size)
{
    if (!usable(handle)) {
        return io_error();
    }
    const std::string what =
        !listener_ ? std::string() : "truncate " + name_of(*handle.file) + " to " + std::to_string(size);
    return operate(what, [&](std::uint64_t number) {
        handle.file->truncate(number, size);
        return Error();
    });
}

SimDisk::Error SimDisk::sync(const Handle& handle)
{
    if (!usable(handle)) {
        return io_error();
    }
    const auto change = [&](std::uint64_t number) {
        if (plan_.due(DiskFault::kSyncError, number)) {
            handle.file->fail_sync(rng_.chance(0.5), rng_);
            return io_error();
        }
        if (!traits_.lying || rng_.chance(0.3)) {
            handle.file->sync();
        }
        return Error();
    };
    return operate(!listener_ ? std::string() : "sync " + name_of(*handle.file), change, true);
}

boost::system::result<std::size_t, SimDisk::Error> SimDisk::size(const Handle& handle) const
{
    if (!usable(handle)) {
        return io_error();
    }
    return handle.file->size();
}

SimDisk::Error SimDisk::remove(const std::string& path)
{
    if (!names_.contains(path)) {
        return {};
    }
    return rename_all(durable::folder_of(path), {{path, nullptr}});
}

std::string SimDisk::vfs() const
{
    return vfs_->name();
}

durable::FileKind SimDisk::kind(const std::string& path) const
{
    if (folders_.contains(path)) {
        return durable::FileKind::kFolder;
    }
    return names_.contains(path) ? durable::FileKind::kFile : durable::FileKind::kNothing;
}

boost::system::result<std::string, SimDisk::Error> SimDisk::read(const std::string& path,
                                                                 std::size_t max) const
{
    const auto found = names_.find(path);
    if (found == names_.end()) {
        return error_of(ENOENT);
    }
    std::string text(std::min(max, found->second->size()), '\0');
    const auto size = read(Handle{found->second, start_}, 0, text.data(), text.size());
    if (!size) {
        return size.error();
    }
    text.resize(*size);
    return text;
}

SimDisk::Error SimDisk::write(const std::string& path, std::string_view text)
{
    const auto handle = open(path, true, nullptr);
    if (!handle) {
        return handle.error();
    }
    Error error = truncate(*handle, 0);
    if (!error) {
        error = write(*handle, 0, text);
    }
    return error ? error : sync(*handle);
}

SimDisk::Error SimDisk::sync(const std::string& path)
{
    const auto handle = open(path, false, nullptr);
    return handle ? sync(*handle) : handle.error();
}

boost::system::result<std::unique_ptr<durable::PatchedFile>, SimDisk::Error>
SimDisk::open_to_patch(const std::string& path)
{
    auto handle = open(path, false, nullptr);
    if (!handle) {
        return handle.error();
    }
    return std::unique_ptr<durable::PatchedFile>(std::make_unique<Patched>(*this, std::move(*handle)));
}

SimDisk::Error SimDisk::rename(const std::string& from, const std::string& to)
{
    const auto found = names_.find(from);
    if (found == names_.end()) {
        return error_of(ENOENT);
    }
    return rename_all(durable::folder_of(to), {{to, found->second}, {from, nullptr}});
}

SimDisk::Error SimDisk::sync_folder(const std::string& folder)
{
    const auto change = [&](std::uint64_t number) {
        if (plan_.due(DiskFault::kSyncError, number)) {
            return io_error();
        }
        std::erase_if(renamings_, [&](const Renaming& renaming) {
            if (renaming.folder != folder) {
                return false;
            }
            for (const auto& [path, file] : renaming.now) {
                if (file) {
                    durable_names_[path] = file;
                } else {
                    durable_names_.erase(path);
                }
            }
            return true;
        });
        return Error();
    };
    return operate("sync folder " + folder, change, true);
}

SimDisk::Error SimDisk::make_folders(const std::string& folder)
{
    if (stopped_) {
        return io_error();
    }
    for (std::filesystem::path part = folder; folders_.insert(part.string()).second;) {
        part = part.parent_path();
    }
    return {};
}

SimDisk::Error SimDisk::allocate(const std::string& path, std::uint64_t bytes)
{
    const auto handle = open(path, true, nullptr);
    if (!handle) {
        return handle.error();
    }
    if (handle->file->size() >= bytes) {
        return {};
    }
    return operate("allocate " + path, [&](std::uint64_t number) {
        if (!fits(*handle->file, bytes)) {
            return error_of(ENOSPC);
        }
        handle->file->truncate(number, bytes);
        return Error();
    });
}

std::uint64_t SimDisk::free_bytes(const std::string&) const
{
    const std::uint64_t bytes = used();
    return bytes < room_ ? room_ - bytes : 0;
}

boost::system::result<std::unique_ptr<durable::FileLock>, SimDisk::Error>
SimDisk::lock(const std::string& path)
{
    auto handle = open(path, true, nullptr);
    if (!handle) {
        return handle.error();
    }
    if (!locked_.insert(path).second) {
        return error_of(EWOULDBLOCK);
    }
    return std::unique_ptr<durable::FileLock>(std::make_unique<Lock>(*this, path, std::move(*handle)));
}

} // namespace scoreboard::simulation
