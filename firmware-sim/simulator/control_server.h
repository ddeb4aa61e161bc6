#pragma once

#include <functional>
#include <string>
#include <vector>

#include <poll.h>

namespace scoreboard::simulator {

// Answers requests on a Unix socket: one line asks, one line answers. It never waits for a client.
class ControlServer {
public:
    using Answer = std::function<std::string(const std::string& request)>;

    // Throws std::runtime_error with a text for a person.
    ControlServer(std::string path, Answer answer);
    ~ControlServer();
    ControlServer(const ControlServer&) = delete;
    ControlServer& operator=(const ControlServer&) = delete;

    void add_to(std::vector<pollfd>& polled) const;
    void serve(); // whatever is ready

private:
    struct Client {
        int fd = -1;
        std::string request;
    };
    void accept_all();
    bool serve_client(Client& client); // false: it is gone

    std::string path_;
    Answer answer_;
    int listener_ = -1;
    std::vector<Client> clients_;
};

} // namespace scoreboard::simulator
