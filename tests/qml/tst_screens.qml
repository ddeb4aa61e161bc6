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

        function test_aJournalThatCannotBeOpenedIsExplained() {
            desk.setProblem("journal: /data/journal.sqlite is in use by another controller (pid 812); close it");
            const page = show(problem);
            verify(page.problem.includes("pid 812"));
            desk.setProblem("");
        }
    }
}
