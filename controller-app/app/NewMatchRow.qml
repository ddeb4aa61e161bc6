import QtQuick
import QtQuick.Templates as T
import Scoreboard.Controls

// A match to choose, a new one by its rules or one that was left: its name and where it is from.
T.AbstractButton {
    id: root

    required property string name
    required property string source
    property bool chosen: false

    height: 60
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: qsTr("%1, %2").arg(root.name).arg(root.source)
    Accessible.checked: root.chosen

    background: Rectangle {
        radius: Theme.radius
        color: root.chosen ? Theme.raised : root.down ? Theme.raised : Theme.surface
        border.width: root.chosen ? 2 : 0
        border.color: Theme.lamp
    }

    contentItem: Item {
        Column {
            x: 14
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 28
            spacing: 2

            Text {
                width: parent.width
                text: root.name
                color: root.chosen ? Theme.lamp : Theme.text
                elide: Text.ElideRight
                font.family: Theme.family
                font.bold: true
                font.pixelSize: 17
            }

            Text {
                width: parent.width
                text: root.source
                color: Theme.muted
                elide: Text.ElideRight
                font.family: Theme.family
                font.pixelSize: 12
            }
        }
    }
}
