#include "viewmodel/tap_guard.h"

namespace scoreboard::viewmodel {

bool TapGuard::accept(const std::string& key, match::TabletTime pressed)
{
    const auto [last, is_first] = accepted_.try_emplace(key, pressed);
    if (is_first) {
        return true;
    }
    if (pressed >= last->second && pressed - last->second < kBounce) {
        return false;
    }
    last->second = pressed;
    return true;
}

} // namespace scoreboard::viewmodel
