#include "match/corrections.h"

namespace scoreboard::match {
namespace {

Entry without_bytes(const Entry& entry)
{
    Entry light;
    light.rev = entry.rev;
    light.sealed.body = entry.sealed.body;
    light.outcome = entry.outcome;
    light.verdict = entry.verdict;
    light.received = entry.received;
    light.board_boot = entry.board_boot;
    return light;
}

Entry inserted(const Entry& insert, const Entry& anchor)
{
    Entry entry;
    entry.rev = insert.rev;
    entry.sealed.body.id = insert.id();
    entry.sealed.body.command = as_command(std::get<Insert>(insert.command()).command);
    entry.sealed.body.tap = insert.sealed.body.tap;
    // Behind what moved the match on, the period is the one that it was moved to.
    if (as_correction(anchor.command())) {
        entry.sealed.body.seen = anchor.sealed.body.seen;
    }
    entry.outcome = insert.outcome;
    entry.received = effective_time(anchor);
    entry.board_boot = anchor.board_boot;
    if (needs_verdict(entry.command())) {
        Verdict& verdict = entry.verdict.emplace();
        verdict.effect = Effect::kAt;
        verdict.at = entry.received;
    }
    return entry;
}

} // namespace

Entry as_counted(const Entry& entry, const Entry* anchor, const Edit* edit)
{
    Entry counted = anchor != nullptr ? inserted(entry, *anchor) : without_bytes(entry);
    if (edit != nullptr) {
        counted.sealed.body.command = as_command(edit->instead);
    }
    return counted;
}

} // namespace scoreboard::match
