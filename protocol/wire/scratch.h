#pragma once

#include <array>
#include <cstddef>
#include <google/protobuf/arena.h>
#include <google/protobuf/message_lite.h>
#include <string>
#include <string_view>

namespace scoreboard::wire {

// Room on the stack for the protobuf form of one message: the heap is asked only for what is large.
class Scratch {
public:
    Scratch() : arena_(block_.data(), block_.size()) {}

    template <class Message>
    Message& make()
    {
        return *google::protobuf::Arena::CreateMessage<Message>(&arena_);
    }

private:
    alignas(16) std::array<char, 4096> block_;
    google::protobuf::Arena arena_;
};

// False if the bytes are not this message, a text in it is not UTF-8, or it nests deeper than any of ours.
bool parse(std::string_view bytes, google::protobuf::MessageLite& message);

std::string serialize(const google::protobuf::MessageLite& message);

} // namespace scoreboard::wire
