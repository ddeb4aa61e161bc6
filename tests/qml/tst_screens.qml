import QtQuick
import QtTest
import Scoreboard.Controller
import Scoreboard.Controls
import Scoreboard.Test

// The screens beside the score.
Item {
    id: root

    width: 800
    height: 800

    FakeDesk {
        id: desk
    }

    Loader {
        id: loader

        anchors.fill: parent
    }

    Component {
        id: connect

        ConnectPage {
            controller: desk.controller
        }
    }

    Component {
        id: history

        HistoryPage {
            controller: desk.controller
        }
    }

    Component {
        id: newMatch

        NewMatchPage {
            controller: desk.controller
        }
    }

    Component {
        id: allKeys

        AllKeysPage {
            controller: desk.controller
        }
    }

    Component {
        id: problem

        ProblemPage {
            problem: desk.controller.problem
        }
    }

    TestCase {
        id: testCase

        name: "Screens"
        when: windowShown

        function show(component) {
            loader.sourceComponent = component;
            waitForRendering(loader.item);
            return loader.item;
        }

        function init() {
            desk.forget();
        }

        function test_aScoreIsTypedWhereAllKeysAre() {
            const page = show(allKeys);
            mouseClick(findChild(page, "enter set home"));
            verify(!findChild(page, "number set").enabled);
            mouseClick(findChild(page, "number digits").children[4]);
            mouseClick(findChild(page, "number set"));
            compare(desk.asked, ["set home"]);
        }

        function test_aTeamIsNamedWhereAllKeysAre() {
            const page = show(allKeys);
            mouseClick(findChild(page, "team names"));
            verify(!findChild(page, "names set").enabled);
            findChild(page, "new guest name").text = "TIGERS";
            mouseClick(findChild(page, "names set"));
            compare(desk.asked, ["name guest"]);
        }

        function test_theDownIsTypedFieldByField() {
            desk.playBy("american_football.nfl.2025");
            const page = show(allKeys);
            mouseClick(findChild(page, "enter down"));
            mouseClick(findChild(page, "field Yards to go"));
            mouseClick(findChild(page, "number digits").children[6]);
            mouseClick(findChild(page, "number set"));
            compare(desk.asked.length, 1);
            verify(desk.asked[0].startsWith("down "));
            desk.playBy("basketball.fiba.2026");
        }

        function cleanup() {
            loader.sourceComponent = undefined;
        }

        function hold(key) {
            mousePress(key);
            wait(Theme.holdTime + 100);
            mouseRelease(key);
        }

        function test_anotherMatchWantsRulesAndAHold() {
            const page = show(newMatch);
            const start = findChild(page, "start match");
            hold(start);
            compare(desk.asked, []);
            mouseClick(findChild(page, "rules").itemAtIndex(0));
            mouseClick(start);
            compare(desk.asked, []);
            hold(start);
            compare(desk.asked, ["match new"]);
        }

        function test_aMatchThatWasLeftGoesOnByAHold() {
            desk.leaveMatch();
            const page = show(newMatch);
            mouseClick(findChild(page, "left 0"));
            compare(findChild(page, "home name").enabled, false);
            hold(findChild(page, "start match"));
            compare(desk.asked, ["match resume"]);
        }

        function test_everythingTheRulesKnowHasAKey() {
            const page = show(allKeys);
            mouseClick(findChild(page, "foul guest -1"));
            compare(desk.asked, ["foul guest -1"]);
        }

        function test_aTypedAddressIsDialled() {
            const page = show(connect);
            findChild(page, "address").text = "192.168.1.30";
            mouseClick(findChild(page, "connect"));
            compare(desk.asked, ["connect tcp://192.168.1.30:7410"]);
            compare(desk.controller.preferences.recentBoards[0], "tcp://192.168.1.30:7410");
        }

        function test_aWrongAddressIsExplained() {
            const page = show(connect);
            findChild(page, "address").text = "http://board";
            mouseClick(findChild(page, "connect"));
            compare(desk.asked, []);
            verify(page.problem.includes("tcp://"));
        }

        function test_whyNoBoardIsReachedIsToldWhereOneIsChosen() {
            desk.setTrouble("no board answers at tcp://192.168.1.20:7410; is it switched on?");
            const page = show(connect);
            compare(findChild(page, "hint").text, desk.controller.trouble);
            desk.setTrouble("");
            verify(findChild(page, "hint").text.includes("7410"));
        }

        function test_aBoardUsedBeforeIsOneTap() {
            const page = show(connect);
            mouseClick(findChild(page, "recent board"));
            compare(desk.asked.length, 1);
        }

        SignalSpy {
            id: closedSpy

            signalName: "closed"
        }

        function test_scoringBeginsWithoutABoard() {
            closedSpy.target = show(connect);
            closedSpy.clear();
            mouseClick(findChild(loader.item, "without a board"));
            compare(closedSpy.count, 1);
            compare(desk.asked, []);
        }

        function test_anEntryOfThePastIsTakenBack() {
            desk.fillHistory();
            const page = show(history);
            const list = findChild(page, "history list");
            compare(list.count, 8);
            mouseClick(findChild(list.itemAtIndex(2), "row action"));
            compare(desk.asked.length, 1);
            verify(desk.asked[0].startsWith("undo "));
        }

        function test_anUndoneEntryIsBroughtBack() {
            desk.fillHistory();
            const page = show(history);
            mouseClick(findChild(findChild(page, "history list").itemAtIndex(5), "row action"));
            compare(desk.asked, ["redo 99"]);
        }

        function openRow(page, row) {
            mouseClick(findChild(findChild(page, "history list").itemAtIndex(row), "row"), 20, 30);
            grabImage(page);
            return findChild(page, "correction");
        }

        // A key that stands where it does only since the last tap.
        function tap(card, key) {
            mouseClick(findChild(card, key));
            grabImage(card);
        }

        function test_aTouchedEntryIsChangedOnceItsEffectHasBeenSeen() {
            desk.fillHistory();
            const card = openRow(show(history), 0);
            verify(card.visible);
            tap(card, "way change");
            tap(card, "Points +3");
            hold(findChild(card, "correct"));
            compare(desk.asked, []);
            desk.tellEffect(["HOME 54 -> 55", "-2 HOME, entry 12, has no effect any more"]);
            compare(findChild(card, "effect line").text, "HOME 54 → 55");
            mouseClick(findChild(card, "correct"));
            compare(desk.asked, []);
            hold(findChild(card, "correct"));
            compare(desk.asked, ["EDIT +3 HOME"]);
            verify(!card.visible);
        }

        function test_whatTheRulesRefuseCannotBeHeld() {
            desk.fillHistory();
            const card = openRow(show(history), 0);
            tap(card, "way undo");
            desk.tellEffect(["This cannot be undone."], false);
            hold(findChild(card, "correct"));
            compare(desk.asked, []);
        }

        function test_aForgottenEntryIsPutInBehindATouchedOne() {
            desk.fillHistory();
            const card = openRow(show(history), 0);
            tap(card, "way add");
            tap(card, "forgotten foul guest");
            tap(card, "digit 9");
            desk.tellEffect(["GUEST fouls 3 -> 4"]);
            hold(findChild(card, "correct"));
            compare(desk.asked, ["INSERT FOUL GUEST"]);
        }

        function test_aCardThatIsClosedChangesNothing() {
            desk.fillHistory();
            const card = openRow(show(history), 0);
            tap(card, "way undo");
            desk.tellEffect(["HOME 54 -> 52"]);
            mouseClick(findChild(card, "correction close"));
            verify(!card.visible);
            compare(desk.asked, []);
        }

        function test_aRowTellsWhatBecameOfItsEntry() {
            desk.fillHistory();
            const list = findChild(show(history), "history list");
            const corrected = list.itemAtIndex(2);
            verify(findChild(corrected, "entered").font.strikeout);
            compare(findChild(corrected, "counted").text, "+2 GUEST");
            verify(!findChild(corrected, "counted").font.strikeout);
            verify(findChild(list.itemAtIndex(5), "entered").font.strikeout);
            verify(findChild(list.itemAtIndex(4), "entered").font.strikeout);
            verify(list.itemAtIndex(4).note.includes("has no effect now"));
            verify(!findChild(list.itemAtIndex(0), "entered").font.strikeout);
        }

        // Every way of every kind, at every size: fingers find the keys, and none is cut off.
        function test_theCardFitsEveryScreen_data() {
            return [[1280, 800], [800, 1280], [360, 640], [360, 740], [640, 360], [740, 360]].map(size => ({
                            "tag": "%1x%2".arg(size[0]).arg(size[1]),
                            "width": size[0],
                            "height": size[1]
                        }));
        }

        function test_theCardFitsEveryScreen(size) {
            desk.fillHistory();
            loader.anchors.fill = undefined;
            loader.width = size.width;
            loader.height = size.height;
            const page = show(history);
            const card = openRow(page, 0);
            for (const way of ["undo", "change", "add"]) {
                tap(card, "way " + way);
                desk.tellEffect(["HOME 54 -> 55", "clock 7:42.0 -> 7:12.0"]);
                verify(card.x >= 0 && card.y >= 0 && card.x + card.width <= size.width && card.y + card.height <= size.height, way);
                const give = findChild(card, "correct");
                if (give.visible) {
                    const corner = give.mapToItem(page, 0, 0);
                    verify(corner.y >= 0 && corner.y + give.height <= size.height, way);
                    verify(give.width >= Theme.touchTarget && give.height >= Theme.touchTarget, way);
                }
            }
            tap(card, "way change");
            const digit = findChild(card, "digit 5");
            verify(digit.width >= Theme.touchTarget - 0.01 && digit.height >= Theme.touchTarget, "%1".arg(digit.width));
            loader.anchors.fill = root;
        }

        function test_aJournalThatCannotBeOpenedIsExplained() {
            desk.setProblem("journal: /data/journal.sqlite is in use by another controller (pid 812); close it");
            const page = show(problem);
            verify(page.problem.includes("pid 812"));
            desk.setProblem("");
        }
    }
}
