#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "boards/sim_panel.h"
#include "panel/image.h"
#include "panel/panel_link.h"

namespace scoreboard::panel {

// A PanelLink at one end of a cable, the real firmware at the other, in virtual time. It keeps every image
// that the board wanted, and checks after each step that the panel has latched one of them and nothing else.
class PanelRig {
public:
    struct Options {
        std::uint64_t seed = 1;
        std::uint32_t baud = 115200;
        std::string board_layout = "multisport";
        Layout panel_layout = *find_layout("multisport");
        std::uint32_t start_id = 0xB0A2D001;
    };

    PanelRig() : PanelRig(Options{}) {}
    explicit PanelRig(Options options);

    // The cable is in and the port is open; the panel has been up for a while.
    void open();
    void close();
    void restart_board(std::uint32_t start_id);

    // Shows the scores; every call is the next rev of the log.
    Rev score(int home, int guest);
    Rev show(const Picture& picture);
    Rev note(); // a rev that changes no byte
    Picture scores(int home, int guest) const;

    void run_for(Duration span);
    // Runs until `done`, at most for `limit`; whether it came true.
    template <class Done>
    bool run_until(Duration limit, Done done)
    {
        const BoardTime end = now_ + limit;
        while (!done() && now_ < end) {
            step(end);
        }
        return done();
    }
    bool run_until_shown(Rev rev, Duration limit)
    {
        return run_until(limit, [&] { return link_->shown() == rev; });
    }

    BoardTime now() const { return now_; }
    line::LineTime line_now() const { return now_ - kStart; } // the cable's time begins with the panel
    PanelLink& link() { return *link_; }
    boards::SimPanel& panel() { return panel_; }
    const Layout& layout() const { return layout_; }

    // What the panel's cells say, running clocks included.
    std::string text(const std::string& field) const;
    // The panel latched the newest picture, nothing under way.
    bool is_right() const;
    std::vector<std::uint8_t> latched() const;

    std::vector<Shown> shown; // events, oldest first
    std::vector<HealthChanged> health;
    // What the board sent, for tests that tamper: return true to swallow a frame.
    std::function<bool(const std::vector<std::uint8_t>&)> intercept;
    // Bytes besides those that the two ends say.
    void inject_to_board(std::span<const std::uint8_t> bytes);
    void inject_to_panel(std::span<const std::uint8_t> bytes);
    std::vector<std::uint8_t> heard; // everything that reached the board
    // Wrong pictures seen so far, as sentences. Empty is right.
    std::vector<std::string> lies;

private:
    void step(BoardTime limit);
    void settle();
    void take_events();
    void remember_wanted();
    void check_panel();
    void check_shown(const Shown& event);
    std::string score_text() const;

    Options options_;
    const Layout& layout_;
    static constexpr BoardTime kStart{std::chrono::hours(1)};
    BoardTime now_ = kStart;
    boards::SimPanel panel_;
    std::unique_ptr<PanelLink> link_;
    bool open_ = false;
    std::uint32_t opens_ = 0;
    Rev rev_ = 0;
    Picture picture_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint8_t>>
        wanted_; // (start id, image rev)
    std::map<Rev, std::string> score_of_;
    std::map<std::string, bool> lit_; // every score that the LEDs have shown
};

} // namespace scoreboard::panel
