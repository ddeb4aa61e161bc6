#include "sport_pages.h"

#include <map>

#include "facts.h"
#include "match/actions.h"
#include "match/rule_fields.h"
#include "match/ruleset.h"
#include "match/sports/articles.h"
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

// Behind the place; alone, where no place is known.
const char* words_of(match::sports::Basis basis)
{
    using match::sports::Basis;
    switch (basis) {
    case Basis::kBook:
        return "";
    case Basis::kReported:
        return "an option, as reported";
    case Basis::kUnchecked:
        return "an option, unchecked";
    case Basis::kChoice:
        return "an option of the competition";
    case Basis::kBoard:
        return "of this program";
    }
    return "";
}

constexpr const char* kArticles =
    "\n## Articles\n\nThe column *article* of a page says where in its source a line stands, or:\n\n"
    "| article | the value |\n|---|---|\n"
    "| an option, as reported | was told by others; it has not been read in the book |\n"
    "| an option, unchecked | is what is commonly played; nobody has looked it up |\n"
    "| an option of the competition | is unsure, or each competition has its own |\n"
    "| of this program | is in no book: it is what the board can count, or its habit |\n"
    "| | may well be in the book, but it is not known here where |\n\n"
    "Behind an article such words mean that the article is about the matter, and the value is still to be "
    "checked.\nWhere a line says up to 99, 199 or 999, that limit is the board's. What can be set otherwise "
    "stands "
    "below each table:\nfor one match, or in [rules of a venue's own](../rulesets-of-a-venue.md).\n";

std::string article_of(const match::Ruleset& ruleset, const Fact& fact)
{
    const match::sports::Article* article =
        fact.rule.empty() ? nullptr : match::sports::article_of(ruleset, fact.rule);
    if (article == nullptr) {
        return "";
    }
    const std::string words = words_of(article->basis);
    return article->place + (article->place.empty() || words.empty() ? "" : "; ") + words;
}

std::string numbers_of(const match::Ruleset& ruleset)
{
    std::string text = "| what | by these rules | [article](README.md#articles) |\n|---|---|---|\n";
    for (const Fact& fact : facts_of(ruleset)) {
        const std::string article = article_of(ruleset, fact);
        text += "| " + fact.what + " | " + fact.value + " | " + article + (article.empty() ? "|\n" : " |\n");
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
    index += kArticles;
    pages.push_back({"README.md", std::move(index)});
    return pages;
}

} // namespace scoreboard::docs
