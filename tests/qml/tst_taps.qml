import QtQuick
import QtTest
import Scoreboard.Controller
import Scoreboard.Controls
import Scoreboard.Test

// From a finger to the client, and what a key says of its tap.
Item {
    id: root

    width: 1280
    height: 800

    FakeDesk {
        id: desk
    }

    MatchPage {
        id: page

        anchors.fill: parent
        controller: desk.controller
    }

    TestCase {
        id: testCase

        name: "Taps"
        when: windowShown

        function key(name) {
            return findChild(page, name);
        }

        function init() {
            desk.forget();
            desk.runClock(false);
            // Past the guard of the taps before.
            wait(160);
        }

        function test_aTapAsksOnceWithThePressTime() {
            const before = TapClock.now();
            mousePress(key("add home 2"));
            const after = TapClock.now();
            wait(30);
            mouseRelease(key("add home 2"));
            compare(desk.asked, ["add home 2"]);
            verify(desk.lastTapTime() >= Math.floor(before) && desk.lastTapTime() <= after);
        }

        function test_slidingOffCancels() {
            const plus = key("add guest 3");
            mousePress(plus);
            mouseMove(plus, plus.width / 2, plus.height + 60);
            mouseRelease(plus, plus.width / 2, plus.height + 60);
            compare(desk.asked, []);
        }

        function test_twoFingersOnTwoKeysBothCount() {
            const home = key("add home 1");
            const guest = key("add guest 1");
            const touch = touchEvent(root);
            touch.press(1, home).commit();
            touch.stationary(1).press(2, guest).commit();
            touch.stationary(1).release(2, guest).commit();
            touch.release(1, home).commit();
            compare(desk.asked, ["add guest 1", "add home 1"]);
        }

        function test_aTremblingFingerCountsOnceAndSeesIt() {
            const plus = key("add home 3");
            const bounces = plus.bounces;
            mouseClick(plus);
            mouseClick(plus);
            compare(desk.asked, ["add home 3"]);
            compare(plus.bounces, bounces + 1);
        }

        function test_stopActsOnPress() {
            desk.runClock(true);
            mousePress(key("clock"));
            compare(desk.asked, ["clock stop"]);
            mouseRelease(key("clock"));
            compare(desk.asked, ["clock stop"]);
        }

        function test_startActsOnPress() {
            mousePress(key("clock"));
            compare(desk.asked, ["clock start"]);
            mouseRelease(key("clock"));
        }

        function test_hornActsOnPress() {
            mousePress(key("horn"));
            compare(desk.asked, ["horn"]);
            mouseRelease(key("horn"));
        }

        function test_aPeriodIsHeldToItsEnd() {
            mousePress(key("period next"));
            wait(200);
            mouseRelease(key("period next"));
            compare(desk.asked, []);
            mousePress(key("period next"));
            tryCompare(desk, "asked", ["period next"], 3000);
            mouseRelease(key("period next"));
            compare(desk.asked, ["period next"]);
        }

        function test_theMarkFollowsTheTap() {
            const plus = key("add home 1");
            mouseClick(plus);
            compare(plus.level, "saved");
            desk.setLevel("add home 1", "recorded");
            compare(plus.level, "recorded");
            desk.setLevel("add home 1", "shown");
            compare(plus.level, "shown");
        }

        function test_aShownMarkFades() {
            const plus = key("add home 1");
            mouseClick(plus);
            desk.setLevel("add home 1", "shown");
            tryCompare(plus, "level", "", 5000);
        }

        function test_aRefusalTellsItsReason() {
            mouseClick(key("add guest 2"));
            desk.setLevel("add guest 2", "refused", "the match is over");
            verify(key("add guest 2").refused);
            verify(desk.controller.match.refusalText.includes("the match is over"));
        }

        function test_undoNamesWhatItUndoes() {
            desk.setLabels("+2 HOME", "");
            compare(key("undo").undoes, "+2 HOME");
            verify(key("undo").Accessible.name.includes("+2 HOME"));
            mouseClick(key("undo"));
            compare(desk.asked, ["undo"]);
        }

        SignalSpy {
            id: pageSpy

            target: page
            signalName: "pageRequested"
        }

        function test_undoHeldOpensTheHistoryAndUndoesNothing() {
            pageSpy.clear();
            mousePress(key("undo"));
            tryCompare(pageSpy, "count", 1, 3000);
            mouseRelease(key("undo"));
            compare(pageSpy.signalArguments[0][0], "history");
            compare(desk.asked, []);
        }

        function test_offlineGreysNothingOut() {
            desk.setStrip("offline", "OFFLINE - 3 waiting, saved on this tablet - oldest 12 s");
            const strip = desk.controller.strip;
            compare(strip.headline, "OFFLINE");
            verify(strip.detail.includes("3 waiting"));
            verify(key("add home 1").enabled && key("clock").enabled && key("horn").enabled);
            mouseClick(key("add home 1"));
            compare(desk.asked, ["add home 1"]);
            desk.setStrip("shown", "SHOWN - Court 1 - panel confirmed 1042");
        }

        function test_aWarningStaysUntilItWasRead() {
            desk.setWarning("the journal was damaged; it is kept as journal.sqlite.damaged-1");
            const close = findChild(findChild(page, "warning"), "toast close");
            verify(close.visible);
            mouseClick(close);
            compare(desk.controller.warning, "");
        }

        function test_aLateStopIsPutRightWithOneTap() {
            desk.setOffer("STOP at 7:41.3 came late: put the clock back?", "7:41.3");
            verify(desk.controller.offer.present);
            mouseClick(findChild(page, "offer accept"));
            compare(desk.asked, ["clock accept"]);
            verify(!desk.controller.offer.present);
        }

        function test_aGoalAsksWhichPenaltyEndsAndOneTapSays() {
            desk.setChoices("Goal against HOME: one of its penalties may end", ["END #15 MINOR", "END #23 MINOR"]);
            verify(!findChild(page, "offer accept").visible);
            compare(findChild(page, "offer choice 1").text, "END #23 MINOR");
            waitForRendering(page); // the choices have found their places
            mouseClick(findChild(page, "offer choice 1"));
            compare(desk.asked.length, 1);
            verify(desk.asked[0].startsWith("penalty end "));
            verify(!desk.controller.offer.present);
        }

        function test_theNumberOfAPlayerFollowsTheTap() {
            desk.controller.preferences.asksNumbers = true;
            desk.foulAtHome();
            const pad = findChild(page, "credit digits");
            verify(pad.visible);
            mouseClick(findChild(pad, "digit 1"));
            mouseClick(findChild(pad, "digit 5"));
            compare(desk.asked, []);
            mouseClick(findChild(page, "credit give"));
            compare(desk.asked, ["edit"]);
            verify(!desk.controller.credit.present);
            desk.controller.preferences.asksNumbers = false;
        }

        function test_nobodyIsAskedForNumbersWhoDoesNotWantThem() {
            desk.foulAtHome();
            verify(!findChild(page, "credit digits"));
            desk.controller.credit.leave();
        }

        function test_theClockIsSetDigitByDigit() {
            mouseClick(key("clock set"));
            for (const digit of ["7", "4", "2", "0"]) {
                mouseClick(findChild(page, "digit " + digit));
            }
            compare(desk.asked, []);
            mouseClick(findChild(page, "entry set"));
            compare(desk.asked, ["clock set"]);
        }

        function test_theClockIsNotSetWhileItRuns() {
            desk.runClock(true);
            verify(!key("clock set").enabled);
            verify(!key("clock minus").enabled);
        }

        function test_theShotClockIsHeldAndRunByOneKey() {
            mouseClick(key("shot hold"));
            desk.blankShotClock();
            wait(160);
            mouseClick(key("shot hold"));
            compare(desk.asked, ["shot hold", "shot run"]);
        }
    }
}
