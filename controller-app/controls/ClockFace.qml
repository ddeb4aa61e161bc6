import QtQuick
import Scoreboard.Controls

// The game clock: as large as fits; colour, sign and word say whether it runs.
Item {
    id: root

    required property string time
    required property bool running
    property bool hallDiffers: false // of a clock that this tablet alone knows to have been started or stopped
    property string added: "" // "+2": announced, and the clock runs on
    property int captionSize: 14

    readonly property color digitColor: root.running ? Theme.clock : Theme.clockStopped
    readonly property color wordColor: root.hallDiffers ? Theme.lamp : root.running ? Theme.clock : Theme.muted
    readonly property string word: {
        if (root.hallDiffers) {
            return root.running ? qsTr("STARTED · STANDS IN THE HALL") : qsTr("STOPPED · RUNS IN THE HALL");
        }
        return root.running ? qsTr("RUNNING") : qsTr("STOPPED");
    }

    Accessible.role: Accessible.StaticText
    Accessible.name: root.added === "" ? qsTr("Game clock %1, %2").arg(root.time).arg(root.word) : qsTr("Game clock %1, %2, added time %3").arg(root.time).arg(root.word).arg(root.added)

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
            color: root.wordColor
        }

        Text {
            text: root.word
            color: root.wordColor
            font.family: Theme.family
            font.bold: true
            font.pixelSize: root.captionSize
            font.letterSpacing: root.hallDiffers ? 0.5 : 1.5
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: addedText.implicitWidth + 14
            height: addedText.implicitHeight + 2
            visible: root.added !== ""
            radius: height / 2
            color: Theme.lamp

            Text {
                id: addedText

                anchors.centerIn: parent
                text: root.added
                color: Theme.lampInk
                font.family: Theme.family
                font.bold: true
                font.pixelSize: root.captionSize
            }
        }
    }
}
