// MatchClient's dealings with a board that is not where it was: it lost power, or its store went back in
// time.
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "client/clock_kinds.h"
#include "client/label.h"
#include "client/match_client.h"
#include "match/another_match.h"

namespace scoreboard::client {

// Sorts the taps that a board has lost: what is sent again, and what waits for a person.
class MatchClient::LostTaps {
public:
    LostTaps(const match::WriterId& own, const match::CommandId& open_match, GoBack& back)
        : own_(own), open_match_(open_match), back_(back)
    {
    }

    // Everything that is known of the match, by whomever: so that the undo of a clock command is known for
    // one.
    void know(const match::SealedBody& sealed)
    {
        known_.insert(sealed.body.id);
        if (concerns_a_clock(sealed.body.command)) {
            clocks_.insert(sealed.body.id);
        }
    }

    void add(const match::SealedBody& sealed)
    {
        const match::Body& body = sealed.body;
        know(sealed);
        if (body.seen && body.seen->match != open_match_) {
            file(sealed, "the board has lost it, and has another match open");
        } else if (body.id.writer != own_) {
            file(sealed, "the board has lost it, and this tablet has another name by now");
        } else if (clocks_.contains(body.id)) {
            file(sealed, "the board has lost it, and no clock is set by itself: see that the clock is right");
        } else if (match::asks_for_another_match(body.command)) {
            file(sealed, "the board has lost it, and no match is opened by itself");
        } else {
            back_.again.push_back(sealed);
        }
    }

    bool may_count_late(const match::SealedBody& sealed) const
    {
        const match::CommandId* target = voided_by(sealed.body.command);
        return !clocks_.contains(sealed.body.id) && (target == nullptr || known_.contains(*target));
    }

private:
    bool concerns_a_clock(const match::Command& command) const
    {
        const match::CommandId* target = voided_by(command);
        return moves_a_clock(command) || (target != nullptr && clocks_.contains(*target));
    }
    void file(const match::SealedBody& sealed, const char* reason)
    {
        const auto& seen = sealed.body.seen;
        back_.orphans.push_back({sealed, reason, seen ? match::to_hex(seen->match.writer) : ""});
    }

