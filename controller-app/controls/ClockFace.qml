import QtQuick
import Scoreboard.Controls

// The game clock: as large as fits; colour, sign and word say whether it runs.
Item {
    id: root

    required property string time
    required property bool running
    property int captionSize: 14

    readonly property color digitColor: root.running ? Theme.clock : Theme.clockStopped

    Accessible.role: Accessible.StaticText
    Accessible.name: root.running ? qsTr("Game clock %1, running").arg(root.time) : qsTr("Game clock %1, stopped").arg(root.time)

    Digits {
        anchors.fill: parent
        anchors.topMargin: root.height > 120 ? 12 : 4
        anchors.bottomMargin: root.captionSize + (root.height > 120 ? 20 : 14)
        text: root.time === "" ? "–:––" : root.time
        color: root.digitColor
        smallest: 48
    }

    Row {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: 6

        Glyph {
            anchors.verticalCenter: parent.verticalCenter
            width: root.captionSize * 0.8
            height: width
            shape: root.running ? "play" : "stop"
            color: root.running ? Theme.clock : Theme.muted
        }

        Text {
            text: root.running ? qsTr("RUNNING") : qsTr("STOPPED")
            color: root.running ? Theme.clock : Theme.muted
            font.family: Theme.family
            font.bold: true
            font.pixelSize: root.captionSize
            font.letterSpacing: 1.5
        }
    }
}
