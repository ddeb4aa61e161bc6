// The real firmware-sim from outside: its serial port, its control socket, its exit codes.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "panel/panel_link.h"
#include "support/child_process.h"
#include "support/daemon.h"
#include "support/temp_folder.h"

namespace scoreboard::testing {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using support::ChildProcess;
using support::Finished;
using support::within;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const panel::Layout& layout()
{
    return *panel::find_layout("multisport");
}

panel::BoardTime board_now()
{
    return panel::BoardTime(
        std::chrono::duration_cast<panel::Duration>(std::chrono::steady_clock::now().time_since_epoch()));
}

panel::Picture scores(const std::string& home, const std::string& guest)
{
    panel::Picture picture;
    picture.segments.resize(layout().digit_count);
    picture.blink.resize(layout().blink_bytes());
    picture.clocks.resize(layout().clock_count);
    picture.indicators.resize(layout().indicator_bytes);
    panel::put_text(picture, *layout().digit_field("home.score"), home);
    panel::put_text(picture, *layout().digit_field("guest.score"), guest);
    return picture;
}

// The board's end of the line, as small as it can be: a port and a PanelLink.
class Host {
public:
    explicit Host(std::string port_path) : path_(std::move(port_path)), link_({layout(), 0xB0A4D, 115200}) {}
    ~Host() { close(); }

    void show(const panel::Picture& picture, panel::Rev rev) { link_.set_picture(picture, rev, board_now()); }

    bool run_until(const std::function<bool()>& done, seconds limit = seconds(20))
    {
        for (const auto deadline = within(limit); std::chrono::steady_clock::now() < deadline;) {
            if (done()) {
                return true;
            }
            step();
        }
        return done();
    }
    bool run_until_shown(panel::Rev rev)
    {
        return run_until([&] { return link_.shown() == rev; });
    }
    const panel::PanelLink& link() const { return link_; }
    void set_speed(speed_t speed) { speed_ = speed; }

private:
    void step()
    {
        if (fd_ < 0) {
            open();
        }
        while (const auto bytes = link_.poll_transmit(board_now())) {
            if (fd_ >= 0 && ::write(fd_, bytes->data(), bytes->size()) < 0) {
                close();
            }
        }
        pollfd waiting{fd_, POLLIN, 0};
        ::poll(&waiting, 1, 2);
        std::vector<std::uint8_t> bytes(4096);
        const ssize_t size = fd_ < 0 ? 0 : ::read(fd_, bytes.data(), bytes.size());
        if (size > 0) {
            link_.on_bytes(std::span(bytes).first(static_cast<std::size_t>(size)), board_now());
        } else if ((waiting.revents & (POLLHUP | POLLERR)) != 0) {
            close();
        }
        while (link_.poll_event()) {
        }
    }

    void open()
    {
        fd_ = ::open(path_.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
        if (fd_ >= 0) {
            termios settings{};
            ::tcgetattr(fd_, &settings);
            ::cfmakeraw(&settings);
            ::cfsetspeed(&settings, speed_);
            ::tcsetattr(fd_, TCSANOW, &settings);
            link_.on_open(board_now(), ++nonce_);
        }
    }
    void close()
    {
        if (fd_ >= 0) {
            ::close(fd_);
            fd_ = -1;
            link_.on_closed(board_now());
        }
    }

    std::string path_;
    panel::PanelLink link_;
    speed_t speed_ = B115200;
    int fd_ = -1;
    std::uint32_t nonce_ = 100;
};

class FirmwareSimTest : public ::testing::Test {
protected:
    void start(const std::vector<std::string>& more = {})
    {
        std::vector<std::string> command = {
            support::program("firmware-sim"), "--pty", port(), "--control", socket(), "--seed", "7"};
        command.insert(command.end(), more.begin(), more.end());
        process_ = std::make_unique<ChildProcess>(command);
        ready_ = process_->wait_for_line(within(seconds(20))).value_or("");
        ASSERT_THAT(ready_, StartsWith("ready pty=/dev/pts/")) << process_->errors();
    }

