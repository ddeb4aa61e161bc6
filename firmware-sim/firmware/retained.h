#pragma once

#include "firmware/display.h"
#include "firmware/panel_board.h"

// The picture in memory that a reset leaves alone, with checksums, so that a watchdog reset does not darken
// the panel.

void retained_keep_image(struct panel_retained* retained, const struct panel_identity* identity,
                         const struct display* display);
void retained_keep_clocks(struct panel_retained* retained, const struct display* display);
// Shows the kept picture again if it is whole and of this layout.
void retained_restore(const struct panel_retained* retained, const struct panel_identity* identity,
                      struct display* display);
