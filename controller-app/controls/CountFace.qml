import QtQuick
import Scoreboard.Controls

// What stands on a key that counts: the figure, below it what is counted. A label that begins with a colour has a card
// of that colour before the figure.
Item {
    id: root

    required property int figure
    required property string label
    property color ink: Theme.text

    readonly property color card: Theme.cardColor(root.label)
    readonly property bool hasCard: root.card.a > 0
    readonly property real figureHeight: Math.min(root.height * 0.58, 120)

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(0, (root.height - root.figureHeight - word.height) / 2)
        height: root.figureHeight
        spacing: Math.round(root.figureHeight * 0.2)

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(height * 0.7)
            height: Math.round(root.figureHeight * 0.6)
            visible: root.hasCard
            radius: 2
            color: root.card
            border.width: 1
            border.color: Theme.outline
        }

        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: root.figure
            color: root.ink
            font.family: Theme.family
            font.bold: true
            font.pixelSize: Math.round(root.figureHeight * 0.78)
        }
    }

    Text {
        id: word

        x: 3
        y: Math.max(0, (root.height - root.figureHeight - height) / 2) + root.figureHeight
        width: root.width - 6
        height: Math.max(12, Math.min(root.height * 0.3, 24))
        text: root.label
        color: root.ink
        opacity: 0.85
        font.family: Theme.family
        font.pixelSize: Math.round(Math.min(18, height * 0.86))
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 7
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
