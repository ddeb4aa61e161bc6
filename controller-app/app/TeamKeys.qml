import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// A side's foul, time-out and, where there is room, arrow.
Item {
    id: root

    required property TeamViewModel team
    required property MatchViewModel match
    property bool mirrored: false
    property bool withPossession: true

    readonly property int keyCount: root.withPossession ? 3 : 2
    readonly property int labelSize: root.keyWidth < 150 ? 17 : 20
    readonly property real keyWidth: (root.width - (root.keyCount - 1) * Theme.gap) / root.keyCount

    Row {
        spacing: Theme.gap

        ActionKey {
            readonly property KeyState keyState: root.match.key("foul " + root.team.sideName)

            objectName: "foul " + root.team.sideName
            width: root.keyWidth
            height: root.height
            text: qsTr("FOUL")
            labelSize: root.labelSize
            level: keyState.level
            tap: keyState.tap
            bounces: keyState.bounces
            enabled: keyState.offered
            Accessible.name: qsTr("%1 foul, now %2").arg(root.team.name).arg(root.team.fouls)
            onTapped: tapTime => root.match.addFoul(root.team.side, tapTime)
        }

        ActionKey {
            readonly property KeyState keyState: root.match.key("timeout " + root.team.sideName)

            objectName: "timeout " + root.team.sideName
            width: root.keyWidth
            height: root.height
            text: root.keyWidth < 110 ? qsTr("T-O") : qsTr("TIME-OUT")
            labelSize: root.labelSize
            level: keyState.level
            tap: keyState.tap
            bounces: keyState.bounces
            enabled: keyState.offered
            Accessible.name: qsTr("%1 time-out, %2 left").arg(root.team.name).arg(root.team.timeoutsLeft)
            onTapped: tapTime => root.match.startTimeout(root.team.side, tapTime)
        }

        ActionKey {
            readonly property KeyState keyState: root.match.key("possession " + root.team.sideName)

            objectName: "possession " + root.team.sideName
            width: root.keyWidth
            height: root.height
            visible: root.withPossession
            shape: root.mirrored ? "arrow-right" : "arrow-left"
            text: qsTr("ARROW")
            labelSize: root.labelSize
            ink: root.team.possession ? Theme.lamp : Theme.text
            level: keyState.level
            tap: keyState.tap
            bounces: keyState.bounces
            enabled: keyState.offered
            Accessible.name: qsTr("Arrow to %1").arg(root.team.name)
            onTapped: tapTime => root.match.givePossession(root.team.side, tapTime)
        }
    }
}
