import QtQuick
import Scoreboard.Controls

// No tap can be saved: what is wrong and what to do, instead of keys that would promise what is not so.
Rectangle {
    id: root

    required property string problem

    color: Theme.background

    // Nothing beneath may be touched.
    MouseArea {
        anchors.fill: parent
    }

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 48, 620)
        spacing: 20

        Glyph {
            width: 56
            height: 56
            shape: "cross"
            color: "#FF6B60"
        }

        Text {
            width: parent.width
            text: qsTr("This tablet cannot save taps")
            color: Theme.text
            wrapMode: Text.Wrap
            font.family: Theme.family
            font.bold: true
            font.pixelSize: 28
        }

        Text {
            width: parent.width
            text: root.problem
            color: Theme.text
            wrapMode: Text.Wrap
            lineHeight: 1.3
            font.family: Theme.family
            font.pixelSize: 18
            Accessible.role: Accessible.AlertMessage
            Accessible.name: root.problem
        }

        Text {
            width: parent.width
            text: qsTr("The match on the board goes on. When this is put right, start the app again.")
            color: Theme.muted
            wrapMode: Text.Wrap
            lineHeight: 1.3
            font.family: Theme.family
            font.pixelSize: 16
        }
    }
}
