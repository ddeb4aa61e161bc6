#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "unit/wire/annotated_dump.h"
#include "unit/wire/readme_examples.h"

// Goal: protocol/README.md never says other bytes than the programs send. Method: every dump in it, a fenced
// block that begins with ```wire NAME, must be the annotated bytes of the example of that name, and every
// example must be there. After a change of the schema, SCOREBOARD_REWRITE_README=1 writes the dumps anew.
namespace scoreboard::wire {
namespace {

const std::string kProtocol = std::string(SCOREBOARD_SOURCE_DIR) + "/protocol/";

std::string text_of(const std::string& path)
{
    std::ifstream file(path);
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string dump_of(const ReadmeExample& example)
{
    ProtoSchema schema;
    for (const char* name : {"match", "command", "session"}) {
        schema.add(text_of(kProtocol + "proto/scoreboard/v1/" + name + ".proto"));
    }
    std::string dump;
    if (example.message == "Envelope") {
        dump = dump_line(length_prefixed(example.bytes).substr(0, 4),
                         "over TCP only: the length, " + std::to_string(example.bytes.size()));
    }
    return dump + annotated_dump(schema, example.message, example.bytes);
}

// A block of the README: where its lines begin and end.
struct Block {
    std::size_t begin = std::string::npos;
    std::size_t size = 0;
};

Block find_block(const std::string& readme, const std::string& name)
{
    const std::string fence = "```wire " + name + "\n";
    Block block;
    if (const std::size_t at = readme.find(fence); at != std::string::npos) {
        block.begin = at + fence.size();
        block.size = readme.find("```", block.begin) - block.begin;
    }
    return block;
}

TEST(ReadmeTest, ShowsTheBytesThatAreSent)
{
    std::string readme = text_of(kProtocol + "README.md");
    const bool rewrite = std::getenv("SCOREBOARD_REWRITE_README") != nullptr;
    for (const ReadmeExample& example : readme_examples()) {
        SCOPED_TRACE(example.name);
        const Block block = find_block(readme, example.name);
        ASSERT_NE(block.begin, std::string::npos) << "protocol/README.md has no dump of it";
        if (rewrite) {
            readme.replace(block.begin, block.size, dump_of(example));
            continue;
        }
        const std::string shown = readme.substr(block.begin, block.size);
        const std::string sent =
            example.message == "Envelope" ? length_prefixed(example.bytes) : example.bytes;

        EXPECT_EQ(bytes_of_dump(shown), sent);
        EXPECT_EQ(shown, dump_of(example)) << "SCOREBOARD_REWRITE_README=1 wire_test writes the dumps anew";
    }
    if (rewrite) {
        std::ofstream(kProtocol + "README.md") << readme;
    }
}

TEST(ReadmeTest, ShowsNoDumpThatNobodyChecks)
{
    std::istringstream lines(text_of(kProtocol + "README.md"));
    std::size_t dumps = 0;
    for (std::string line; std::getline(lines, line);) {
        dumps += line.starts_with("```wire ") ? 1u : 0u;
    }

    EXPECT_EQ(dumps, readme_examples().size());
}

} // namespace
} // namespace scoreboard::wire
