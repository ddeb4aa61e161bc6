#pragma once

#include <cstddef>
#include <random>

#include "session/messages.h"
#include "wire/wire.h"

namespace scoreboard::wire {

// Messages with every field set to something, from one seed: what a round trip loses shows as a difference.
class RandomMessages {
public:
    explicit RandomMessages(std::uint64_t seed) : random_(seed) {}

    match::Command command(std::size_t kind);
    match::Correction correction(); // kind: index of the variant
    match::Body body(std::size_t kind);
    match::Entry entry();
    session::ClientMessage client_message(std::size_t kind);
    session::ServerMessage server_message(std::size_t kind);

private:
    bool flip() { return (random_() & 1) != 0; }
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    int number() { return below(2'000'001) - 1'000'000; }
    match::Duration duration();
    std::string text(std::size_t size_max);
    template <class Id>
    Id id()
    {
        Id id;
        for (auto& byte : id.bytes) {
            byte = static_cast<std::uint8_t>(random_());
        }
        return id;
    }
    template <class Time>
    Time time()
    {
        return Time(duration());
    }
    match::Hash hash();
    match::CommandId command_id();
    match::PeriodPhase period_phase();
    match::Side side() { return flip() ? match::Side::kHome : match::Side::kGuest; }
    match::ClockId clock_id() { return flip() ? match::ClockId::kGame : match::ClockId::kShot; }
    match::Span span() { return static_cast<match::Span>(below(3)); }
    match::DelayProfile delay_profile();
    match::Ruleset ruleset();
    void give_parts(match::Ruleset& rules);
    void give_parts(match::MatchState& state);
    match::Outcome outcome();
    match::Verdict verdict();
    match::Clock clock();
    match::Team team();
    match::MatchState state();
    template <class T, class Make>
    std::optional<T> maybe(Make make)
    {
        return flip() ? std::optional<T>(make()) : std::nullopt;
    }

    std::mt19937_64 random_;
};

inline constexpr std::size_t kCommandKinds = std::variant_size_v<match::Command>;
inline constexpr std::size_t kClientKinds = std::variant_size_v<session::ClientMessage>;
inline constexpr std::size_t kServerKinds = std::variant_size_v<session::ServerMessage>;

} // namespace scoreboard::wire
