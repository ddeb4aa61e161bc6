#include "toy_board.h"

#include "wire/wire.h"

namespace scoreboard::client {

using session::ServerMessage;

ToyBoard::ToyBoard(match::BoardId board, match::LogId log)
{
    welcome_.board = board;
    welcome_.board_name = "Court 1";
    welcome_.board_boot.bytes.fill(0x30);
    welcome_.log = log;
    welcome_.has_panel = true;
    panel_.log = log;
    panel_.status = session::PanelStatus::kOk;
    start_new_match(match::BoardTime(std::chrono::seconds(1)));
}

void ToyBoard::start_new_match(match::BoardTime now, const std::string& rules)
{
    if (timeline_) {
        previous_.assign(timeline_->entries().begin(), timeline_->entries().end());
    }
    if (timeline_) {
        for (const match::Entry& entry : timeline_->entries()) {
            ended_.emplace(entry.id(), session::Ack{entry.id(), entry.outcome, entry.rev, entry.verdict});
        }
    }
    timeline_.reset();
    match::Body body;
    body.id = {match::writer_of(welcome_.log), next_seq_++};
    body.command = match::StartMatch{*match::find_ruleset(rules), "HOME", "GUEST"};
    append(wire::seal(body), now, std::nullopt);
    welcome_.match = body.id;
}

void ToyBoard::go_back(match::Rev rev, match::LogId new_log)
{
    timeline_->drop_after(rev);
    head_ = rev;
    chain_ = timeline_->entries().back().chain;
    welcome_.log = new_log;
    panel_.log = new_log;
    panel_.shown = rev;
    welcome_.head = rev;
}

void ToyBoard::reboot(match::BootId boot, const match::BoardBoot& clocks)
{
    welcome_.board_boot = boot;
    match::Body body;
    body.id = {match::writer_of(welcome_.log), next_seq_++};
    body.command = clocks;
    append(wire::seal(body), match::BoardTime(std::chrono::seconds(1)), std::nullopt);
}

void ToyBoard::begin_anew(match::LogId new_log, match::BoardTime now)
{
    welcome_.log = new_log;
    panel_.log = new_log;
    panel_.shown = 0;
    head_ = 0;
    chain_ = {};
    start_new_match(now);
    previous_.clear();
}

const match::Entry& ToyBoard::append(match::SealedBody sealed, match::BoardTime now,
                                     std::optional<match::Verdict> verdict)
{
    match::Entry entry;
    entry.rev = ++head_;
    entry.sealed = std::move(sealed);
    entry.verdict = verdict;
    entry.received = now;
    entry.board_boot = welcome_.board_boot;
    const auto& seen = entry.sealed.body.seen;
    if (timeline_ && seen && seen->match != welcome_.match) {
        entry.outcome = {false, match::Reason::kOtherMatch, "That match is over."};
    } else {
        entry.outcome = timeline_ ? timeline_->judge(entry) : match::Outcome{true, match::Reason::kNone, ""};
    }
    if (timeline_) {
        timeline_->add(entry);
    } else {
        timeline_.emplace(entry);
    }
    entry.state_digest = match::digest(timeline_->state(), now) + (corrupt_digests ? 1u : 0u);
    entry.chain = wire::chain_hash(chain_, entry);
    chain_ = entry.chain;
    timeline_->seal_newest(entry.state_digest, entry.chain);
    welcome_.head = head_;
    return timeline_->entries().back();
}

session::EntryMessage ToyBoard::record(const match::Body& body, match::BoardTime now)
{
    return {append(wire::seal(body), now, std::nullopt)};
}

session::PanelState ToyBoard::show()
{
    panel_.shown = head_;
    return panel_;
}

std::vector<ServerMessage> ToyBoard::hear(const session::ClientMessage& message, match::BoardTime now)
{
    if (const auto* hello = std::get_if<session::Hello>(&message)) {
        return answer(*hello, now);
    }
    if (const auto* command = std::get_if<session::CommandMessage>(&message)) {
        return answer(*command, now);
    }
    if (const auto* ping = std::get_if<session::Ping>(&message)) {
        return {session::Pong{ping->t0, now, now}};
    }
    if (const auto* resync = std::get_if<session::Resync>(&message); resync != nullptr && resync->snapshot) {
        snapshots_ = true;
        return {session::Snapshot{head_, timeline_->ruleset(), timeline_->state()}};
    }
    return {};
}

std::vector<ServerMessage> ToyBoard::answer(const session::Hello& hello, match::BoardTime now)
{
    session::Welcome welcome = welcome_;
    welcome.received = now;
    welcome.sent = now;
    std::vector<match::Entry> entries = previous_; // who followed the match before reads its last entries
    entries.insert(entries.end(), timeline_->entries().begin(), timeline_->entries().end());
    welcome.resume_from = timeline_->entries().front().rev - 1;
    for (const session::Rung& rung : hello.ladder) {
        for (const match::Entry& entry : entries) {
            if (!welcome.resumed && entry.rev == rung.rev && entry.chain == rung.chain) {
                welcome.resumed = true;
                welcome.resume_from = rung.rev;
            }
        }
    }
    snapshots_ = hello.snapshots;
    conflict_ = false;
    std::vector<ServerMessage> answers{welcome, panel_};
    if (snapshots_) {
        answers.emplace_back(session::Snapshot{head_, timeline_->ruleset(), timeline_->state()});
        return answers;
    }
    for (const match::Entry& entry : entries) {
        if (entry.rev > welcome.resume_from) {
            answers.emplace_back(session::EntryMessage{entry});
        }
    }
    return answers;
}

std::vector<ServerMessage> ToyBoard::answer(const session::CommandMessage& message, match::BoardTime now)
{
    const match::CommandId& id = message.sealed.body.id;
    if (conflict_) {
        return {};
    }
    if (const match::Entry* known = timeline_->find(id)) {
        if (known->sealed.hash != message.sealed.hash) {
            session::Error conflict;
            conflict.code = session::ErrorCode::kConflict;
            conflict.id = id;
            conflict_ = true;
            return {conflict};
        }
        return {session::Ack{id, known->outcome, known->rev, known->verdict}};
    }
    if (const auto ended = ended_.find(id); ended != ended_.end()) {
        return {ended->second};
    }
    std::optional<match::Verdict> verdict;
    const match::Command& command = message.sealed.body.command;
    if (std::holds_alternative<match::StartClock>(command) ||
        std::holds_alternative<match::StopClock>(command)) {
        verdict.emplace();
        verdict->effect = match::Effect::kAt;
        verdict->at = message.board_boot
                          ? match::BoardTime(message.sealed.body.tap.at.time_since_epoch() + message.offset)
                          : now;
    }
    const match::Entry& entry = append(message.sealed, now, verdict);
    const session::Ack ack{id, entry.outcome, entry.rev, entry.verdict};
    if (snapshots_) {
        return {ack, session::Snapshot{head_, timeline_->ruleset(), timeline_->state()}};
    }
    return {ack, session::EntryMessage{entry}};
}

} // namespace scoreboard::client
