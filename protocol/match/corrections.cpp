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
    if (books_as_seen(anchor.command())) {
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

bool books_as_seen(const Command& anchor)
{
    return std::holds_alternative<AddScore>(anchor) || std::holds_alternative<SetScore>(anchor) ||
           std::holds_alternative<AddFoul>(anchor) || std::holds_alternative<StartTimeout>(anchor) ||
           std::holds_alternative<AddTally>(anchor) || std::holds_alternative<AddPenalty>(anchor) ||
           std::holds_alternative<SetClock>(anchor) || std::holds_alternative<ResetShotClock>(anchor);
}

Entry as_counted(const Entry& entry, const Entry* anchor, const Edit* edit)
{
    Entry counted = anchor != nullptr ? inserted(entry, *anchor) : without_bytes(entry);
    if (edit != nullptr) {
        counted.sealed.body.command = as_command(edit->instead);
    }
    return counted;
}

} // namespace scoreboard::match
