#include "headless/rulesets_list.h"

#include <ostream>

#include "match/rule_fields.h"

namespace scoreboard::headless {

void print_rulesets(const std::vector<session::VenueRuleset>& own, std::ostream& out)
{
    for (const session::VenueRuleset& ruleset : own) {
        out << ruleset.id << "\t" << ruleset.name << "\n";
    }
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        out << ruleset.id << "\t" << ruleset.name << "\n";
    }
    out << std::flush;
}

void print_options(match::Ruleset ruleset, std::ostream& out)
{
    for (const match::RuleField& field : match::rule_fields(ruleset)) {
        out << field.key << "=" << match::text_of(field) << "\t" << match::takes(field) << "\n";
    }
    out << std::flush;
}

} // namespace scoreboard::headless
