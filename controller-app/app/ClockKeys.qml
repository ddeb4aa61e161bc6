import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// Puts the standing game clock right: a second less, a value, a second more.
Item {
    id: root

    required property MatchViewModel match
    readonly property real keyWidth: (root.width - 2 * Theme.gap) / 3

    signal entryRequested

    Row {
        spacing: Theme.gap

        ActionKey {
            objectName: "clock minus"
            width: root.keyWidth
            height: root.height
            text: qsTr("−1 s")
            enabled: !root.match.clockRunning
            Accessible.name: qsTr("Game clock one second less")
            onTapped: tapTime => root.match.nudgeClock(-1, tapTime)
        }

        ActionKey {
            readonly property KeyState keyState: root.match.key("clock set")

            objectName: "clock set"
            width: root.keyWidth
            height: root.height
            text: qsTr("SET")
            level: keyState.level
            tap: keyState.tap
            enabled: !root.match.clockRunning
            Accessible.name: qsTr("Set the game clock")
            onTapped: root.entryRequested()
        }

        ActionKey {
            objectName: "clock plus"
            width: root.keyWidth
            height: root.height
            text: qsTr("+1 s")
            enabled: !root.match.clockRunning
            Accessible.name: qsTr("Game clock one second more")
            onTapped: tapTime => root.match.nudgeClock(1, tapTime)
        }
    }
}
