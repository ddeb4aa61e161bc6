import QtQuick
import Scoreboard.Controls

// Words for a moment, above everything; with `stays` until they have been read.
Rectangle {
    id: root

    property string text: ""
    property bool bad: false
    property bool stays: false

    signal dismissed

    readonly property color ink: root.bad ? Theme.refusedInk : Theme.text

    visible: root.text !== ""
    implicitHeight: Math.max(Theme.touchTarget, words.implicitHeight + 20)
    radius: Theme.radius
    color: root.bad ? "#9B1C1C" : Theme.raised
    border.width: 1
    border.color: root.bad ? "#FFB4AB" : Theme.outline
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    Glyph {
        id: sign

        x: 14
        anchors.verticalCenter: parent.verticalCenter
        width: 18
        height: 18
        shape: root.bad ? "cross" : "disc"
        color: root.ink
    }

    Text {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: 12
        anchors.right: close.visible ? close.left : parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        color: root.ink
        wrapMode: Text.Wrap
        maximumLineCount: 4
        elide: Text.ElideRight
        font.family: Theme.family
        font.pixelSize: Theme.textSize
    }

    ActionKey {
        id: close

        objectName: "toast close"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: 64
        height: Theme.touchTarget
        visible: root.stays
        fill: "transparent"
        ink: root.ink
        labelSize: 16
        text: qsTr("OK")
        Accessible.name: qsTr("Read: %1").arg(root.text)
        onTapped: root.dismissed()
    }
}
