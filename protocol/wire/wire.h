#pragma once

#include <boost/system/result.hpp>
#include <cstddef>
#include <string>
#include <string_view>

#include "match/entry.h"
#include "session/messages.h"

// Structs ↔ protobuf bytes, checked and limited. Nothing is believed: every size, range and enum value is
// checked here, so that what comes out of decode can be used as it is.
namespace scoreboard::wire {

inline constexpr std::size_t kClientFrameMax = 16 * 1024;  // C→B, one envelope
inline constexpr std::size_t kServerFrameMax = 256 * 1024; // B→C
inline constexpr std::size_t kBodyMax = 12 * 1024;
inline constexpr std::size_t kTextMax = 1024; // any text for a person
inline constexpr std::size_t kNameMax = 64;

struct DecodeError {
    std::string what; // "command: side has the unknown value 7"
};
// Makes Result::value() throw what went wrong.
[[noreturn]] void throw_exception_from_error(const DecodeError& error, const boost::source_location& where);
template <class T>
using Result = boost::system::result<T, DecodeError>;

// A body as it is journaled, hashed and sent.
match::SealedBody seal(const match::Body& body);
// Whether seal() may take a body with it: only a match that goes on holds so much that it might not.
bool fits_in_a_body(const match::Command& command);
// Bytes from a journal or the net, kept as they are. An unknown kind is no error: it gives UnknownCommand
// with its number, and a known kind with contents that cannot be read UnknownCommand{0}, so that one bad
// command is refused by name and never blocks a queue.
Result<match::SealedBody> unseal(std::string bytes);

std::string encode(const session::ClientMessage& message);
std::string encode(const session::ServerMessage& message);
Result<session::ClientMessage> decode_client(std::string_view bytes);
Result<session::ServerMessage> decode_server(std::string_view bytes);

// An entry as a tablet's history keeps it and EntryMessage carries it.
std::string encode(const match::Entry& entry);
// The EntryMessage around encode(entry): an entry is encoded once, whatever the number of its receivers.
std::string encode_entry_message(std::string_view encoded_entry);
Result<match::Entry> decode_entry(std::string_view bytes);

// What the log's columns outcome+verdict hold.
std::string encode_decision(const match::Entry& entry);
// Fills outcome and verdict of `entry`.
Result<void> decode_decision(std::string_view bytes, match::Entry& entry);

match::Hash sha256(std::string_view bytes);
// SHA-256(previous ‖ the entry's fields in the fixed order of protocol/README.md, "The chain").
match::Hash chain_hash(const match::Hash& previous, const match::Entry& entry);

// Over TCP an envelope follows its length, u32 little-endian.
std::string length_prefixed(std::string_view envelope);

// Cuts a TCP byte stream into envelopes; refuses a length above the limit before it allocates.
class FrameReader {
public:
    explicit FrameReader(std::size_t frame_max) : frame_max_(frame_max) {}

    void push(std::string_view bytes) { buffer_.append(bytes); }
    // One envelope, an empty optional-like "need more" as false in `ready`, or the reason to close.
    struct Next {
        bool ready = false;
        std::string envelope;
    };
    Result<Next> next();

private:
    void compact();

    std::size_t frame_max_;
    std::string buffer_;
    std::size_t consumed_ = 0;
};

} // namespace scoreboard::wire
