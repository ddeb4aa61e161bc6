#include "client/strip.h"

#include <chrono>

namespace scoreboard::client {
namespace {

using namespace std::chrono_literals;

constexpr match::Duration kOfflineAfter = 3s;
constexpr match::Duration kSilentIsSlow = 1500ms;
constexpr match::Duration kSlowAfter = 1s;
constexpr match::Duration kWorkingAfter = 300ms;

template <class Unit>
std::string count(match::Duration span)
{
    return std::to_string(std::chrono::duration_cast<Unit>(span).count());
}

// "1.4 s"
std::string in_seconds(match::Duration span)
{
    const auto tenths = span / 100ms;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
}

// "12 s", "3 min"
std::string age(match::Duration span)
{
    return span < 2min ? count<std::chrono::seconds>(span) + " s"
                       : count<std::chrono::minutes>(span) + " min";
}

std::string waiting(const StripFacts& facts)
{
    return std::to_string(facts.waiting) + " waiting";
}

std::string offline_text(const StripFacts& facts)
{
    if (facts.waiting == 0) {
        return "OFFLINE - taps are saved on this tablet";
    }
    return "OFFLINE - " + waiting(facts) + ", saved on this tablet - oldest " + age(facts.oldest);
}

std::string storage_fault_text(const StripFacts& facts)
{
    if (facts.unrecorded == 0) {
        return "BOARD CANNOT SAVE - taps are kept on this tablet";
    }
    return "BOARD CANNOT SAVE - " + std::to_string(facts.unrecorded) + " kept on this tablet until it can";
}

std::string panel_fault_text(const StripFacts& facts)
{
    return facts.unrecorded == 0 ? "BOARD HAS IT, PANEL DOES NOT ANSWER - Show help"
                                 : "PANEL DOES NOT ANSWER - " + waiting(facts);
}

std::string slow_text(const StripFacts& facts)
{
    if (facts.waiting == 0) {
        return "SLOW - last answer " + in_seconds(facts.silent_for) + " ago";
    }
    return "SLOW - " + waiting(facts) + " (" + in_seconds(facts.oldest) + ")";
}

std::string held_text(const StripFacts& facts)
{
    const std::string taps = facts.hidden == 1 ? "1 tap" : std::to_string(facts.hidden) + " taps";
    return "DISPLAY HELD - the hall does not see " +
           (facts.hidden == 0 ? "what changes" : taps + " of yours") + " - released in HISTORY";
}

std::string shown_text(const StripFacts& facts)
{
    std::string text = "SHOWN - " + facts.board_name + " - panel confirmed " + std::to_string(facts.shown);
    if (facts.last_shown_in) {
        text += " - " + count<std::chrono::milliseconds>(*facts.last_shown_in) + " ms";
    }
    return text;
}

} // namespace

StripState strip_state(const StripFacts& facts)
{
    if (!facts.connected || facts.silent_for >= kOfflineAfter) {
        return {Strip::kOffline, offline_text(facts)};
    }
    if (facts.board_cannot_save) {
        return {Strip::kStorageFault, storage_fault_text(facts)};
    }
    if (facts.has_panel && facts.panel != session::PanelStatus::kOk) {
        return {Strip::kPanelFault, panel_fault_text(facts)};
    }
    const bool some = facts.waiting > 0;
    if ((some && facts.oldest > kSlowAfter) || facts.silent_for > kSilentIsSlow) {
        return {Strip::kSlow, slow_text(facts)};
    }
    if (some && facts.oldest >= kWorkingAfter) {
        return {Strip::kWorking, std::to_string(facts.waiting) + " on its way"};
    }
    if (facts.display_held) {
        return {Strip::kHeld, held_text(facts)};
    }
    if (!facts.has_panel) {
        return {Strip::kNoPanel, "RECORDED - this board drives no panel"};
    }
    return {Strip::kShown, shown_text(facts)};
}

} // namespace scoreboard::client
