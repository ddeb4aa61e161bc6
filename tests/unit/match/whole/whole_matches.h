#pragma once

#include <string>
#include <vector>

#include "match/ruleset.h"
#include "support/played_row.h"

// Matches from their first tap to their last, one file a family: each row with the article that says so.
// Where a match was really played, its name says so; its points by period are as they were published,
// everything else of it is made up.
namespace scoreboard::whole {

using Rows = std::vector<support::PlayedRow>;

struct WholeMatch {
    const char* name; // letters and digits
    const char* ruleset;
    Rows rows;
    std::vector<match::RuleOption> options{}; // what it sets otherwise
};
using Matches = std::vector<WholeMatch>;

Matches american_football();
Matches ball_and_racket_games(); // badminton, table tennis
Matches baseball();
Matches basketball_by_fiba();
Matches basketball_in_america();
Matches fights_and_free_play();
Matches football_and_futsal();
Matches handball();
Matches hockey();
Matches lacrosse_and_netball();
Matches roller_derby();
Matches rugby();
Matches tennis();
Matches volleyball();
Matches water_polo();

const Matches& all_matches();
match::Ruleset rules_of(const WholeMatch& played);

} // namespace scoreboard::whole
