import QtQuick
import Scoreboard.Controls

// For what cannot be taken back with one tap: acts when it has been held for Theme.holdTime, while a ring fills.
TapKey {
    id: root

    property string caption: ""
    property string shape: ""
    property int labelSize: Math.round(Math.min(root.height * 0.3, 22))
    property double progress: 0
    property bool hinting: false

    signal held(double tapTime)

    markVisible: root.progress === 0
    onPressedChanged: {
        if (root.pressed) {
            root.hinting = false;
            filling.restart();
        } else {
            filling.stop();
            root.progress = 0;
        }
    }
    // A short tap says what is missing.
    onTapped: {
        root.hinting = true;
        hintEnd.restart();
    }
    // For those who cannot hold: a screen reader's press is deliberate enough.
    Accessible.onPressAction: root.held(TapClock.now())

    contentItem: KeyFace {
        shape: root.shape
        label: root.text
        caption: root.hinting ? qsTr("hold it") : root.caption
        ink: root.currentInk
        labelSize: root.labelSize
        captionSize: Math.max(11, Math.round(root.labelSize * 0.72))
    }

    Glyph {
        anchors.centerIn: parent
        width: Math.min(root.width, root.height) - 8
        height: width
        shape: "progress"
        color: root.currentInk
        progress: root.progress
        visible: root.progress > 0
    }

    NumberAnimation {
        id: filling

        target: root
        property: "progress"
        from: 0
        to: 1
        duration: Theme.holdTime
        onFinished: {
            const stamp = root.pressedAt;
            root.progress = 0;
            root.held(stamp);
        }
    }

    Timer {
        id: hintEnd

        interval: 1200
        onTriggered: root.hinting = false
    }
}
