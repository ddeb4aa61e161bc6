import QtQuick
import Scoreboard.Controls

// A small figure with its name: FOULS 4.
Row {
    id: root

    required property string label
    required property int figure
    property int figureSize: 26

    spacing: 8
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1 %2").arg(root.label).arg(root.figure)

    Text {
        anchors.baseline: figureText.baseline
        text: root.label
        color: Theme.muted
        font.family: Theme.family
        font.pixelSize: Math.max(11, Math.round(root.figureSize * 0.5))
        font.letterSpacing: 1
    }

    Text {
        id: figureText

        text: root.figure
        color: Theme.text
        font.family: Theme.family
        font.bold: true
        font.pixelSize: root.figureSize
    }
}
