#include "simulator/faults.h"

#include <charconv>
#include <optional>

namespace scoreboard::simulator {
namespace {

std::optional<double> parse_rate(const std::string& text)
{
    double rate = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rate);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && rate >= 0 && rate <= 1 ? std::optional(rate) : std::nullopt;
}

std::optional<std::string> set_switch(bool& flag, const std::string& name, const std::string& value)
{
    if (value != "on" && value != "off") {
        return name + " is on or off, not '" + value + "'";
    }
    flag = value == "on";
    return std::nullopt;
}

} // namespace

std::optional<std::string> Faults::set(const std::string& assignment)
{
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos) {
        return "'" + assignment + "' is not NAME=VALUE, as in bitflip=0.001";
    }
    const std::string name = assignment.substr(0, equals);
    const std::string value = assignment.substr(equals + 1);
    if (name == "tx-dead") {
        return set_switch(transmit_dead_, name, value);
    }
    if (name == "rx-dead") {
        return set_switch(receive_dead_, name, value);
    }
    const std::optional<line::FaultKind> kind = line::fault_named(name);
    if (!kind) {
        return "there is no fault '" + name + "': use bitflip, burst, drop, insert, dup, tx-dead or rx-dead";
    }
    const std::optional<double> rate = parse_rate(value);
    if (!rate) {
        return name + " is a probability from 0 to 1, not '" + value + "'";
    }
    rates_.of(*kind) = *rate;
    return std::nullopt;
}

void Faults::apply(boards::SimPanel& panel) const
{
    panel.set_rates(rates_);
    panel.set_transmit_dead(transmit_dead_);
    panel.set_receive_dead(receive_dead_);
}

} // namespace scoreboard::simulator
