#include <algorithm>
#include <cassert>

#include "match/rule_options.h"
#include "sabotage/sabotage.h"
#include "wire/convert.h"
#include "wire/scratch.h"
#include "wire/text.h"
#include "wire/unknown_kind.h"

namespace scoreboard::wire {
namespace {

using match::Body;
using match::SealedBody;
using wire::get;
using wire::put;

void put(const match::Tap& tap, v1::Tap* out)
{
    out->set_at_us(microseconds(tap.at));
    put_id(tap.tablet_boot, out->mutable_tablet_boot());
    if (tap.board_boot) {
        put_id(*tap.board_boot, out->mutable_board_boot());
    }
    out->set_offset_us(tap.offset.count());
    out->set_uncertainty_us(tap.uncertainty.count());
}

void get(Checker& check, const v1::Tap& in, match::Tap& out)
{
    check.time("tap.at", in.at_us(), out.at);
    check.id("tap.tablet_boot", in.tablet_boot(), out.tablet_boot);
    check.optional_id("tap.board_boot", in.has_board_boot(), in.board_boot(), out.board_boot);
    check.duration("tap.offset", in.offset_us(), out.offset);
    check.duration("tap.uncertainty", in.uncertainty_us(), out.uncertainty);
}

void put(const match::ShownClock& clock, v1::ShownClock* out)
{
    out->set_value_us(clock.value.count());
    out->set_running(clock.running);
}

void get(Checker& check, const v1::ShownClock& in, match::ShownClock& out)
{
    check.duration("shown.value", in.value_us(), out.value);
    out.running = in.running();
}

void put(const match::ShownEffect& shown, v1::ShownEffect* out)
{
    put(shown.at, out->mutable_at());
    put(shown.game, out->mutable_game());
    put(shown.shot, out->mutable_shot());
    for (const match::CommandId& mark : shown.marks) {
        put(mark, out->add_marks());
    }
}

void get(Checker& check, const v1::ShownEffect& in, match::ShownEffect& out)
{
    check.present("shown.at", in.has_at());
    get(check, in.at(), out.at);
    get(check, in.game(), out.game);
    get(check, in.shot(), out.shot);
    check.at_most("shown.marks", in.marks_size(), static_cast<int>(match::kShownMarksMax));
    for (const v1::CommandId& mark : in.marks()) {
        check.command_id("shown.marks", true, mark, out.marks.emplace_back());
    }
}

match::Hash hash_of(const SealedBody& sealed)
{
    if (sabotage_planted(SABOTAGE_HASH_OF_PAYLOAD)) {
        return sha256(match::describe(sealed.body.command));
    }
    return sha256(sealed.bytes);
}

// Texts as they will be read back, so that a sealed body equals what unseal() makes of its bytes.
void fit_texts(match::Command& command)
{
    if (auto* start = std::get_if<match::StartMatch>(&command)) {
        start->home_name = fit_text(start->home_name, kNameMax);
        start->guest_name = fit_text(start->guest_name, kNameMax);
    } else if (auto* open = std::get_if<match::OpenMatch>(&command)) {
        open->ruleset = fit_text(open->ruleset, kNameMax);
        open->home_name = fit_text(open->home_name, kNameMax);
        open->guest_name = fit_text(open->guest_name, kNameMax);
        open->options.resize(std::min(open->options.size(), match::kRuleOptionsMax));
        for (match::RuleOption& option : open->options) {
            option = {fit_text(option.key, kNameMax), fit_text(option.value, kNameMax)};
        }
    } else if (auto* named = std::get_if<match::SetTeamName>(&command)) {
        named->name = fit_text(named->name, kNameMax);
    } else if (auto* note = std::get_if<match::Note>(&command)) {
        note->text = fit_text(note->text, kTextMax);
    }
}

} // namespace

bool fits_in_a_body(const match::Command& command)
{
    constexpr std::size_t kBesides = 256; // id, seen and tap
    Scratch scratch;
    v1::CommandBody& out = scratch.make<v1::CommandBody>();
    put(command, &out);
    return out.ByteSizeLong() + kBesides <= kBodyMax;
}

SealedBody seal(const Body& body)
{
    SealedBody sealed;
    sealed.body = body;
    fit_texts(sealed.body.command);
    Scratch scratch;
    v1::CommandBody& out = scratch.make<v1::CommandBody>();
    put(body.id, out.mutable_id());
    if (body.seen) {
        put(body.seen->match, out.mutable_seen()->mutable_match());
        put(body.seen->at, out.mutable_seen()->mutable_at());
    }
    put(body.tap, out.mutable_tap());
    if (body.shown) {
        put(*body.shown, out.mutable_shown());
    }
    put(sealed.body.command, &out);
    sealed.bytes = serialize(out);
    if (const auto* unknown = std::get_if<match::UnknownCommand>(&body.command);
        unknown && unknown->kind != 0) {
        append_unknown_kind(unknown->kind, sealed.bytes);
    }
    assert(sealed.bytes.size() <= kBodyMax);
    sealed.hash = hash_of(sealed);
    return sealed;
}

Result<SealedBody> unseal(std::string bytes)
{
    Checker check("body");
    if (bytes.size() > kBodyMax) {
        check.fail("it",
                   "has " + std::to_string(bytes.size()) + " bytes, at most " + std::to_string(kBodyMax));
        return check.error();
    }
    Scratch scratch;
    v1::CommandBody& in = scratch.make<v1::CommandBody>();
    if (!parse(bytes, in)) {
        check.fail("it", "is no CommandBody of protobuf, or a text in it is not UTF-8");
        return check.error();
    }
    SealedBody sealed;
    check.command_id("id", in.has_id(), in.id(), sealed.body.id);
    if (in.has_seen()) {
        match::Seen& seen = sealed.body.seen.emplace();
        check.command_id("seen.match", in.seen().has_match(), in.seen().match(), seen.match);
        get(check, in.seen().at(), seen.at);
    }
    check.present("tap", in.has_tap());
    get(check, in.tap(), sealed.body.tap);
    if (!check.ok()) {
        return check.error();
    }
    // Who asked, and when, is known: whatever is wrong with the kind is refused by name, and blocks nobody.
    Checker kind("body");
    get(kind, in, sealed.body.command);
    if (in.has_shown()) {
        get(kind, in.shown(), sealed.body.shown.emplace());
    }
    if (!kind.ok()) {
        sealed.body.command = match::UnknownCommand{};
        sealed.body.shown.reset();
    } else if (in.kind_case() == v1::CommandBody::KIND_NOT_SET) {
        sealed.body.command = match::UnknownCommand{find_unknown_kind(bytes)};
    }
    sealed.bytes = std::move(bytes);
    sealed.hash = hash_of(sealed);
    return sealed;
}

} // namespace scoreboard::wire
