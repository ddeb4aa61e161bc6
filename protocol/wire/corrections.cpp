#include "wire/corrections.h"

#include "wire/convert.h"

namespace scoreboard::wire {
namespace {

v1::Side wire_side(match::Side side)
{
    return static_cast<v1::Side>(side);
}

void get_side(Checker& check, int in, match::Side& out)
{
    check.enumeration("side", in, match::Side::kGuest, out);
}

template <class Message>
void put_player(const std::optional<int>& player, Message* out)
{
    if (player) {
        out->set_player(static_cast<std::uint32_t>(*player));
    }
}

template <class Message>
void get_player(Checker& check, const Message& in, std::optional<int>& out)
{
    if (in.has_player()) {
        check.integer("player", in.player(), 0, kNumberMax, out.emplace());
    }
}

struct PutCorrection {
    v1::Correction* out;

    void operator()(const match::AddScore& command) const { put(command, out->mutable_add_score()); }
    void operator()(const match::SetScore& command) const { put(command, out->mutable_set_score()); }
    void operator()(const match::AddFoul& command) const { put(command, out->mutable_add_foul()); }
    void operator()(const match::StartTimeout& command) const { put(command, out->mutable_start_timeout()); }
    void operator()(const match::AddTally& command) const { put(command, out->mutable_add_tally()); }
    void operator()(const match::AddPenalty& command) const { put(command, out->mutable_add_penalty()); }
    void operator()(const match::SetClock& command) const { put(command, out->mutable_set_clock()); }
    void operator()(const match::ResetShotClock& command) const
    {
        put(command, out->mutable_reset_shot_clock());
    }
    void operator()(const match::SetPossession& command) const
    {
        put(command, out->mutable_set_possession());
    }
    void operator()(const match::EndPenalty& command) const { put(command, out->mutable_end_penalty()); }
    void operator()(const match::AddAttempt& command) const { put(command, out->mutable_add_attempt()); }
    void operator()(const match::AddCount& command) const { put(command, out->mutable_add_count()); }
    void operator()(const match::SetBases& command) const { put(command, out->mutable_set_bases()); }
    void operator()(const match::SetDowns& command) const { put(command, out->mutable_set_downs()); }
};

void get(Checker& check, const v1::Correction& in, match::Correction& out)
{
    switch (in.kind_case()) {
    case v1::Correction::kAddScore:
        return wire::get(check, in.add_score(), out.emplace<match::AddScore>());
    case v1::Correction::kSetScore:
        return wire::get(check, in.set_score(), out.emplace<match::SetScore>());
    case v1::Correction::kAddFoul:
        return wire::get(check, in.add_foul(), out.emplace<match::AddFoul>());
    case v1::Correction::kStartTimeout:
        return wire::get(check, in.start_timeout(), out.emplace<match::StartTimeout>());
    case v1::Correction::kAddTally:
        return wire::get(check, in.add_tally(), out.emplace<match::AddTally>());
    case v1::Correction::kAddPenalty:
        return wire::get(check, in.add_penalty(), out.emplace<match::AddPenalty>());
    case v1::Correction::kSetClock:
        return wire::get(check, in.set_clock(), out.emplace<match::SetClock>());
    case v1::Correction::kResetShotClock:
        return wire::get(check, in.reset_shot_clock(), out.emplace<match::ResetShotClock>());
    case v1::Correction::kSetPossession:
        return wire::get(check, in.set_possession(), out.emplace<match::SetPossession>());
    case v1::Correction::kEndPenalty:
        return wire::get(check, in.end_penalty(), out.emplace<match::EndPenalty>());
    case v1::Correction::kAddAttempt:
        return wire::get(check, in.add_attempt(), out.emplace<match::AddAttempt>());
    case v1::Correction::kAddCount:
        return wire::get(check, in.add_count(), out.emplace<match::AddCount>());
    case v1::Correction::kSetBases:
        return wire::get(check, in.set_bases(), out.emplace<match::SetBases>());
    case v1::Correction::kSetDowns:
        return wire::get(check, in.set_downs(), out.emplace<match::SetDowns>());
    case v1::Correction::KIND_NOT_SET:
        return check.fail("correction", "is of no kind that can be corrected");
    }
}

} // namespace

void put(const match::AddScore& command, v1::AddScore* out)
{
    out->set_side(wire_side(command.side));
    out->set_points(command.points);
    put_player(command.player, out);
}

void put(const match::SetScore& command, v1::SetScore* out)
{
    out->set_side(wire_side(command.side));
    out->set_points(command.points);
    if (command.if_version) {
        put(*command.if_version, out->mutable_if_version());
    }
}

void put(const match::AddFoul& command, v1::AddFoul* out)
{
    out->set_side(wire_side(command.side));
    out->set_count(command.count);
    put_player(command.player, out);
}

void put(const match::StartTimeout& command, v1::StartTimeout* out)
{
    out->set_side(wire_side(command.side));
    out->set_kind(static_cast<std::uint32_t>(command.kind));
}

void put(const match::AddTally& command, v1::AddTally* out)
{
    out->set_side(wire_side(command.side));
    out->set_tally(static_cast<std::uint32_t>(command.tally));
    out->set_count(command.count);
    put_player(command.player, out);
}

void put(const match::AddPenalty& command, v1::AddPenalty* out)
{
    out->set_side(wire_side(command.side));
    out->set_kind(static_cast<std::uint32_t>(command.kind));
    put_player(command.player, out);
    out->set_coincidental(command.coincidental);
}

void put(const match::SetClock& command, v1::SetClock* out)
{
    out->set_clock(static_cast<v1::ClockId>(command.clock));
    out->set_value_us(command.value.count());
}

void put(const match::ResetShotClock& command, v1::ResetShotClock* out)
{
    out->set_value_us(command.value.count());
}

void put(const match::SetPossession& command, v1::SetPossession* out)
{
    out->set_side(wire_side(command.side));
    if (command.if_version) {
        put(*command.if_version, out->mutable_if_version());
    }
}

void put(const match::EndPenalty& command, v1::EndPenalty* out)
{
    put(command.penalty, out->mutable_penalty());
    out->set_part(static_cast<std::uint32_t>(command.part));
    if (command.goal) {
        put(*command.goal, out->mutable_goal());
    }
}

void put(const match::AddAttempt& command, v1::AddAttempt* out)
{
    out->set_side(wire_side(command.side));
    out->set_scored(command.scored);
}

void put(const match::AddCount& command, v1::AddCount* out)
{
    out->set_kind(static_cast<v1::CountKind>(command.kind));
    out->set_take_back(command.take_back);
}

void put(const match::SetBases& command, v1::SetBases* out)
{
    out->set_bases(command.bases);
}

void put(const match::SetDowns& command, v1::SetDowns* out)
{
    out->set_down(static_cast<std::uint32_t>(command.downs.down));
    out->set_to_go(static_cast<std::uint32_t>(command.downs.to_go));
    out->set_ball_on(static_cast<std::uint32_t>(command.downs.ball_on));
}

void get(Checker& check, const v1::AddScore& in, match::AddScore& out)
{
    get_side(check, in.side(), out.side);
    check.integer("points", in.points(), -kNumberMax, kNumberMax, out.points);
    get_player(check, in, out.player);
}

void get(Checker& check, const v1::SetScore& in, match::SetScore& out)
{
    get_side(check, in.side(), out.side);
    check.integer("points", in.points(), -kNumberMax, kNumberMax, out.points);
    check.optional_command_id("if_version", in.has_if_version(), in.if_version(), out.if_version);
}

void get(Checker& check, const v1::AddFoul& in, match::AddFoul& out)
{
    get_side(check, in.side(), out.side);
    check.integer("count", in.count(), -kNumberMax, kNumberMax, out.count);
    get_player(check, in, out.player);
}

void get(Checker& check, const v1::StartTimeout& in, match::StartTimeout& out)
{
    get_side(check, in.side(), out.side);
    check.integer("kind", in.kind(), 0, kTalliesMax, out.kind);
}

void get(Checker& check, const v1::AddTally& in, match::AddTally& out)
{
    get_side(check, in.side(), out.side);
    check.integer("tally", in.tally(), 0, kTalliesMax - 1, out.tally);
    check.integer("count", in.count(), -kNumberMax, kNumberMax, out.count);
    get_player(check, in, out.player);
}

void get(Checker& check, const v1::AddPenalty& in, match::AddPenalty& out)
{
    get_side(check, in.side(), out.side);
    check.integer("kind", in.kind(), 0, kTalliesMax - 1, out.kind);
    get_player(check, in, out.player);
    out.coincidental = in.coincidental();
}

void get(Checker& check, const v1::SetClock& in, match::SetClock& out)
{
    check.enumeration("clock", in.clock(), match::ClockId::kShot, out.clock);
    check.duration("value", in.value_us(), out.value);
}

void get(Checker& check, const v1::ResetShotClock& in, match::ResetShotClock& out)
{
    check.duration("value", in.value_us(), out.value);
}

void get(Checker& check, const v1::SetPossession& in, match::SetPossession& out)
{
    get_side(check, in.side(), out.side);
    check.optional_command_id("if_version", in.has_if_version(), in.if_version(), out.if_version);
}

void get(Checker& check, const v1::EndPenalty& in, match::EndPenalty& out)
{
    check.command_id("penalty", in.has_penalty(), in.penalty(), out.penalty);
    check.integer("part", in.part(), 0, kTalliesMax - 1, out.part);
    check.optional_command_id("goal", in.has_goal(), in.goal(), out.goal);
}

void get(Checker& check, const v1::AddAttempt& in, match::AddAttempt& out)
{
    get_side(check, in.side(), out.side);
    out.scored = in.scored();
}

void get(Checker& check, const v1::AddCount& in, match::AddCount& out)
{
    check.enumeration("kind", in.kind(), match::CountKind::kOut, out.kind);
    out.take_back = in.take_back();
}

void get(Checker& /*check*/, const v1::SetBases& in, match::SetBases& out)
{
    out.bases = in.bases();
}

void get(Checker& check, const v1::SetDowns& in, match::SetDowns& out)
{
    check.integer("down", in.down(), 0, kNumberMax, out.downs.down);
    check.integer("to_go", in.to_go(), 0, kNumberMax, out.downs.to_go);
    check.integer("ball_on", in.ball_on(), 0, kNumberMax, out.downs.ball_on);
}

void put(const match::Edit& command, v1::Edit* out)
{
    put(command.target, out->mutable_target());
    std::visit(PutCorrection{out->mutable_instead()}, command.instead);
}

void get(Checker& check, const v1::Edit& in, match::Edit& out)
{
    check.command_id("target", in.has_target(), in.target(), out.target);
    get(check, in.instead(), out.instead);
}

void put(const match::Insert& command, v1::Insert* out)
{
    put(command.after, out->mutable_after());
    std::visit(PutCorrection{out->mutable_command()}, command.command);
}

void get(Checker& check, const v1::Insert& in, match::Insert& out)
{
    check.command_id("after", in.has_after(), in.after(), out.after);
    get(check, in.command(), out.command);
}

} // namespace scoreboard::wire
