#include "wire/scratch.h"

#include <cassert>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/stubs/logging.h>

namespace scoreboard::wire {
namespace {

constexpr int kNestingMax = 8;

} // namespace

bool parse(std::string_view bytes, google::protobuf::MessageLite& message)
{
    // Bytes from the net are refused with a DecodeError; protobuf's own line on stderr would be a way to fill
    // a disk from outside.
    [[maybe_unused]] static const auto silenced = google::protobuf::SetLogHandler(nullptr);
    google::protobuf::io::CodedInputStream stream(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                                  static_cast<int>(bytes.size()));
    stream.SetRecursionLimit(kNestingMax);
    return message.ParseFromCodedStream(&stream) && stream.ConsumedEntireMessage();
}

std::string serialize(const google::protobuf::MessageLite& message)
{
    std::string bytes;
    [[maybe_unused]] const bool done = message.SerializeToString(&bytes);
    assert(done);
    return bytes;
}

} // namespace scoreboard::wire
