#pragma once

#include <string>
#include <vector>

namespace scoreboard::docs {

struct Page {
    std::string file; // "handball.md", in docs/sports
    std::string text; // Markdown
};

// One page a sport, and README.md, which lists them: what the rulesets themselves say, so that no page can
// say anything else.
std::vector<Page> sport_pages();

} // namespace scoreboard::docs
