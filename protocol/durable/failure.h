#pragma once

#include <boost/system/result.hpp>
#include <cstdint>
#include <string>

namespace SQLite {
class Exception;
}

namespace scoreboard::durable {

enum class FailureKind : std::uint8_t {
    kInUse,   // another process holds the file
    kNotOurs, // some other program's file: it is left as it is
    kTooNew,  // written by a newer Scorewire: it is left as it is
    kDamaged,
    kNoSpace,
    kDenied, // no permission, a read-only disk, a missing folder
    kOther,
};

struct Failure {
    FailureKind kind = FailureKind::kOther;
    std::string text; // for a person: what happened to which file, what to do
};

template <class T>
using Result = boost::system::result<T, Failure>;

// What an exception of SQLite means for the file at `path`, called `noun` ("journal", "log").
Failure explain(const SQLite::Exception& error, const std::string& noun, const std::string& path);

// The same for a failed system call; `error` is its errno.
Failure explain_errno(int error, const std::string& noun, const std::string& path);

} // namespace scoreboard::durable
