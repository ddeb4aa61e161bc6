// What the oracle checks of what people are told: a level of a tap, and the words of the strip.
#include <algorithm>

#include "simulation/oracle.h"

namespace scoreboard::simulation {

namespace {

// A panel that has lost its picture is found out within so long; until then the board may go by what it knew.
constexpr Micros kFoundOutWithin = 3 * kSecond;
// The thresholds of the strip, and what two clocks may differ by meanwhile.
constexpr Micros kOfflineAfter = 3 * kSecond + 10 * kMs;
constexpr Micros kWorkingAfter = 300 * kMs + 10 * kMs;

} // namespace

void Oracle::latched(const std::string& home, const std::string& guest, std::uint32_t start_id,
                     std::uint32_t image_rev)
{
    if (!scores_.contains({home, guest})) {
        violated(Check::kS16, "the panel shows " + home + " : " + guest + ", which was never recorded");
    }
    if (start_id == era_ && static_cast<std::int32_t>(image_rev - image_rev_) < 0) {
        violated(Check::kS16, "the panel went back from image " + std::to_string(image_rev_) + " to " +
                                  std::to_string(image_rev));
    }
    era_ = start_id;
    image_rev_ = image_rev;
    if (pictures_.empty() || pictures_.back().score != Score(home, guest)) {
        pictures_.push_back({now_, {home, guest}});
        tell(home.empty() && guest.empty() ? std::string("the panel: is dark")
                                           : "the panel: shows " + home + " : " + guest);
    }
}

void Oracle::shown(const match::LogId& log, match::Rev rev)
{
    if (rev > committed_[life_of(log)].rev) {
        violated(Check::kR5, "rev " + std::to_string(rev) + " is called shown before its COMMIT");
    }
    check_was_lit(rev);
    match::Rev& newest = shown_[life_of(log)];
    newest = std::max(newest, rev);
}

// The panel had the score after `rev`, or after a later one, lit since that was recorded.
void Oracle::check_was_lit(match::Rev rev) const
{
    const auto first = recorded_.find({life_, rev});
    if (first == recorded_.end()) {
        return; // of a log that was read anew: what the scores were between is not known
    }
    std::set<Score> wanted;
    for (auto one = first; one != recorded_.end() && one->first.first == life_; ++one) {
        wanted.insert(one->second.score);
    }
    Micros until = kNever;
    for (auto picture = pictures_.rbegin(); picture != pictures_.rend(); ++picture) {
        if (until < first->second.at - kFoundOutWithin) {
            break;
        }
        if (wanted.contains(picture->score)) {
            return;
        }
        until = picture->since;
    }
    const Score& score = first->second.score;
    violated(Check::kLevel, "the board calls rev " + std::to_string(rev) + " shown, and no " + score.first +
                                " : " + score.second + " has been lit since it was recorded");
}

void Oracle::called_saved(int tablet, match::Seq seq, const client::JournalContent& journal) const
{
    const auto is_it = [&](const match::SealedBody& sealed) {
        const TapFact* tap = tap_of(sealed.bytes);
        const bool by_name =
            sealed.body.id.writer == journal.writer; // whichever copy of the journal tapped it
        return sealed.body.id.seq == seq &&
               (by_name || (tap != nullptr && (tap->tablet == tablet || tap->copied)));
    };
    const bool kept = std::ranges::any_of(journal.kept, [&](const client::KeptMatch& match) {
        return std::ranges::any_of(match.entries, is_it, &match::Entry::sealed);
    });
    const bool held = kept || std::ranges::any_of(journal.outbox, is_it, &client::OutboxRow::sealed) ||
                      std::ranges::any_of(journal.history, is_it, &match::Entry::sealed) ||
                      std::ranges::any_of(journal.orphans, is_it, &client::OrphanRow::sealed);
    if (!held) {
        violated(Check::kLevel, "tablet " + std::to_string(tablet) + " calls its tap " + std::to_string(seq) +
                                    " saved, and it stands in no table of its journal: were the app killed "
                                    "now, it would be lost");
    }
}

void Oracle::called_recorded(int tablet, match::Seq seq, match::Rev rev) const
{
    // In whichever life of the log: whether it has gone back since only the board can tell the tablet.
    const bool stood_there = std::ranges::any_of(
        bodies_, [&](const auto& body) { return body.first.second == rev && body.second.first.seq == seq; });
    if (!stood_there) {
        violated(Check::kLevel, "tablet " + std::to_string(tablet) + " calls its tap " + std::to_string(seq) +
                                    " recorded as rev " + std::to_string(rev) +
                                    ", and that never stood there in the board's log");
    }
}

bool Oracle::was_shown(const match::LogId& log, match::Rev rev) const
{
    return std::ranges::any_of(
        shown_, [&](const auto& newest) { return newest.first.first == log && newest.second >= rev; });
}

void Oracle::called_shown(int tablet, const match::LogId& log, match::Seq seq, match::Rev rev) const
{
    if (!was_shown(log, rev)) {
        violated(Check::kLevel, "tablet " + std::to_string(tablet) + " calls its tap " + std::to_string(seq) +
                                    ", rev " + std::to_string(rev) +
                                    ", shown, and the panel has not said so");
    }
}

void Oracle::read_strip(int tablet, const StripSeen& strip) const
{
    const std::string who = "the strip of tablet " + std::to_string(tablet) + " says \"" + strip.text + "\"";
    if (strip.state != client::Strip::kOffline && now_ - strip.heard_at > kOfflineAfter) {
        violated(Check::kStrip, who + ", and nothing has come from the board for 3 s");
    }
    if (strip.state != client::Strip::kShown) {
        return;
    }
    if (strip.log && strip.shown != 0 && !was_shown(*strip.log, strip.shown)) {
        violated(Check::kStrip, who + ", and the panel has not confirmed rev " + std::to_string(strip.shown));
    }
    if (now_ - strip.unanswered_since > kWorkingAfter) {
        violated(Check::kStrip, who + ", and a tap of it has no answer for " +
                                    std::to_string((now_ - strip.unanswered_since) / kMs) + " ms");
    }
}

} // namespace scoreboard::simulation