    Finished ctl(std::vector<std::string> words)
    {
        words.insert(words.begin(), {support::program("firmware-sim"), "ctl", "--socket", socket()});
        return support::run_program(words, {}, seconds(90)); // a picture takes its time under a sanitizer
    }
    std::string state() { return ctl({"state"}).output; }
    bool shows(const std::string& home, const std::string& guest)
    {
        const std::string json = state();
        return json.find("\"home.score\":\"" + home + "\",\"guest.score\":\"" + guest + "\"") !=
               std::string::npos;
    }

    std::string port() const { return folder_.file("panel"); }
    std::string socket() const { return folder_.file("control"); }
    ChildProcess& process() { return *process_; }
    const support::TempFolder& folder() const { return folder_; }
    std::string ready_;

private:
    support::TempFolder folder_;
    std::unique_ptr<ChildProcess> process_;
};

TEST_F(FirmwareSimTest, LinkNamesItsPortWhileItRunsAndSigtermEndsItCleanly)
{
    start();
    const std::string device = std::filesystem::read_symlink(port());

    process().signal(SIGTERM);
    const std::optional<int> code = process().wait_for_exit(within(seconds(20)));

    EXPECT_EQ(ready_, "ready pty=" + device);
    EXPECT_EQ(code, 0);
    EXPECT_FALSE(std::filesystem::exists(std::filesystem::symlink_status(port())));
    EXPECT_FALSE(std::filesystem::exists(socket()));
}

TEST_F(FirmwareSimTest, ShowsWhatTheBoardWantsAndTellsItAsJson)
{
    start();
    Host host(port());
    host.show(scores("54", "49"), 1);
    ASSERT_TRUE(host.run_until_shown(1));

    // On a slow machine a second image, of the same picture, may still be on its way.
    std::string json;
    const auto newest_is_told = [&] {
        json = state();
        return json.find("\"image_rev\":" + std::to_string(host.link().image_rev()) + ",") !=
               std::string::npos;
    };
    ASSERT_TRUE(host.run_until(newest_is_told)) << json;

    EXPECT_THAT(json, HasSubstr("\"home.score\":\"54\",\"guest.score\":\"49\""));
    EXPECT_THAT(json, HasSubstr("\"start_id\":" + std::to_string(0xB0A4D) + ","));
    for (const char* name : {"digest", "image", "text", "clocks", "frames_ok", "frames_bad"}) {
        EXPECT_THAT(json, HasSubstr("\"" + std::string(name) + "\":"));
    }
}

TEST_F(FirmwareSimTest, NoiseOnBothWiresDelaysThePictureAndNeverFalsifiesIt)
{
    start();
    ASSERT_EQ(
        ctl({"set", "bitflip=0.0005", "drop=0.002", "insert=0.002", "dup=0.002", "burst=0.0005"}).exit_code,
        0);
    Host host(port());
    for (int score = 1; score <= 25; ++score) {
        host.show(scores(std::to_string(score), std::to_string(score)), static_cast<panel::Rev>(score));
        ASSERT_TRUE(host.run_until_shown(static_cast<panel::Rev>(score))) << score;
        EXPECT_TRUE(shows(std::to_string(score), std::to_string(score))) << state();
    }
}

TEST_F(FirmwareSimTest, UnpluggedItComesBackUnderAnotherNumberWithItsPicture)
{
    start();
    Host host(port());
    host.show(scores("12", "10"), 1);
    ASSERT_TRUE(host.run_until_shown(1));
    const std::filesystem::path before = std::filesystem::read_symlink(port());

    ASSERT_EQ(ctl({"unplug", "100ms"}).exit_code, 0);
    const bool kept = shows("12", "10");
    host.show(scores("14", "10"), 2);
    const bool right_again = host.run_until_shown(2);

    EXPECT_TRUE(kept);
    EXPECT_TRUE(right_again);
    EXPECT_NE(std::filesystem::read_symlink(port()), before);
    EXPECT_TRUE(shows("14", "10"));
}

TEST_F(FirmwareSimTest, ResetDarkensThePanelUntilTheBoardHasHeardOfIt)
{
    start();
    {
        Host host(port());
        host.show(scores("12", "10"), 1);
        ASSERT_TRUE(host.run_until_shown(1));
    }

    ASSERT_EQ(ctl({"reset"}).exit_code, 0);

    EXPECT_TRUE(shows("", ""));
    Host host(port());
    host.show(scores("12", "10"), 1);
    EXPECT_TRUE(host.run_until_shown(1));
    EXPECT_TRUE(shows("12", "10"));
}

TEST_F(FirmwareSimTest, PortSetToAnotherSpeedHearsOnlyNoise)
{
    start();
    Host host(port());
    host.set_speed(B9600);
    host.show(scores("12", "10"), 1);

    host.run_until([&] { return host.link().counters().frames_bad > 0; });

    EXPECT_GT(host.link().counters().frames_bad, 0u);
    EXPECT_TRUE(shows("", ""));
}

TEST_F(FirmwareSimTest, PictureIsAPngFile)
{
    start();
    const std::string file = folder().file("panel.png");

    const Finished done = ctl({"png", file});

    EXPECT_EQ(done.exit_code, 0) << done.errors;
    std::ifstream in(file, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    EXPECT_THAT(bytes.str(), StartsWith("\x89PNG\r\n\x1a\n"));
}

TEST_F(FirmwareSimTest, TerminalViewPrintsALineWhenThePictureChanges)
{
    start({"--view", "terminal"});
    Host host(port());
    host.show(scores("54", "49"), 1);
    ASSERT_TRUE(host.run_until_shown(1));

    const auto line = process().wait_for_line(
        [](const std::string& text) { return text.find("HOME 54  GUEST 49") != std::string::npos; },
        within(seconds(20)));

    EXPECT_TRUE(line.has_value()) << process().output();
}

TEST_F(FirmwareSimTest, EveryInjectedFaultIsLogged)
{
    const std::string log = folder().file("faults");
    start({"--fault-log", log});
    ASSERT_EQ(ctl({"set", "dup=1"}).exit_code, 0);
    Host host(port());
    host.show(scores("1", "1"), 1);
    const auto logged = [&log](const char* line) {
        std::ifstream in(log);
        std::stringstream text;
        text << in.rdbuf();
        return text.str().find(line) != std::string::npos;
    };

    EXPECT_TRUE(host.run_until([&] { return logged(" to-panel dup\n"); }));
    EXPECT_TRUE(host.run_until([&] { return logged(" from-panel dup\n"); }));
}

TEST_F(FirmwareSimTest, SaysWhatIsWrongAndWhatToDo)
{
    start();
    const struct {
        std::vector<std::string> words;
        int exit_code;
        const char* message;
    } rows[] = {
        {{"set", "bitflip=2"}, 64, "bitflip is a probability from 0 to 1, not '2'"},
        {{"set", "gremlins=1"}, 64, "use bitflip, burst, drop, insert, dup, tx-dead or rx-dead"},
        {{"set", "tx-dead=perhaps"}, 64, "tx-dead is on or off"},
        {{"unplug", "soon"}, 64, "use 500ms or 2s"},
        {{"png", "/no/such/folder/panel.png"}, 1, "cannot write /no/such/folder/panel.png"},
        {{"dance"}, 64, "subcommand is required"},
    };
    for (const auto& row : rows) {
        const Finished done = ctl(row.words);

        EXPECT_EQ(done.exit_code, row.exit_code) << row.words.front();
        EXPECT_THAT(done.errors, HasSubstr(row.message));
    }
}

TEST_F(FirmwareSimTest, RefusesToStartWhereItCannotWork)
{
    start();
    const std::string firmware_sim = support::program("firmware-sim");
    const struct {
        const char* name;
        std::vector<std::string> words;
        int exit_code;
        const char* message;
    } rows[] = {
        {"no port", {}, 64, "--pty"},
        {"layout", {"--pty", folder().file("other"), "--layout", "curling"}, 1, "there are: multisport"},
        {"folder", {"--pty", "/no/such/folder/panel"}, 1, "choose another --pty path"},
        {"socket",
         {"--pty", folder().file("other"), "--control", socket()},
         1,
         "another simulator answers there"},
        {"nobody", {"ctl", "--socket", folder().file("none"), "state"}, 1, "no simulator answers at"},
    };
    for (const auto& row : rows) {
        std::vector<std::string> command = row.words;
        command.insert(command.begin(), firmware_sim);

        const Finished done = support::run_program(command);

        EXPECT_EQ(done.exit_code, row.exit_code) << row.name;
        EXPECT_THAT(done.errors + done.output, HasSubstr(row.message)) << row.name;
    }
}

} // namespace
} // namespace scoreboard::testing
