#include "panel/layouts/layouts.h"

namespace scoreboard::panel {

const std::vector<Layout>& all_layouts()
{
    static const std::vector<Layout> layouts = {multisport_layout(), multisport_large_layout(),
                                                dotmatrix_layout()};
    return layouts;
}

} // namespace scoreboard::panel
