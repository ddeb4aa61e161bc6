#include "system/venue_ruleset.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <toml++/toml.h>

#include "match/nearest_word.h"
#include "match/rule_options.h"
#include "system/toml_problem.h"

namespace scoreboard::system {
namespace {

constexpr std::size_t kFileMax = 64 * 1024;
constexpr std::size_t kSourceMax = 160; // what a match alters is told behind it
constexpr std::size_t kFilesMax = 32;   // as many as a controller is told of

std::string known_bases(const std::string& written)
{
    std::vector<std::string> ids;
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        ids.push_back(ruleset.id);
    }
    return "did you mean " + match::nearest_word(written, ids) +
           "? `scoreboard-controller-cli rulesets` lists them";
}

// Lower-case letters, digits, dots and underscores, with a dot between two of them: "venue.u14".
bool is_id(const std::string& text)
{
    const bool letters = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    });
    const std::size_t dot = text.find('.');
    return letters && dot != std::string::npos && dot != 0 && text.back() != '.' &&
           text.size() <= match::kRuleNameMax;
}

// A value as rule_options.h reads it; none: it is of a kind that no rule has.
std::optional<std::string> text_of(const toml::node& node)
{
    if (const auto text = node.value_exact<std::string>()) {
        return text;
    }
    if (const auto number = node.value_exact<std::int64_t>()) {
        return std::to_string(*number);
    }
    if (const auto flag = node.value_exact<bool>()) {
        return *flag ? "true" : "false";
    }
    const toml::array* list = node.as_array();
    if (list == nullptr) {
        return std::nullopt;
    }
    std::string joined;
    for (const toml::node& element : *list) {
        const auto number = element.value_exact<std::int64_t>();
        if (!number) {
            return std::nullopt;
        }
        joined += (joined.empty() ? "" : ",") + std::to_string(*number);
    }
    return joined;
}

class Reader {
public:
    Reader(const std::string& path, const toml::table& file) : path_(path), file_(file) {}

    VenueRulesetFile read()
    {
        const std::string base = text("base", 64, "base = \"basketball.fiba.2026\"");
        const match::Ruleset* shipped = match::find_ruleset(base);
        if (shipped == nullptr && !base.empty()) {
            complain(*file_.get("base"), "there is no ruleset \"" + base + "\"; " + known_bases(base));
        }
        const std::string id = text("id", match::kRuleNameMax, "id = \"venue.u14\"");
        if (!id.empty() && (!is_id(id) || match::find_ruleset(id) != nullptr)) {
            complain(*file_.get("id"),
                     match::find_ruleset(id) != nullptr
                         ? "\"" + id + "\" is the name of shipped rules; choose another, as \"venue.u14\""
                         : "\"" + id +
                               "\" is no name of rules; write two words of lower-case letters, "
                               "digits and _ with a dot between them, as \"venue.u14\"");
        }
        const std::string name = text("name", match::kRuleNameMax, "name = \"Basketball, our U14\"");
        const std::string source =
            file_.contains("source") ? text("source", kSourceMax, "source = \"…\"") : "";
        if (!problems_.empty()) {
            return {std::nullopt, std::move(problems_), base};
        }
        ruleset_ = *shipped;
        ruleset_.id = id;
        ruleset_.name = name;
        ruleset_.source = source.empty() ? "this venue, after " + shipped->id : source;
        for (const auto& [key, node] : file_) {
            const std::string word(key.str());
            if (word != "id" && word != "name" && word != "base" && word != "source") {
                read_rule(word, key.source().begin, node);
            }
        }
        if (problems_.empty()) {
            if (const std::string contradiction = match::contradiction_in(ruleset_); !contradiction.empty()) {
                problems_.push_back(path_ + ": " + contradiction);
            }
        }
        if (!problems_.empty()) {
            return {std::nullopt, std::move(problems_), base};
        }
        return {std::move(ruleset_), {}, base};
    }

private:
    void complain(const toml::node& node, const std::string& what)
    {
        problems_.push_back(place_in(path_, node.source().begin) + ": " + one_line(what));
    }

    std::string text(const char* key, std::size_t bytes_max, const char* example)
    {
        const toml::node* node = file_.get(key);
        if (node == nullptr) {
            problems_.push_back(path_ + ": " + key + " is missing; write " + example +
                                " above the first section");
            return {};
        }
        const auto value = node->value_exact<std::string>();
        if (!value || value->empty() || value->size() > bytes_max) {
            complain(*node, std::string(key) + " is a text of 1 to " + std::to_string(bytes_max) +
                                " bytes; write " + example);
            return {};
        }
        return *value;
    }

