#include "simulation/sim_vfs.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <new>
#include <sqlite3.h>

#include "simulation/sim_disk.h"

namespace scoreboard::simulation {

namespace {

constexpr int kSectorSize = 4096; // what SQLite's own VFS says on Linux

// SQLite gives the memory; `base` comes first because SQLite sees nothing else of it.
struct OpenFile {
    sqlite3_file base;
    SimDisk* disk;
    SimDisk::Handle handle;
    std::string folder; // to be synced with the first sync, as a new journal has to be found again
    bool power_safe_overwrite;
};

OpenFile& file_of(sqlite3_file* file)
{
    return *reinterpret_cast<OpenFile*>(file);
}

SimDisk& disk_of(sqlite3_vfs* vfs)
{
    return *static_cast<SimDisk*>(vfs->pAppData);
}

int code_of(const std::error_code& error, int otherwise)
{
    if (!error) {
        return SQLITE_OK;
    }
    return error.value() == ENOSPC ? SQLITE_FULL : otherwise;
}

std::size_t unsigned_of(sqlite3_int64 value)
{
    return static_cast<std::size_t>(value);
}

int close(sqlite3_file* file)
{
    file_of(file).~OpenFile();
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* into, int size, sqlite3_int64 offset)
{
    const OpenFile& open = file_of(file);
    const auto wanted = static_cast<std::size_t>(size);
    const auto got = open.disk->read(open.handle, unsigned_of(offset), static_cast<char*>(into), wanted);
    if (!got) {
        return SQLITE_IOERR_READ;
    }
    std::memset(static_cast<char*>(into) + *got, 0, wanted - *got);
    return *got == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset)
{
    const OpenFile& open = file_of(file);
    const std::string_view view(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
    return code_of(open.disk->write(open.handle, unsigned_of(offset), view), SQLITE_IOERR_WRITE);
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    const OpenFile& open = file_of(file);
    return code_of(open.disk->truncate(open.handle, unsigned_of(size)), SQLITE_IOERR_TRUNCATE);
}

int sync(sqlite3_file* file, int)
{
    OpenFile& open = file_of(file);
    if (const auto error = open.disk->sync(open.handle)) {
        return code_of(error, SQLITE_IOERR_FSYNC);
    }
    if (!open.folder.empty()) {
        if (const auto error = open.disk->sync_folder(open.folder)) {
            return code_of(error, SQLITE_IOERR_DIR_FSYNC);
        }
        open.folder.clear();
    }
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size)
{
    const OpenFile& open = file_of(file);
    const auto bytes = open.disk->size(open.handle);
    if (!bytes) {
        return SQLITE_IOERR_FSTAT;
    }
    *size = static_cast<sqlite3_int64>(*bytes);
    return SQLITE_OK;
}

int lock(sqlite3_file*, int)
{
    return SQLITE_OK; // durable::ProcessLock keeps a file to one process
}

int check_reserved_lock(sqlite3_file*, int* result)
{
    *result = 0;
    return SQLITE_OK;
}

int file_control(sqlite3_file* file, int operation, void* argument)
{
    if (operation != SQLITE_FCNTL_POWERSAFE_OVERWRITE) {
        return SQLITE_NOTFOUND;
    }
    OpenFile& open = file_of(file);
    int& value = *static_cast<int*>(argument);
    if (value < 0) {
        value = open.power_safe_overwrite ? 1 : 0;
    } else {
        open.power_safe_overwrite = value != 0;
    }
    return SQLITE_OK;
}

int sector_size(sqlite3_file*)
{
    return kSectorSize;
}

int device_characteristics(sqlite3_file* file)
{
    return file_of(file).power_safe_overwrite ? SQLITE_IOCAP_POWERSAFE_OVERWRITE : 0;
}

const sqlite3_io_methods kMethods{
    .iVersion = 1,
    .xClose = close,
    .xRead = read,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = file_size,
    .xLock = lock,
    .xUnlock = lock,
    .xCheckReservedLock = check_reserved_lock,
    .xFileControl = file_control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = device_characteristics,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags)
{
    file->pMethods = nullptr;
    SimDisk& disk = disk_of(vfs);
    SimDisk::Handle handle;
    std::string folder;
    if (path == nullptr) {
        handle = disk.open_unnamed();
    } else {
        bool made = false;
        auto opened = disk.open(path, (flags & SQLITE_OPEN_CREATE) != 0, &made);
        if (!opened) {
            return code_of(opened.error(), SQLITE_CANTOPEN);
        }
        handle = std::move(*opened);
        constexpr int kJournals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
        if (made && (flags & kJournals) != 0) {
            folder = durable::folder_of(path);
        }
    }
    const bool power_safe_overwrite = path == nullptr || sqlite3_uri_boolean(path, "psow", 1) != 0;
    new (file) OpenFile{{&kMethods}, &disk, std::move(handle), std::move(folder), power_safe_overwrite};
    if (out_flags != nullptr) {
        *out_flags = flags;
    }
    return SQLITE_OK;
}

int remove(sqlite3_vfs* vfs, const char* path, int sync_folder)
{
    SimDisk& disk = disk_of(vfs);
    if (disk.kind(path) == durable::FileKind::kNothing) {
        return SQLITE_IOERR_DELETE_NOENT;
    }
    if (disk.remove(path)) {
        return SQLITE_IOERR_DELETE;
    }
    if (sync_folder != 0 && disk.sync_folder(durable::folder_of(path))) {
        return SQLITE_IOERR_DIR_FSYNC;
    }
    return SQLITE_OK;
}

int access(sqlite3_vfs* vfs, const char* path, int, int* result)
{
    // A journal without content counts as none, as in SQLite's own.
    const auto handle = disk_of(vfs).open(path, false, nullptr);
    *result = handle && handle->file->size() > 0 ? 1 : 0;
    return SQLITE_OK;
}

int full_pathname(sqlite3_vfs*, const char* path, int size, char* full)
{
    sqlite3_snprintf(size, full, "%s", path);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int size, char* bytes)
{
    std::memset(bytes, 0, static_cast<std::size_t>(size));
    return size;
}

int sleep(sqlite3_vfs*, int microseconds)
{
    return microseconds;
}

int current_time(sqlite3_vfs*, double* now)
{
    *now = 0;
    return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*)
{
    return 0;
}

std::string next_name()
{
    static std::atomic<int> count = 0;
    return "simulated-disk-" + std::to_string(++count);
}

} // namespace

SimVfs::SimVfs(SimDisk& disk) : name_(next_name()), vfs_(std::make_unique<sqlite3_vfs>())
{
    vfs_->iVersion = 1;
    vfs_->szOsFile = sizeof(OpenFile);
    vfs_->mxPathname = 512;
    vfs_->zName = name_.c_str();
    vfs_->pAppData = &disk;
    vfs_->xOpen = open;
    vfs_->xDelete = remove;
    vfs_->xAccess = access;
    vfs_->xFullPathname = full_pathname;
    vfs_->xRandomness = randomness;
    vfs_->xSleep = sleep;
    vfs_->xCurrentTime = current_time;
    vfs_->xGetLastError = last_error;
    sqlite3_vfs_register(vfs_.get(), 0);
}

SimVfs::~SimVfs()
{
    sqlite3_vfs_unregister(vfs_.get());
}

} // namespace scoreboard::simulation
