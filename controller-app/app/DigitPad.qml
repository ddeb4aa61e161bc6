import QtQuick
import Scoreboard.Controls

// Ten digits and a key that takes the last one back: in two rows, or where those are too narrow for fingers in three.
Grid {
    id: root

    readonly property bool wide: root.width >= 6 * Theme.touchTarget + 5 * Theme.gap
    readonly property real keyWidth: (root.width - (root.columns - 1) * Theme.gap) / root.columns

    signal pressed(string digit)
    signal erased

    columns: root.wide ? 6 : 5
    spacing: Theme.gap

    Repeater {
        model: root.wide ? ["1", "2", "3", "4", "5", "", "6", "7", "8", "9", "0"] : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", ""]

        // qmllint disable unqualified
        ActionKey {
            required property string modelData

            objectName: modelData === "" ? "digit back" : "digit " + modelData
            width: root.keyWidth
            height: Theme.touchTarget
            labelSize: 22
            shape: modelData === "" ? "back" : ""
            text: modelData
            Accessible.name: modelData === "" ? qsTr("Delete the last digit") : modelData
            onTapped: {
                if (modelData === "") {
                    root.erased();
                } else {
                    root.pressed(modelData);
                }
            }
        }
        // qmllint enable unqualified
    }
}
