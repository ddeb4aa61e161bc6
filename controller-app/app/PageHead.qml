import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// The head of a page that was opened from the match: the status strip, the way back, the page's name.
Item {
    id: root

    required property ControllerViewModel controller
    required property string title
    property string backText: qsTr("SCORE")

    readonly property bool wide: root.width >= Theme.phoneBelow
    readonly property int margin: root.wide ? 16 : 8

    signal closed

    implicitHeight: strip.height + 8 + backKey.height + 8

    StatusStrip {
        id: strip

        width: root.width
        height: !root.wide ? 56 : 48
        twoLines: !root.wide
        status: root.controller.strip.state
        headline: root.controller.strip.headline
        detail: root.controller.strip.detail
    }

    ActionKey {
        id: backKey

        objectName: "back"
        x: root.margin
        y: strip.height + 8
        width: root.wide ? 132 : 100
        height: 52
        shape: "back"
        text: root.backText
        labelSize: root.wide ? 18 : 16
        Accessible.name: qsTr("Back to the score")
        onTapped: root.closed()
    }

    Text {
        anchors.left: backKey.right
        anchors.leftMargin: 16
        anchors.right: parent.right
        anchors.rightMargin: root.margin
        anchors.verticalCenter: backKey.verticalCenter
        text: root.title
        color: Theme.text
        elide: Text.ElideRight
        font.family: Theme.family
        font.bold: true
        font.pixelSize: Theme.titleSize
    }
}
