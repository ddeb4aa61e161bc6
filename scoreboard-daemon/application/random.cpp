#include "application/random.h"

#include <algorithm>
#include <random>

namespace scoreboard::application {

std::uint32_t random_number()
{
    std::random_device kernel;
    return static_cast<std::uint32_t>(kernel());
}

std::array<std::uint8_t, 16> random_id()
{
    std::random_device kernel;
    std::array<std::uint8_t, 16> id{};
    std::generate(id.begin(), id.end(), [&] { return static_cast<std::uint8_t>(kernel() & 0xFFU); });
    return id;
}

} // namespace scoreboard::application
