#include <functional>
#include <gtest/gtest.h>

#include "tablet.h"

// Goal: wherever a tap's way is cut, the tap arrives once, in order, and the tablet knows it.
// Method: a flow of three taps is taken apart into single steps (a commit, a message up, a message down); it
// is run once for each step with the fault put in before it, then everything is healed and compared.
namespace scoreboard::client {
namespace {

using match::AddScore;
using match::Side;

struct Fault {
    const char* name;
    std::function<void(Tablet&)> strike;
};

const Fault kFaults[] = {
    {"the connection is cut", [](Tablet& tablet) { tablet.disconnect(); }},
    {"the app is killed", [](Tablet& tablet) { tablet.kill(); }},
    {"a second connection takes over",
     [](Tablet& tablet) {
         if (tablet.board != nullptr) {
             tablet.connect(*tablet.board);
         }
     }},
    {"one answer is lost with the connection",
     [](Tablet& tablet) {
         if (!tablet.to_tablet.empty()) {
             tablet.to_tablet.pop_back();
             tablet.disconnect();
         }
     }},
};

class World {
public:
    World() : board(test_id<match::BoardId>(0x20), test_id<match::LogId>(0x10)) {}

    // False: the flow was over before step `cut`.
    bool run_with(const Fault& fault, int cut)
    {
        int steps = 0;
        bool struck = false;
        const auto advance = [&] {
            for (;;) {
                if (steps++ == cut) {
                    fault.strike(tablet);
                    struck = true;
                    return;
                }
                if (!tablet.step()) {
                    return;
                }
            }
        };
        tablet.connect(board);
        advance();
        tablet.tap(AddScore{Side::kHome, 1});
        advance();
        tablet.tap(AddScore{Side::kHome, 2});
        tablet.tap(match::StartClock{});
        advance();
        tablet.client->flush();
        advance();
        return struck;
    }

    void heal()
    {
        if (tablet.board == nullptr) {
            tablet.connect(board);
        }
        tablet.settle();
        tablet.tell(board.show());
    }

    ToyBoard board;
    Tablet tablet;
};

std::vector<match::Command> recorded(const ToyBoard& board)
{
    std::vector<match::Command> commands;
    for (const match::Entry& entry : board.timeline().entries().subspan(1)) {
        EXPECT_TRUE(entry.outcome.applied) << entry.outcome.text;
        commands.push_back(entry.command());
    }
    return commands;
}

TEST(MatchClientCutTest, ATapArrivesOnceWhereverItsWayIsCut)
{
    const std::vector<match::Command> all = {AddScore{Side::kHome, 1}, AddScore{Side::kHome, 2},
                                             match::StartClock{}};
    for (const Fault& fault : kFaults) {
        int cut = 0;
        for (bool reached = true; reached; ++cut) {
            SCOPED_TRACE(std::string(fault.name) + " before step " + std::to_string(cut));
            World world;

            reached = world.run_with(fault, cut);
            const std::vector<OutboxRow> saved = world.tablet.journal.content.outbox;
            world.heal();

            const std::vector<match::Command> commands = recorded(world.board);
            // A kill before the commit takes the tap with it: it was never shown as saved.
            ASSERT_LE(commands.size(), all.size());
            std::size_t next = 0;
            for (const match::Command& command : commands) {
                while (next < all.size() && all[next] != command) {
                    ++next;
                }
                ASSERT_LT(next++, all.size()) << "doubled, or out of order";
            }
            for (const OutboxRow& row : saved) {
                EXPECT_NE(world.board.timeline().find(row.sealed.body.id), nullptr) << "a saved tap was lost";
            }
            const bool killed = std::string(fault.name) == "the app is killed";
            EXPECT_TRUE(killed || commands.size() == all.size());
            EXPECT_TRUE(world.tablet.journal.content.outbox.empty());
            EXPECT_TRUE(world.tablet.journal.content.orphans.empty());
            EXPECT_EQ(world.tablet.journal.content.history.size(), world.board.timeline().entries().size());
            EXPECT_EQ(world.tablet.client->predicted(), world.board.timeline().state());
            EXPECT_EQ(world.tablet.client->view(world.tablet.now).waiting, 0u);
        }
        EXPECT_GT(cut, 20) << fault.name;
    }
}

// The journal fails at one commit, whichever: what was saved arrives, what was not is refused.
TEST(MatchClientCutTest, NoTapIsLostSilentlyWhenTheJournalFails)
{
    for (int failing = 1; failing < 8; ++failing) {
        SCOPED_TRACE("commit " + std::to_string(failing) + " fails");
        World world;
        Tablet& tablet = world.tablet;
        const auto run = [&] {
            do {
                tablet.journal.fault = tablet.journal.commits + 1 == failing ? "disk full" : "";
            } while (tablet.step());
        };
        tablet.connect(world.board);
        run();
        for (int tap = 0; tap < 4; ++tap) {
            tablet.tap(AddScore{Side::kHome, 1});
            run();
            tablet.now += 200ms;
            run();
        }
        tablet.journal.fault.clear();
        tablet.now += 1s;
        world.heal();

        std::size_t refused = 0;
        for (const TapView& tap : tablet.client->view(tablet.now).taps) {
            EXPECT_TRUE(tap.level == Level::kShown || tap.level == Level::kRefused);
            refused += tap.level == Level::kRefused ? 1u : 0u;
        }
        EXPECT_LE(refused, 1u);
        EXPECT_EQ(world.board.timeline().entries().size(), 1 + 4 - refused);
        EXPECT_EQ(tablet.client->predicted(), world.board.timeline().state());
    }
}

} // namespace
} // namespace scoreboard::client
