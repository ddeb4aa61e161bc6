import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// The biggest key: acts the moment it is pressed. Outlined it starts, filled it stops.
ActionKey {
    id: root

    required property MatchViewModel match

    readonly property KeyState startState: root.match.key("clock start")
    readonly property KeyState stopState: root.match.key("clock stop")
    readonly property KeyState newest: root.startState.tap > root.stopState.tap ? root.startState : root.stopState
    readonly property color quietInk: Theme.bright ? Theme.start : "#7BE495"
    readonly property color quietFill: Theme.bright ? "#E3F2E4" : "#10281A"

    objectName: "clock"
    actsOnPress: true
    shape: root.match.clockRunning ? "stop" : "play"
    text: root.match.clockRunning ? qsTr("STOP") : qsTr("START")
    fill: root.match.clockRunning ? Theme.start : root.quietFill
    ink: root.match.clockRunning ? Theme.startInk : root.quietInk
    edge: root.match.clockRunning ? Theme.start : "#2E7D32"
    labelSize: Math.max(24, Math.round(Math.min(root.height * 0.4, root.width * 0.16)))
    level: root.newest.level
    tap: root.newest.tap
    bounces: root.startState.bounces + root.stopState.bounces
    enabled: root.match.clockRunning || root.startState.offered
    Accessible.name: root.match.clockRunning ? qsTr("Stop the game clock") : qsTr("Start the game clock")
    onTapped: tapTime => root.match.startOrStopClock(tapTime)
}
