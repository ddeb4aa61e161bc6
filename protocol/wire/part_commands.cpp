#include "wire/part_commands.h"

#include <cassert>

#include "match/rule_options.h"
#include "wire/convert.h"
#include "wire/corrections.h"
#include "wire/text.h"

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

std::uint32_t unsigned_number(int value)
{
    return static_cast<std::uint32_t>(value);
}

void get(Checker& check, const v1::SetLamp& in, match::SetLamp& out)
{
    check.integer("lamp", in.lamp(), 0, kTalliesMax - 1, out.lamp);
    out.lit = in.lit();
}

void get(Checker& check, const v1::SetTeamName& in, match::SetTeamName& out)
{
    get_side(check, in.side(), out.side);
    check.text("name", in.name(), kNameMax, out.name);
}

void get(Checker& check, const v1::AdjustPenalties& in, match::AdjustPenalties& out)
{
    check.duration("by", in.by_us(), out.by);
    out.keeps_ended = in.keeps_ended();
}

void get(Checker& check, const v1::EndMatch& in, match::EndMatch& out)
{
    if (in.has_seen()) {
        wire::get(check, in.seen(), out.seen.emplace());
    }
}

void get(Checker& check, const v1::OpenMatch& in, match::OpenMatch& out)
{
    check.text("ruleset", in.ruleset(), kNameMax, out.ruleset);
    check.text("home_name", in.home_name(), kNameMax, out.home_name);
    check.text("guest_name", in.guest_name(), kNameMax, out.guest_name);
    check.at_most("options", in.options_size(), static_cast<int>(match::kRuleOptionsMax));
    if (!check.ok()) {
        return;
    }
    for (const v1::RuleOption& option : in.options()) {
        match::RuleOption& read = out.options.emplace_back();
        check.text("options.key", option.key(), kNameMax, read.key);
        check.text("options.value", option.value(), kNameMax, read.value);
    }
}

} // namespace

void put_kind(const match::EndTimeout& /*command*/, v1::CommandBody* out)
{
    out->mutable_end_timeout();
}

void put_kind(const match::SetAddedTime& command, v1::CommandBody* out)
{
    out->mutable_set_added_time()->set_minutes(unsigned_number(command.minutes));
}

void put_kind(const match::AddTally& command, v1::CommandBody* out)
{
    put(command, out->mutable_add_tally());
}

void put_kind(const match::SetLamp& command, v1::CommandBody* out)
{
    out->mutable_set_lamp()->set_lamp(unsigned_number(command.lamp));
    out->mutable_set_lamp()->set_lit(command.lit);
}

void put_kind(const match::EndMatch& command, v1::CommandBody* out)
{
    v1::EndMatch* end = out->mutable_end_match();
    if (command.seen) {
        put(*command.seen, end->mutable_seen());
    }
}

void put_kind(const match::OpenMatch& command, v1::CommandBody* out)
{
    v1::OpenMatch* open = out->mutable_open_match();
    open->set_ruleset(fit_text(command.ruleset, kNameMax));
    open->set_home_name(fit_text(command.home_name, kNameMax));
    open->set_guest_name(fit_text(command.guest_name, kNameMax));
    for (const match::RuleOption& option : command.options) {
        v1::RuleOption* out_option = open->add_options();
        out_option->set_key(fit_text(option.key, kNameMax));
        out_option->set_value(fit_text(option.value, kNameMax));
    }
}

void put_kind(const match::ResumeMatch& command, v1::CommandBody* out)
{
    put(command.match, out->mutable_resume_match()->mutable_match());
}

void put_kind(const match::HoldDisplay& command, v1::CommandBody* out)
{
    out->mutable_hold_display()->set_held(command.held);
}

void put_kind(const match::SetSides& command, v1::CommandBody* out)
{
    out->mutable_set_sides()->set_left(wire_side(command.left));
}

void put_kind(const match::SetTeamName& command, v1::CommandBody* out)
{
    out->mutable_set_team_name()->set_side(wire_side(command.side));
    out->mutable_set_team_name()->set_name(fit_text(command.name, kNameMax));
}

void put_kind(const match::AddPenalty& command, v1::CommandBody* out)
{
    put(command, out->mutable_add_penalty());
}

