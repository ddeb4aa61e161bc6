#include "wire/part_commands.h"

#include <cassert>

#include "wire/convert.h"
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

void get(Checker& check, const v1::AddTally& in, match::AddTally& out)
{
    get_side(check, in.side(), out.side);
    check.integer("tally", in.tally(), 0, kTalliesMax - 1, out.tally);
    check.integer("count", in.count(), -kNumberMax, kNumberMax, out.count);
}

void get(Checker& check, const v1::SetLamp& in, match::SetLamp& out)
{
    check.integer("lamp", in.lamp(), 0, kTalliesMax - 1, out.lamp);
    out.lit = in.lit();
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
    v1::AddTally* tally = out->mutable_add_tally();
    tally->set_side(wire_side(command.side));
    tally->set_tally(unsigned_number(command.tally));
    tally->set_count(command.count);
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
}

// ---- put

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
        get(check, in.add_tally(), out.emplace<match::AddTally>());
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
    // ---- get
    default:
        assert(false);
    }
}

} // namespace scoreboard::wire
