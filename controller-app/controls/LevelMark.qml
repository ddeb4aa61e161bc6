import QtQuick
import Scoreboard.Controls

// How far a tap came, as three states of one shape: hollow ring, half disc, full disc that fades; a cross if refused.
Glyph {
    id: root

    required property string level
    // Of the tap: the same level of another tap is news too.
    property double tap: 0

    function appear() {
        root.fading.stop();
        root.opacity = root.level === "" ? 0 : 1;
        if (root.level === "shown") {
            root.fading.start();
        }
    }

    readonly property SequentialAnimation fading: SequentialAnimation {
        PauseAnimation {
            duration: 2000
        }
        NumberAnimation {
            target: root
            property: "opacity"
            to: 0
            duration: 500
        }
    }

    implicitWidth: 18
    implicitHeight: 18
    shape: {
        switch (root.level) {
        case "saved":
            return "ring";
        case "recorded":
            return "half";
        case "shown":
            return "disc";
        case "refused":
            return "cross";
        default:
            return "";
        }
    }
    onLevelChanged: root.appear()
    onTapChanged: root.appear()
    Component.onCompleted: root.appear()
}
