#include "durable/failure.h"

#include <SQLiteCpp/Exception.h>
#include <cerrno>
#include <sqlite3.h>
#include <system_error>

#include "durable/disk.h"

namespace scoreboard::durable {
namespace {

std::string named(const std::string& noun, const std::string& path)
{
    return noun + " " + path;
}

} // namespace

Failure explain_errno(int error, const std::string& noun, const std::string& path)
{
    const std::string what = std::generic_category().message(error);
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return {FailureKind::kNoSpace,
                named(noun, path) + " cannot be written: the disk is full; free some space"};
    case EACCES:
    case EPERM:
        return {FailureKind::kDenied,
                named(noun, path) +
                    " cannot be opened: permission denied; give this user the right to write " +
                    "the file and its folder " + folder_of(path)};
    case EROFS:
        return {FailureKind::kDenied,
                named(noun, path) +
                    " cannot be written: the disk is mounted read-only; choose another folder"};
    case ENOENT:
    case ENOTDIR:
        return {FailureKind::kDenied, named(noun, path) + " cannot be opened: the folder " + folder_of(path) +
                                          " does not exist; create it"};
    case EISDIR:
        return {FailureKind::kNotOurs, named(noun, path) + " is a folder; name a file in it instead"};
    default:
        return {FailureKind::kOther, named(noun, path) + " cannot be used: " + what + "; check the disk"};
    }
}

Failure explain(const SQLite::Exception& error, const std::string& noun, const std::string& path)
{
    const int code = error.getErrorCode() & 0xff;
    switch (code) {
    case SQLITE_FULL:
        return explain_errno(ENOSPC, noun, path);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {FailureKind::kDamaged, named(noun, path) + " is damaged (" + error.what() + ")"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {FailureKind::kInUse, named(noun, path) + " is in use by another program; close it"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return explain_errno(EACCES, noun, path);
    case SQLITE_IOERR:
        return {FailureKind::kOther,
                named(noun, path) + " cannot be read or written (" + error.what() + "); check the disk"};
    default:
        return {FailureKind::kOther, named(noun, path) + " cannot be used (" + error.what() + ")"};
    }
}

} // namespace scoreboard::durable
