#pragma once

#include <cstddef>
#include <string_view>

#include "wire/wire.h"

// What both ends say of an envelope that is none of theirs.
namespace scoreboard::wire {

DecodeError too_long(std::size_t size, std::size_t size_max);
DecodeError not_an_envelope();
// `number` is the field of the message; `sender` is who never sends it, as "a controller".
DecodeError unexpected_message(int number, std::string_view sender);

} // namespace scoreboard::wire
