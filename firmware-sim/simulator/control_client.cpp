#include "simulator/control_client.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <optional>
#include <thread>

#include "simulator/light_line.h"
#include "simulator/screen.h"
#include "simulator/unix_socket.h"
#include "view/panel_picture.h"

namespace scoreboard::simulator {
namespace {

constexpr std::chrono::milliseconds kWatchEvery{50};

void complain(const std::string& what)
{
    std::fprintf(stderr, "firmware-sim: %s\n", what.c_str());
}

class Connection {
public:
    explicit Connection(const std::string& path) : fd_(connect_to(path))
    {
        if (fd_ < 0) {
            complain("no simulator answers at " + path + " (" + std::strerror(errno) +
                     "); start one with firmware-sim --pty LINK --control " + path);
        }
    }
    ~Connection()
    {
        if (fd_ >= 0) {
            ::close(fd_);
        }
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    bool is_open() const { return fd_ >= 0; }

    // Nothing when the simulator has gone.
    std::optional<std::string> ask(const std::string& request)
    {
        const std::string line = request + "\n";
        if (::send(fd_, line.data(), line.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(line.size())) {
            return std::nullopt;
        }
        while (received_.find('\n') == std::string::npos) {
            std::array<char, 4096> bytes{};
            const ssize_t size = ::recv(fd_, bytes.data(), bytes.size(), 0);
            if (size <= 0) {
                return std::nullopt;
            }
            received_.append(bytes.data(), static_cast<std::size_t>(size));
        }
        const std::size_t end = received_.find('\n');
        const std::string answer = received_.substr(0, end);
        received_.erase(0, end + 1);
        return answer;
    }

private:
    int fd_;
    std::string received_;
};

std::optional<LayoutLight> ask_light(Connection& connection)
{
    const std::optional<std::string> line = connection.ask("light");
    return line ? parse_light_line(*line) : std::nullopt;
}

int gone()
{
    complain("the simulator went away before it answered");
    return 1;
}

} // namespace

int print_answer(const std::string& socket, const std::string& request)
{
    Connection connection(socket);
    if (!connection.is_open()) {
        return 1;
    }
    const std::optional<std::string> answer = connection.ask(request);
    if (!answer) {
        return gone();
    }
    constexpr std::string_view kError = "error: ";
    if (answer->starts_with(kError)) {
        complain(answer->substr(kError.size()));
        return 64;
    }
    std::printf("%s\n", answer->c_str());
    return 0;
}

int save_picture(const std::string& socket, const std::string& file)
{
    Connection connection(socket);
    if (!connection.is_open()) {
        return 1;
    }
    const std::optional<LayoutLight> shown = ask_light(connection);
    if (!shown) {
        return gone();
    }
    std::FILE* out = std::fopen(file.c_str(), "wb"); // before the picture is drawn for nothing
    const std::string png =
        out != nullptr ? view::png_of(view::draw_picture(*shown->layout, shown->light)) : "";
    const bool written = out != nullptr && std::fwrite(png.data(), 1, png.size(), out) == png.size();
    if ((out != nullptr && std::fclose(out) != 0) || !written) {
        complain("cannot write " + file + ": " + std::strerror(errno));
        return 1;
    }
    return 0;
}

int watch(const std::string& socket)
{
    Connection connection(socket);
    if (!connection.is_open()) {
        return 1;
    }
    std::optional<Screen> screen;
    while (const std::optional<LayoutLight> shown = ask_light(connection)) {
        if (!screen) {
            screen.emplace(*shown->layout);
        }
        screen->show(shown->light, std::chrono::steady_clock::now().time_since_epoch());
        std::this_thread::sleep_for(kWatchEvery);
    }
    return 0; // the panel was switched off: nothing more to watch
}

} // namespace scoreboard::simulator
