#include "viewmodel/credit_view_model.h"

#include <gtest/gtest.h>

#include "recording_port.h"

// Goal: a shirt number never delays or loses the tap that it belongs to. Method: views as the client makes
// them after a tap; the model gives edits of that tap, and nothing else.
namespace scoreboard::viewmodel {
namespace {

using match::Side;

class CreditViewModelTest : public testing::Test {
protected:
    CreditViewModelTest()
    {
        view.ruleset = *match::find_ruleset("basketball.fiba.2026");
        view.have_match = true;
        model.show(view);
    }

    void tapped(const match::Correction& correction)
    {
        client::TapView tap;
        tap.seq = ++seq;
        tap.command = match::as_command(correction);
        view.taps.insert(view.taps.begin(), tap);
        client::HistoryRow row;
        row.id.seq = seq;
        row.who = "you";
        row.label = match::describe(tap.command);
        row.counts = correction;
        view.history.insert(view.history.begin(), row);
        model.show(view);
    }
    void type(const char* digits)
    {
        for (const char* digit = digits; *digit != '\0'; ++digit) {
            model.press(QString(QChar::fromLatin1(*digit)));
        }
    }
    match::Command edit(match::Seq target, match::Correction instead) const
    {
        return match::Edit{match::CommandId{{}, target}, std::move(instead)};
    }

    RecordingPort port;
    client::ClientView view;
    match::Seq seq = 40;
    CreditViewModel model{port, [] { return match::TabletTime{}; }, nullptr};
};

TEST_F(CreditViewModelTest, AddsTheNumberToTheTapThatWasJustMade)
{
    tapped(match::AddFoul{Side::kHome, 1});
    ASSERT_TRUE(model.present());
    EXPECT_EQ(model.label(), "FOUL HOME");

    type("15");
    model.give(1000.0);

    ASSERT_EQ(port.commands.size(), 1U);
    EXPECT_EQ(port.commands[0], edit(41, match::AddFoul{Side::kHome, 1, 15}));
    EXPECT_FALSE(model.present());
}

TEST_F(CreditViewModelTest, WhatIsTypedGoesToItsOwnTapWhenTheNextOneComes)
{
    tapped(match::AddScore{Side::kHome, 2});
    type("7");

    tapped(match::AddScore{Side::kGuest, 3});

    ASSERT_EQ(port.commands.size(), 1U);
    EXPECT_EQ(port.commands[0], edit(41, match::AddScore{Side::kHome, 2, 7}));
    EXPECT_EQ(model.label(), "+3 GUEST");
    EXPECT_EQ(model.digits(), "");
}

TEST_F(CreditViewModelTest, GivesWhatIsTypedWhenItsTimeIsUpAndNothingElse)
{
    tapped(match::AddScore{Side::kHome, 2});
    model.expire();
    EXPECT_TRUE(port.commands.empty());
    EXPECT_FALSE(model.present());

    tapped(match::AddScore{Side::kHome, 2});
    type("4");
    model.expire();

    ASSERT_EQ(port.commands.size(), 1U);
    EXPECT_EQ(port.commands[0], edit(42, match::AddScore{Side::kHome, 2, 4}));
}

TEST_F(CreditViewModelTest, AsksOnlyAboutWhatAPlayerCanHaveDone)
{
    tapped(match::SetScore{Side::kHome, 50, std::nullopt});
    EXPECT_FALSE(model.present());
    tapped(match::AddScore{Side::kHome, -1});
    EXPECT_FALSE(model.present());
    tapped(match::AddScore{Side::kHome, 2, 7});
    EXPECT_FALSE(model.present()) << "it has a number";

    view.ruleset = *match::find_ruleset("volleyball.fivb.2025");
    tapped(match::AddScore{Side::kHome, 1});
    EXPECT_FALSE(model.present()) << "a rally is nobody's";
}

TEST_F(CreditViewModelTest, DoesNotAskAboutTapsOfBefore)
{
    CreditViewModel later(
        port, [] { return match::TabletTime{}; }, nullptr);
    tapped(match::AddScore{Side::kHome, 2});

    later.show(view);

    EXPECT_FALSE(later.present());
}

TEST_F(CreditViewModelTest, AsksNoMoreAboutATapThatWasTakenBack)
{
    tapped(match::AddScore{Side::kHome, 2});
    type("7");

    view.history.front().voided = true;
    model.show(view);
    model.expire();

    EXPECT_FALSE(model.present());
    EXPECT_TRUE(port.commands.empty());
}

} // namespace
} // namespace scoreboard::viewmodel
