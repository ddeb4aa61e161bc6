import QtQuick
import QtQuick.Templates as T
import Scoreboard.Controls

// The name of a side, typed; empty it is the side's word.
T.TextField {
    id: root

    required property string side // "HOME"
    property color sideColor: Theme.text

    height: 56
    leftPadding: 14
    rightPadding: 14
    color: root.sideColor
    selectionColor: Theme.home
    selectedTextColor: Theme.teamInk
    verticalAlignment: TextInput.AlignVCenter
    maximumLength: 40
    inputMethodHints: Qt.ImhNoPredictiveText
    font.family: Theme.family
    font.bold: true
    font.pixelSize: 20
    Accessible.name: qsTr("Name of the %1 side").arg(root.side)

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: 2
        border.color: root.activeFocus ? root.sideColor : Theme.outline
    }

    Text {
        x: 14
        anchors.verticalCenter: parent.verticalCenter
        visible: root.text === ""
        text: root.side
        color: Theme.faint
        font: root.font
    }
}
