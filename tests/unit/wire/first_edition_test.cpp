#include <string>

#include <gtest/gtest.h>

#include "support/test_match.h"
#include "wire/wire.h"

namespace scoreboard::wire {
namespace {

// A match's start as the first edition of the schema wrote it: such bodies are in logs and journals.
const char* const kFirstStart =
    "0a140a100707070707070707070707070707070710011a12121000000000000000000000000000000000c202c2020ab0"
    "020a146261736b657462616c6c2e666962612e32303236120a6261736b657462616c6c1a154261736b657462616c6c2c"
    "20464942412032303236224446494241204f6666696369616c204261736b657462616c6c2052756c657320323032362c"
    "2076312e312c2076616c69642066726f6d2031204f63746f62657220323032362801525808041080989abc0418808c8d"
    "9e022080b8b8722880a4a7da06300238809c9c3940809c9c394a1808808ece1c1080b8b872188092f40120e0a7122880"
    "dac40952170880dac40910809c9c391880897a20a08d062880dac4095a080a0302040610e70762060805100118636a17"
    "08809c9c391080c2d72f1802200328023080b8b872380172280880d8f1161080feac0d1880ade20422170880ade20410"
    "80d8f1161880897a20a08d0628809bee0212054841574b531a06544947455253";

std::string bytes_of(const std::string& hex)
{
    std::string bytes(hex.size() / 2, '\0');
    EXPECT_TRUE(match::from_hex(hex, reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()));
    return bytes;
}

// Today's table, without what it has learned since: the limit of a player's fouls, those of an interval, what
// a basket stops, and a shot clock that is off at the end.
match::Ruleset first_rules()
{
    match::Ruleset rules = support::of_fold_1(support::basketball());
    rules.fouls->player_limit = 0;
    rules.periods.basket_stops = {};
    rules.shot_clock->off_at_end = false;
    return rules;
}

TEST(FirstEditionTest, StartOfAMatchReadsAsTheRulesThatAreInTheTableToday)
{
    const auto sealed = unseal(bytes_of(kFirstStart));

    ASSERT_TRUE(sealed) << sealed.error().what;
    const auto* start = std::get_if<match::StartMatch>(&sealed->body.command);
    ASSERT_NE(start, nullptr);
    EXPECT_EQ(*start->ruleset, first_rules());
}

TEST(FirstEditionTest, TheSameStartIsStillWrittenWithTheSameBytes)
{
    match::Body body;
    body.id = {support::writer(7), 1};
    body.command = match::StartMatch{first_rules(), "HAWKS", "TIGERS"};

    EXPECT_EQ(seal(body).bytes, bytes_of(kFirstStart));
}

} // namespace
} // namespace scoreboard::wire
