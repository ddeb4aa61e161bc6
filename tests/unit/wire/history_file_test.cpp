#include "wire/history_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::wire {
namespace {

using testing::HasSubstr;

HistoryFile a_history()
{
    HistoryFile history;
    history.board.bytes.fill(0x20);
    history.log.bytes.fill(0x10);
    for (match::Rev rev = 1; rev <= 3; ++rev) {
        match::Entry entry;
        entry.rev = rev;
        match::Body body;
        body.id = {support::writer(1), rev};
        body.command = match::AddScore{match::Side::kGuest, 2};
        entry.sealed = seal(body);
        entry.outcome.applied = true;
        entry.state_digest = 77 * rev;
        history.entries.push_back(entry);
    }
    return history;
}

TEST(HistoryFileTest, GivesBackWhatWasWritten)
{
    const auto read = decode_history(encode_history(a_history()));

    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(*read, a_history());
}

TEST(HistoryFileTest, RefusesEveryBitThatWasChangedAndEveryCut)
{
    const std::string whole = encode_history(a_history());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(decode_history(changed)) << "byte " << at;
        EXPECT_FALSE(decode_history(whole.substr(0, at))) << "cut after " << at;
    }
    EXPECT_FALSE(decode_history(whole + "x"));
}

TEST(HistoryFileTest, SaysWhatItIsGiven)
{
    EXPECT_THAT(decode_history("SQLite format 3").error().what, HasSubstr("is no history of a match"));
    EXPECT_THAT(decode_history("SWHIST1\n").error().what, HasSubstr("was cut short"));
    EXPECT_THAT(decode_history(encode_history({})).error().what, HasSubstr("holds 0 entries"));
}

} // namespace
} // namespace scoreboard::wire
