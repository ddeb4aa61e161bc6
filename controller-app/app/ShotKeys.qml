import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// The shot clock's keys, in so many rows.
Item {
    id: root

    required property MatchViewModel match
    property int rows: 2
    readonly property list<int> values: root.match.shotValues
    readonly property int count: root.values.length + 2
    readonly property int columns: Math.ceil(root.count / root.rows)
    readonly property int lastSpan: root.columns * root.rows - root.count + 1 // the last key closes the last row
    readonly property real keyWidth: Math.floor((root.width - (root.columns - 1) * Theme.gap) / root.columns)
    readonly property real keyHeight: (root.height - (root.rows - 1) * Theme.gap) / root.rows
    readonly property bool runs: !root.match.shotHeld && root.match.shotText !== ""
    readonly property int numberSize: Math.round(Math.min(root.keyHeight * 0.5, 34))
    readonly property int wordSize: Math.round(Math.min(root.keyHeight * 0.3, 18))

    Flow {
        anchors.fill: parent
        spacing: Theme.gap

        Repeater {
            model: root.values

            // qmllint disable unqualified
            ActionKey {
                required property int modelData
                readonly property KeyState keyState: root.match.key("shot %1".arg(modelData))

                objectName: "shot %1".arg(modelData)
                width: root.keyWidth
                height: root.keyHeight
                text: modelData
                labelSize: root.numberSize
                ink: Theme.shotClock
                level: keyState.level
                tap: keyState.tap
                bounces: keyState.bounces
                enabled: keyState.offered
                Accessible.name: qsTr("Shot clock %1").arg(modelData)
                onTapped: tapTime => root.match.resetShotClock(modelData, tapTime)
            }
            // qmllint enable unqualified
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
            width: root.lastSpan === 1 ? root.keyWidth : root.lastSpan * root.keyWidth + (root.lastSpan - 1) * Theme.gap
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
