#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "client/client_view.h"
#include "client/confirmed_match.h"
#include "client/journal.h"

namespace scoreboard::client {

// Whether anybody but the board has done anything in it.
bool was_played(std::span<const match::Entry> entries);

// "HOME 54 : 49 GUEST, Q3 7:42": where it stood.
std::string title_of(const KeptMatch& kept);

// The matches that a board has lost, as this tablet had them: so that the board can be filled again, and
// nobody has to remember the score. At most kMax; the oldest goes first.
class KeptMatches {
public:
    static constexpr std::size_t kMax = 3;

    explicit KeptMatches(std::vector<KeptMatch> kept = {});

    // Takes another one, with the next number; gives what has to go for it.
    std::vector<std::uint32_t> add(KeptMatch kept);
    bool let_go(std::uint32_t number); // false: there is none of that number
    std::uint32_t next_number() const;

    const std::vector<KeptMatch>& all() const { return kept_; } // by number
    // The newest of this match that was not taken from yet; null: none.
    const KeptMatch* find(const match::CommandId& match) const;
    void mark_reclaimed(std::uint32_t number);
    // Those of which `confirmed` has all that other tablets entered: they are of no use any more.
    std::vector<std::uint32_t> complete_in(const ConfirmedMatch& confirmed, const match::WriterId& own) const;

    // Newest first.
    std::vector<KeptView> views(const ConfirmedMatch& confirmed, const match::WriterId& own) const;

private:
    std::vector<KeptMatch> kept_;
    std::vector<std::string> titles_; // one beside each
};

} // namespace scoreboard::client
