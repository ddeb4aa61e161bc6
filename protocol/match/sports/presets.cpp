#include "match/sports/presets.h"

#include <utility>

namespace scoreboard::match::sports {

Ruleset named(std::string id, std::string name, std::string source)
{
    Ruleset ruleset;
    ruleset.sport = id.substr(0, id.find('.'));
    ruleset.id = std::move(id);
    ruleset.name = std::move(name);
    ruleset.source = std::move(source);
    ruleset.fold_version = kFoldVersion;
    ruleset.periods.last_minute = std::chrono::seconds(60);
    ruleset.periods.delay = kDelay;
    ruleset.periods.last_minute_delay = kLastMinuteDelay;
    return ruleset;
}

} // namespace scoreboard::match::sports
