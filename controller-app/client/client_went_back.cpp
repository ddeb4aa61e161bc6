// MatchClient's dealings with a board that is not where it was: it lost power, or its store went back in
// time.
#include <algorithm>
#include <utility>

#include "client/label.h"
#include "client/match_client.h"

namespace scoreboard::client {
namespace {

bool moves_a_clock(const match::Command& command)
{
    return std::holds_alternative<match::StartClock>(command) ||
           std::holds_alternative<match::StopClock>(command) ||
           std::holds_alternative<match::SetClock>(command) ||
           std::holds_alternative<match::ResetShotClock>(command) ||
           std::holds_alternative<match::BlankShotClock>(command) ||
           std::holds_alternative<match::AcceptOffer>(command);
}

const match::CommandId* voided_by(const match::Command& command)
{
    if (const auto* undo = std::get_if<match::Undo>(&command)) {
        return &undo->target;
    }
    const auto* redo = std::get_if<match::Redo>(&command);
    return redo != nullptr ? &redo->target : nullptr;
}

// Sorts the taps that a board has lost: what is sent again, and what waits for a person.
class LostTaps {
public:
    LostTaps(const match::WriterId& own, const match::CommandId& open_match, GoBack& back)
        : own_(own), open_match_(open_match), back_(back)
    {
    }

    void add(const match::SealedBody& sealed)
    {
        const match::Body& body = sealed.body;
        const match::CommandId* target = voided_by(body.command);
        const bool clock =
            moves_a_clock(body.command) ||
            (target != nullptr && std::find(clocks_.begin(), clocks_.end(), *target) != clocks_.end());
        if (clock) {
            clocks_.push_back(body.id);
        }
        if (body.seen && body.seen->match != open_match_) {
            file(sealed, "the board has lost it, and has another match open");
        } else if (body.id.writer != own_) {
            file(sealed, "the board has lost it, and this tablet has another name by now");
        } else if (clock) {
            file(sealed, "the board has lost it, and no clock is set by itself: see that the clock is right");
        } else {
            back_.again.push_back(sealed);
        }
    }

private:
    void file(const match::SealedBody& sealed, const char* reason)
    {
        const auto& seen = sealed.body.seen;
        back_.orphans.push_back({sealed, reason, seen ? match::to_hex(seen->match.writer) : ""});
    }

    const match::WriterId& own_;
    const match::CommandId& open_match_;
    GoBack& back_;
    std::vector<match::CommandId> clocks_; // so far
};

} // namespace

// Just before a Welcome counts: what the clocks showed by all that was known until then.
std::optional<ClockMemory::Sight> MatchClient::see_clocks(match::TabletTime now) const
{
    const auto known = session_.clock().estimate(now);
    if (!known || !confirmed_.known() || confirmed_.entries().empty() ||
        confirmed_.entries().back().board_boot != known->board_boot) {
        return std::nullopt;
    }
    const auto values = [](const match::MatchState& state, match::BoardTime at) {
        return ClockMemory::Values{match::value_at(state, match::ClockId::kGame, at),
                                   match::value_at(state, match::ClockId::kShot, at)};
    };
    const match::BoardTime at = board_time(now);
    const match::BoardTime heard = board_time(last_word_.value_or(now));
    const match::MatchState state = predicted();
    ClockMemory::Sight sight;
    sight.match = state.match;
    sight.at = state.at;
    sight.ran = match::runs(confirmed_.state(), match::ClockId::kGame, heard);
    if (last_word_) {
        sight.last_word = values(confirmed_.state(), heard);
    }
    sight.runs_on = match::runs(state, match::ClockId::kGame, at);
    sight.now = values(state, at);
    return sight;
}

void MatchClient::remember_clocks(const session::Welcome& welcome, match::TabletTime now)
{
    const match::Rev kept = welcome.resumed ? welcome.resume_from : 0;
    const bool lost = welcome.log != bound_log_ && confirmed_.rev() > kept;
    const bool rebooted =
        !confirmed_.entries().empty() && confirmed_.entries().back().board_boot != welcome.board_boot;
    if (const auto sight = lost || rebooted ? see_clocks(now) : std::nullopt) {
        clock_memory_.keep(*sight, lost, confirmed_);
    }
}

// R8: a log of another name that lacks what this tablet has went back in time. Own taps among that are sent
// again under their ids, in the order they were made; only what the board would not take as it is, or what
// must not count late by itself, waits for a person.
void MatchClient::go_back_with(const session::Welcome& welcome, match::TabletTime now)
{
    const match::Rev kept = welcome.resumed ? welcome.resume_from : 0;
    GoBack back{welcome.board, kept, {}, {}};
    LostTaps lost(writer_, welcome.match, back);
    for (const match::Entry& entry : confirmed_.entries()) {
        // Under a former name too: what was tapped on this tablet since it was switched on.
        const bool own =
            entry.id().writer == writer_ || entry.sealed.body.tap.tablet_boot == options_.tablet_boot;
        if (own && entry.rev > kept && entry.outcome.applied) {
            lost.add(entry.sealed);
        }
    }
    std::vector<match::CommandId> refused;
    for (const Outbox::Row& row : outbox_.rows()) {
        if (row.acked && row.acked->outcome.applied) {
            lost.add(row.sealed); // Recorded, it was said; its entry never came.
        } else if (row.acked) {
            refused.push_back(row.sealed.body.id); // Its operator was told, and its entry may never come.
        }
    }
    for (const OrphanRow& orphan : orphans_) {
        const match::Body& body = orphan.sealed.body;
        if (body.seen && body.seen->match == welcome.match && body.id.writer == writer_ &&
            !moves_a_clock(body.command) && voided_by(body.command) == nullptr) {
            back.again.push_back(orphan.sealed); // Its match is open again.
        }
    }
    std::sort(back.again.begin(), back.again.end(),
              [](const auto& one, const auto& other) { return one.body.id.seq < other.body.id.seq; });
    take_back(back, now);
    confirmed_.drop_after(kept);
    store(std::move(back), now, true);
    for (const match::CommandId& id : refused) {
        outbox_.remove(id);
        store(DropRow{id}, now);
    }
}

// The same in memory.
void MatchClient::take_back(const GoBack& back, match::TabletTime now)
{
    for (const OrphanRow& orphan : back.orphans) {
        outbox_.remove(orphan.sealed.body.id);
        taps_.refused(orphan.sealed.body.id.seq, 0, orphan.reason, now);
        orphans_.push_back(orphan);
    }
    for (const match::SealedBody& sealed : back.again) {
        const match::CommandId& id = sealed.body.id;
        std::erase_if(orphans_, [&](const OrphanRow& row) { return row.sealed.body.id == id; });
        outbox_.remove(id);
        taps_.sent_again(id.seq, sealed.body.command, label_of(sealed.body.command, outbox_, confirmed_),
                         "the board has lost it: it is sent again", now);
    }
    for (const match::SealedBody& sealed : back.again) {
        outbox_.put_back({sealed, back.board, std::nullopt, true});
    }
    session_.requeue(back.again);
    sent_again_ = back.again.size();
    sent_again_at_ = now;
}

} // namespace scoreboard::client
