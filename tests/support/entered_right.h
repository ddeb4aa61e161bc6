#pragma once

#include <algorithm>
#include <vector>

#include "match/corrections.h"
#include "match/timeline.h"

namespace scoreboard::support {

// The log of a corrected match as if everything had been entered right, without its start: what was undone
// and the corrections are left out, an edited entry says what it was edited to, and what was inserted is an
// entry of its own, received when its anchor counted. It is in the order of the fold; of one boot of the
// board.
inline std::vector<match::Entry> entered_right(const match::Timeline& timeline)
{
    struct Placed {
        match::BoardTime when{};
        match::Rev anchor = 0;
        match::Rev inserted = 0;
        match::Entry entry;
    };
    const auto anchor_of = [&timeline](const match::Entry& insert) {
        const match::Entry* anchor = &insert;
        while (const auto* put_in = std::get_if<match::Insert>(&anchor->command())) {
            anchor = timeline.find(put_in->after);
        }
        return anchor;
    };
    std::vector<Placed> placed;
    for (const match::Entry& entry : timeline.entries().subspan(1)) {
        const match::Command& command = entry.command();
        const bool changes_others = std::holds_alternative<match::Undo>(command) ||
                                    std::holds_alternative<match::Redo>(command) ||
                                    std::holds_alternative<match::Edit>(command);
        if (changes_others || !entry.outcome.applied || timeline.voided(entry.id())) {
            continue;
        }
        const match::Entry* anchor = anchor_of(entry);
        const match::BoardTime when = match::effective_time(*anchor);
        Placed& right =
            placed.emplace_back(Placed{when, anchor->rev, anchor == &entry ? 0 : entry.rev, entry});
        right.entry.sealed.body.command = timeline.counted_command(entry.id());
        if (anchor == &entry) {
            continue;
        }
        right.entry.received = when;
        right.entry.sealed.body.seen.reset();
        if (match::books_as_seen(anchor->command())) {
            right.entry.sealed.body.seen = anchor->sealed.body.seen;
        }
        if (match::needs_verdict(right.entry.command())) {
            match::Verdict& verdict = right.entry.verdict.emplace();
            verdict.effect = match::Effect::kAt;
            verdict.at = when;
        }
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
        return std::tie(a.when, a.anchor, a.inserted) < std::tie(b.when, b.anchor, b.inserted);
    });
    std::vector<match::Entry> entries;
    for (Placed& right : placed) {
        entries.push_back(std::move(right.entry));
    }
    return entries;
}

} // namespace scoreboard::support
