#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "ctl/board_url.h"
#include "ctl/failure.h"

namespace scoreboard::ctl {

struct Reply {
    unsigned status = 0;
    std::string body;
};

// One question to a board's public port, answered within five seconds.
Result<Reply> ask(const BoardUrl& url, const std::string& path);

// A board's stream of states.
class StateStream {
public:
    static Result<std::unique_ptr<StateStream>> open(const BoardUrl& url);
    ~StateStream();

    // The next state document; none: nothing came within `patience`. The error: the stream has ended.
    Result<std::optional<std::string>> next(std::chrono::milliseconds patience);

private:
    struct Impl;
    explicit StateStream(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> impl_;
};

} // namespace scoreboard::ctl