    const match::WriterId& own_;
    const match::CommandId& open_match_;
    GoBack& back_;
    std::unordered_set<match::CommandId, match::CommandIdHash> known_;
    std::unordered_set<match::CommandId, match::CommandIdHash> clocks_; // of them
};

namespace {

// What the operator had before their eyes then is of no meaning now.
void forget_what_was_seen(match::Command& command)
{
    if (auto* score = std::get_if<match::SetScore>(&command)) {
        score->if_version.reset();
    } else if (auto* possession = std::get_if<match::SetPossession>(&command)) {
        possession->if_version.reset();
    } else if (auto* next = std::get_if<match::NextPeriod>(&command)) {
        *next = match::NextPeriod{};
    } else if (auto* end = std::get_if<match::EndMatch>(&command)) {
        end->seen.reset();
    }
}

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
    if (clock_memory_.is_of(welcome.match) && confirmed_.state().match != welcome.match) {
        return; // Its match is open again: nothing that was seen since is of it.
    }
    const match::Rev kept = welcome.resumed ? welcome.resume_from : 0;
    const bool lost = welcome.log != bound_log_ && confirmed_.rev() > kept;
    const bool rebooted =
        !confirmed_.entries().empty() && confirmed_.entries().back().board_boot != welcome.board_boot;
    if (const auto sight = lost || rebooted ? see_clocks(now) : std::nullopt) {
        clock_memory_.keep(*sight, lost, confirmed_);
    }
}

// The board does not know the match of this tablet any more: its history is kept, for the board may be filled
// from it.
void MatchClient::set_match_aside(match::TabletTime now)
{
    const auto entries = confirmed_.entries();
    if (!was_played(entries)) {
        return; // Nobody would miss it.
    }
    KeptMatch kept{kept_.next_number(), *bound_board_, *bound_log_, false, {entries.begin(), entries.end()}};
    store(KeepMatch{kept.number, kept.board, kept.log}, now, true);
    for (const std::uint32_t number : kept_.add(std::move(kept))) {
        store(LetGo{number}, now);
    }
    confirmed_ = ConfirmedMatch();
}

// R8: a log of another name that lacks what this tablet has went back in time. Own taps among that are sent
// again under their ids, in the order they were made; only what the board would not take as it is, or what
// must not count late by itself, waits for a person.
void MatchClient::go_back_with(const session::Welcome& welcome, match::TabletTime now)
{
    const match::Rev kept = welcome.resumed ? welcome.resume_from : 0;
    GoBack back{welcome.board, kept, {}, {}};
    LostTaps lost(writer_, welcome.match, back);
    const auto is_own = [this](const match::SealedBody& sealed) {
        // Under a former name too: what was tapped on this tablet since it was switched on.
        return sealed.body.id.writer == writer_ || sealed.body.tap.tablet_boot == options_.tablet_boot;
    };
    const auto add = [&](std::span<const match::Entry> entries, match::Rev after) {
        for (const match::Entry& entry : entries) {
            lost.know(entry.sealed);
            if (entry.rev > after && entry.outcome.applied && is_own(entry.sealed) &&
                !names_another_tap(entry.sealed)) {
                lost.add(entry.sealed);
            }
        }
    };
    if (const KeptMatch* open_again = kept_.find(welcome.match)) {
        add(open_again->entries, 0); // The board has some of it, whose ids it knows.
        back.reclaimed = open_again->number;
    }
    add(confirmed_.entries(), kept);
    std::vector<match::CommandId> refused;
    for (const Outbox::Row& row : outbox_.rows()) {
        if (row.acked && row.acked->outcome.applied) {
            lost.add(row.sealed); // Recorded, it was said; its entry never came.
        } else if (row.acked) {
            refused.push_back(row.sealed.body.id); // Its operator was told, and its entry may never come.
        }
    }
    add_orphans_of(welcome.match, back, lost);
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

// A device with a copy of this journal has used the id of a tap that still waits here. That device sends its
// own again; here the tap that waits must not leave for it.
bool MatchClient::names_another_tap(const match::SealedBody& sealed) const
{
    const Outbox::Row* row = outbox_.find(sealed.body.id);
    return row != nullptr && row->sealed.hash != sealed.hash;
}

// What no board took while another match was open. What concerns a clock, or may for all that is known, stays
// with the operator.
void MatchClient::add_orphans_of(const match::CommandId& match, GoBack& back, LostTaps& lost) const
{
    std::vector<const match::SealedBody*> own;
    for (const OrphanRow& orphan : orphans_) {
        const match::Body& body = orphan.sealed.body;
        if (body.seen && body.seen->match == match && body.id.writer == writer_ &&
            !names_another_tap(orphan.sealed)) {
            own.push_back(&orphan.sealed);
        }
    }
    std::sort(own.begin(), own.end(),
              [](const auto* one, const auto* other) { return one->body.id.seq < other->body.id.seq; });
    for (const match::SealedBody* sealed : own) {
        lost.know(*sealed);
        if (lost.may_count_late(*sealed)) {
            back.again.push_back(*sealed);
        }
    }
}

// The same in memory.
void MatchClient::take_back(const GoBack& back, match::TabletTime now)
{
    for (const OrphanRow& orphan : back.orphans) {
        outbox_.remove(orphan.sealed.body.id);
        if (orphan.sealed.body.id.writer == writer_) { // else the seq means a tap of an earlier name
            taps_.refused(orphan.sealed.body.id.seq, 0, orphan.reason, now);
        }
        std::erase_if(orphans_,
                      [&](const OrphanRow& row) { return row.sealed.body.id == orphan.sealed.body.id; });
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
    for (const match::SealedBody& sealed : back.again) {
        again_.push_back(sealed.body.id);
        next_seq_ =
            std::max(next_seq_, sealed.body.id.seq + 1); // a copy may have gone further than this tablet
    }
    if (back.reclaimed) {
        kept_.mark_reclaimed(*back.reclaimed);
    }
}

// What was put back in case the board lacks it turns out to be lost, or to be there, once all that the board
// has of the match has come.
void MatchClient::settle_what_came_back(match::TabletTime now)
{
    if (!caught_up()) {
        return;
    }
    if (!again_.empty()) {
        sent_again_ = static_cast<std::size_t>(
            std::count_if(again_.begin(), again_.end(),
                          [this](const match::CommandId& id) { return confirmed_.find(id) == nullptr; }));
        sent_again_at_ = now;
        again_.clear();
    }
    for (const std::uint32_t number : kept_.complete_in(confirmed_, writer_)) {
        let_go(number, now);
    }
}

bool MatchClient::drop_orphan(std::size_t index, match::TabletTime now)
{
    if (index >= orphans_.size()) {
        return false;
    }
    store(DropOrphan{orphans_[index].sealed.body.id}, now, true);
    orphans_.erase(orphans_.begin() + static_cast<std::ptrdiff_t>(index));
    return true;
}

MatchClient::Issued MatchClient::enter_again(std::size_t index, match::TabletTime tapped,
                                             match::TabletTime now)
{
    if (index >= orphans_.size()) {
        return refuse("There is no such tap to enter again.", now);
    }
    match::Command command = orphans_[index].sealed.body.command;
    if (voided_by(command) != nullptr || std::holds_alternative<match::AcceptOffer>(command)) {
        return refuse("It was about another entry of its match, and cannot be entered again; drop it.", now);
    }
    forget_what_was_seen(command);
    Issued issued = issue(std::move(command), tapped, now);
    if (issued.seq) {
        drop_orphan(index, now); // in the transaction that saves the new tap
    }
    return issued;
}

bool MatchClient::let_go(std::uint32_t number, match::TabletTime now)
{
    if (!kept_.let_go(number)) {
        return false;
    }
    store(LetGo{number}, now, true);
    return true;
}

} // namespace scoreboard::client
