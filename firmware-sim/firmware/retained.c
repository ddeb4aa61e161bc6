#include "firmware/retained.h"

#include <string.h>

#include "framing/crc32c.h"

static uint32_t clock_crc(const struct panel_retained* retained)
{
    uint8_t bytes[sizeof retained->clock_ms];
    memcpy(bytes, retained->clock_ms, sizeof bytes);
    return crc32c(bytes, sizeof bytes);
}

void retained_keep_image(struct panel_retained* retained, const struct panel_identity* identity,
                         const struct display* display)
{
    retained->layout_hash = identity->layout_hash;
    retained->image_size = display->parts.size;
    memcpy(retained->image, display->image, display->parts.size);
    retained->image_crc = crc32c(retained->image, display->parts.size);
}

void retained_keep_clocks(struct panel_retained* retained, const struct display* display)
{
    memcpy(retained->clock_ms, display->clock_ms, sizeof retained->clock_ms);
    retained->clock_crc = clock_crc(retained);
}

void retained_restore(const struct panel_retained* retained, const struct panel_identity* identity,
                      struct display* display)
{
    if (retained->layout_hash != identity->layout_hash || retained->image_size != display->parts.size ||
        retained->image_crc != crc32c(retained->image, display->parts.size) ||
        retained->clock_crc != clock_crc(retained)) {
        return;
    }
    memcpy(display->image, retained->image, display->parts.size);
    memcpy(display->clock_ms, retained->clock_ms, sizeof display->clock_ms);
    display->has_image = true;
    display->restored = true;
}
