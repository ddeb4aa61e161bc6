#include <cassert>

#include "wire/convert.h"
#include "wire/corrections.h"
#include "wire/part_commands.h"
#include "wire/text.h"

namespace scoreboard::wire {
namespace {

using wire::get;
using wire::put;

v1::ClockId wire_clock(match::ClockId clock)
{
    return static_cast<v1::ClockId>(clock);
}

// Sets the kind of a body, one overload a kind.
struct Put {
    v1::CommandBody* out;

    void operator()(const match::AddScore& command) const { put(command, out->mutable_add_score()); }
    void operator()(const match::SetScore& command) const { put(command, out->mutable_set_score()); }
    void operator()(const match::AddFoul& command) const { put(command, out->mutable_add_foul()); }
    void operator()(const match::StartTimeout& command) const { put(command, out->mutable_start_timeout()); }
    void operator()(const match::SetPossession& command) const
    {
        put(command, out->mutable_set_possession());
    }
    void operator()(const match::StartClock& command) const
    {
        out->mutable_start_clock()->set_clock(wire_clock(command.clock));
    }
    void operator()(const match::StopClock& command) const
    {
        out->mutable_stop_clock()->set_clock(wire_clock(command.clock));
    }
    void operator()(const match::SetClock& command) const { put(command, out->mutable_set_clock()); }
    void operator()(const match::ResetShotClock& command) const
    {
        put(command, out->mutable_reset_shot_clock());
    }
    void operator()(const match::BlankShotClock&) const { out->mutable_blank_shot_clock(); }
    void operator()(const match::AcceptOffer& command) const
    {
        put(command.offer, out->mutable_accept_offer()->mutable_offer());
    }
    void operator()(const match::NextPeriod& command) const
    {
        v1::NextPeriod* next = out->mutable_next_period();
        if (command.seen) {
            put(*command.seen, next->mutable_seen());
        }
        if (command.wanted) {
            put(*command.wanted, next->mutable_wanted());
        }
    }
    // Kinds of a part: one put_kind() each (part_commands.h).
    template <class Kind>
    void operator()(const Kind& command) const
    {
        put_kind(command, out);
    }
    void operator()(const match::SoundHorn&) const { out->mutable_sound_horn(); }
    void operator()(const match::Undo& command) const
    {
        put(command.target, out->mutable_undo()->mutable_target());
    }
    void operator()(const match::Redo& command) const
    {
        put(command.target, out->mutable_redo()->mutable_target());
    }
    void operator()(const match::Edit& command) const { put(command, out->mutable_edit()); }
    void operator()(const match::Insert& command) const { put(command, out->mutable_insert()); }
    void operator()(const match::StartMatch& command) const
    {
        v1::StartMatch* start = out->mutable_start_match();
        put(*command.ruleset, start->mutable_ruleset());
        start->set_home_name(fit_text(command.home_name, kNameMax));
        start->set_guest_name(fit_text(command.guest_name, kNameMax));
        if (command.goes_on) {
            put(command.goes_on->match, start->mutable_goes_on()->mutable_match());
            put(*command.goes_on->state, start->mutable_goes_on()->mutable_state());
        }
    }
    void operator()(const match::BoardBoot& command) const
    {
        out->mutable_board_boot()->set_game_value_us(command.game_value.count());
        out->mutable_board_boot()->set_shot_value_us(command.shot_value.count());
        out->mutable_board_boot()->set_clock_ran(command.clock_ran);
    }
    void operator()(const match::Note& command) const
    {
        out->mutable_note()->set_text(fit_text(command.text, kTextMax));
    }
    void operator()(const match::UnknownCommand&) const {} // no field of this schema
};

void get(Checker& check, const v1::NextPeriod& in, match::NextPeriod& out)
{
    if (in.has_seen()) {
        get(check, in.seen(), out.seen.emplace());
    }
    if (in.has_wanted()) {
        get(check, in.wanted(), out.wanted.emplace());
    }
}

void get(Checker& check, const v1::StartMatch& in, match::StartMatch& out)
{
    check.present("ruleset", in.has_ruleset());
    get(check, in.ruleset(), *out.ruleset);
    check.text("home_name", in.home_name(), kNameMax, out.home_name);
    check.text("guest_name", in.guest_name(), kNameMax, out.guest_name);
    if (in.has_goes_on()) {
        match::GoingOn& goes_on = out.goes_on.emplace();
        check.command_id("goes_on.match", in.goes_on().has_match(), in.goes_on().match(), goes_on.match);
        check.present("goes_on.state", in.goes_on().has_state());
        const auto state = std::make_shared<match::MatchState>();
        get(check, in.goes_on().state(), *state);
        goes_on.state = state;
    }
}

void get_clock_command(Checker& check, const v1::CommandBody& in, match::Command& out)
{
    switch (in.kind_case()) {
    case v1::CommandBody::kStartClock:
        check.enumeration("clock", in.start_clock().clock(), match::ClockId::kShot,
                          out.emplace<match::StartClock>().clock);
        break;
    case v1::CommandBody::kStopClock:
        check.enumeration("clock", in.stop_clock().clock(), match::ClockId::kShot,
                          out.emplace<match::StopClock>().clock);
        break;
    case v1::CommandBody::kSetClock:
        return get(check, in.set_clock(), out.emplace<match::SetClock>());
    case v1::CommandBody::kResetShotClock:
        return get(check, in.reset_shot_clock(), out.emplace<match::ResetShotClock>());
    default:
        assert(false);
    }
}

void get_board_command(Checker& check, const v1::CommandBody& in, match::Command& out)
{
    switch (in.kind_case()) {
    case v1::CommandBody::kStartMatch:
        get(check, in.start_match(), out.emplace<match::StartMatch>());
        break;
    case v1::CommandBody::kBoardBoot: {
        auto& command = out.emplace<match::BoardBoot>();
        check.duration("game_value", in.board_boot().game_value_us(), command.game_value);
        check.duration("shot_value", in.board_boot().shot_value_us(), command.shot_value);
        command.clock_ran = in.board_boot().clock_ran();
        break;
    }
    case v1::CommandBody::kNote:
        check.text("text", in.note().text(), kTextMax, out.emplace<match::Note>().text);
        break;
    default:
        assert(false);
    }
}

} // namespace

void put(const match::Command& command, v1::CommandBody* out)
{
    std::visit(Put{out}, command);
}

void get(Checker& check, const v1::CommandBody& in, match::Command& out)
{
    switch (in.kind_case()) {
    case v1::CommandBody::kAddScore:
        return get(check, in.add_score(), out.emplace<match::AddScore>());
    case v1::CommandBody::kSetScore:
        return get(check, in.set_score(), out.emplace<match::SetScore>());
    case v1::CommandBody::kAddFoul:
        return get(check, in.add_foul(), out.emplace<match::AddFoul>());
    case v1::CommandBody::kStartTimeout:
        return get(check, in.start_timeout(), out.emplace<match::StartTimeout>());
    case v1::CommandBody::kSetPossession:
        return get(check, in.set_possession(), out.emplace<match::SetPossession>());
    case v1::CommandBody::kStartClock:
    case v1::CommandBody::kStopClock:
    case v1::CommandBody::kSetClock:
    case v1::CommandBody::kResetShotClock:
        return get_clock_command(check, in, out);
    case v1::CommandBody::kBlankShotClock:
        out.emplace<match::BlankShotClock>();
        return;
    case v1::CommandBody::kAcceptOffer:
        return check.command_id("offer", in.accept_offer().has_offer(), in.accept_offer().offer(),
                                out.emplace<match::AcceptOffer>().offer);
    case v1::CommandBody::kNextPeriod:
        return get(check, in.next_period(), out.emplace<match::NextPeriod>());
    case v1::CommandBody::kSoundHorn:
        out.emplace<match::SoundHorn>();
        return;
    case v1::CommandBody::kUndo:
        return check.command_id("target", in.undo().has_target(), in.undo().target(),
                                out.emplace<match::Undo>().target);
    case v1::CommandBody::kRedo:
        return check.command_id("target", in.redo().has_target(), in.redo().target(),
                                out.emplace<match::Redo>().target);
    case v1::CommandBody::kEdit:
        return get(check, in.edit(), out.emplace<match::Edit>());
    case v1::CommandBody::kInsert:
        return get(check, in.insert(), out.emplace<match::Insert>());
    case v1::CommandBody::kStartMatch:
    case v1::CommandBody::kBoardBoot:
    case v1::CommandBody::kNote:
        return get_board_command(check, in, out);
    case v1::CommandBody::kEndTimeout:
    case v1::CommandBody::kSetAddedTime:
    case v1::CommandBody::kAddTally:
    case v1::CommandBody::kSetLamp:
    case v1::CommandBody::kEndMatch:
    case v1::CommandBody::kOpenMatch:
    case v1::CommandBody::kAddPenalty:
    case v1::CommandBody::kEndPenalty:
    case v1::CommandBody::kAdjustPenalties:
    case v1::CommandBody::kAddAttempt:
    case v1::CommandBody::kSetDowns:
    case v1::CommandBody::kAddCount:
    case v1::CommandBody::kSetBases:
    case v1::CommandBody::kSetBatter:
    case v1::CommandBody::kStartJam:
    case v1::CommandBody::kEndJam:
    case v1::CommandBody::kResumeMatch:
    case v1::CommandBody::kHoldDisplay:
    case v1::CommandBody::kSetSides:
    case v1::CommandBody::kSetTeamName:
        return get_part_command(check, in, out);
    case v1::CommandBody::KIND_NOT_SET:
        out = match::UnknownCommand{};
        return;
    }
}

} // namespace scoreboard::wire
