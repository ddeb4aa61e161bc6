import QtQuick

// Takes the newest own action back and names it; held for Theme.openTime it opens the history.
TapKey {
    id: root

    required property string undoes
    property int labelSize: Math.round(Math.min(root.height * 0.3, 22))

    signal undoRequested(double tapTime)
    signal historyRequested

    property bool opened: false

    text: qsTr("UNDO")
    Accessible.name: root.undoes === "" ? qsTr("Undo, nothing to take back") : qsTr("Undo %1").arg(root.undoes)

    onPressedChanged: {
        if (root.pressed) {
            root.opened = false;
            opening.restart();
        } else {
            opening.stop();
        }
    }
    onTapped: tapTime => {
        if (!root.opened) {
            root.undoRequested(tapTime);
        }
    }

    contentItem: KeyFace {
        shape: root.width < 100 ? "" : "undo"
        label: root.text
        caption: root.undoes === "" ? qsTr("nothing yet") : root.undoes
        ink: root.currentInk
        labelSize: root.labelSize
        captionSize: Math.max(11, Math.round(root.labelSize * 0.72))
        upright: false
    }

    Timer {
        id: opening

        interval: Theme.openTime
        onTriggered: {
            root.opened = true;
            root.historyRequested();
        }
    }
}
