#pragma once

#include <string>
#include <unordered_map>

#include "match/time.h"

namespace scoreboard::viewmodel {

// Tells a second tap from a finger that trembled: the same key twice within kBounce is one tap.
class TapGuard {
public:
    static constexpr match::Duration kBounce = std::chrono::milliseconds(150);

    // False: the press belongs to the tap before it. A bounce does not begin a new wait, so a fast finger is
    // never shut out for longer than kBounce.
    bool accept(const std::string& key, match::TabletTime pressed);

private:
    std::unordered_map<std::string, match::TabletTime> accepted_;
};

} // namespace scoreboard::viewmodel
