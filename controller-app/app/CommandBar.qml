import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// What belongs to no side: undo, redo, the game clock, the period, the horn.
Item {
    id: root

    required property MatchViewModel match
    property bool small: false

    signal historyRequested
    signal moreRequested

    readonly property int gaps: root.small ? 3 : 5
    readonly property real unit: (root.width - root.gaps * Theme.gap) / (root.small ? 4.5 : 8.2)
    // Without a clock the period has its room.
    readonly property real clockRoom: root.small ? root.unit * 1.5 : root.unit * 2.4

    Row {
        spacing: Theme.gap

        UndoKey {
            objectName: "undo"
            width: root.small ? root.unit : root.unit * 1.6
            height: root.height
            labelSize: root.small ? 15 : 22
            undoes: root.match.undoLabel
            onUndoRequested: tapTime => root.match.undo(tapTime)
            onHistoryRequested: root.historyRequested()
        }

        ActionKey {
            objectName: "redo"
            width: root.unit
            height: root.height
            visible: !root.small
            shape: "redo"
            text: qsTr("REDO")
            caption: root.match.redoLabel
            Accessible.name: root.match.redoLabel === "" ? qsTr("Redo, nothing to bring back") : qsTr("Redo %1").arg(root.match.redoLabel)
            onTapped: tapTime => root.match.redo(tapTime)
        }

        StartStopKey {
            width: root.clockRoom
            height: root.height
            visible: root.match.hasClock
            labelSize: root.small ? 19 : 34
            match: root.match
        }

        HoldButton {
            readonly property KeyState keyState: root.match.key("period next")

            objectName: "period next"
            width: (root.small ? root.unit : root.unit * 1.2) + (root.match.hasClock ? 0 : root.clockRoom + Theme.gap)
            height: root.height
            labelSize: root.small ? 13 : 20
            text: qsTr("PERIOD")
            caption: root.match.nextPeriodText
            level: keyState.level
            tap: keyState.tap
            enabled: keyState.offered
            Accessible.name: qsTr("%1, hold").arg(root.match.nextPeriodText)
            onHeld: tapTime => root.match.nextPeriod(tapTime)
        }

        ActionKey {
            readonly property KeyState keyState: root.match.key("horn")

            objectName: "horn"
            width: root.unit
            height: root.height
            actsOnPress: true
            shape: "horn"
            text: qsTr("HORN")
            labelSize: root.small ? 13 : 20
            fill: Theme.horn
            ink: Theme.hornInk
            edge: root.match.hornSounding ? Theme.lamp : "transparent"
            level: keyState.level
            tap: keyState.tap
            bounces: keyState.bounces
            enabled: keyState.offered
            Accessible.name: qsTr("Horn")
            onTapped: tapTime => root.match.soundHorn(tapTime)
        }

        ActionKey {
            objectName: "more"
            width: root.unit
            height: root.height
            visible: !root.small
            shape: "more"
            text: qsTr("MORE")
            Accessible.name: qsTr("More")
            onTapped: root.moreRequested()
        }
    }
}
