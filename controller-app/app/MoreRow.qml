import QtQuick
import Scoreboard.Controls

// A named row of keys in the sheet; the name stands before or above them.
Item {
    id: root

    required property string label
    property bool labelAbove: false
    property int keyHeight: 52
    readonly property int labelWidth: root.labelAbove ? 0 : 72
    readonly property alias keys: holder

    default property alias content: holder.data

    implicitHeight: root.keyHeight + (root.labelAbove ? 18 : 0)

    Text {
        width: root.labelAbove ? root.width : root.labelWidth - 8
        height: root.labelAbove ? 16 : root.keyHeight
        text: root.label
        color: Theme.muted
        elide: Text.ElideRight
        font.family: Theme.family
        font.pixelSize: 12
        verticalAlignment: Text.AlignVCenter
    }

    Item {
        id: holder

        x: root.labelWidth
        y: root.labelAbove ? 18 : 0
        width: root.width - x
        height: root.keyHeight
    }
}
