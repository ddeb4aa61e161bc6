#include <array>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include "scoreboard/v1/session.pb.h"
#include "wire/convert.h"
#include "wire/envelope.h"
#include "wire/scratch.h"
#include "wire/text.h"

namespace scoreboard::wire {
namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedOutputStream;
using session::Ack;
using session::EntryMessage;
using session::Error;
using session::LeftMatches;
using session::PanelState;
using session::Pong;
using session::ServerMessage;
using session::Snapshot;
using session::TokenState;
using session::Welcome;
using wire::get;
using wire::put;

void put(const Welcome& welcome, v1::Envelope* envelope)
{
    v1::Welcome* out = envelope->mutable_welcome();
    put_id(welcome.board, out->mutable_board());
    out->set_board_name(fit_text(welcome.board_name, kNameMax));
    put_id(welcome.board_boot, out->mutable_board_boot());
    out->set_received_us(microseconds(welcome.received));
    out->set_sent_us(microseconds(welcome.sent));
    put_id(welcome.log, out->mutable_log());
    out->set_head(welcome.head);
    put(welcome.match, out->mutable_match());
    out->set_role(static_cast<v1::Role>(welcome.role));
    out->set_receive_max(welcome.receive_max);
    out->set_resume_from(welcome.resume_from);
    out->set_resumed(welcome.resumed);
    out->set_has_panel(welcome.has_panel);
    for (const session::VenueRuleset& ruleset : welcome.venue_rulesets) {
        v1::VenueRuleset* offered = out->add_venue_rulesets();
        offered->set_id(fit_text(ruleset.id, kNameMax));
        offered->set_name(fit_text(ruleset.name, kNameMax));
        offered->set_sport(fit_text(ruleset.sport, kNameMax));
    }
}

ServerMessage get(Checker& check, const v1::Welcome& in)
{
    Welcome out;
    check.id("board", in.board(), out.board);
    check.text("board_name", in.board_name(), kNameMax, out.board_name);
    check.id("board_boot", in.board_boot(), out.board_boot);
    check.time("received", in.received_us(), out.received);
    check.time("sent", in.sent_us(), out.sent);
    check.id("log", in.log(), out.log);
    out.head = in.head();
    check.command_id("match", in.has_match(), in.match(), out.match);
    check.enumeration("role", in.role(), session::Role::kTechnician, out.role);
    out.receive_max = in.receive_max();
    if (out.receive_max == 0) {
        check.fail("receive_max", "is 0: no command could ever be sent");
    }
    out.resume_from = in.resume_from();
    out.resumed = in.resumed();
    out.has_panel = in.has_panel();
    check.at_most("venue_rulesets", in.venue_rulesets_size(), static_cast<int>(session::kVenueRulesetsMax));
    if (!check.ok()) {
        return out;
    }
    for (const v1::VenueRuleset& offered : in.venue_rulesets()) {
        session::VenueRuleset& ruleset = out.venue_rulesets.emplace_back();
        check.text("venue_rulesets.id", offered.id(), kNameMax, ruleset.id);
        check.text("venue_rulesets.name", offered.name(), kNameMax, ruleset.name);
        check.text("venue_rulesets.sport", offered.sport(), kNameMax, ruleset.sport);
    }
    return out;
}

void put(const Ack& ack, v1::Envelope* envelope)
{
    put(ack.id, envelope->mutable_id());
    put_decision(ack.outcome, ack.verdict, envelope->mutable_ack()->mutable_decision());
    envelope->mutable_ack()->set_rev(ack.rev);
}

ServerMessage get(Checker& check, const v1::Envelope& envelope, const v1::Ack& in)
{
    Ack out;
    check.command_id("id", envelope.has_id(), envelope.id(), out.id);
    check.present("decision", in.has_decision());
    get_decision(check, in.decision(), out.outcome, out.verdict);
    out.rev = in.rev();
    return out;
}

void put(const EntryMessage& message, v1::Envelope* envelope)
{
    put(message.entry, envelope->mutable_entry());
}

void put(const Snapshot& snapshot, v1::Envelope* envelope)
{
    v1::Snapshot* out = envelope->mutable_snapshot();
    out->set_rev(snapshot.rev);
    put(snapshot.ruleset, out->mutable_ruleset());
    put(snapshot.state, out->mutable_state());
}

ServerMessage get(Checker& check, const v1::Snapshot& in)
{
    Snapshot out;
    out.rev = in.rev();
    get(check, in.ruleset(), out.ruleset);
    get(check, in.state(), out.state);
    return out;
}

void put(const Pong& pong, v1::Envelope* envelope)
{
    v1::Pong* out = envelope->mutable_pong();
    out->set_t0_us(microseconds(pong.t0));
    out->set_t1_us(microseconds(pong.t1));
    out->set_t2_us(microseconds(pong.t2));
}

ServerMessage get(Checker& check, const v1::Pong& in)
{
    Pong out;
    check.time("t0", in.t0_us(), out.t0);
    check.time("t1", in.t1_us(), out.t1);
    check.time("t2", in.t2_us(), out.t2);
    return out;
}

void put(const TokenState& token, v1::Envelope* envelope)
{
    v1::TokenState* out = envelope->mutable_token_state();
    out->set_clock(static_cast<v1::ClockId>(token.clock));
    out->set_token(token.token);
    if (token.holder) {
        put_id(*token.holder, out->mutable_holder());
    }
}

ServerMessage get(Checker& check, const v1::TokenState& in)
{
    TokenState out;
    check.enumeration("clock", in.clock(), match::ClockId::kShot, out.clock);
    out.token = in.token();
    check.optional_id("holder", in.has_holder(), in.holder(), out.holder);
    return out;
}

void put(const PanelState& panel, v1::Envelope* envelope)
{
    v1::PanelState* out = envelope->mutable_panel_state();
    put_id(panel.log, out->mutable_log());
    out->set_shown(panel.shown);
    out->set_shown_at_us(microseconds(panel.shown_at));
    out->set_status(static_cast<v1::PanelStatus>(panel.status));
    out->set_detail(fit_text(panel.detail, kTextMax));
}

ServerMessage get(Checker& check, const v1::PanelState& in)
{
    PanelState out;
    check.id("log", in.log(), out.log);
    out.shown = in.shown();
    check.time("shown_at", in.shown_at_us(), out.shown_at);
    check.enumeration("status", in.status(), session::PanelStatus::kAbsent, out.status);
    check.text("detail", in.detail(), kTextMax, out.detail);
    return out;
}

void put(const LeftMatches& left, v1::Envelope* envelope)
{
    v1::LeftMatches* out = envelope->mutable_left_matches();
    for (const session::LeftMatch& match : left.matches) {
        v1::LeftMatch* line = out->add_matches();
        put(match.match, line->mutable_match());
        line->set_ruleset(fit_text(match.ruleset, kNameMax));
        line->set_home_name(fit_text(match.home_name, kNameMax));
        line->set_guest_name(fit_text(match.guest_name, kNameMax));
        line->set_home(match.home);
        line->set_guest(match.guest);
        line->set_period_text(fit_text(match.period_text, kNameMax));
        line->set_left_ms(match.left_ms);
    }
}

ServerMessage get(Checker& check, const v1::LeftMatches& in)
{
    LeftMatches out;
    check.at_most("matches", in.matches_size(), static_cast<int>(session::kLeftMatchesMax));
    if (!check.ok()) {
        return out;
    }
    for (const v1::LeftMatch& line : in.matches()) {
        session::LeftMatch& match = out.matches.emplace_back();
        check.command_id("matches.match", line.has_match(), line.match(), match.match);
        check.text("matches.ruleset", line.ruleset(), kNameMax, match.ruleset);
        check.text("matches.home_name", line.home_name(), kNameMax, match.home_name);
        check.text("matches.guest_name", line.guest_name(), kNameMax, match.guest_name);
        check.integer("matches.home", line.home(), -kNumberMax, kNumberMax, match.home);
        check.integer("matches.guest", line.guest(), -kNumberMax, kNumberMax, match.guest);
        check.text("matches.period_text", line.period_text(), kNameMax, match.period_text);
        match.left_ms = line.left_ms();
    }
    return out;
}

void put(const Error& error, v1::Envelope* envelope)
{
    if (error.id) {
        put(*error.id, envelope->mutable_id());
    }
    v1::Error* out = envelope->mutable_error();
    out->set_code(static_cast<v1::Error::Code>(error.code));
    out->set_text(fit_text(error.text, kTextMax));
    out->set_retry_after_us(error.retry_after.count());
    out->set_other_boot(error.other_boot);
}

ServerMessage get(Checker& check, const v1::Envelope& envelope, const v1::Error& in)
{
    Error out;
    check.optional_command_id("id", envelope.has_id(), envelope.id(), out.id);
    check.enumeration("code", in.code(), session::ErrorCode::kNotYet, out.code);
    if (in.code() == v1::Error::CODE_UNSPECIFIED) {
        check.fail("code", "is missing");
    }
    check.text("text", in.text(), kTextMax, out.text);
    check.duration("retry_after", in.retry_after_us(), out.retry_after);
    out.other_boot = in.other_boot();
    return out;
}

} // namespace

