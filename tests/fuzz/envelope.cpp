// Any bytes as an envelope of either way, a body, an entry, a decision: refused with a sentence, or read as
// what is written the same again. A Command is also read with the hash and the id that belong to its body,
// which no mutation would ever hit.

#include <optional>

#include "fuzz/input.h"
#include "scoreboard/v1/session.pb.h"
#include "wire/wire.h"

namespace {

using namespace scoreboard;

template <class Decode>
void check(std::string_view bytes, Decode decode)
{
    const auto message = decode(bytes);
    if (!message) {
        fuzz::require(!message.error().what.empty(), "a refusal says why");
        return;
    }
    const std::string canonical = wire::encode(*message);
    const auto again = decode(canonical);
    fuzz::require(again.has_value(), "what was read can be written and read again");
    fuzz::require(*again == *message, "it means the same");
    fuzz::require(wire::encode(*again) == canonical, "and has one form");
}

std::optional<std::string> with_true_hash(std::string_view bytes)
{
    scoreboard::v1::Envelope envelope;
    if (!envelope.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) || !envelope.has_command()) {
        return std::nullopt;
    }
    const match::Hash hash = wire::sha256(envelope.command().body());
    envelope.set_hash(std::string(hash.begin(), hash.end()));
    if (const auto sealed = wire::unseal(envelope.command().body())) {
        const match::CommandId& id = sealed->body.id;
        envelope.mutable_id()->set_writer(std::string(id.writer.bytes.begin(), id.writer.bytes.end()));
        envelope.mutable_id()->set_seq(id.seq);
    }
    return envelope.SerializeAsString();
}

void check_body(std::string_view bytes)
{
    const auto sealed = wire::unseal(std::string(bytes));
    if (!sealed) {
        fuzz::require(!sealed.error().what.empty(), "a refusal says why");
        return;
    }
    fuzz::require(sealed->bytes == bytes && sealed->hash == wire::sha256(bytes),
                  "the bytes of a body are kept as they came");
    fuzz::require(!match::describe(sealed->body.command).empty(), "every command has a name");
    const match::SealedBody again = wire::seal(sealed->body);
    const auto back = wire::unseal(again.bytes);
    fuzz::require(back.has_value() && back->body == sealed->body, "a body that was read can be sealed anew");
}

void check_decision(std::string_view bytes)
{
    match::Entry entry;
    if (!wire::decode_decision(bytes, entry)) {
        return;
    }
    match::Entry again;
    fuzz::require(wire::decode_decision(wire::encode_decision(entry), again).has_value() &&
                      again.outcome == entry.outcome && again.verdict == entry.verdict,
                  "a decision that was read can be written and read again");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes = fuzz::Input(data, size).rest();
    check(bytes, [](std::string_view in) { return wire::decode_client(in); });
    check(bytes, [](std::string_view in) { return wire::decode_server(in); });
    check(bytes, [](std::string_view in) { return wire::decode_entry(in); });
    if (const auto command = with_true_hash(bytes)) {
        check(*command, [](std::string_view in) { return wire::decode_client(in); });
    }
    check_body(bytes);
    check_decision(bytes);
    return 0;
}
