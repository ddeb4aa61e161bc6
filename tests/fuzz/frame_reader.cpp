// The bytes of a TCP connection cut into envelopes: the same whichever way they arrive in pieces.

#include <string>
#include <vector>

#include "fuzz/input.h"
#include "wire/wire.h"

namespace {

using namespace scoreboard;

struct Cut {
    std::vector<std::string> envelopes;
    std::string error;

    bool operator==(const Cut&) const = default;
};

// False: the stream is over.
bool take(wire::FrameReader& reader, std::size_t frame_max, Cut& cut)
{
    for (;;) {
        auto next = reader.next();
        if (!next) {
            cut.error = next.error().what;
            fuzz::require(!cut.error.empty(), "a refusal says why");
            return false;
        }
        if (!next->ready) {
            return true;
        }
        fuzz::require(next->envelope.size() <= frame_max, "no envelope is above the limit");
        cut.envelopes.push_back(std::move(next->envelope));
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Input input(data, size);
    const std::size_t frame_max = input.flip() ? wire::kClientFrameMax : input.byte();
    std::uint64_t pieces = input.number(4);
    const std::string_view stream = input.rest();

    Cut whole;
    wire::FrameReader at_once(frame_max);
    at_once.push(stream);
    take(at_once, frame_max, whole);

    Cut split;
    wire::FrameReader bit_by_bit(frame_max);
    bool open = true;
    for (std::size_t at = 0; open && at < stream.size();) {
        pieces = pieces * 6364136223846793005U + 1442695040888963407U;
        const std::size_t count = 1 + (pieces >> 60U);
        bit_by_bit.push(stream.substr(at, count));
        open = take(bit_by_bit, frame_max, split);
        at += count;
    }
    fuzz::require(whole == split, "a stream is cut the same, however it arrives");

    std::string again;
    for (const std::string& envelope : whole.envelopes) {
        again += wire::length_prefixed(envelope);
    }
    fuzz::require(stream.substr(0, again.size()) == again, "envelopes and their lengths are the stream");
    return 0;
}