std::string encode(const ServerMessage& message)
{
    Scratch scratch;
    v1::Envelope& envelope = scratch.make<v1::Envelope>();
    std::visit([&](const auto& kind) { put(kind, &envelope); }, message);
    return serialize(envelope);
}

std::string encode_entry_message(std::string_view encoded_entry)
{
    std::array<std::uint8_t, 16> head{};
    std::uint8_t* end = CodedOutputStream::WriteTagToArray(
        WireFormatLite::MakeTag(v1::Envelope::kEntryFieldNumber, WireFormatLite::WIRETYPE_LENGTH_DELIMITED),
        head.data());
    end = CodedOutputStream::WriteVarint32ToArray(static_cast<std::uint32_t>(encoded_entry.size()), end);
    std::string bytes(head.data(), end);
    bytes.append(encoded_entry);
    return bytes;
}

Result<ServerMessage> decode_server(std::string_view bytes)
{
    if (bytes.size() > kServerFrameMax) {
        return too_long(bytes.size(), kServerFrameMax);
    }
    Scratch scratch;
    v1::Envelope& in = scratch.make<v1::Envelope>();
    if (!parse(bytes, in)) {
        return not_an_envelope();
    }
    const auto checked = [](std::string_view name, auto read) -> Result<ServerMessage> {
        Checker check(name);
        ServerMessage message = read(check);
        if (!check.ok()) {
            return check.error();
        }
        return message;
    };
    switch (in.message_case()) {
    case v1::Envelope::kWelcome:
        return checked("welcome", [&](Checker& check) { return get(check, in.welcome()); });
    case v1::Envelope::kAck:
        return checked("ack", [&](Checker& check) { return get(check, in, in.ack()); });
    case v1::Envelope::kEntry:
        return checked("entry", [&](Checker& check) {
            EntryMessage message;
            get(check, in.entry(), message.entry);
            return message;
        });
    case v1::Envelope::kSnapshot:
        return checked("snapshot", [&](Checker& check) { return get(check, in.snapshot()); });
    case v1::Envelope::kPong:
        return checked("pong", [&](Checker& check) { return get(check, in.pong()); });
    case v1::Envelope::kTokenState:
        return checked("token_state", [&](Checker& check) { return get(check, in.token_state()); });
    case v1::Envelope::kPanelState:
        return checked("panel_state", [&](Checker& check) { return get(check, in.panel_state()); });
    case v1::Envelope::kLeftMatches:
        return checked("left_matches", [&](Checker& check) { return get(check, in.left_matches()); });
    case v1::Envelope::kError:
        return checked("error", [&](Checker& check) { return get(check, in, in.error()); });
    default:
        return unexpected_message(in.message_case(), "a board");
    }
}

} // namespace scoreboard::wire
