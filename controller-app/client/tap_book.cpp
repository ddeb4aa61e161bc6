#include "client/tap_book.h"

#include <algorithm>
#include <utility>

#include "sabotage/sabotage.h"

namespace scoreboard::client {

void TapBook::pressed(match::Seq seq, const match::Command& command, std::string label,
                      match::TabletTime tapped)
{
    insert(taps_.end(), seq, command, std::move(label), tapped);
}

void TapBook::saved(match::Seq seq, match::TabletTime now)
{
    if (Tap* tap = find(seq); tap != nullptr && !tap->saved) {
        tap->saved = true;
        rise(*tap, Level::kSaved, now);
    }
}

void TapBook::recorded(match::Seq seq, match::Rev rev, std::string remark, match::TabletTime now)
{
    if (Tap* tap = find(seq); tap != nullptr && tap->view.level == Level::kSaved) {
        tap->view.rev = rev;
        tap->view.reason = std::move(remark);
        rise(*tap, Level::kRecorded, now);
    }
    prune();
}

void TapBook::refused(match::Seq seq, match::Rev rev, std::string reason, match::TabletTime now)
{
    if (Tap* tap = find(seq); tap != nullptr && tap->view.level != Level::kRefused) {
        tap->saved = true;
        tap->view.rev = rev;
        tap->view.reason = std::move(reason);
        rise(*tap, Level::kRefused, now);
    }
    prune();
}

void TapBook::sent_again(match::Seq seq, const match::Command& command, std::string label, std::string reason,
                         match::TabletTime now)
{
    Tap* known = find(seq);
    if (known == nullptr) {
        const auto later = std::find_if(taps_.begin(), taps_.end(),
                                        [seq](const Tap& other) { return other.view.seq > seq; });
        known = &insert(later, seq, command, std::move(label), now);
    }
    Tap& tap = *known;
    tap.saved = true;
    tap.view.rev = 0;
    tap.view.reason = std::move(reason);
    tap.hidden = false;
    rise(tap, Level::kSaved, now);
}

void TapBook::set_display_held(bool held, match::TabletTime now)
{
    if (display_held_ && !held) {
        released_ = now;
    }
    display_held_ = held;
    for (Tap& tap : taps_) {
        tap.hidden = tap.hidden || (held && tap.view.level == Level::kRecorded);
    }
}

void TapBook::shown_through(match::Rev rev, match::TabletTime now)
{
    for (Tap& tap : taps_) {
        if (tap.view.level == Level::kRecorded && tap.view.rev <= rev) {
            last_shown_in_ = now - waits_since(tap);
            rise(tap, Level::kShown, now);
        }
    }
    prune();
}

void TapBook::dismiss(match::Seq seq)
{
    if (Tap* tap = find(seq)) {
        tap->view.dismissed = true;
    }
}

void TapBook::rename(const std::map<match::Seq, match::Seq>& new_seq_of)
{
    for (Tap& tap : taps_) {
        if (const auto renamed = new_seq_of.find(tap.view.seq); renamed != new_seq_of.end()) {
            tap.view.seq = renamed->second;
        }
    }
}

TapBook::Waiting TapBook::waiting() const
{
    Waiting waiting;
    for (const Tap& tap : taps_) {
        if (!tap.saved || at_last_level(tap)) {
            continue;
        }
        if (sabotage_planted(SABOTAGE_UNSENT_UNCOUNTED) && tap.view.level == Level::kSaved) {
            continue;
        }
        if (display_held_ && tap.view.level == Level::kRecorded) {
            ++waiting.hidden;
            continue;
        }
        ++waiting.count;
        waiting.unrecorded += tap.view.level == Level::kSaved ? 1u : 0u;
        waiting.oldest = std::min(waiting.oldest.value_or(waits_since(tap)), waits_since(tap));
    }
    return waiting;
}

std::vector<TapView> TapBook::newest() const
{
    std::vector<TapView> views;
    for (auto tap = taps_.rbegin(); tap != taps_.rend() && views.size() < kKept; ++tap) {
        if (tap->saved) {
            views.push_back(tap->view);
        }
    }
    return views;
}

std::optional<match::Duration> TapBook::last_shown_in() const
{
    return last_shown_in_;
}

std::optional<LevelChange> TapBook::poll_change()
{
    if (changes_.empty()) {
        return std::nullopt;
    }
    LevelChange change = std::move(changes_.front());
    changes_.pop_front();
    return change;
}

TapBook::Tap* TapBook::find(match::Seq seq)
{
    // From the back: after a change of writer seqs begin anew, and the newest tap of a number is meant.
    const auto tap = std::find_if(taps_.rbegin(), taps_.rend(),
                                  [seq](const Tap& candidate) { return candidate.view.seq == seq; });
    return tap == taps_.rend() ? nullptr : &*tap;
}

TapBook::Tap& TapBook::insert(std::deque<Tap>::iterator before, match::Seq seq, const match::Command& command,
                              std::string label, match::TabletTime tapped)
{
    Tap tap;
    tap.view.seq = seq;
    tap.view.label = std::move(label);
    tap.view.command = command;
    tap.view.tapped = tapped;
    tap.view.changed = tapped;
    return *taps_.insert(before, std::move(tap));
}

void TapBook::rise(Tap& tap, Level level, match::TabletTime now)
{
    tap.view.level = level;
    tap.view.changed = now;
    changes_.push_back({tap.view.seq, level, tap.view.rev, tap.view.reason, now});
}

// What was hidden could be shown only once the display was released.
match::TabletTime TapBook::waits_since(const Tap& tap) const
{
    return tap.hidden ? std::max(tap.view.tapped, released_) : tap.view.tapped;
}

bool TapBook::at_last_level(const Tap& tap) const
{
    return tap.view.level == Level::kShown || tap.view.level == Level::kRefused ||
           (tap.view.level == Level::kRecorded && !has_panel_);
}

void TapBook::prune()
{
    while (taps_.size() > kKept && at_last_level(taps_.front())) {
        taps_.pop_front();
    }
}

} // namespace scoreboard::client
