import QtQuick

// The shot clock: running, stopped and visible, or stopped and blank.
Item {
    id: root

    required property string time
    required property bool running
    required property bool held
    required property string name // "SHOT", "PLAY"
    property int captionSize: 13
    property int digitSize: 400 // at most

    readonly property string word: root.time === "" ? qsTr("BLANK") : root.held ? qsTr("HELD") : root.name

    Accessible.role: Accessible.StaticText
    Accessible.name: root.time === "" ? qsTr("Shot clock blank") : root.running ? qsTr("Shot clock %1, running").arg(root.time) : qsTr("Shot clock %1, stopped").arg(root.time)

    Digits {
        anchors.fill: parent
        anchors.topMargin: root.height > 120 ? 12 : 4
        anchors.bottomMargin: root.captionSize + (root.height > 120 ? 20 : 14)
        text: root.time === "" ? "00" : root.time
        color: root.time === "" ? Theme.outline : root.running ? Theme.shotClock : Theme.text
        largest: root.digitSize
    }

    Text {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        text: root.word
        color: root.running ? Theme.shotClock : Theme.muted
        font.family: Theme.family
        font.bold: true
        font.pixelSize: root.captionSize
        font.letterSpacing: 1.5
    }
}
