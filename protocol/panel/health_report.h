#pragma once

#include <optional>
#include <string>

#include "match/time.h"
#include "panel/link_health.h"

namespace scoreboard::panel {

using match::BoardTime;
using match::Duration;

// What a person is told of the link: every change of its health, but not a port that comes and goes within a
// second, as an adapter does when somebody leans on the cable.
class HealthReport {
public:
    static constexpr Duration kFlapMax = std::chrono::seconds(1);

    void set(LinkHealth health, std::string detail, BoardTime now);
    // The next thing to tell, once it is time to.
    std::optional<HealthChanged> poll(BoardTime now);
    // When poll() has something.
    std::optional<BoardTime> deadline() const;

    LinkHealth told() const { return told_.health; }

private:
    HealthChanged actual_;
    HealthChanged told_;
    bool anything_told_ = false;
    std::optional<BoardTime> tell_at_;
};

} // namespace scoreboard::panel
