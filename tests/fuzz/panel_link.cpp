// The daemon's end of the serial link, and a panel that says anything: it claims to show only what was given
// to it, sends only whole frames, and always knows when it is to be asked next.

#include <array>
#include <optional>
#include <vector>

#include "framing/link_body.h"
#include "framing/link_frame.h"
#include "fuzz/commands.h"
#include "fuzz/input.h"
#include "panel/image.h"
#include "panel/link_messages.h"
#include "panel/panel_link.h"
#include "scoreboard/v1/panel.pb.h"

namespace {

using namespace scoreboard;
using fuzz::Input;
using fuzz::require;

constexpr std::uint32_t kStartId = 0x11223344;
constexpr std::size_t kStepsMax = 300;

class Play {
public:
    explicit Play(Input input) : input_(input), link_({layout_, kStartId, 115200})
    {
        link_.on_open(now_, nonce_);
    }

    void run()
    {
        for (std::size_t step = 0; step < kStepsMax && !input_.empty(); ++step) {
            act();
            while (const auto event = link_.poll_event()) {
                if (const auto* shown = std::get_if<panel::Shown>(&*event)) {
                    require(shown->rev <= rev_, "nothing is shown that was not given");
                }
            }
        }
        run_for(std::chrono::seconds(3));
    }

private:
    void act()
    {
        switch (input_.below(14)) {
        case 0: {
            const std::string_view noise = input_.piece();
            link_.on_bytes({reinterpret_cast<const std::uint8_t*>(noise.data()), noise.size()}, now_);
            break;
        }
        case 1: {
            const std::uint8_t type = input_.byte();
            say(type, input_.flip(), bytes_of(input_.piece()));
            break;
        }
        case 2:
        case 3:
            identity(kLinkHelloAck);
            break;
        case 4:
            identity(kLinkBoot);
            break;
        case 5:
        case 6:
        case 7:
            ack();
            break;
        case 8: {
            const link_nak nak{static_cast<std::uint8_t>(input_.below(8)),
                               static_cast<std::uint16_t>(input_.number(2)),
                               static_cast<std::uint16_t>(input_.number(2)), input_.byte()};
            std::array<std::uint8_t, kLinkBodyMax> body{};
            say(kLinkNak, input_.flip(),
                {body.begin(), body.begin() + static_cast<long>(link_nak_write(&nak, body.data()))});
            break;
        }
        case 9: {
            const link_time_response response{input_.flip() ? asked_t1_
                                                            : static_cast<std::uint32_t>(input_.number(4)),
                                              input_.number(8), static_cast<std::uint32_t>(input_.number(4))};
            std::array<std::uint8_t, kLinkBodyMax> body{};
            say(kLinkTimeResponse, true,
                {body.begin(),
                 body.begin() + static_cast<long>(link_time_response_write(&response, body.data()))});
            break;
        }
        case 10:
        case 11:
            run_for(match::Duration(std::abs(fuzz::any_duration(input_).count()) % 10'000'000));
            break;
        case 12:
            draw();
            break;
        default:
            link_.on_closed(now_, "pulled out");
            nonce_ = static_cast<std::uint32_t>(input_.number(4));
            link_.on_open(now_, nonce_);
            break;
        }
    }

    static std::vector<std::uint8_t> bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

    void say(std::uint8_t type, bool seeded, const std::vector<std::uint8_t>& body)
    {
        link_frame frame{};
        frame.type = type;
        frame.seeded = seeded;
        frame.counter = counter_++;
        frame.body_size = static_cast<std::uint8_t>(std::min<std::size_t>(body.size(), kLinkBodyMax));
        std::copy_n(body.begin(), frame.body_size, frame.body);
        const link_seed seed{link_session_id(nonce_, boot_id_, kStartId), LINK_SCHEMA_HASH};
        std::array<std::uint8_t, kLinkWireMax> wire{};
        link_.on_bytes({wire.data(), link_frame_encode(&frame, &seed, true, wire.data())}, now_);
    }

