#pragma once

#include <boost/system/result.hpp>
#include <string>

namespace scoreboard::ctl {

// A sentence for a person: what went wrong and what to do.
struct Failure {
    std::string what;
};

template <class T>
using Result = boost::system::result<T, Failure>;

} // namespace scoreboard::ctl
