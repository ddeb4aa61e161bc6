import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// The shot clock's keys, two by two or in a row.
Item {
    id: root

    required property MatchViewModel match
    property int columns: 2
    readonly property int rows: 4 / root.columns
    readonly property real keyWidth: (root.width - (root.columns - 1) * Theme.gap) / root.columns
    readonly property real keyHeight: (root.height - (root.rows - 1) * Theme.gap) / root.rows
    readonly property bool runs: !root.match.shotHeld && root.match.shotText !== ""
    readonly property int numberSize: Math.round(Math.min(root.keyHeight * 0.5, 34))
    readonly property int wordSize: Math.round(Math.min(root.keyHeight * 0.3, 18))

    Grid {
        columns: root.columns
        spacing: Theme.gap

        ActionKey {
            readonly property KeyState keyState: root.match.key("shot %1".arg(root.match.shotFull))

            objectName: "shot full"
            width: root.keyWidth
            height: root.keyHeight
            text: root.match.shotFull
            labelSize: root.numberSize
            ink: Theme.shotClock
            level: keyState.level
            tap: keyState.tap
            bounces: keyState.bounces
            enabled: keyState.offered
            Accessible.name: qsTr("Shot clock %1").arg(root.match.shotFull)
            onTapped: tapTime => root.match.resetShotClock(root.match.shotFull, tapTime)
        }

        ActionKey {
            readonly property KeyState keyState: root.match.key("shot %1".arg(root.match.shotShort))

            objectName: "shot short"
            width: root.keyWidth
            height: root.keyHeight
            text: root.match.shotShort
            labelSize: root.numberSize
            ink: Theme.shotClock
            level: keyState.level
            tap: keyState.tap
            bounces: keyState.bounces
            enabled: keyState.offered
            Accessible.name: qsTr("Shot clock %1").arg(root.match.shotShort)
            onTapped: tapTime => root.match.resetShotClock(root.match.shotShort, tapTime)
        }

        ActionKey {
            readonly property KeyState holdState: root.match.key("shot hold")
            readonly property KeyState runState: root.match.key("shot run")
            readonly property KeyState newest: holdState.tap > runState.tap ? holdState : runState

            objectName: "shot hold"
            width: root.keyWidth
            height: root.keyHeight
            text: root.runs ? qsTr("HOLD") : qsTr("RUN")
            labelSize: root.wordSize
            level: newest.level
            tap: newest.tap
            bounces: holdState.bounces + runState.bounces
            Accessible.name: root.runs ? qsTr("Hold the shot clock") : qsTr("Let the shot clock run")
            onTapped: tapTime => root.match.holdOrRunShotClock(tapTime)
        }

        ActionKey {
            readonly property KeyState keyState: root.match.key("shot blank")

            objectName: "shot blank"
            width: root.keyWidth
            height: root.keyHeight
            text: qsTr("BLANK")
            labelSize: root.wordSize
            level: keyState.level
            tap: keyState.tap
            bounces: keyState.bounces
            enabled: keyState.offered
            Accessible.name: qsTr("Blank the shot clock")
            onTapped: tapTime => root.match.blankShotClock(tapTime)
        }
    }
}
