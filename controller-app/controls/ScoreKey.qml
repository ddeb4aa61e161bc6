import QtQuick

// Adds points: one big number.
TapKey {
    id: root

    required property int points
    property int digitSize: Math.round(Math.min(root.height * 0.5, root.width * 0.36))

    signal pointsRequested(int points, double tapTime)

    onTapped: tapTime => root.pointsRequested(root.points, tapTime)
    text: root.points > 0 ? qsTr("+%1").arg(root.points) : qsTr("−%1").arg(-root.points)

    contentItem: Text {
        text: root.text
        color: root.currentInk
        font.family: Theme.family
        font.bold: true
        font.pixelSize: root.digitSize
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
