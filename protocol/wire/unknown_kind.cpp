#include "wire/unknown_kind.h"

#include <array>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

namespace scoreboard::wire {
namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;
using google::protobuf::io::CodedOutputStream;

constexpr int kFirstKind = 10; // the fields below it are no kinds

} // namespace

std::uint32_t find_unknown_kind(std::string_view body)
{
    CodedInputStream stream(reinterpret_cast<const std::uint8_t*>(body.data()),
                            static_cast<int>(body.size()));
    while (const std::uint32_t tag = stream.ReadTag()) {
        const int number = WireFormatLite::GetTagFieldNumber(tag);
        // Every kind is a message; a number in its place is a kind that cannot be read, known or not.
        const bool is_message =
            WireFormatLite::GetTagWireType(tag) == WireFormatLite::WIRETYPE_LENGTH_DELIMITED;
        if (number >= kFirstKind && is_message) {
            return static_cast<std::uint32_t>(number);
        }
        if (!WireFormatLite::SkipField(&stream, tag)) {
            break;
        }
    }
    return 0;
}

void append_unknown_kind(std::uint32_t kind, std::string& body)
{
    std::array<std::uint8_t, 8> field{};
    std::uint8_t* end = CodedOutputStream::WriteTagToArray(
        WireFormatLite::MakeTag(static_cast<int>(kind), WireFormatLite::WIRETYPE_LENGTH_DELIMITED),
        field.data());
    *end++ = 0; // the length
    body.append(field.data(), end);
}

} // namespace scoreboard::wire
