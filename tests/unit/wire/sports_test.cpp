#include <gtest/gtest.h>

#include "support/random_play.h"
#include "wire/wire.h"

namespace scoreboard::wire {
namespace {

TEST(SportsTest, EveryRulesetAndWhateverIsPlayedByItSurvivesTheWire)
{
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        SCOPED_TRACE(ruleset.id);
        support::RandomPlay play(ruleset, 7);
        for (int step = 0; step < 120; ++step) {
            play.step();
            if (step % 20 != 19) {
                continue;
            }
            const session::ServerMessage snapshot = session::Snapshot{
                play.match().timeline().rev(), play.match().timeline().ruleset(), play.match().state()};
            const std::string bytes = encode(snapshot);
            const auto read = decode_server(bytes);

            ASSERT_LE(bytes.size(), kServerFrameMax);
            ASSERT_TRUE(read) << read.error().what;
            ASSERT_EQ(*read, snapshot);
        }
        match::Body body;
        body.id = {support::writer(7), 1};
        body.command = match::StartMatch{ruleset, "HAWKS", "TIGERS"};
        const auto unsealed = unseal(seal(body).bytes);
        ASSERT_TRUE(unsealed);
        ASSERT_EQ(unsealed->body, body);
    }
}

} // namespace
} // namespace scoreboard::wire