    void read_rule(const std::string& key, const toml::source_position& at, const toml::node& node)
    {
        if (const toml::table* section = node.as_table()) {
            for (const auto& [inner, value] : *section) {
                read_rule(key + "." + std::string(inner.str()), inner.source().begin, value);
            }
            return;
        }
        const auto value = text_of(node);
        std::string problem;
        if (!value) {
            problem = key + " is neither a number, a text, true or false, nor a list of whole numbers";
        } else {
            problem = match::set_option(ruleset_, {key, *value});
        }
        if (!problem.empty()) {
            problems_.push_back(place_in(path_, at) + ": " + one_line(problem));
        }
    }

    const std::string& path_;
    const toml::table& file_;
    match::Ruleset ruleset_;
    std::vector<std::string> problems_;
};

std::string known_rulesets(const Configuration& configuration)
{
    std::string known;
    for (const match::Ruleset& ruleset : configuration.venue_rulesets) {
        known += (known.empty() ? "" : ", ") + ruleset.id;
    }
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        known += (known.empty() ? "" : ", ") + ruleset.id;
    }
    return known;
}

bool has(const Configuration& configuration, const std::string& id)
{
    const auto& own = configuration.venue_rulesets;
    return match::find_ruleset(id) != nullptr ||
           std::any_of(own.begin(), own.end(), [&id](const auto& ruleset) { return ruleset.id == id; });
}

// The *.toml of the folder by name; or why it cannot be read.
std::vector<std::string> files_in(const std::string& folder, std::string& problem)
{
    std::vector<std::string> files;
    std::error_code error;
    for (std::filesystem::directory_iterator file(folder, error), end; !error && file != end;
         file.increment(error)) {
        if (file->path().extension() == ".toml") {
            files.push_back(file->path().string());
        }
    }
    if (error && error != std::errc::no_such_file_or_directory) {
        problem = "the folder " + folder + " cannot be read (" + error.message() + ")";
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

VenueRulesetFile parse_venue_ruleset(std::string_view text, const std::string& path)
{
    if (text.size() > kFileMax) {
        return {std::nullopt, {path + ": is longer than any ruleset; it is another file"}, {}};
    }
    try {
        const toml::table file = toml::parse(text, path);
        return Reader(path, file).read();
    } catch (const toml::parse_error& error) {
        return {std::nullopt,
                {place_in(path, error.source().begin) + ": " + one_line(std::string(error.description()))},
                {}};
    }
}

VenueRulesetFile read_venue_ruleset(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    if (!file || !(text << file.rdbuf())) {
        return {std::nullopt, {path + ": cannot be read, or is empty"}, {}};
    }
    return parse_venue_ruleset(text.str(), path);
}

std::vector<std::string> load_rulesets(Configuration& configuration)
{
    std::vector<std::string> problems;
    const std::string place = configuration.place_of("match.rulesets");
    if (!configuration.rulesets_folder.empty()) {
        std::string unreadable;
        for (const std::string& path : files_in(configuration.rulesets_folder, unreadable)) {
            VenueRulesetFile file = read_venue_ruleset(path);
            problems.insert(problems.end(), file.problems.begin(), file.problems.end());
            if (!file.ruleset) {
                continue;
            }
            if (has(configuration, file.ruleset->id)) {
                problems.push_back(path + ": another file has rules of the name \"" + file.ruleset->id +
                                   "\" already; choose another id");
                continue;
            }
            configuration.venue_rulesets.push_back(std::move(*file.ruleset));
        }
        if (!unreadable.empty()) {
            problems.push_back(place + "match.rulesets: " + unreadable);
        }
        if (configuration.venue_rulesets.size() > kFilesMax) {
            problems.push_back(place + "match.rulesets: " + configuration.rulesets_folder +
                               " holds more than " + std::to_string(kFilesMax) + " rulesets");
        }
    }
    if (!has(configuration, configuration.ruleset) && problems.empty()) {
        problems.push_back(configuration.place_of("match.ruleset") + "match.ruleset: there is no ruleset \"" +
                           configuration.ruleset + "\"; known: " + known_rulesets(configuration));
    }
    return problems;
}

} // namespace scoreboard::system
