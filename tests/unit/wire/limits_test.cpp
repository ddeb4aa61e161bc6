#include <gmock/gmock.h>

#include "scoreboard/v1/session.pb.h"
#include "unit/wire/random_messages.h"

// Goal: what comes out of decode can be used as it is. Method: every limit of every message, overstepped in
// one place, is refused with a sentence that names the place.
namespace scoreboard::wire {
namespace {

using testing::HasSubstr;

template <class Message>
v1::Envelope envelope_of(const Message& message)
{
    v1::Envelope envelope;
    EXPECT_TRUE(envelope.ParseFromString(encode(message)));
    return envelope;
}

v1::Envelope client_envelope(std::size_t kind)
{
    return envelope_of(RandomMessages(7).client_message(kind));
}

v1::Envelope server_envelope(std::size_t kind)
{
    return envelope_of(RandomMessages(7).server_message(kind));
}

enum Client { kHello, kCommand, kResync, kPing, kTokenRequest };
enum Server { kWelcome, kAck, kEntry, kSnapshot, kPong, kTokenState, kPanelState, kError };

struct Row {
    int message;
    void (*overstep)(v1::Envelope& envelope);
    const char* what;
};

TEST(LimitsTest, RefusesWhatAControllerMayNotSay)
{
    const Row rows[] = {
        {kHello, [](auto& e) { e.mutable_hello()->set_version_min(0); },
         "hello: version_min and version_max"},
        {kHello, [](auto& e) { e.mutable_hello()->set_version_max(0); },
         "hello: version_min and version_max"},
        {kHello, [](auto& e) { e.mutable_hello()->set_writer("w"); }, "hello: writer has 1 bytes, not 16"},
        {kHello, [](auto& e) { e.mutable_hello()->set_install(std::string(17, 'i')); },
         "hello: install has 17"},
        {kHello, [](auto& e) { e.mutable_hello()->clear_tablet_boot(); }, "hello: tablet_boot has 0 bytes"},
        {kHello, [](auto& e) { e.mutable_hello()->set_name(std::string(65, 'n')); },
         "hello: name has 65 bytes, at most 64"},
        {kHello, [](auto& e) { e.mutable_hello()->set_wanted(static_cast<v1::Role>(5)); },
         "hello: wanted has the unknown value 5"},
        {kHello, [](auto& e) { e.mutable_hello()->set_now_us(std::int64_t{1} << 54); }, "hello: now is"},
        {kHello, [](auto& e) { e.mutable_hello()->set_dialled_us(std::int64_t{1} << 54); },
         "hello: dialled is"},
        {kHello, [](auto& e) { e.mutable_hello()->set_expected_board("b"); }, "hello: expected_board has 1"},
        {kHello, [](auto& e) { e.mutable_hello()->set_log("l"); }, "hello: log has 1"},
        {kHello,
         [](auto& e) {
             for (int i = 0; i < 21; ++i) {
                 e.mutable_hello()->add_ladder()->set_chain(std::string(32, 'c'));
             }
         },
         "hello: ladder has"},
        {kHello,
         [](auto& e) {
             e.mutable_hello()->clear_ladder();
             e.mutable_hello()->add_ladder()->set_chain("c");
         },
         "hello: ladder.chain has 1 bytes, not 32"},
        {kCommand, [](auto& e) { e.clear_id(); }, "command: id is missing"},
        {kCommand, [](auto& e) { e.mutable_id()->set_seq(e.id().seq() + 1); },
         "command: id is not that of the body"},
        {kCommand, [](auto& e) { e.clear_hash(); }, "command: hash has 0 bytes, not 32"},
        {kCommand, [](auto& e) { e.set_hash(std::string(32, 'h')); },
         "command: hash is not that of the body"},
        {kCommand, [](auto& e) { e.mutable_command()->clear_body(); },
         "command: body cannot be read: body: id"},
        {kCommand, [](auto& e) { e.mutable_command()->set_body("\xff"); },
         "command: body cannot be read: body: it is no CommandBody"},
        {kCommand, [](auto& e) { e.mutable_command()->set_sent_us(std::int64_t{1} << 54); },
         "command: sent is"},
        {kCommand, [](auto& e) { e.mutable_command()->set_floor_us(std::int64_t{1} << 54); },
         "command: floor is"},
        {kCommand, [](auto& e) { e.mutable_command()->set_board_boot("b"); }, "command: board_boot has 1"},
        {kCommand, [](auto& e) { e.mutable_command()->set_offset_us(std::int64_t{1} << 54); },
         "command: offset"},
        {kCommand, [](auto& e) { e.mutable_command()->set_uncertainty_us(std::int64_t{1} << 54); },
         "command: uncertainty"},
        {kPing, [](auto& e) { e.mutable_ping()->set_t0_us(std::int64_t{1} << 54); }, "ping: t0 is"},
        {kPing, [](auto& e) { e.mutable_ping()->set_floor_us(std::int64_t{1} << 54); }, "ping: floor is"},
        {kTokenRequest, [](auto& e) { e.mutable_token_request()->set_clock(static_cast<v1::ClockId>(9)); },
         "token_request: clock has the unknown value 9"},
        {kResync, [](auto& e) { e.clear_message(); },
         "envelope: it holds no message that this version knows"},
        {kResync, [](auto& e) { e.mutable_pong(); },
         "envelope: it holds message 34, which a controller does not send"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        v1::Envelope envelope = client_envelope(static_cast<std::size_t>(row.message));
        row.overstep(envelope);

        const auto refused = decode_client(envelope.SerializeAsString());

        ASSERT_FALSE(refused);
        EXPECT_THAT(refused.error().what, HasSubstr(row.what));
    }
}

TEST(LimitsTest, RefusesWhatABoardMayNotSay)
{
    const Row rows[] = {
        {kWelcome, [](auto& e) { e.mutable_welcome()->clear_board(); }, "welcome: board has 0 bytes"},
        {kWelcome, [](auto& e) { e.mutable_welcome()->set_board_name(std::string(65, 'n')); },
         "welcome: board_name has 65"},
        {kWelcome, [](auto& e) { e.mutable_welcome()->clear_board_boot(); }, "welcome: board_boot has 0"},
        {kWelcome, [](auto& e) { e.mutable_welcome()->set_sent_us(std::int64_t{1} << 54); },
         "welcome: sent is"},
        {kWelcome, [](auto& e) { e.mutable_welcome()->clear_log(); }, "welcome: log has 0"},
        {kWelcome, [](auto& e) { e.mutable_welcome()->clear_match(); }, "welcome: match is missing"},
        {kWelcome, [](auto& e) { e.mutable_welcome()->set_role(static_cast<v1::Role>(77)); },
         "welcome: role has"},
        {kWelcome, [](auto& e) { e.mutable_welcome()->set_receive_max(0); }, "welcome: receive_max is 0"},
        {kAck, [](auto& e) { e.clear_id(); }, "ack: id is missing"},
        {kAck, [](auto& e) { e.mutable_ack()->clear_decision(); }, "ack: decision is missing"},
        {kAck, [](auto& e) { e.mutable_ack()->mutable_decision()->clear_outcome(); },
         "ack: outcome is missing"},
        {kAck,
         [](auto& e) {
             e.mutable_ack()->mutable_decision()->mutable_outcome()->set_reason(static_cast<v1::Reason>(19));
         },
         "ack: outcome.reason has the unknown value 19"},
        {kAck,
         [](auto& e) {
             e.mutable_ack()->mutable_decision()->mutable_outcome()->set_text(std::string(1025, 't'));
         },
         "ack: outcome.text has 1025 bytes, at most 1024"},
        {kAck,
         [](auto& e) {
             e.mutable_ack()->mutable_decision()->mutable_verdict()->set_effect(
                 static_cast<v1::Verdict::Effect>(4));
         },
         "ack: verdict.effect has the unknown value 4"},
        {kAck,
         [](auto& e) {
             e.mutable_ack()->mutable_decision()->mutable_verdict()->set_why(
                 static_cast<v1::Verdict::Why>(5));
         },
         "ack: verdict.why has the unknown value 5"},
        {kEntry, [](auto& e) { e.mutable_entry()->set_rev(0); }, "entry: rev is 0"},
        {kEntry, [](auto& e) { e.mutable_entry()->clear_decision(); }, "entry: decision is missing"},
        {kEntry, [](auto& e) { e.mutable_entry()->clear_body(); }, "entry: body cannot be read"},
        {kEntry, [](auto& e) { e.mutable_entry()->clear_board_boot(); }, "entry: board_boot has 0"},
        {kEntry, [](auto& e) { e.mutable_entry()->set_chain("c"); }, "entry: chain has 1 bytes, not 32"},
        {kSnapshot, [](auto& e) { e.mutable_snapshot()->mutable_state()->clear_match(); },
         "snapshot: match is missing"},
        {kSnapshot, [](auto& e) { e.mutable_snapshot()->mutable_state()->mutable_at()->set_period(0); },
         "snapshot: period is 0, not 1 to 64"},
        {kSnapshot,
         [](auto& e) { e.mutable_snapshot()->mutable_state()->set_possession(static_cast<v1::Side>(2)); },
         "snapshot: possession has the unknown value 2"},
        {kSnapshot,
         [](auto& e) { e.mutable_snapshot()->mutable_state()->mutable_horn()->set_generation(256); },
         "snapshot: horn.generation is 256"},
        {kSnapshot,
         [](auto& e) {
             e.mutable_snapshot()->mutable_state()->mutable_home()->mutable_points()->Resize(65, 1);
         },
         "snapshot: team.points has 65 members, at most 64"},
        {kSnapshot,
         [](auto& e) {
             e.mutable_snapshot()->mutable_ruleset()->mutable_score()->mutable_increments()->Resize(17, 1);
         },
         "snapshot: score.increments has 17 members, at most 16"},
        {kSnapshot, [](auto& e) { e.mutable_snapshot()->mutable_ruleset()->set_id(std::string(65, 'i')); },
         "snapshot: ruleset.id has 65"},
        {kSnapshot,
         [](auto& e) { e.mutable_snapshot()->mutable_ruleset()->mutable_periods()->set_regular(65); },
         "snapshot: periods.regular is 65"},
        {kPong, [](auto& e) { e.mutable_pong()->set_t1_us(std::int64_t{1} << 54); }, "pong: t1 is"},
        {kTokenState, [](auto& e) { e.mutable_token_state()->set_holder("h"); }, "token_state: holder has 1"},
        {kPanelState, [](auto& e) { e.mutable_panel_state()->set_status(static_cast<v1::PanelStatus>(4)); },
         "panel_state: status has the unknown value 4"},
        {kPanelState, [](auto& e) { e.mutable_panel_state()->set_detail(std::string(1025, 'd')); },
         "panel_state: detail has 1025"},
        {kError, [](auto& e) { e.mutable_error()->set_code(v1::Error::CODE_UNSPECIFIED); },
         "error: code is missing"},
        {kError, [](auto& e) { e.mutable_error()->set_code(static_cast<v1::Error::Code>(10)); },
         "error: code has the unknown value 10"},
        {kError, [](auto& e) { e.mutable_ping(); },
         "envelope: it holds message 13, which a board does not send"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        v1::Envelope envelope = server_envelope(static_cast<std::size_t>(row.message));
        row.overstep(envelope);

        const auto refused = decode_server(envelope.SerializeAsString());

        ASSERT_FALSE(refused);
        EXPECT_THAT(refused.error().what, HasSubstr(row.what));
    }
}

TEST(LimitsTest, RefusesAnEnvelopeBeyondItsFrame)
{
    EXPECT_EQ(decode_client(std::string(kClientFrameMax + 1, '\0')).error().what,
              "envelope: it has 16385 bytes, at most 16384");
    EXPECT_EQ(decode_server(std::string(kServerFrameMax + 1, '\0')).error().what,
              "envelope: it has 262145 bytes, at most 262144");
}

TEST(LimitsTest, RefusesTextThatIsNotUtf8)
{
    v1::Envelope envelope = client_envelope(kHello);
    envelope.mutable_hello()->set_name("tablet-3");
    std::string bytes = envelope.SerializeAsString();
    bytes.replace(bytes.find("tablet-3"), 1, "\xff");

    const auto refused = decode_client(bytes);

    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().what, HasSubstr("not UTF-8"));
}

TEST(LimitsTest, RefusesNestingThatWouldEatTheStack)
{
    std::string nested;
    for (int depth = 0; depth < 1000; ++depth) { // groups of a field that nobody knows
        nested += '\x7b';
    }

    EXPECT_FALSE(decode_client(nested));
    EXPECT_FALSE(unseal(nested));
}

TEST(LimitsTest, SendsSentencesThatAreTooLongCutAtACharacter)
{
    session::Error error;
    error.text = std::string(kTextMax - 1, 'x') + "é and more";

    const auto decoded = decode_server(encode(session::ServerMessage(error)));

    ASSERT_TRUE(decoded) << decoded.error().what;
    EXPECT_EQ(std::get<session::Error>(*decoded).text, std::string(kTextMax - 1, 'x'));
}

} // namespace
} // namespace scoreboard::wire
