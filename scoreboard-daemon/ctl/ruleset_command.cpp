#include "ctl/ruleset_command.h"

#include <ostream>

#include "match/rule_fields.h"
#include "system/venue_ruleset.h"

namespace scoreboard::ctl {

bool check_ruleset(const std::string& path, std::ostream& out, std::ostream& err)
{
    system::VenueRulesetFile file = system::read_venue_ruleset(path);
    for (const std::string& problem : file.problems) {
        err << "scoreboardctl: " << problem << "\n";
    }
    if (!file.ruleset) {
        return false;
    }
    match::Ruleset base = *match::find_ruleset(file.base);
    out << file.ruleset->id << " is sound: " << file.ruleset->name << ", after " << base.id << "\n";
    const auto shipped = match::rule_fields(base);
    for (const match::RuleField& field : match::rule_fields(*file.ruleset)) {
        for (const match::RuleField& was : shipped) {
            if (was.key == field.key && text_of(was) != text_of(field)) {
                out << "  " << field.key << " " << text_of(field) << " (was " << text_of(was) << ")\n";
            }
        }
    }
    return true;
}

} // namespace scoreboard::ctl
