#pragma once

#include <string>

#include "ctl/board_url.h"
#include "ctl/failure.h"

namespace scoreboard::ctl {

// The matches of a board's log as lines for a person, newest first and numbered from 1; with `json` the
// document itself.
Result<std::string> list_matches(const BoardUrl& url, bool json);
Result<std::string> matches_text(const std::string& document);

// The report of a match: its number in that list, or its id. `format`: json, csv or html.
Result<std::string> match_report(const BoardUrl& url, const std::string& match, const std::string& format);
// The id of match `wanted` in a document of /api/v1/matches; an id is taken as it is.
Result<std::string> match_id(const std::string& document, const std::string& wanted);

} // namespace scoreboard::ctl
