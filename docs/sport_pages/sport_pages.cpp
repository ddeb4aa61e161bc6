#include "sport_pages.h"

#include <map>

#include "facts.h"
#include "match/actions.h"
#include "match/rule_fields.h"
#include "match/ruleset.h"
#include "panels.h"

namespace scoreboard::docs {
namespace {

constexpr const char* kHead =
    "<!-- Written by `./dev docs` out of protocol/match/sports; edit those, not this page. -->\n\n";

// "field_hockey" → "Field hockey"
std::string title_of(const std::string& sport)
{
    std::string title = sport;
    for (char& letter : title) {
        letter = letter == '_' ? ' ' : letter;
    }
    if (!title.empty() && title.front() >= 'a' && title.front() <= 'z') {
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    }
    return title;
}

std::string numbers_of(const match::Ruleset& ruleset)
{
    std::string text = "| what | by these rules |\n|---|---|\n";
    for (const Fact& fact : facts_of(ruleset)) {
        text += "| " + fact.what + " | " + fact.value + " |\n";
    }
    return text;
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    const char* separator = "";
    for (const std::string& part : parts) {
        text += separator + part;
        separator = ", ";
    }
    return text;
}

std::string shown_of(const match::Ruleset& ruleset)
{
    std::string text = "The public JSON shows: " + joined(shown_by(ruleset)) + ".\n\n";
    text += "| panel | shows |\n|---|---|\n";
    for (const panel::Layout& layout : panel::all_layouts()) {
        text += "| `" + layout.name + "` | " + joined(shown_on(layout, ruleset)) + " |\n";
    }
    return text;
}

// A match by these rules that has just been opened: it has every part that they have.
match::MatchState opened(const match::Ruleset& ruleset)
{
    match::Entry entry;
    entry.sealed.body.id.seq = 1;
    entry.sealed.body.command = match::StartMatch{ruleset, "", ""};
    match::MatchState state;
    apply(ruleset, state, entry);
    return state;
}

std::string keys_of(const match::Ruleset& ruleset)
{
    std::string text = "Commands of `scoreboard-controller-cli`, which are the keys of the app:\n\n```text\n";
    for (const match::Action& action : match::all_actions(ruleset, opened(ruleset))) {
        text += action.name + "\n";
    }
    return text + "```\n";
}

// What one match may set otherwise, as it stands in these rules.
std::string options_of(match::Ruleset ruleset)
{
    std::vector<std::string> options;
    for (const match::RuleField& field : match::rule_fields(ruleset)) {
        options.push_back("`" + field.key + "=" + match::text_of(field) + "`");
    }
    return "Options of one match, or of a venue's own rules: " + joined(options) + ".\n";
}

std::string section_of(const match::Ruleset& ruleset)
{
    return "## " + ruleset.name + "\n\n`" + ruleset.id + "`. Source: " + ruleset.source + ".\n\n" +
           numbers_of(ruleset) + "\n" + options_of(ruleset) + "\n" + shown_of(ruleset) + "\n" +
           keys_of(ruleset);
}

} // namespace

std::vector<Page> sport_pages()
{
    std::map<std::string, std::string> texts;
    std::map<std::string, std::string> rules;
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        std::string& text = texts[ruleset.sport];
        text += text.empty() ? kHead + ("# " + title_of(ruleset.sport)) + "\n\n" : std::string("\n");
        text += section_of(ruleset);
        std::string& list = rules[ruleset.sport];
        list += (list.empty() ? "`" : ", `") + ruleset.id + "`";
    }
    std::string index =
        kHead + std::string("# Sports\n\nA match begins by one of these:\n"
                            "`scoreboard-controller-cli match new --ruleset ID`, or NEW in the "
                            "app.\n\n| sport | rules |\n|---|---|\n");
    std::vector<Page> pages;
    for (auto& [sport, text] : texts) {
        index += "| [" + title_of(sport) + "](" + sport + ".md) | " + rules[sport] + " |\n";
        pages.push_back({sport + ".md", std::move(text)});
    }
    pages.push_back({"README.md", std::move(index)});
    return pages;
}

} // namespace scoreboard::docs
