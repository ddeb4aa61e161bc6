#include "scoreboard/v1/session.pb.h"
#include "wire/convert.h"
#include "wire/envelope.h"
#include "wire/scratch.h"
#include "wire/text.h"

namespace scoreboard::wire {
namespace {

using session::ClientMessage;
using session::CommandMessage;
using session::Hello;
using session::Ping;
using session::Resync;
using session::TokenRequest;
using wire::get;
using wire::put;

constexpr int kLadderMax = 20;

void put(const Hello& hello, v1::Envelope* envelope)
{
    v1::Hello* out = envelope->mutable_hello();
    out->set_version_min(hello.version_min);
    out->set_version_max(hello.version_max);
    put_id(hello.writer, out->mutable_writer());
    out->set_name(fit_text(hello.name, kNameMax));
    put_id(hello.install, out->mutable_install());
    put_id(hello.tablet_boot, out->mutable_tablet_boot());
    out->set_now_us(microseconds(hello.now));
    out->set_dialled_us(microseconds(hello.dialled));
    out->set_wanted(static_cast<v1::Role>(hello.wanted));
    if (hello.expected_board) {
        put_id(*hello.expected_board, out->mutable_expected_board());
    }
    if (hello.log) {
        put_id(*hello.log, out->mutable_log());
    }
    for (const session::Rung& rung : hello.ladder) {
        v1::Rung* wire_rung = out->add_ladder();
        wire_rung->set_rev(rung.rev);
        put_hash(rung.chain, wire_rung->mutable_chain());
    }
    out->set_snapshots(hello.snapshots);
}

ClientMessage get(Checker& check, const v1::Hello& in)
{
    Hello out;
    out.version_min = in.version_min();
    out.version_max = in.version_max();
    if (out.version_min == 0 || out.version_min > out.version_max) {
        check.fail("version_min", "and version_max are no range of versions");
    }
    check.id("writer", in.writer(), out.writer);
    check.text("name", in.name(), kNameMax, out.name);
    check.id("install", in.install(), out.install);
    check.id("tablet_boot", in.tablet_boot(), out.tablet_boot);
    check.time("now", in.now_us(), out.now);
    check.time("dialled", in.dialled_us(), out.dialled);
    check.enumeration("wanted", in.wanted(), session::Role::kTechnician, out.wanted);
    check.optional_id("expected_board", in.has_expected_board(), in.expected_board(), out.expected_board);
    check.optional_id("log", in.has_log(), in.log(), out.log);
    check.at_most("ladder", in.ladder_size(), kLadderMax);
    if (check.ok()) {
        for (const v1::Rung& rung : in.ladder()) {
            session::Rung& out_rung = out.ladder.emplace_back();
            out_rung.rev = rung.rev();
            check.hash("ladder.chain", rung.chain(), out_rung.chain);
        }
    }
    out.snapshots = in.snapshots();
    return out;
}

void put(const CommandMessage& message, v1::Envelope* envelope)
{
    put(message.sealed.body.id, envelope->mutable_id());
    put_hash(message.sealed.hash, envelope->mutable_hash());
    v1::Command* out = envelope->mutable_command();
    out->set_body(message.sealed.bytes);
    out->set_sent_us(microseconds(message.sent));
    out->set_floor_us(microseconds(message.floor));
    if (message.board_boot) {
        put_id(*message.board_boot, out->mutable_board_boot());
    }
    out->set_offset_us(message.offset.count());
    out->set_uncertainty_us(message.uncertainty.count());
}

ClientMessage get(Checker& check, const v1::Envelope& envelope, const v1::Command& in)
{
    CommandMessage out;
    check.time("sent", in.sent_us(), out.sent);
    check.time("floor", in.floor_us(), out.floor);
    check.optional_id("board_boot", in.has_board_boot(), in.board_boot(), out.board_boot);
    check.duration("offset", in.offset_us(), out.offset);
    check.duration("uncertainty", in.uncertainty_us(), out.uncertainty);
    match::CommandId id;
    match::Hash hash{};
    check.command_id("id", envelope.has_id(), envelope.id(), id);
    check.hash("hash", envelope.hash(), hash);
    if (!check.ok()) {
        return out;
    }
    Result<match::SealedBody> sealed = unseal(in.body());
    if (!sealed) {
        check.fail("body", "cannot be read: " + sealed.error().what);
        return out;
    }
    out.sealed = std::move(*sealed);
    if (out.sealed.body.id != id) {
        check.fail("id", "is not that of the body");
    }
    if (out.sealed.hash != hash) {
        check.fail("hash", "is not that of the body: its bytes were changed on the way");
    }
    return out;
}

void put(const Resync& resync, v1::Envelope* envelope)
{
    envelope->mutable_resync()->set_after(resync.after);
    envelope->mutable_resync()->set_snapshot(resync.snapshot);
}

void put(const Ping& ping, v1::Envelope* envelope)
{
    envelope->mutable_ping()->set_t0_us(microseconds(ping.t0));
    envelope->mutable_ping()->set_floor_us(microseconds(ping.floor));
}

ClientMessage get(Checker& check, const v1::Ping& in)
{
    Ping out;
    check.time("t0", in.t0_us(), out.t0);
    check.time("floor", in.floor_us(), out.floor);
    return out;
}

void put(const TokenRequest& request, v1::Envelope* envelope)
{
    envelope->mutable_token_request()->set_clock(static_cast<v1::ClockId>(request.clock));
}

ClientMessage get(Checker& check, const v1::TokenRequest& in)
{
    TokenRequest out;
    check.enumeration("clock", in.clock(), match::ClockId::kShot, out.clock);
    return out;
}

} // namespace

std::string encode(const ClientMessage& message)
{
    Scratch scratch;
    v1::Envelope& envelope = scratch.make<v1::Envelope>();
    std::visit([&](const auto& kind) { put(kind, &envelope); }, message);
    return serialize(envelope);
}

Result<ClientMessage> decode_client(std::string_view bytes)
{
    if (bytes.size() > kClientFrameMax) {
        return too_long(bytes.size(), kClientFrameMax);
    }
    Scratch scratch;
    v1::Envelope& in = scratch.make<v1::Envelope>();
    if (!parse(bytes, in)) {
        return not_an_envelope();
    }
    const auto checked = [](std::string_view name, auto read) -> Result<ClientMessage> {
        Checker check(name);
        ClientMessage message = read(check);
        if (!check.ok()) {
            return check.error();
        }
        return message;
    };
    switch (in.message_case()) {
    case v1::Envelope::kHello:
        return checked("hello", [&](Checker& check) { return get(check, in.hello()); });
    case v1::Envelope::kCommand:
        return checked("command", [&](Checker& check) { return get(check, in, in.command()); });
    case v1::Envelope::kResync:
        return ClientMessage(Resync{in.resync().after(), in.resync().snapshot()});
    case v1::Envelope::kPing:
        return checked("ping", [&](Checker& check) { return get(check, in.ping()); });
    case v1::Envelope::kTokenRequest:
        return checked("token_request", [&](Checker& check) { return get(check, in.token_request()); });
    default:
        return unexpected_message(in.message_case(), "a controller");
    }
}

} // namespace scoreboard::wire
