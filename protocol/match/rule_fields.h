#pragma once

#include <string>
#include <variant>
#include <vector>

#include "match/ruleset.h"

namespace scoreboard::match {

// What of a ruleset a venue or an operator may set otherwise, each with its range.
struct CountField {
    int* value = nullptr;
    int minimum = 0;
    int maximum = 0;
};
struct TimeField {
    Duration* value = nullptr;
    Duration minimum{};
    Duration maximum{};
    bool or_none = false; // 0:00, below any minimum: there is none
};
struct SwitchField {
    bool* value = nullptr;
};
struct SpanField {
    Span* value = nullptr;
};
struct PointsField { // a list of whole numbers from 1 to 99
    std::vector<int>* value = nullptr;
};

struct RuleField {
    std::string key; // "periods.length": the part, then what of it
    std::variant<CountField, TimeField, SwitchField, SpanField, PointsField> field;
};

// All of the parts that `ruleset` has, into which they point.
std::vector<RuleField> rule_fields(Ruleset& ruleset);

// "a number from 1 to 20", "a time from 0:01 to 60:00, as 8:00": what may stand there.
std::string takes(const RuleField& field);
// What stands there: "4", "10:00", "true", "1,2,3".
std::string text_of(const RuleField& field);
// Whether `text` is what may stand there, and was set.
bool set(const RuleField& field, const std::string& text);
// Of a bare number that is too short a time, in seconds: "20 is 0:20; for minutes write 20:00". Else empty.
std::string meant_minutes(const RuleField& field, const std::string& text);

} // namespace scoreboard::match
