#include "wire/convert.h"
#include "wire/scratch.h"
#include "wire/text.h"

namespace scoreboard::wire {
namespace {

using match::Entry;
using match::Outcome;
using match::Verdict;
using wire::get;
using wire::put;

void put(const Verdict& verdict, v1::Verdict* out)
{
    out->set_effect(static_cast<v1::Verdict::Effect>(verdict.effect));
    out->set_at_us(microseconds(verdict.at));
    out->set_uncertainty_us(verdict.uncertainty.count());
    out->set_why(static_cast<v1::Verdict::Why>(verdict.reason));
    if (verdict.offered) {
        out->set_offered_us(verdict.offered->count());
    }
    if (verdict.book_start != match::CommandId{}) {
        put(verdict.book_start, out->mutable_book_start());
    }
    out->set_book_from_us(microseconds(verdict.book_from));
    out->set_book_to_us(microseconds(verdict.book_to));
}

void get(Checker& check, const v1::Verdict& in, Verdict& out)
{
    check.enumeration("verdict.effect", in.effect(), match::Effect::kBook, out.effect);
    check.time("verdict.at", in.at_us(), out.at);
    check.duration("verdict.uncertainty", in.uncertainty_us(), out.uncertainty);
    check.enumeration("verdict.why", in.why(), match::VerdictReason::kClamped, out.reason);
    if (in.has_offered_us()) {
        check.duration("verdict.offered", in.offered_us(), out.offered.emplace());
    }
    check.command_id_or_none("verdict.book_start", in.has_book_start(), in.book_start(), out.book_start);
    check.time("verdict.book_from", in.book_from_us(), out.book_from);
    check.time("verdict.book_to", in.book_to_us(), out.book_to);
}

} // namespace

void put_decision(const Outcome& outcome, const std::optional<Verdict>& verdict, v1::Decision* out)
{
    v1::Outcome* wire_outcome = out->mutable_outcome();
    wire_outcome->set_applied(outcome.applied);
    wire_outcome->set_reason(static_cast<v1::Reason>(outcome.reason));
    if (!outcome.text.empty()) {
        wire_outcome->set_text(fit_text(outcome.text, kTextMax));
    }
    if (verdict) {
        put(*verdict, out->mutable_verdict());
    }
}

void get_decision(Checker& check, const v1::Decision& in, Outcome& outcome, std::optional<Verdict>& verdict)
{
    check.present("outcome", in.has_outcome());
    outcome.applied = in.outcome().applied();
    check.enumeration("outcome.reason", in.outcome().reason(), match::Reason::kNoSuchPart, outcome.reason);
    check.text("outcome.text", in.outcome().text(), kTextMax, outcome.text);
    verdict.reset();
    if (in.has_verdict()) {
        get(check, in.verdict(), verdict.emplace());
    }
}

void put(const Entry& entry, v1::Entry* out)
{
    out->set_rev(entry.rev);
    out->set_body(entry.sealed.bytes);
    put_decision(entry.outcome, entry.verdict, out->mutable_decision());
    out->set_received_us(microseconds(entry.received));
    put_id(entry.board_boot, out->mutable_board_boot());
    out->set_wall_ms(entry.wall_ms);
    out->set_state_digest(entry.state_digest);
    put_hash(entry.chain, out->mutable_chain());
}

void get(Checker& check, const v1::Entry& in, Entry& out)
{
    out.rev = in.rev();
    if (out.rev == 0) {
        check.fail("rev", "is 0, but entries count from 1");
    }
    check.present("decision", in.has_decision());
    get_decision(check, in.decision(), out.outcome, out.verdict);
    check.time("received", in.received_us(), out.received);
    check.id("board_boot", in.board_boot(), out.board_boot);
    out.wall_ms = in.wall_ms();
    out.state_digest = in.state_digest();
    check.hash("chain", in.chain(), out.chain);
    if (!check.ok()) {
        return;
    }
    Result<match::SealedBody> sealed = unseal(in.body());
    if (!sealed) {
        check.fail("body", "cannot be read: " + sealed.error().what);
        return;
    }
    out.sealed = std::move(*sealed);
}

std::string encode(const Entry& entry)
{
    Scratch scratch;
    v1::Entry& out = scratch.make<v1::Entry>();
    put(entry, &out);
    return serialize(out);
}

Result<Entry> decode_entry(std::string_view bytes)
{
    Checker check("entry");
    Scratch scratch;
    v1::Entry& in = scratch.make<v1::Entry>();
    if (!parse(bytes, in)) {
        check.fail("it", "is no Entry of protobuf, or a text in it is not UTF-8");
        return check.error();
    }
    Entry entry;
    get(check, in, entry);
    if (!check.ok()) {
        return check.error();
    }
    return entry;
}

std::string encode_decision(const Entry& entry)
{
    Scratch scratch;
    v1::Decision& out = scratch.make<v1::Decision>();
    put_decision(entry.outcome, entry.verdict, &out);
    return serialize(out);
}

Result<void> decode_decision(std::string_view bytes, Entry& entry)
{
    Checker check("decision");
    Scratch scratch;
    v1::Decision& in = scratch.make<v1::Decision>();
    if (!parse(bytes, in)) {
        check.fail("it", "is no Decision of protobuf, or a text in it is not UTF-8");
        return check.error();
    }
    Outcome outcome;
    std::optional<Verdict> verdict;
    get_decision(check, in, outcome, verdict);
    if (!check.ok()) {
        return check.error();
    }
    entry.outcome = std::move(outcome);
    entry.verdict = verdict;
    return {};
}

} // namespace scoreboard::wire
