#pragma once

#include <map>
#include <string>

namespace scoreboard::wire {

// The schema as far as a dump needs it, read from the .proto files: the light protobuf that the programs link
// carries no names.
class ProtoSchema {
public:
    struct Field {
        std::string name;
        std::string type; // "uint32", "CommandId"
    };

    void add(const std::string& proto_text);
    const Field* field(const std::string& message, int number) const;
    bool is_message(const std::string& type) const { return fields_.contains(type); }
    // "SIDE_HOME"; the number itself if the enum has no such value.
    std::string value_name(const std::string& enumeration, std::uint64_t value) const;
    bool is_enum(const std::string& type) const { return values_.contains(type); }

private:
    std::map<std::string, std::map<int, Field>> fields_;
    std::map<std::string, std::map<std::uint64_t, std::string>> values_;
};

} // namespace scoreboard::wire
