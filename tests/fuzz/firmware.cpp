// The panel's firmware behind a line on which anything arrives, in any memory that a reset left: it touches
// nothing outside its struct, answers in whole frames and always knows when it is to be asked next.

#include <algorithm>

#include "fuzz/commands.h"
#include "fuzz/input.h"
#include "unit/firmware/panel_bench.h"

namespace {

using scoreboard::fuzz::Input;
using scoreboard::fuzz::require;
using scoreboard::testing::Bytes;
using scoreboard::testing::PanelBench;

constexpr std::size_t kStepsMax = 300;

Bytes bytes_of(std::string_view text, std::size_t size_max)
{
    text = text.substr(0, size_max);
    return {text.begin(), text.end()};
}

// An image of the right size, its time base of this boot, the rest anything.
Bytes image_of(const PanelBench& bench, Input& input)
{
    Bytes image = bench.image();
    const std::string_view content = input.piece();
    const std::size_t keep = input.flip() ? 2 : 0;
    for (std::size_t i = 0; i < content.size() && keep + i < image.size(); ++i) {
        image[keep + i] = static_cast<std::uint8_t>(content[i]);
    }
    return image;
}

void clock_and_horn(PanelBench& bench, Input& input, std::uint32_t rev)
{
    Bytes image = bench.image();
    const auto value = static_cast<std::int32_t>(input.number(3));
    const auto anchor = static_cast<std::uint32_t>(bench.now_ms() - input.number(2));
    PanelBench::put_clock(image, static_cast<unsigned>(input.below(2)), input.byte(), input.byte(), value,
                          anchor, input.byte());
    PanelBench::put_horn(image, input.byte(), anchor, static_cast<std::uint16_t>(input.number(2)));
    bench.full(rev, image);
}

void restart(PanelBench& bench, Input& input)
{
    const std::string_view memory = input.piece();
    auto* retained = reinterpret_cast<std::uint8_t*>(&bench.retained());
    for (std::size_t i = 0; i < memory.size() && i < sizeof(panel_retained); ++i) {
        retained[i] = static_cast<std::uint8_t>(memory[i]);
    }
    bench.start(static_cast<panel_reset>(input.below(7)));
}

void act(PanelBench& bench, Input& input, std::uint32_t& rev)
{
    switch (input.below(12)) {
    case 0:
        bench.receive(bytes_of(input.piece(), 4096));
        break;
    case 1: {
        const std::uint8_t type = input.byte() & 0x1FU;
        const bool seeded = input.flip();
        bench.send(type, seeded, bytes_of(input.piece(), kLinkBodyMax));
        break;
    }
    case 2:
        bench.open_session(input.byte(), input.byte());
        break;
    case 3:
    case 4:
        rev += input.below(4);
        bench.full(rev, image_of(bench, input));
        break;
    case 5: {
        const auto base = static_cast<std::uint16_t>(rev - input.byte() % 3);
        const std::uint8_t increment = input.byte() % 64;
        const std::uint8_t offset = input.byte();
        bench.delta(base, increment, offset, bytes_of(input.piece(), 200));
        break;
    }
    case 6:
        bench.ping();
        break;
    case 7:
    case 8:
        bench.run_for_ms(input.flip() ? input.byte() : input.number(2) % 20'000);
        break;
    case 9:
        bench.fill_transmit_buffer(input.flip());
        break;
    case 10:
        restart(bench, input);
        break;
    default:
        clock_and_horn(bench, input, ++rev);
        break;
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    PanelBench bench;
    bench.open_session();
    std::uint32_t rev = 1;
    for (std::size_t step = 0; step < kStepsMax && !input.empty(); ++step) {
        act(bench, input, rev);
        for (const link_frame& frame : bench.heard()) {
            require((frame.type & kLinkFromPanel) != 0, "a panel speaks as a panel");
        }
    }
    bench.fill_transmit_buffer(false);
    bench.run_for_ms(500);
    return 0;
}
