#include "unit/wire/annotated_dump.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>
#include <iomanip>
#include <sstream>

namespace scoreboard::wire {
namespace {

using google::protobuf::internal::WireFormatLite;

constexpr std::size_t kBytesPerLine = 16;
constexpr int kCommentColumn = 50;

std::string hex_of(std::string_view bytes)
{
    std::ostringstream text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text << (i == 0 ? "" : " ") << std::hex << std::setw(2) << std::setfill('0')
             << (static_cast<unsigned>(bytes[i]) & 0xffu);
    }
    return text.str();
}

class Dumper {
public:
    explicit Dumper(const ProtoSchema& schema) : schema_(schema) {}

    void message(const std::string& type, std::string_view bytes, const std::string& indent)
    {
        google::protobuf::io::CodedInputStream stream(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                                      static_cast<int>(bytes.size()));
        const auto position = [&] { return static_cast<std::size_t>(stream.CurrentPosition()); };
        for (std::size_t begin = 0; const std::uint32_t tag = stream.ReadTag(); begin = position()) {
            const auto* field = schema_.field(type, WireFormatLite::GetTagFieldNumber(tag));
            const std::string name = field == nullptr ? "?" : field->name;
            const std::string field_type = field == nullptr ? "?" : field->type;
            if (WireFormatLite::GetTagWireType(tag) == WireFormatLite::WIRETYPE_LENGTH_DELIMITED) {
                std::uint32_t size = 0;
                stream.ReadVarint32(&size);
                const std::string_view head = bytes.substr(begin, position() - begin);
                const std::string_view content = bytes.substr(position(), size);
                stream.Skip(static_cast<int>(size));
                delimited(name, field_type, head, content, indent);
            } else {
                std::uint64_t value = 0;
                if (WireFormatLite::GetTagWireType(tag) == WireFormatLite::WIRETYPE_FIXED32) {
                    std::uint32_t fixed = 0;
                    stream.ReadLittleEndian32(&fixed);
                    value = fixed;
                } else {
                    stream.ReadVarint64(&value);
                }
                line(bytes.substr(begin, position() - begin),
                     indent + name + ": " + number(field_type, value));
            }
        }
    }
    void line(std::string_view bytes, const std::string& comment)
    {
        const std::string hex = hex_of(bytes);
        out_ << std::left << std::setw(kCommentColumn) << hex << "# " << comment << "\n";
    }
    std::string text() const { return out_.str(); }

private:
    std::string number(const std::string& type, std::uint64_t value) const
    {
        if (type == "sint32" || type == "sint64") {
            return std::to_string(WireFormatLite::ZigZagDecode64(value));
        }
        if (type == "bool") {
            return value == 0 ? "false" : "true";
        }
        return schema_.is_enum(type) ? schema_.value_name(type, value) : std::to_string(value);
    }
    void delimited(const std::string& name, const std::string& type, std::string_view head,
                   std::string_view content, const std::string& indent)
    {
        const bool is_body = type == "bytes" && name == "body";
        if (schema_.is_message(type) || is_body) {
            const std::string of = is_body ? "CommandBody" : type;
            line(head, indent + name + ": " + of + ", " + std::to_string(content.size()) + " bytes");
            message(of, content, indent + "  ");
        } else if (type == "string") {
            line(head, indent + name + ": \"" + std::string(content) + "\"");
            raw(content);
        } else {
            line(head, indent + name + ": " + std::to_string(content.size()) + " bytes");
            raw(content);
        }
    }
    void raw(std::string_view content)
    {
        for (; !content.empty(); content.remove_prefix(std::min(kBytesPerLine, content.size()))) {
            out_ << hex_of(content.substr(0, kBytesPerLine)) << "\n";
        }
    }

    const ProtoSchema& schema_;
    std::ostringstream out_;
};

} // namespace

std::string annotated_dump(const ProtoSchema& schema, const std::string& message, std::string_view bytes)
{
    Dumper dumper(schema);
    dumper.message(message, bytes, "");
    return dumper.text();
}

std::string dump_line(std::string_view bytes, const std::string& comment)
{
    const ProtoSchema none;
    Dumper dumper(none);
    dumper.line(bytes, comment);
    return dumper.text();
}

std::string bytes_of_dump(const std::string& dump)
{
    std::string bytes;
    std::istringstream lines(dump);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream digits(line.substr(0, line.find('#')));
        for (std::string pair; digits >> pair;) {
            bytes.push_back(static_cast<char>(std::stoi(pair, nullptr, 16)));
        }
    }
    return bytes;
}

} // namespace scoreboard::wire
