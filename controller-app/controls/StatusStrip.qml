import QtQuick
import Scoreboard.Controls

// Is it on the board? One state at a time, told by colour, shape and word; always on top.
Rectangle {
    id: root

    required property string status
    required property string headline
    required property string detail
    property bool twoLines: false
    property int rightInset: 12 // what stands over the strip's right end

    readonly property color ink: Theme.stripInk(root.status)

    color: Theme.stripColor(root.status)
    clip: true
    Accessible.role: Accessible.StaticText
    Accessible.name: root.detail === "" ? root.headline : qsTr("%1, %2").arg(root.headline).arg(root.detail)

    Behavior on color  {
        ColorAnimation {
            duration: 150
        }
    }

    Glyph {
        id: sign

        x: root.twoLines ? 12 : 16
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(20, root.height * 0.45)
        height: width
        shape: Theme.stripShape(root.status)
        color: root.ink
    }

    Grid {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: sign.right
        anchors.leftMargin: 12
        columns: root.twoLines ? 1 : 2
        columnSpacing: 16
        rowSpacing: 1
        verticalItemAlignment: Grid.AlignVCenter

        Text {
            id: headlineText

            text: root.headline
            color: root.ink
            font.family: Theme.family
            font.bold: true
            font.pixelSize: root.height < 40 ? 15 : 18
        }

        Text {
            width: Math.min(implicitWidth, root.width - words.x - root.rightInset - (root.twoLines ? 0 : headlineText.width + 16))
            text: root.detail
            color: root.ink
            elide: Text.ElideRight
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 11
            font.family: Theme.family
            font.pixelSize: root.height < 40 || root.twoLines ? 13 : 16
        }
    }

    Rectangle {
        id: runner

        anchors.bottom: parent.bottom
        width: root.width / 5
        height: 3
        visible: root.status === "working"
        color: "#7BE495"

        NumberAnimation on x  {
            running: runner.visible
            loops: Animation.Infinite
            from: -runner.width
            to: root.width
            duration: 900
        }
    }
}
