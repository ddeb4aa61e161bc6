import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// What can be put in behind an entry: keys of one side, or of none, under a heading.
Column {
    id: root

    required property CorrectionViewModel correction
    required property string heading
    required property var names // strings
    property color headingColor: Theme.muted

    readonly property real keyWidth: Math.floor((root.width - Theme.gap) / 2)

    spacing: Theme.gap
    visible: root.names.length > 0

    Text {
        width: root.width
        text: root.heading
        color: root.headingColor
        elide: Text.ElideRight
        font.family: Theme.family
        font.bold: true
        font.pixelSize: 16
    }

    Flow {
        width: root.width
        spacing: Theme.gap

        Repeater {
            model: root.names

            // qmllint disable unqualified
            ActionKey {
                required property string modelData

                objectName: "forgotten " + modelData
                width: root.keyWidth
                height: 56
                labelSize: 15
                text: root.correction.labelOf(modelData)
                Accessible.name: qsTr("%1, %2").arg(root.heading).arg(text)
                onTapped: root.correction.add(modelData)
            }
            // qmllint enable unqualified
        }
    }
}
