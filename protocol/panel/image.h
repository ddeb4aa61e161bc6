#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "framing/panel_image.h"
#include "panel/layout.h"
#include "panel/picture.h"

namespace scoreboard::panel {

// How board time becomes panel time in an image.
struct TimeBase {
    std::uint16_t boot = 0; // low half of the panel's boot id, never 0
    Duration offset{};      // panel time = board time + offset
};

// Turns pictures into image bytes. It remembers the horn it wrote last: a horn keeps its bytes for as long as
// it is wanted, and one that ended before it could be written never is.
class ImageWriter {
public:
    explicit ImageWriter(Layout layout);

    // Without a time base running clocks are written with their value at `now`, and no horn is.
    std::vector<std::uint8_t> write(const Picture& picture, const std::optional<TimeBase>& base,
                                    BoardTime now);

private:
    struct WrittenHorn {
        HornSlot horn;
        std::uint16_t boot = 0;
        std::array<std::uint8_t, kImageHornSlotSize> bytes{};
    };

    void write_clock(const ClockSlot& slot, const std::optional<TimeBase>& base, BoardTime now,
                     std::uint8_t* out) const;
    void write_horn(const std::optional<HornSlot>& horn, const std::optional<TimeBase>& base, BoardTime now,
                    std::uint8_t* out);

    Layout layout_;
    std::optional<WrittenHorn> written_;
};

// What a slot's clock shows at `time`.
Duration value_at(const ClockSlot& slot, BoardTime time);
bool is_running(const ClockSlot& slot);
// Whether a clock of the picture moves by itself.
bool clocks_run(const Picture& picture);

// A picture of the right size for a layout, everything dark.
Picture dark_picture(const Layout& layout);

} // namespace scoreboard::panel
