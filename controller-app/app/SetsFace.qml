import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// In the clock's place, where there is no clock: the sets won, and what the table has to do now.
Item {
    id: root

    required property MatchViewModel match

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Sets %1").arg(root.match.setsText)

    Digits {
        anchors.fill: parent
        anchors.bottomMargin: 22
        text: root.match.setsText
        color: Theme.clock
    }

    Text {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        text: root.match.promptText !== "" ? root.match.promptText : root.match.setsText !== "" ? qsTr("SETS") : ""
        color: root.match.promptText !== "" ? Theme.lamp : Theme.muted
        font.family: Theme.family
        font.bold: true
        font.pixelSize: 14
        font.letterSpacing: 1.5
    }
}
