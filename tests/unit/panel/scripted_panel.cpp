#include "scripted_panel.h"

#include <algorithm>
#include <utility>

#include "scoreboard/v1/panel.pb.h"

namespace scoreboard::panel {

ScriptedPanel::ScriptedPanel()
{
    seed_ = {link_session_id(kNonce, kBootId, kStartId), LINK_SCHEMA_HASH};
}

void ScriptedPanel::run_for(Duration span)
{
    const BoardTime end = now_ + span;
    pump();
    while (now_ < end) {
        const auto deadline = link_.next_deadline();
        now_ = deadline ? std::clamp(*deadline, now_ + Duration(1), end) : end;
        pump();
    }
}

void ScriptedPanel::pump()
{
    while (const auto bytes = link_.poll_transmit(now_)) {
        for (const std::uint8_t byte : *bytes) {
            link_frame frame{};
            if (link_decoder_push(&decoder_, byte, &seed_, &frame) == kLinkFrame) {
                frames_.push_back(frame);
            }
        }
    }
    take_events();
}

void ScriptedPanel::take_events()
{
    while (const auto event = link_.poll_event()) {
        if (const Shown* shown = std::get_if<Shown>(&*event)) {
            shown_.push_back(shown->rev);
        } else {
            health_.push_back(std::get<HealthChanged>(*event));
        }
    }
}

std::optional<link_frame> ScriptedPanel::last(std::uint8_t type) const
{
    const auto found = std::find_if(frames_.rbegin(), frames_.rend(),
                                    [&](const link_frame& frame) { return frame.type == type; });
    return found == frames_.rend() ? std::nullopt : std::optional(*found);
}

std::size_t ScriptedPanel::count(std::uint8_t type) const
{
    return static_cast<std::size_t>(std::count_if(
        frames_.begin(), frames_.end(), [&](const link_frame& frame) { return frame.type == type; }));
}

void ScriptedPanel::identity(std::uint8_t type, const Answer& answer)
{
    v1::LinkHelloAck message;
    message.set_nonce(answer.nonce);
    message.set_boot_id(answer.boot_id);
    message.set_protocol(answer.protocol);
    message.set_layout_hash(answer.layout_hash == 0 ? layout_.hash() : answer.layout_hash);
    message.set_schema_hash(answer.schema_hash);
    message.set_serial("SCRIPT-1");
    message.set_firmware_version("9.9");
    const std::string body = message.SerializeAsString();
    say(type, false, {body.begin(), body.end()});
}

void ScriptedPanel::boot(std::uint32_t boot_id)
{
    Answer answer;
    answer.nonce = 0;
    answer.boot_id = boot_id;
    identity(kLinkBoot, answer);
}

void ScriptedPanel::ack(const link_ack& ack, bool seeded)
{
    std::vector<std::uint8_t> body(16);
    body.resize(link_ack_write(&ack, body.data()));
    say(kLinkAck, seeded, body);
}

link_ack ScriptedPanel::truth() const
{
    const auto image = link_.image();
    return {frames_.empty() ? std::uint8_t{0} : frames_.back().counter,
            static_cast<std::uint16_t>(link_.image_rev()), link_image_digest(image.data(), image.size()),
            kLinkAckTimeValid};
}

void ScriptedPanel::nak(std::uint8_t reason, bool seeded)
{
    const link_nak nak{reason, 0, 0, 0};
    std::vector<std::uint8_t> body(16);
    body.resize(link_nak_write(&nak, body.data()));
    say(kLinkNak, seeded, body);
}

void ScriptedPanel::say(std::uint8_t type, bool seeded, const std::vector<std::uint8_t>& body)
{
    link_frame frame{};
    frame.type = type;
    frame.seeded = seeded;
    frame.counter = counter_++;
    frame.body_size = static_cast<std::uint8_t>(body.size());
    std::copy(body.begin(), body.end(), frame.body);
    std::vector<std::uint8_t> wire(kLinkWireMax);
    wire.resize(link_frame_encode(&frame, &seed_, true, wire.data()));
    link_.on_bytes(wire, now_);
    pump();
}

void ScriptedPanel::open_session(const Picture& picture, Rev rev)
{
    link_.set_picture(picture, rev, now_);
    link_.on_open(now_, kNonce);
    run_for(std::chrono::milliseconds(5));
    hello_ack();
    run_for(std::chrono::milliseconds(20));
    ack(truth());
    forget();
}

std::vector<Rev> ScriptedPanel::shown()
{
    return std::exchange(shown_, {});
}

std::vector<HealthChanged> ScriptedPanel::health()
{
    return std::exchange(health_, {});
}

} // namespace scoreboard::panel
