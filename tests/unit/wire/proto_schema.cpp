#include "unit/wire/proto_schema.h"

#include <regex>
#include <sstream>
#include <vector>

namespace scoreboard::wire {

void ProtoSchema::add(const std::string& proto_text)
{
    static const std::regex begin(R"(^\s*(message|enum|oneof)\s+(\w+)\s*\{(\})?.*)");
    static const std::regex field(R"(^\s*(?:optional\s+|repeated\s+)?(\w+)\s+(\w+)\s*=\s*(\d+);.*)");
    static const std::regex value(R"(^\s*(\w+)\s*=\s*(\d+);.*)");
    std::vector<std::pair<std::string, std::string>>
        open; // kind and name; a oneof has the name of its message
    std::istringstream lines(proto_text);
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (std::regex_match(line, match, begin)) {
            const std::string name = match[1] == "oneof" ? open.back().second : match[2].str();
            if (match[1] == "message") {
                fields_[name];
            }
            if (!match[3].matched) {
                open.emplace_back(match[1], name);
            }
        } else if (line.find('}') != std::string::npos && !open.empty()) {
            open.pop_back();
        } else if (open.empty()) {
            continue;
        } else if (open.back().first == "enum" && std::regex_match(line, match, value)) {
            values_[open.back().second][std::stoull(match[2])] = match[1];
        } else if (std::regex_match(line, match, field)) {
            fields_[open.back().second][std::stoi(match[3])] = {match[2], match[1]};
        }
    }
}

const ProtoSchema::Field* ProtoSchema::field(const std::string& message, int number) const
{
    const auto fields = fields_.find(message);
    if (fields == fields_.end()) {
        return nullptr;
    }
    const auto found = fields->second.find(number);
    return found == fields->second.end() ? nullptr : &found->second;
}

std::string ProtoSchema::value_name(const std::string& enumeration, std::uint64_t value) const
{
    const auto values = values_.find(enumeration);
    if (values != values_.end() && values->second.contains(value)) {
        return values->second.at(value);
    }
    return std::to_string(value);
}

} // namespace scoreboard::wire
