import QtQuick
import Scoreboard.Controls

// One thing of an entry: a key an option, or a value with the digits to type it.
Column {
    id: root

    required property string title
    required property var options // strings
    required property int chosen
    required property bool typed
    required property string text

    readonly property int columns: Math.max(1, Math.min(root.options.length, Math.floor((root.width + Theme.gap) / (96 + Theme.gap))))
    readonly property real optionWidth: (root.width - (root.columns - 1) * Theme.gap) / root.columns

    signal optionChosen(int option)
    signal digitPressed(string digit)
    signal digitErased

    spacing: 6

    Text {
        width: root.width
        text: root.typed && root.text === "" ? qsTr("%1: none").arg(root.title) : root.title
        color: Theme.muted
        font.family: Theme.family
        font.bold: true
        font.pixelSize: 14
    }

    Grid {
        columns: root.columns
        spacing: Theme.gap
        visible: !root.typed

        Repeater {
            model: root.options

            // qmllint disable unqualified
            ActionKey {
                required property string modelData
                required property int index
                readonly property bool chosen: index === root.chosen

                objectName: root.title + " " + modelData
                width: root.optionWidth
                height: 52
                labelSize: 17
                fill: chosen ? Theme.lamp : Theme.raised
                ink: chosen ? Theme.lampInk : Theme.text
                text: modelData
                Accessible.name: qsTr("%1: %2").arg(root.title).arg(modelData)
                Accessible.checked: chosen
                onTapped: root.optionChosen(index)
            }
            // qmllint enable unqualified
        }
    }

    Text {
        width: root.width
        visible: root.typed && root.text !== ""
        text: root.text
        color: Theme.clock
        font.family: Theme.family
        font.bold: true
        font.pixelSize: 32
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("%1: %2").arg(root.title).arg(root.text)
    }

    DigitPad {
        width: root.width
        visible: root.typed
        onPressed: digit => root.digitPressed(digit)
        onErased: root.digitErased()
    }
}
