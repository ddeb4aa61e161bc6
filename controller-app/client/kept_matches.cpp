#include "client/kept_matches.h"

#include <algorithm>
#include <utility>

#include "client/clock_kinds.h"
#include "match/another_match.h"

namespace scoreboard::client {
namespace {

bool is_of_board(const match::Command& command)
{
    return std::holds_alternative<match::StartMatch>(command) ||
           std::holds_alternative<match::BoardBoot>(command) || std::holds_alternative<match::Note>(command);
}

const match::CommandId& match_of(const KeptMatch& kept)
{
    return kept.entries.front().id();
}

// Of what other tablets entered, and send again by themselves: no clock is set by a tap of long ago.
std::size_t count_missing(const KeptMatch& kept, const ConfirmedMatch& confirmed, const match::WriterId& own)
{
    return static_cast<std::size_t>(
        std::count_if(kept.entries.begin(), kept.entries.end(), [&](const match::Entry& entry) {
            const match::Command& command = entry.command();
            return entry.outcome.applied && entry.id().writer != own && !is_of_board(command) &&
                   !moves_a_clock(command) && voided_by(command) == nullptr &&
                   confirmed.find(entry.id()) == nullptr;
        }));
}

} // namespace

std::string title_of(const KeptMatch& kept)
{
    ConfirmedMatch match;
    if (!match.load(kept.entries)) {
        return "a match that this version of the app counts otherwise";
    }
    const match::Scoreline line = match::scoreline(match.ruleset(), match.state(), match.latest());
    return line.home.name + " " + std::to_string(line.home.score) + " : " + std::to_string(line.guest.score) +
           " " + line.guest.name + ", " + line.period_text + " " + line.game.text;
}

bool was_played(std::span<const match::Entry> entries)
{
    return std::any_of(entries.begin(), entries.end(), [](const match::Entry& entry) {
        return entry.outcome.applied && !is_of_board(entry.command()) &&
               !match::asks_for_another_match(entry.command());
    });
}

KeptMatches::KeptMatches(std::vector<KeptMatch> kept) : kept_(std::move(kept))
{
    for (const KeptMatch& match : kept_) {
        titles_.push_back(title_of(match));
    }
}

std::uint32_t KeptMatches::next_number() const
{
    return kept_.empty() ? 1 : kept_.back().number + 1;
}

std::vector<std::uint32_t> KeptMatches::add(KeptMatch kept)
{
    std::vector<std::uint32_t> gone;
    while (kept_.size() >= kMax) {
        gone.push_back(kept_.front().number);
        let_go(gone.back());
    }
    titles_.push_back(title_of(kept));
    kept_.push_back(std::move(kept));
    return gone;
}

bool KeptMatches::let_go(std::uint32_t number)
{
    const auto found = std::find_if(kept_.begin(), kept_.end(),
                                    [number](const KeptMatch& kept) { return kept.number == number; });
    if (found == kept_.end()) {
        return false;
    }
    titles_.erase(titles_.begin() + (found - kept_.begin()));
    kept_.erase(found);
    return true;
}

const KeptMatch* KeptMatches::find(const match::CommandId& match) const
{
    const auto found = std::find_if(kept_.rbegin(), kept_.rend(), [&](const KeptMatch& kept) {
        return !kept.reclaimed && match_of(kept) == match;
    });
    return found == kept_.rend() ? nullptr : &*found;
}

void KeptMatches::mark_reclaimed(std::uint32_t number)
{
    for (KeptMatch& kept : kept_) {
        kept.reclaimed = kept.reclaimed || kept.number == number;
    }
}

std::vector<std::uint32_t> KeptMatches::complete_in(const ConfirmedMatch& confirmed,
                                                    const match::WriterId& own) const
{
    std::vector<std::uint32_t> complete;
    for (const KeptMatch& kept : kept_) {
        if (kept.reclaimed && match_of(kept) == confirmed.state().match &&
            count_missing(kept, confirmed, own) == 0) {
            complete.push_back(kept.number);
        }
    }
    return complete;
}

std::vector<KeptView> KeptMatches::views(const ConfirmedMatch& confirmed, const match::WriterId& own) const
{
    std::vector<KeptView> views;
    for (std::size_t back = kept_.size(); back-- > 0;) {
        const KeptMatch& kept = kept_[back];
        const bool open = match_of(kept) == confirmed.state().match;
        KeptView view;
        view.number = kept.number;
        view.title = titles_[back];
        view.log = match::to_hex(kept.log);
        view.entries = kept.entries.size();
        view.rev = kept.entries.back().rev;
        view.open_again = open;
        view.missing = open ? count_missing(kept, confirmed, own) : 0;
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace scoreboard::client
