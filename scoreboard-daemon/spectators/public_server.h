#pragma once

#include <boost/system/result.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "feed/feed_state.h"
#include "system/endpoint.h"

namespace scoreboard::spectators {

// The public, read-only port, on a thread of its own: a thousand readers cannot delay a tap. It knows only
// the copies of the committed state that publish() hands over.
class PublicServer {
public:
    struct Options {
        system::Endpoint listen;
        std::size_t readers_max = 1000;
        // Called on the server's thread; what the log holds comes back by deliver(), or never.
        std::function<void(std::uint64_t ticket, match::Rev first, match::Rev last)> want_entries{};
    };
    struct Failure {
        std::string what; // a sentence
    };

    // Listens and starts the thread.
    static boost::system::result<std::unique_ptr<PublicServer>, Failure> start(const Options& options);
    ~PublicServer(); // closes every connection and ends the thread

    const system::Endpoint& endpoint() const; // with the port that the kernel chose

    // From any thread: what was wanted.
    void deliver(std::uint64_t ticket, std::vector<match::Entry> entries);
    // From any thread. Only the newest state is kept for a reader that is slow.
    void publish(feed::FeedState state);

private:
    struct Impl;
    explicit PublicServer(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> impl_;
};

} // namespace scoreboard::spectators
