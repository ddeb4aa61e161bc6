#include "viewmodel/key_name.h"

#include <chrono>

namespace scoreboard::viewmodel {

namespace {

std::string side_name(match::Side side)
{
    return side == match::Side::kHome ? "home" : "guest";
}

std::string clock_prefix(match::ClockId clock)
{
    return clock == match::ClockId::kGame ? "clock" : "shot";
}

struct Namer {
    std::string operator()(const match::AddScore& c) const
    {
        return "add " + side_name(c.side) + " " + std::to_string(c.points);
    }
    std::string operator()(const match::SetScore& c) const { return "set " + side_name(c.side); }
    std::string operator()(const match::AddFoul& c) const
    {
        return "foul " + side_name(c.side) + (c.count == 1 ? "" : " " + std::to_string(c.count));
    }
    std::string operator()(const match::StartTimeout& c) const
    {
        return "timeout " + side_name(c.side) + (c.kind == 0 ? "" : " " + std::to_string(c.kind));
    }
    std::string operator()(const match::SetPossession& c) const { return "possession " + side_name(c.side); }
    std::string operator()(const match::StartClock& c) const
    {
        return c.clock == match::ClockId::kGame ? "clock start" : "shot run";
    }
    std::string operator()(const match::StopClock& c) const
    {
        return c.clock == match::ClockId::kGame ? "clock stop" : "shot hold";
    }
    std::string operator()(const match::SetClock& c) const { return clock_prefix(c.clock) + " set"; }
    std::string operator()(const match::ResetShotClock& c) const
    {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(c.value);
        return "shot " + std::to_string(seconds.count());
    }
    std::string operator()(const match::BlankShotClock&) const { return "shot blank"; }
    std::string operator()(const match::AcceptOffer&) const { return "clock accept"; }
    std::string operator()(const match::NextPeriod&) const { return "period next"; }
    std::string operator()(const match::EndTimeout&) const { return "timeout end"; }
    std::string operator()(const match::SetAddedTime& c) const
    {
        return "added " + std::to_string(c.minutes);
    }
    std::string operator()(const match::AddTally& c) const
    {
        return "count " + side_name(c.side) + " " + std::to_string(c.tally) +
               (c.count == 1 ? "" : " " + std::to_string(c.count));
    }
    std::string operator()(const match::SetLamp& c) const { return "lamp " + std::to_string(c.lamp); }
    std::string operator()(const match::EndMatch&) const { return "match end"; }
    std::string operator()(const match::OpenMatch&) const { return "match new"; }
    std::string operator()(const match::ResumeMatch&) const { return "match resume"; }
    std::string operator()(const match::HoldDisplay& c) const
    {
        return c.held ? "display hold" : "display release";
    }
    std::string operator()(const match::SetSides&) const { return "sides swap"; }
    std::string operator()(const match::SetTeamName& c) const { return "name " + side_name(c.side); }
    std::string operator()(const match::AddPenalty& c) const
    {
        return "penalty " + side_name(c.side) + " " + std::to_string(c.kind) +
               (c.coincidental ? " coincidental" : "");
    }
    std::string operator()(const match::EndPenalty& c) const
    {
        return "penalty end " + match::to_hex(c.penalty.writer) + " " + std::to_string(c.penalty.seq) + " " +
               std::to_string(c.part);
    }
    std::string operator()(const match::AdjustPenalties&) const { return "penalty adjust"; }
    std::string operator()(const match::AddAttempt& c) const
    {
        return "attempt " + side_name(c.side) + (c.scored ? " goal" : " miss");
    }
    std::string operator()(const match::SetDowns& c) const { return "down " + std::to_string(c.downs.down); }
    std::string operator()(const match::AddCount& c) const
    {
        return "ball " + std::to_string(static_cast<int>(c.kind)) + (c.take_back ? " -1" : "");
    }
    std::string operator()(const match::SetBases& c) const { return "bases " + std::to_string(c.bases); }
    std::string operator()(const match::SetBatter&) const { return "batter"; }
    std::string operator()(const match::StartJam&) const { return "jam start"; }
    std::string operator()(const match::EndJam&) const { return "jam end"; }
    std::string operator()(const match::SoundHorn&) const { return "horn"; }
    std::string operator()(const match::Undo&) const { return "undo"; }
    std::string operator()(const match::Redo&) const { return "redo"; }
    std::string operator()(const match::Edit&) const { return "edit"; }
    std::string operator()(const match::Insert&) const { return "insert"; }
    std::string operator()(const match::StartMatch&) const { return "match start"; }
    std::string operator()(const match::BoardBoot&) const { return "board boot"; }
    std::string operator()(const match::Note&) const { return "note"; }
    std::string operator()(const match::UnknownCommand&) const { return "unknown"; }
};

} // namespace

std::string key_name(const match::Command& command)
{
    return std::visit(Namer{}, command);
}

std::optional<std::string> score_name(const match::Command& command)
{
    if (const auto* add = std::get_if<match::AddScore>(&command)) {
        return "score " + side_name(add->side);
    }
    if (const auto* set = std::get_if<match::SetScore>(&command)) {
        return "score " + side_name(set->side);
    }
    return std::nullopt;
}

bool is_offered_by_rules(const std::string& key)
{
    return key != "clock set" && key != "shot set" && key != "undo" && key != "redo" &&
           !key.starts_with("score ") && !key.starts_with("set ");
}

std::string guard_name(const std::string& key)
{
    if (key == "clock start" || key == "clock stop") {
        return "clock";
    }
    if (key == "shot run" || key == "shot hold") {
        return "shot";
    }
    return key;
}

} // namespace scoreboard::viewmodel
