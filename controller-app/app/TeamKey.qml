import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// A key of one side, by its name: a foul, a time-out, an arrow, or whatever this sport counts beside the score. A key
// that counts shows how much.
ActionKey {
    id: root

    required property string name
    required property TeamViewModel team
    required property MatchViewModel match
    property bool arrowRight: false

    readonly property KeyState keyState: root.match.key(root.name)
    readonly property bool narrow: root.width < 110
    readonly property bool counts: root.keyState.part === "tallies"

    objectName: root.name
    shape: root.keyState.part !== "possession" ? "" : root.arrowRight ? "arrow-right" : "arrow-left"
    text: {
        switch (root.keyState.part) {
        case "fouls":
            return qsTr("FOUL");
        case "timeouts":
            return root.narrow ? qsTr("T-O") : qsTr("TIME-OUT");
        case "possession":
            return root.narrow ? "" : qsTr("ARROW");
        default:
            return root.keyState.label;
        }
    }
    ink: root.keyState.lit ? Theme.lamp : Theme.text
    labelSize: root.width < 150 ? 17 : 20
    level: root.keyState.level
    tap: root.keyState.tap
    bounces: root.keyState.bounces
    enabled: root.keyState.offered
    Accessible.name: {
        switch (root.keyState.part) {
        case "timeouts":
            return qsTr("%1 time-out, %2 left").arg(root.team.name).arg(root.keyState.figure);
        case "possession":
            return qsTr("Arrow to %1").arg(root.team.name);
        default:
            const what = qsTr("%1 %2").arg(root.team.name).arg(root.keyState.label.toLowerCase());
            return root.keyState.figure < 0 ? what : qsTr("%1, now %2").arg(what).arg(root.keyState.figure);
        }
    }
    onTapped: tapTime => root.match.act(root.name, tapTime)

    contentItem: Item {
        KeyFace {
            anchors.fill: parent
            visible: !root.counts
            shape: root.shape
            label: root.text
            ink: root.currentInk
            labelSize: root.labelSize
            captionSize: root.captionSize
        }

        CountFace {
            anchors.fill: parent
            visible: root.counts
            figure: root.keyState.figure
            label: root.text
            ink: root.currentInk
        }
    }
}
