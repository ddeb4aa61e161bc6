#include "match/command.h"

#include "match/scoreline.h"

namespace scoreboard::match {
namespace {

std::string signed_number(int value)
{
    return (value < 0 ? "" : "+") + std::to_string(value);
}

const char* name_of(Side side)
{
    return side == Side::kHome ? "HOME" : "GUEST";
}

const char* clock_name(ClockId clock)
{
    return clock == ClockId::kGame ? "CLOCK " : "SHOT ";
}

struct Describer {
    std::string operator()(const AddScore& command) const
    {
        return signed_number(command.points) + " " + name_of(command.side);
    }
    std::string operator()(const SetScore& command) const
    {
        return std::string("SCORE ") + name_of(command.side) + " " + std::to_string(command.points);
    }
    std::string operator()(const AddFoul& command) const
    {
        const std::string count = command.count == 1 ? "" : " " + signed_number(command.count);
        return std::string("FOUL ") + name_of(command.side) + count;
    }
    std::string operator()(const StartTimeout& command) const
    {
        return std::string("TIME-OUT ") + name_of(command.side) +
               (command.kind == 0 ? "" : " " + std::to_string(command.kind + 1));
    }
    std::string operator()(const SetPossession& command) const
    {
        return std::string("POSSESSION ") + name_of(command.side);
    }
    std::string operator()(const StartClock& command) const
    {
        return command.clock == ClockId::kGame ? "START" : "SHOT RUN";
    }
    std::string operator()(const StopClock& command) const
    {
        return command.clock == ClockId::kGame ? "STOP" : "SHOT HOLD";
    }
    std::string operator()(const SetClock& command) const
    {
        return clock_name(command.clock) + format_clock_exact(command.value);
    }
    std::string operator()(const ResetShotClock& command) const
    {
        return "SHOT " +
               std::to_string(std::chrono::duration_cast<std::chrono::seconds>(command.value).count());
    }
    std::string operator()(const BlankShotClock&) const { return "SHOT BLANK"; }
    std::string operator()(const AcceptOffer&) const { return "ACCEPT CLOCK"; }
    std::string operator()(const NextPeriod&) const { return "NEXT PERIOD"; }
    std::string operator()(const EndTimeout&) const { return "TIME-OUT ENDS"; }
    std::string operator()(const SetAddedTime& command) const
    {
        return "ADDED TIME " + signed_number(command.minutes);
    }
    std::string operator()(const AddTally& command) const
    {
        return "COUNT " + std::to_string(command.tally + 1) + " " + name_of(command.side) + " " +
               signed_number(command.count) + (command.player ? " #" + std::to_string(*command.player) : "");
    }
    std::string operator()(const SetLamp& command) const
    {
        return "LAMP " + std::to_string(command.lamp + 1) + (command.lit ? " ON" : " OFF");
    }
    std::string operator()(const AddPenalty& command) const
    {
        return std::string("PENALTY ") + name_of(command.side) + " " + std::to_string(command.kind + 1) +
               (command.player ? " #" + std::to_string(*command.player) : "");
    }
    std::string operator()(const EndPenalty&) const { return "PENALTY ENDS"; }
    std::string operator()(const AdjustPenalties& command) const
    {
        return "PENALTIES " + signed_number(static_cast<int>(command.by / std::chrono::seconds(1))) + " S";
    }
    std::string operator()(const AddAttempt& command) const
    {
        return std::string(command.scored ? "SCORED " : "MISSED ") + name_of(command.side);
    }
    std::string operator()(const SetDowns& command) const
    {
        return "DOWN " + std::to_string(command.downs.down) + " & " + std::to_string(command.downs.to_go);
    }
    std::string operator()(const AddCount& command) const
    {
        static constexpr const char* kNames[] = {"BALL", "STRIKE", "FOUL BALL", "OUT"};
        return std::string(kNames[static_cast<std::size_t>(command.kind)]) + (command.take_back ? " -1" : "");
    }
    std::string operator()(const SetBases& command) const { return "BASES " + std::to_string(command.bases); }
    std::string operator()(const SetBatter& command) const
    {
        return "BATTER " + std::to_string(command.number);
    }
    std::string operator()(const StartJam&) const { return "JAM"; }
    std::string operator()(const EndJam&) const { return "JAM ENDS"; }
    std::string operator()(const EndMatch&) const { return "END MATCH"; }
    std::string operator()(const OpenMatch& command) const { return "NEW MATCH " + command.ruleset; }
    std::string operator()(const ResumeMatch&) const { return "RESUME MATCH"; }
    std::string operator()(const HoldDisplay& command) const
    {
        return command.held ? "HOLD DISPLAY" : "RELEASE DISPLAY";
    }
    std::string operator()(const SetSides& command) const
    {
        return std::string(name_of(command.left)) + " LEFT ON PANEL";
    }
    std::string operator()(const SetTeamName& command) const
    {
        return std::string("NAME ") + name_of(command.side) + " " + command.name;
    }
    std::string operator()(const SoundHorn&) const { return "HORN"; }
    std::string operator()(const Undo&) const { return "UNDO"; }
    std::string operator()(const Redo&) const { return "REDO"; }
    std::string operator()(const Edit& edit) const { return "EDIT " + describe(as_command(edit.instead)); }
    std::string operator()(const Insert& insert) const
    {
        return "INSERT " + describe(as_command(insert.command));
    }
    std::string operator()(const StartMatch&) const { return "MATCH START"; }
    std::string operator()(const BoardBoot&) const { return "BOARD RESTARTED"; }
    std::string operator()(const Note&) const { return "NOTE"; }
    std::string operator()(const UnknownCommand& command) const
    {
        return "UNKNOWN KIND " + std::to_string(command.kind);
    }
};

struct ToCorrection {
    std::optional<Correction> operator()(const AddScore& command) const { return command; }
    std::optional<Correction> operator()(const SetScore& command) const { return command; }
    std::optional<Correction> operator()(const AddFoul& command) const { return command; }
    std::optional<Correction> operator()(const StartTimeout& command) const { return command; }
    std::optional<Correction> operator()(const AddTally& command) const { return command; }
    std::optional<Correction> operator()(const AddPenalty& command) const { return command; }
    std::optional<Correction> operator()(const SetClock& command) const { return command; }
    std::optional<Correction> operator()(const ResetShotClock& command) const { return command; }
    std::optional<Correction> operator()(const SetPossession& command) const { return command; }
    std::optional<Correction> operator()(const EndPenalty& command) const { return command; }
    std::optional<Correction> operator()(const AddAttempt& command) const { return command; }
    std::optional<Correction> operator()(const AddCount& command) const { return command; }
    std::optional<Correction> operator()(const SetBases& command) const { return command; }
    std::optional<Correction> operator()(const SetDowns& command) const { return command; }
    template <class Other>
    std::optional<Correction> operator()(const Other& /*command*/) const
    {
        return std::nullopt;
    }
};

} // namespace

Command as_command(const Correction& correction)
{
    return std::visit([](const auto& command) { return Command(command); }, correction);
}

std::optional<Correction> as_correction(const Command& command)
{
    return std::visit(ToCorrection{}, command);
}

const CommandId* corrected_by(const Command& command)
{
    if (const auto* undo = std::get_if<Undo>(&command)) {
        return &undo->target;
    }
    if (const auto* redo = std::get_if<Redo>(&command)) {
        return &redo->target;
    }
    if (const auto* edit = std::get_if<Edit>(&command)) {
        return &edit->target;
    }
    const auto* insert = std::get_if<Insert>(&command);
    return insert != nullptr ? &insert->after : nullptr;
}

bool may_become(const Command& entry, const Correction& instead)
{
    const std::optional<Correction> now = as_correction(entry);
    if (!now || now->index() != instead.index()) {
        return false;
    }
    const auto* clock = std::get_if<SetClock>(&instead);
    return clock == nullptr || clock->clock == std::get<SetClock>(*now).clock;
}

std::string describe(const Command& command)
{
    constexpr std::size_t kLabelMax = 24;
    return std::visit(Describer{}, command).substr(0, kLabelMax);
}

} // namespace scoreboard::match