    void identity(std::uint8_t type)
    {
        const std::uint8_t how = input_.byte();
        v1::LinkHelloAck message;
        boot_id_ = (how & 1U) != 0 ? boot_id_ + 1 : boot_id_;
        message.set_nonce(type == kLinkBoot ? 0 : nonce_ + ((how & 6U) == 6 ? 1 : 0));
        message.set_protocol((how & 0x18U) == 0x18 ? input_.byte() : 1);
        message.set_boot_id(boot_id_);
        message.set_reset_cause(static_cast<v1::ResetCause>(input_.byte()));
        message.set_serial(std::string(how % 64, 's'));
        message.set_layout_hash((how & 0x60U) == 0x60 ? 7 : layout_.hash());
        message.set_schema_hash((how & 0x90U) == 0x90 ? 7 : LINK_SCHEMA_HASH);
        const std::string body = message.SerializeAsString();
        say(type, false, bytes_of(body));
    }

    void ack()
    {
        const std::uint8_t how = input_.byte();
        link_ack ack{};
        ack.acked = (how & 1U) != 0 ? input_.byte() : last_sent_;
        ack.image_rev = static_cast<std::uint16_t>(link_.image_rev() - ((how & 2U) != 0 ? input_.byte() : 0));
        ack.digest = link_image_digest(link_.image().data(), link_.image().size());
        ack.digest = static_cast<std::uint16_t>(ack.digest + ((how & 12U) == 12 ? 1 : 0));
        ack.flags = (how & 16U) != 0 ? input_.byte() : std::uint8_t{kLinkAckTimeValid};
        std::array<std::uint8_t, kLinkBodyMax> body{};
        say(kLinkAck, true,
            {body.begin(), body.begin() + static_cast<long>(link_ack_write(&ack, body.data()))});
    }

    void draw()
    {
        panel::Picture picture = panel::dark_picture(layout_);
        for (std::uint8_t& segments : picture.segments) {
            segments = input_.byte();
        }
        for (panel::ClockSlot& clock : picture.clocks) {
            clock.mode = static_cast<panel::ClockMode>(input_.below(4));
            clock.first = clock.width = 4;
            clock.value = fuzz::any_duration(input_);
            clock.anchor = now_ - fuzz::any_duration(input_);
            clock.expiry = static_cast<std::uint8_t>(input_.below(3));
        }
        if (input_.flip()) {
            picture.horn = panel::HornSlot{input_.byte(), 1, now_ + fuzz::any_duration(input_),
                                           fuzz::any_duration(input_)};
        }
        link_.set_picture(picture, ++rev_, now_);
    }

    void run_for(match::Duration span)
    {
        const panel::BoardTime until = now_ + span;
        for (int turns = 0; turns < 2000; ++turns) {
            int frames = 0;
            while (const auto wire = link_.poll_transmit(now_)) {
                require(++frames < 64, "what is sent at a time has an end");
                hear(*wire);
            }
            const auto deadline = link_.next_deadline();
            require(!deadline || *deadline > now_, "no deadline is in the past");
            if (!deadline || *deadline > until) {
                break;
            }
            now_ = *deadline;
        }
        now_ = until;
    }

    void hear(const std::vector<std::uint8_t>& wire)
    {
        require(wire.size() <= kLinkWireMax, "a frame fits the panel's buffer");
        link_decoder decoder;
        link_decoder_reset(&decoder);
        const link_seed seed{link_session_id(nonce_, boot_id_, kStartId), LINK_SCHEMA_HASH};
        for (const std::uint8_t byte : wire) {
            link_frame frame{};
            const link_event event = link_decoder_push(&decoder, byte, &seed, &frame);
            require(event != kLinkMalformed && event != kLinkWithoutSession, "the board sends whole frames");
            if (event == kLinkFrame) {
                last_sent_ = frame.counter;
                (void)link_time_request_read(frame.body, frame.body_size, &asked_t1_);
            }
        }
    }

    Input input_;
    const panel::Layout& layout_ = *panel::find_layout("multisport");
    panel::PanelLink link_;
    panel::BoardTime now_{std::chrono::hours(1)};
    std::uint32_t nonce_ = 0x55667788;
    std::uint32_t boot_id_ = 0x0001BEEF;
    std::uint8_t counter_ = 0;
    std::uint8_t last_sent_ = 0;
    std::uint32_t asked_t1_ = 0;
    match::Rev rev_ = 0;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Play(Input(data, size)).run();
    return 0;
}
