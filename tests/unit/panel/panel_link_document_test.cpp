#include <cctype>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "framing/link_frame.h"
#include "link_examples.h"
#include "panel/layout.h"

// The hex dumps of protocol/panel-link.md against the encoders: an outsider who follows the document speaks
// to us.
namespace scoreboard::panel {
namespace {

using Bytes = std::vector<std::uint8_t>;

struct Dump {
    Bytes frame; // the annotated lines
    Bytes wire;  // the line that begins with "wire"
};

bool is_byte(const std::string& token)
{
    return token.size() == 2 && std::isxdigit(static_cast<unsigned char>(token[0])) != 0 &&
           std::isxdigit(static_cast<unsigned char>(token[1])) != 0;
}

void read_line(const std::string& line, Dump& dump)
{
    std::istringstream words(line.substr(0, line.find('|')));
    std::string word;
    bool first = true;
    Bytes* target = &dump.frame;
    while (words >> word) {
        if (first && word == "wire") {
            target = &dump.wire;
        } else if (is_byte(word)) {
            target->push_back(static_cast<std::uint8_t>(std::stoul(word, nullptr, 16)));
        } else {
            ADD_FAILURE() << "\"" << word << "\" is no byte: " << line;
        }
        first = false;
    }
}

// Blocks fenced as ```plp NAME.
std::map<std::string, Dump> dumps_in(const std::string& path)
{
    std::map<std::string, Dump> dumps;
    std::ifstream file(path);
    std::string line;
    std::string name;
    while (std::getline(file, line)) {
        if (line.rfind("```plp ", 0) == 0) {
            name = line.substr(7);
        } else if (line == "```") {
            name.clear();
        } else if (!name.empty()) {
            read_line(line, dumps[name]);
        }
    }
    return dumps;
}

const std::string kDocument = std::string(SCOREBOARD_SOURCE_DIR) + "/protocol/panel-link.md";

std::string text_of_document()
{
    std::ifstream file(kDocument);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(PanelLinkDocumentTest, ShowsEveryMessageByteForByte)
{
    const std::map<std::string, Dump> dumps = dumps_in(kDocument);

    for (const LinkExample& example : link_examples()) {
        const auto found = dumps.find(example.name);
        ASSERT_NE(found, dumps.end()) << example.name << " is not in the document";
        EXPECT_EQ(found->second.frame, example.frame) << example.name;
        EXPECT_EQ(found->second.wire, example.wire) << example.name;
    }
    EXPECT_EQ(dumps.size(), link_examples().size());
}

TEST(PanelLinkDocumentTest, NamesTheNumbersOfTheCode)
{
    const std::string text = text_of_document();
    const auto hex = [](std::uint32_t value) {
        char digits[9];
        std::snprintf(digits, sizeof digits, "%08X", static_cast<unsigned>(value));
        return std::string(digits);
    };

    EXPECT_NE(text.find(hex(LINK_SCHEMA_HASH)), std::string::npos);
    for (const Layout& layout : all_layouts()) {
        EXPECT_NE(text.find("## The layout `" + layout.name + "`"), std::string::npos) << layout.name;
        EXPECT_NE(text.find(hex(layout.hash())), std::string::npos)
            << layout.name << " is " << hex(layout.hash());
    }
    EXPECT_NE(text.find(hex(link_session_id(0xC0DE0001, 0x0007BEEF, 0xB0A2D001))), std::string::npos);
}

} // namespace
} // namespace scoreboard::panel
