#pragma once

#include <optional>
#include <type_traits>
#include <variant>

namespace scoreboard::match {

// The shirt number that a Command or a Correction is credited to; null: its kind names no player.
template <class Kinds>
auto* credited_player(Kinds& command)
{
    using Number = std::conditional_t<std::is_const_v<Kinds>, const std::optional<int>, std::optional<int>>;
    return std::visit(
        [](auto& kind) -> Number* {
            if constexpr (requires { kind.player; }) {
                return &kind.player;
            } else {
                return nullptr;
            }
        },
        command);
}

} // namespace scoreboard::match
