#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/client_view.h"

namespace scoreboard::client {

// A tap came to another level.
struct LevelChange {
    match::Seq seq = 0;
    Level level = Level::kSaved;
    match::Rev rev = 0;
    std::string reason;
    match::TabletTime at{};

    bool operator==(const LevelChange&) const = default;
};

// How far each tap of this tablet came: one level at a time, and never back, unless it was refused or lost by
// the board.
class TapBook {
public:
    static constexpr std::size_t kKept = 32; // taps at their last level that are still shown

    struct Waiting {
        std::size_t count = 0;                   // saved, and not at their last level
        std::size_t unrecorded = 0;              // of them
        std::size_t hidden = 0;                  // recorded while the display is held: they wait for nothing
        std::optional<match::TabletTime> oldest; // since when the oldest waits: its press, as a rule
    };

    // Without a panel "recorded" is the last level.
    void set_has_panel(bool has_panel) { has_panel_ = has_panel; }
    // While the public display is held "shown" waits for a person, not for the panel.
    void set_display_held(bool held, match::TabletTime now);

    void pressed(match::Seq seq, const match::Command& command, std::string label, match::TabletTime tapped);
    void saved(match::Seq seq, match::TabletTime now);
    void recorded(match::Seq seq, match::Rev rev, std::string remark, match::TabletTime now);
    void refused(match::Seq seq, match::Rev rev, std::string reason, match::TabletTime now);
    // The board has lost it: it is back at `saved`, and on its way again.
    void sent_again(match::Seq seq, const match::Command& command, std::string label, std::string reason,
                    match::TabletTime now);
    void shown_through(match::Rev rev, match::TabletTime now);
    void dismiss(match::Seq seq);
    void rename(const std::map<match::Seq, match::Seq>& new_seq_of);

    Waiting waiting() const;
    std::vector<TapView> newest() const; // newest first, at most kKept; only what was saved or refused
    std::optional<match::Duration> last_shown_in() const;
    std::optional<LevelChange> poll_change();

private:
    struct Tap {
        TapView view;
        bool saved = false;  // or refused: it has a level
        bool hidden = false; // recorded while the display was held
    };

    Tap* find(match::Seq seq);
    Tap& insert(std::deque<Tap>::iterator before, match::Seq seq, const match::Command& command,
                std::string label, match::TabletTime tapped);
    void rise(Tap& tap, Level level, match::TabletTime now);
    bool at_last_level(const Tap& tap) const;
    match::TabletTime waits_since(const Tap& tap) const;
    void prune();

    std::deque<Tap> taps_; // by seq
    std::deque<LevelChange> changes_;
    std::optional<match::Duration> last_shown_in_;
    bool has_panel_ = true;
    bool display_held_ = false;
    match::TabletTime released_{}; // when the display was last released
};

} // namespace scoreboard::client
