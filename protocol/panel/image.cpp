#include "panel/image.h"

#include <algorithm>
#include <cassert>

#include "framing/little_endian.h"
#include "sabotage/sabotage.h"

namespace scoreboard::panel {
namespace {

using std::chrono::milliseconds;

// How long the horn sounds at a clock's expiry.
constexpr std::uint16_t kExpiryHornMs = 1500;
// The u32 of an anchor wraps after 49 days and is compared signed: no anchor grows older than this.
constexpr Duration kAnchorAgeMax = std::chrono::hours(24);

std::uint32_t panel_ms(BoardTime time, const TimeBase& base)
{
    const auto panel_time = time.time_since_epoch() + base.offset;
    return static_cast<std::uint32_t>(std::chrono::floor<milliseconds>(panel_time).count());
}

// A value keeps to the side that its format rounds to: 42.3004 s shown upwards is 42.4, not 42.3.
std::int32_t value_ms(Duration value, std::uint8_t format)
{
    const auto rounded = (format & kClockCeil) != 0 ? std::chrono::ceil<milliseconds>(value)
                                                    : std::chrono::floor<milliseconds>(value);
    return static_cast<std::int32_t>(rounded.count());
}

} // namespace

ImageWriter::ImageWriter(Layout layout) : layout_(std::move(layout)) {}

std::vector<std::uint8_t> ImageWriter::write(const Picture& picture, const std::optional<TimeBase>& base,
                                             BoardTime now)
{
    assert(picture.segments.size() == layout_.digit_count);
    assert(picture.blink.size() == layout_.blink_bytes());
    assert(picture.clocks.size() == layout_.clock_count);
    assert(picture.indicators.size() == layout_.indicator_bytes);
    assert(picture.text.size() == layout_.text_bytes);

    std::vector<std::uint8_t> image(layout_.image_size(), 0);
    put_u16(image.data(), base ? base->boot : std::uint16_t{0});
    std::copy(picture.segments.begin(), picture.segments.end(), image.begin() + layout_.segments_at());
    std::copy(picture.blink.begin(), picture.blink.end(), image.begin() + layout_.blink_at());
    std::uint8_t* slot_bytes = image.data() + layout_.clocks_at();
    for (const ClockSlot& slot : picture.clocks) {
        write_clock(slot, base, now, slot_bytes);
        slot_bytes += kImageClockSlotSize;
    }
    write_horn(picture.horn, base, now, image.data() + layout_.horn_at());
    std::uint8_t* brightness = image.data() + layout_.brightness_at();
    brightness[kBrightnessMode] = kBrightnessManual;
    brightness[kBrightnessLevel] = picture.brightness;
    brightness[kBrightnessMax] = 255;
    std::copy(picture.indicators.begin(), picture.indicators.end(), image.begin() + layout_.indicators_at());
    std::copy(picture.text.begin(), picture.text.end(), image.begin() + layout_.text_at());
    return image;
}

void ImageWriter::write_clock(const ClockSlot& slot, const std::optional<TimeBase>& base, BoardTime now,
                              std::uint8_t* out) const
{
    if (slot.mode == ClockMode::kOff) {
        return; // all zero
    }
    Duration value = slot.value;
    std::uint32_t anchor_ms = 0;
    if (is_running(slot)) {
        BoardTime anchor = now;
        if (base) {
            const auto days = std::max<Duration::rep>((now - slot.anchor) / kAnchorAgeMax, 0);
            anchor = slot.anchor + days * kAnchorAgeMax;
            anchor_ms = panel_ms(sabotage_planted(SABOTAGE_CLOCK_FROM_PICTURE) ? now : anchor, *base);
        }
        value = value_at(slot, anchor);
    }
    out[kClockMode] = static_cast<std::uint8_t>(slot.mode);
    out[kClockFormat] = slot.format;
    out[kClockFirst] = slot.first;
    out[kClockWidth] = slot.width;
    put_u32(out + kClockValueMs, static_cast<std::uint32_t>(value_ms(value, slot.format)));
    put_u32(out + kClockAnchorMs, anchor_ms);
    put_u16(out + kClockLimitS, slot.limit_s);
    out[kClockExpiry] = slot.expiry;
}

void ImageWriter::write_horn(const std::optional<HornSlot>& horn, const std::optional<TimeBase>& base,
                             BoardTime now, std::uint8_t* out)
{
    const bool known = horn && base && written_ && written_->horn == *horn && written_->boot == base->boot;
    // Once it may have begun its start stays as it is: another start would be another horn.
    if (known && now >= horn->start) {
        std::copy(written_->bytes.begin(), written_->bytes.end(), out);
        return;
    }
    out[kHornPattern] = kHornSteady;
    put_u16(out + kHornDurMs, kExpiryHornMs);
    if (!horn || !base || now >= horn->start + horn->length) {
        return;
    }
    out[kHornGeneration] = horn->generation;
    out[kHornPattern] = horn->pattern;
    put_u32(out + kHornStartMs, panel_ms(horn->start, *base));
    const auto length = std::chrono::duration_cast<milliseconds>(horn->length).count();
    put_u16(out + kHornDurMs, static_cast<std::uint16_t>(std::clamp<std::int64_t>(length, 0, UINT16_MAX)));
    written_ = WrittenHorn{*horn, base->boot, {}};
    std::copy(out, out + kImageHornSlotSize, written_->bytes.begin());
}

bool is_running(const ClockSlot& slot)
{
    return slot.mode == ClockMode::kDown || slot.mode == ClockMode::kUp;
}

Duration value_at(const ClockSlot& slot, BoardTime time)
{
    const Duration elapsed = time - slot.anchor;
    switch (slot.mode) {
    case ClockMode::kDown:
        return std::max(slot.value - elapsed, Duration::zero());
    case ClockMode::kUp: {
        const Duration value = slot.value + elapsed;
        return slot.limit_s == 0 ? value : std::min<Duration>(value, std::chrono::seconds(slot.limit_s));
    }
    case ClockMode::kOff:
    case ClockMode::kFrozen:
        break;
    }
    return slot.value;
}

bool clocks_run(const Picture& picture)
{
    return std::any_of(picture.clocks.begin(), picture.clocks.end(), is_running);
}

Picture dark_picture(const Layout& layout)
{
    Picture picture;
    picture.segments.assign(layout.digit_count, 0);
    picture.blink.assign(layout.blink_bytes(), 0);
    picture.clocks.assign(layout.clock_count, ClockSlot{});
    picture.indicators.assign(layout.indicator_bytes, 0);
    picture.text.assign(layout.text_bytes, 0);
    return picture;
}

} // namespace scoreboard::panel
