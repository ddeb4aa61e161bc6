#include "viewmodel/offer_view_model.h"

#include <gtest/gtest.h>

#include "recording_port.h"

namespace scoreboard::viewmodel {
namespace {

client::OfferView offer(match::Seq seq)
{
    return {"STOP at 7:41.3 came late: put the clock back?", "7:41.3", {match::AcceptOffer{{{}, seq}}}};
}

TEST(OfferViewModelTest, AcceptsTheOfferThatIsShown)
{
    RecordingPort port;
    OfferViewModel model(port, nullptr);
    model.show({offer(7), offer(8)});

    model.accept(1000.0);

    ASSERT_EQ(port.commands.size(), 1U);
    EXPECT_EQ(port.commands.front(), match::Command(match::AcceptOffer{match::CommandId{{}, 7}}));
    EXPECT_TRUE(model.present()) << "the next one comes up";
}

TEST(OfferViewModelTest, DoesNotAskAgainAboutAnOfferThatWasLeft)
{
    RecordingPort port;
    OfferViewModel model(port, nullptr);
    model.show({offer(7)});

    model.leave();
    model.show({offer(7)});

    EXPECT_FALSE(model.present());
    EXPECT_TRUE(port.asked.empty());
}

TEST(OfferViewModelTest, ANumberedQuestionThatWasLeftStaysLeftWhateverItWouldDoByNow)
{
    RecordingPort port;
    OfferViewModel model(port, nullptr);
    client::OfferView question = offer(7);
    question.number = 3;
    model.show({question});

    model.leave();
    question.commands = {match::AdjustPenalties{std::chrono::seconds(12)}};
    model.show({question});
    EXPECT_FALSE(model.present());

    question.number = 4;
    model.show({question});
    EXPECT_TRUE(model.present());
}

TEST(OfferViewModelTest, GivesTheChoiceThatWasTappedOnce)
{
    RecordingPort port;
    OfferViewModel model(port, nullptr);
    client::OfferView goal{"Goal against HOME: one of its penalties may end", "", {}};
    goal.choices = {{"END #15 MINOR", match::EndPenalty{{{}, 4}, 0}},
                    {"END #23 MINOR", match::EndPenalty{{{}, 5}, 0}}};
    model.show({goal});
    ASSERT_EQ(model.choices(), (QStringList{"END #15 MINOR", "END #23 MINOR"}));

    model.choose(1, 1000.0);
    model.choose(0, 1000.0);

    ASSERT_EQ(port.commands.size(), 1U);
    EXPECT_EQ(port.commands.front(), match::Command(match::EndPenalty{match::CommandId{{}, 5}, 0}));
    EXPECT_FALSE(model.present());
}

TEST(OfferViewModelTest, AChoiceThatWasLeftComesBackWithTheNextGoalOrWhenItIsTakenBack)
{
    RecordingPort port;
    OfferViewModel model(port, nullptr);
    client::OfferView goal{"Goal against HOME: its penalty may end", "", {}};
    goal.choices = {{"END #15 MINOR", match::EndPenalty{{{}, 4}, 0, match::CommandId{{}, 8}}}};
    client::OfferView next = goal;
    next.choices = {{"END #15 MINOR", match::EndPenalty{{{}, 4}, 0, match::CommandId{{}, 9}}}};
    model.show({goal});

    model.leave();
    model.show({goal});
    EXPECT_FALSE(model.present());
    model.show({next});
    EXPECT_TRUE(model.present());
    model.choose(0, 1000.0);
    model.show({});
    model.show({next});
    EXPECT_TRUE(model.present());
}

TEST(OfferViewModelTest, LosesAnOfferThatHasEnded)
{
    RecordingPort port;
    OfferViewModel model(port, nullptr);
    model.show({offer(7)});

    model.show({});
    model.accept(1000.0);

    EXPECT_FALSE(model.present());
    EXPECT_TRUE(port.asked.empty());
}

} // namespace
} // namespace scoreboard::viewmodel