void put_kind(const match::EndPenalty& command, v1::CommandBody* out)
{
    put(command, out->mutable_end_penalty());
}

void put_kind(const match::AdjustPenalties& command, v1::CommandBody* out)
{
    out->mutable_adjust_penalties()->set_by_us(command.by.count());
    out->mutable_adjust_penalties()->set_keeps_ended(command.keeps_ended);
}

void put_kind(const match::AddAttempt& command, v1::CommandBody* out)
{
    put(command, out->mutable_add_attempt());
}

void put_kind(const match::SetDowns& command, v1::CommandBody* out)
{
    put(command, out->mutable_set_downs());
}

void put_kind(const match::AddCount& command, v1::CommandBody* out)
{
    put(command, out->mutable_add_count());
}

void put_kind(const match::SetBases& command, v1::CommandBody* out)
{
    put(command, out->mutable_set_bases());
}

void put_kind(const match::SetBatter& command, v1::CommandBody* out)
{
    out->mutable_set_batter()->set_number(unsigned_number(command.number));
}

void put_kind(const match::StartJam& /*command*/, v1::CommandBody* out)
{
    out->mutable_start_jam();
}

void put_kind(const match::EndJam& /*command*/, v1::CommandBody* out)
{
    out->mutable_end_jam();
}

void get_part_command(Checker& check, const v1::CommandBody& in, match::Command& out)
{
    switch (in.kind_case()) {
    case v1::CommandBody::kEndTimeout:
        out.emplace<match::EndTimeout>();
        return;
    case v1::CommandBody::kSetAddedTime:
        check.integer("minutes", in.set_added_time().minutes(), 0, kNumberMax,
                      out.emplace<match::SetAddedTime>().minutes);
        return;
    case v1::CommandBody::kAddTally:
        wire::get(check, in.add_tally(), out.emplace<match::AddTally>());
        return;
    case v1::CommandBody::kSetLamp:
        get(check, in.set_lamp(), out.emplace<match::SetLamp>());
        return;
    case v1::CommandBody::kEndMatch:
        get(check, in.end_match(), out.emplace<match::EndMatch>());
        return;
    case v1::CommandBody::kOpenMatch:
        get(check, in.open_match(), out.emplace<match::OpenMatch>());
        return;
    case v1::CommandBody::kResumeMatch:
        check.command_id("match", in.resume_match().has_match(), in.resume_match().match(),
                         out.emplace<match::ResumeMatch>().match);
        return;
    case v1::CommandBody::kHoldDisplay:
        out.emplace<match::HoldDisplay>().held = in.hold_display().held();
        return;
    case v1::CommandBody::kSetSides:
        get_side(check, in.set_sides().left(), out.emplace<match::SetSides>().left);
        return;
    case v1::CommandBody::kSetTeamName:
        get(check, in.set_team_name(), out.emplace<match::SetTeamName>());
        return;
    case v1::CommandBody::kAddPenalty:
        wire::get(check, in.add_penalty(), out.emplace<match::AddPenalty>());
        return;
    case v1::CommandBody::kEndPenalty:
        wire::get(check, in.end_penalty(), out.emplace<match::EndPenalty>());
        return;
    case v1::CommandBody::kAdjustPenalties:
        get(check, in.adjust_penalties(), out.emplace<match::AdjustPenalties>());
        return;
    case v1::CommandBody::kAddAttempt:
        wire::get(check, in.add_attempt(), out.emplace<match::AddAttempt>());
        return;
    case v1::CommandBody::kSetDowns:
        wire::get(check, in.set_downs(), out.emplace<match::SetDowns>());
        return;
    case v1::CommandBody::kAddCount:
        wire::get(check, in.add_count(), out.emplace<match::AddCount>());
        return;
    case v1::CommandBody::kSetBases:
        wire::get(check, in.set_bases(), out.emplace<match::SetBases>());
        return;
    case v1::CommandBody::kSetBatter:
        check.integer("number", in.set_batter().number(), 0, kNumberMax,
                      out.emplace<match::SetBatter>().number);
        return;
    case v1::CommandBody::kStartJam:
        out.emplace<match::StartJam>();
        return;
    case v1::CommandBody::kEndJam:
        out.emplace<match::EndJam>();
        return;
    default:
        assert(false);
    }
}

} // namespace scoreboard::wire
