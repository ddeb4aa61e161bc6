import QtQuick
import Scoreboard.Controls

// What stands on a key: sign and word in one line, a small second line below.
Item {
    id: root

    property string shape: ""
    property string label: ""
    property string caption: ""
    property color ink: Theme.text
    property int labelSize: 20
    property int captionSize: 13
    // Signs above the word, for keys narrower than their words.
    property bool upright: root.shape !== "" && root.width < label.implicitWidth + root.labelSize * 2.2

    Grid {
        id: lines

        anchors.centerIn: parent
        columns: 1
        spacing: 3
        horizontalItemAlignment: Grid.AlignHCenter

        Grid {
            columns: root.upright || root.shape === "" || root.label === "" ? 1 : 2
            spacing: root.upright ? 4 : Math.round(root.labelSize * 0.5)
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter

            Glyph {
                width: root.labelSize
                height: root.labelSize
                visible: root.shape !== ""
                shape: root.shape
                color: root.ink
            }

            Text {
                id: label

                // A name of several words that has no room in one line takes two.
                readonly property bool wraps: implicitWidth > root.width - 8 && root.label.includes(" ")

                width: Math.min(implicitWidth, root.width - 8)
                height: wraps ? Math.min(root.labelSize * 2.6, root.height - 8 - (root.caption === "" ? 0 : root.captionSize + 6)) : implicitHeight
                visible: root.label !== ""
                text: root.label
                color: root.ink
                font.family: Theme.family
                font.bold: true
                font.pixelSize: root.labelSize
                fontSizeMode: wraps ? Text.Fit : Text.HorizontalFit
                minimumPixelSize: 8
                wrapMode: wraps ? Text.WordWrap : Text.NoWrap
                maximumLineCount: 2
                lineHeight: wraps ? 0.9 : 1
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
            }
        }

        Text {
            width: Math.min(implicitWidth, root.width - 8)
            visible: root.caption !== ""
            text: root.caption
            color: root.ink
            opacity: 0.85
            font.family: Theme.family
            font.pixelSize: root.captionSize
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 10
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
