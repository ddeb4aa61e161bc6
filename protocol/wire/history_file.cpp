#include "wire/history_file.h"

#include <algorithm>
#include <cstdint>

namespace scoreboard::wire {
namespace {

constexpr std::string_view kMagic = "SWHIST1\n";
constexpr std::size_t kIdSize = 16;
constexpr std::size_t kNumberSize = 4;
constexpr std::size_t kHashSize = 32;
constexpr std::size_t kHeaderSize = kMagic.size() + 2 * kIdSize + kNumberSize;

std::string number(std::size_t value)
{
    std::string bytes;
    for (std::size_t byte = 0; byte < kNumberSize; ++byte) {
        bytes.push_back(static_cast<char>((value >> (8 * byte)) & 0xFFU));
    }
    return bytes;
}

template <class Bytes>
std::string_view view(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Takes the beginning of what is left; what was asked for is there.
class Reader {
public:
    explicit Reader(std::string_view bytes) : left_(bytes) {}

    std::size_t left() const { return left_.size(); }
    std::string_view take(std::size_t size)
    {
        const std::string_view taken = left_.substr(0, size);
        left_.remove_prefix(size);
        return taken;
    }
    std::size_t number()
    {
        std::size_t value = 0;
        std::size_t shift = 0;
        for (const char byte : take(kNumberSize)) {
            value |= std::size_t{static_cast<std::uint8_t>(byte)} << shift;
            shift += 8;
        }
        return value;
    }
    template <class Id>
    void id(Id& id)
    {
        const std::string_view bytes = take(kIdSize);
        std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    }

private:
    std::string_view left_;
};

DecodeError damaged()
{
    return {"was cut short or changed on its way; copy it again, or export it again on the controller"};
}

} // namespace

std::string encode_history(const HistoryFile& history)
{
    std::string bytes(kMagic);
    bytes += view(history.board.bytes);
    bytes += view(history.log.bytes);
    bytes += number(history.entries.size());
    for (const match::Entry& entry : history.entries) {
        const std::string encoded = encode(entry);
        bytes += number(encoded.size());
        bytes += encoded;
    }
    bytes += view(sha256(bytes));
    return bytes;
}

Result<HistoryFile> decode_history(std::string_view bytes)
{
    if (!bytes.starts_with(kMagic)) {
        return DecodeError{"is no history of a match; scoreboard-controller-cli history export makes one"};
    }
    if (bytes.size() > kHistoryBytesMax) {
        return DecodeError{"is longer than a history of a match may be"};
    }
    if (bytes.size() < kHeaderSize + kHashSize) {
        return damaged();
    }
    const std::string_view content = bytes.substr(0, bytes.size() - kHashSize);
    if (view(sha256(content)) != bytes.substr(content.size())) {
        return damaged();
    }
    Reader reader(content);
    reader.take(kMagic.size());
    HistoryFile history;
    reader.id(history.board);
    reader.id(history.log);
    const std::size_t count = reader.number();
    if (count == 0 || count > kHistoryEntriesMax) {
        return DecodeError{"holds " + std::to_string(count) + " entries; 1 to " +
                           std::to_string(kHistoryEntriesMax) + " are possible"};
    }
    while (history.entries.size() < count) {
        if (reader.left() < kNumberSize) {
            return damaged();
        }
        const std::size_t size = reader.number();
        if (size > reader.left()) {
            return damaged();
        }
        auto entry = decode_entry(reader.take(size));
        if (!entry) {
            return DecodeError{"cannot be read at entry " + std::to_string(history.entries.size() + 1) +
                               " (" + entry.error().what + ")"};
        }
        history.entries.push_back(std::move(*entry));
    }
    return reader.left() == 0 ? Result<HistoryFile>(std::move(history)) : damaged();
}

} // namespace scoreboard::wire
