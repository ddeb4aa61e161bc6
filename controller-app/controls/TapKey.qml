import QtQuick
import QtQuick.Templates as T
import Scoreboard.Controls

// A key for a finger: stamped on press; acts on release inside, with the press's time, or at once if `actsOnPress`.
T.AbstractButton {
    id: root

    property color fill: Theme.raised
    property color ink: Theme.text
    property color edge: "transparent"
    property bool actsOnPress: false
    property string level: ""
    property double tap: 0
    property int bounces: 0
    property bool markVisible: true

    readonly property bool small: Math.min(root.width, root.height) < 90
    readonly property bool refused: root.level === "refused"
    readonly property color currentInk: root.refused ? Theme.refusedInk : root.ink

    signal tapped(double tapTime)

    property double pressedAt: 0

    implicitWidth: Theme.touchTarget
    implicitHeight: Theme.touchTarget
    focusPolicy: Qt.NoFocus
    opacity: root.enabled ? 1 : 0.38

    Accessible.role: Accessible.Button

    onPressed: {
        root.pressedAt = TapClock.now();
        if (root.actsOnPress) {
            root.tapped(root.pressedAt);
        }
    }
    onCanceled: root.pressedAt = 0
    onClicked: {
        // A click without a press comes from a screen reader.
        const stamp = root.pressedAt > 0 ? root.pressedAt : TapClock.now();
        const done = root.actsOnPress && root.pressedAt > 0;
        root.pressedAt = 0;
        if (!done) {
            root.tapped(stamp);
        }
    }
    onBouncesChanged: bounceMark.show()

    background: Rectangle {
        radius: Theme.radius
        color: root.refused ? Theme.refused : root.fill
        border.width: 2
        border.color: root.down ? root.currentInk : root.edge

        Behavior on color  {
            ColorAnimation {
                duration: 120
            }
        }

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.currentInk
            opacity: root.down ? 0.22 : 0
        }
    }

    LevelMark {
        z: 1
        anchors.top: parent.top
        anchors.right: parent.right
        anchors.margins: root.small ? 6 : 9
        width: root.small ? 12 : 18
        height: width
        visible: root.markVisible
        color: root.currentInk
        level: root.level
        tap: root.tap
    }

    Text {
        id: bounceMark

        function show() {
            bounceFade.restart();
        }

        z: 1
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: 8
        opacity: 0
        color: root.currentInk
        text: qsTr("1×")
        font.family: Theme.family
        font.pixelSize: Theme.captionSize
        font.bold: true

        SequentialAnimation {
            id: bounceFade

            PropertyAction {
                target: bounceMark
                property: "opacity"
                value: 1
            }
            PauseAnimation {
                duration: 700
            }
            NumberAnimation {
                target: bounceMark
                property: "opacity"
                to: 0
                duration: 300
            }
        }
    }
}
