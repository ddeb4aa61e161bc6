#include "serial/panel_runner.h"

#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boards/sim_panel.h"
#include "line/pty.h"
#include "panel/image.h"

// The driver over a real pseudo-terminal, the real firmware behind it. Real time passes; nothing waits for a
// time, only for what must come true, with a deadline far beyond it.
namespace scoreboard::serial {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr auto kPatience = 20s;

class PanelRunnerTest : public testing::Test {
protected:
    PanelRunnerTest() { replug(); }
    ~PanelRunnerTest() override
    {
        if (runner_) {
            runner_->stop();
        }
        io_.poll();
    }

    void start()
    {
        PanelRunner::Options options;
        options.url = PanelUrl{device_name_, 115200, Backend::kAuto};
        options.layout = layout_;
        options.start_id = 0x51AB1E;
        options.clock = [] { return match::BoardTime(elapsed()); };
        options.random = [this] { return ++nonces_; };
        runner_ = std::make_unique<PanelRunner>(io_, options, [this](const panel::PanelEvent& event) {
            if (const auto* shown = std::get_if<panel::Shown>(&event)) {
                shown_ = shown->rev;
            } else {
                details_.push_back(std::get<panel::HealthChanged>(event).detail);
            }
        });
        runner_->start();
    }

    void score(int points, match::Rev rev)
    {
        panel::Picture picture = panel::dark_picture(layout_);
        put_text(picture, *layout_.digit_field("home.score"), std::to_string(points));
        runner_->set_picture(picture, rev);
    }

    void unplug()
    {
        link_.remove();
        pty_.reset();
        panel_.set_plugged(false, line_time());
    }
    // The device comes back under another number, and the link points there.
    void replug()
    {
        pty_ = std::make_unique<line::Pty>(115200);
        link_.point_to(pty_->device());
        panel_.set_plugged(true, line_time());
    }

    template <class Done>
    bool run_until(Done done)
    {
        const auto give_up = std::chrono::steady_clock::now() + kPatience;
        while (!done() && std::chrono::steady_clock::now() < give_up) {
            io_.restart();
            io_.run_one_for(1ms);
            if (pty_) {
                panel_.host_writes(pty_->read(), line_time());
                panel_.advance(line_time());
                pty_->write(panel_.host_reads(line_time()));
            }
        }
        return done();
    }

    static std::chrono::microseconds elapsed()
    {
        return std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
    line::LineTime line_time() const { return elapsed() - began_; }

    const std::chrono::microseconds began_ = elapsed();
    const panel::Layout& layout_ = *panel::find_layout("multisport");
    boost::asio::io_context io_;
    boards::SimPanel panel_{{layout_, 115200, 1}, {}};
    std::unique_ptr<line::Pty> pty_;
    const std::string device_name_ =
        fs::temp_directory_path() / ("panel-runner-" + std::to_string(::getpid()));
    line::DeviceLink link_{device_name_};
    std::unique_ptr<PanelRunner> runner_;
    std::uint32_t nonces_ = 0;
    match::Rev shown_ = 0;
    std::vector<std::string> details_;
};

TEST_F(PanelRunnerTest, ShowsAPictureOverAPseudoTerminal)
{
    start();

    score(54, 7);

    EXPECT_TRUE(run_until([&] { return shown_ == 7; }));
    EXPECT_EQ(text_of(panel_.light().segments, *layout_.digit_field("home.score")), "54");
    EXPECT_EQ(runner_->link().health(), panel::LinkHealth::kOk);
}

TEST_F(PanelRunnerTest, OpensThePortAgainWhenItComesBackUnderAnotherNumber)
{
    start();
    score(54, 7);
    ASSERT_TRUE(run_until([&] { return shown_ == 7; }));
    unplug();
    ASSERT_TRUE(run_until([&] { return runner_->link().health() == panel::LinkHealth::kNoPort; }));

    score(56, 8);
    replug();

    EXPECT_TRUE(run_until([&] { return shown_ == 8; }));
    EXPECT_EQ(text_of(panel_.light().segments, *layout_.digit_field("home.score")), "56");
}

TEST_F(PanelRunnerTest, StaysUpWithoutAPortAndSaysWhy)
{
    unplug();

    start();

    ASSERT_TRUE(run_until([&] { return !details_.empty(); }));
    EXPECT_THAT(details_.front(), testing::HasSubstr("does not exist"));
    EXPECT_EQ(runner_->link().health(), panel::LinkHealth::kNoPort);
}

TEST_F(PanelRunnerTest, LeavesNoDescriptorOpenBehindAReplug)
{
    const auto count = [] {
        return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator{});
    };
    start();
    score(1, 1);
    ASSERT_TRUE(run_until([&] { return shown_ == 1; }));
    const auto before = count();

    for (match::Rev rev = 2; rev <= 4; ++rev) {
        unplug();
        replug();
        score(static_cast<int>(rev), rev);
        ASSERT_TRUE(run_until([&] { return shown_ == rev; }));
    }

    EXPECT_EQ(count(), before);
}

} // namespace
} // namespace scoreboard::serial
