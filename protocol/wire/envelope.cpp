#include "wire/envelope.h"

#include <stdexcept>

namespace scoreboard::wire {

void throw_exception_from_error(const DecodeError& error, const boost::source_location&)
{
    throw std::runtime_error(error.what);
}

DecodeError too_long(std::size_t size, std::size_t size_max)
{
    return {"envelope: it has " + std::to_string(size) + " bytes, at most " + std::to_string(size_max)};
}

DecodeError not_an_envelope()
{
    return {"envelope: it is no Envelope of protobuf, or a text in it is not UTF-8"};
}

DecodeError unexpected_message(int number, std::string_view sender)
{
    if (number == 0) {
        return {"envelope: it holds no message that this version knows"};
    }
    return {"envelope: it holds message " + std::to_string(number) + ", which " + std::string(sender) +
            " does not send"};
}

} // namespace scoreboard::wire
