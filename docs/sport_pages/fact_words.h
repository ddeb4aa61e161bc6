#pragma once

#include <string>

#include "match/ruleset.h"

namespace scoreboard::docs {

// "24 s", "59.9 s", "2:30", "45:00"
std::string text_of(match::Duration value);
std::string number(int value);
// "quarters"
const char* word_of(match::PeriodName name);
// One of them, as they are called here: "a set".
std::string one_of(match::PeriodName name);
// "a half", "a match": of whatever is counted or allowed in it.
std::string word_of(match::Span span, match::PeriodName name);

} // namespace scoreboard::docs
