#include "ctl/event_reader.h"

#include <gtest/gtest.h>

namespace scoreboard::ctl {
namespace {

TEST(EventReaderTest, GivesTheDataOfEveryState)
{
    EventReader reader;

    reader.push("event: state\nid: aee8f0bf-1\ndata: {\"rev\":1}\n\nevent: state\nid: aee8f0bf-2\ndata: "
                "{\"rev\":2}\n\n");

    EXPECT_EQ(reader.next(), "{\"rev\":1}");
    EXPECT_EQ(reader.next(), "{\"rev\":2}");
    EXPECT_EQ(reader.next(), std::nullopt);
}

TEST(EventReaderTest, PassesOverCommentsAndOtherEvents)
{
    EventReader reader;

    reader.push(": ping\n\nevent: goal\ndata: {}\n\nevent: state\ndata: {\"rev\":3}\n\n");

    EXPECT_EQ(reader.next(), "{\"rev\":3}");
    EXPECT_EQ(reader.next(), std::nullopt);
}

TEST(EventReaderTest, DoesNotMindHowTheBytesAreCut)
{
    const std::string stream = "event: state\nid: aee8f0bf-7\ndata: {\"rev\":7}\n\n";
    for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
        EventReader reader;

        reader.push(stream.substr(0, cut));
        auto state = reader.next();
        reader.push(stream.substr(cut));
        if (!state) {
            state = reader.next();
        }

        EXPECT_EQ(state, "{\"rev\":7}") << "cut at " << cut;
    }
}

} // namespace
} // namespace scoreboard::ctl
