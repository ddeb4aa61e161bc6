import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// Announces the time that is added to a period: none, or so many minutes. The one that holds is marked.
Item {
    id: root

    required property MatchViewModel match
    property int columns: root.match.addedValues.length

    readonly property int rows: Math.ceil(root.match.addedValues.length / root.columns)
    readonly property real keyWidth: Math.floor((root.width - (root.columns - 1) * Theme.gap) / root.columns)
    readonly property real keyHeight: (root.height - (root.rows - 1) * Theme.gap) / root.rows

    Flow {
        anchors.fill: parent
        spacing: Theme.gap

        Repeater {
            model: root.match.addedValues

            // qmllint disable unqualified
            ActionKey {
                required property int modelData
                readonly property KeyState keyState: root.match.key("added %1".arg(modelData))

                objectName: "added %1".arg(modelData)
                width: root.keyWidth
                height: root.keyHeight
                text: modelData === 0 ? qsTr("–") : qsTr("+%1").arg(modelData)
                labelSize: 20
                ink: keyState.lit ? Theme.lamp : Theme.text
                edge: keyState.lit ? Theme.lamp : "transparent"
                level: keyState.level
                tap: keyState.tap
                bounces: keyState.bounces
                enabled: keyState.offered
                Accessible.name: modelData === 0 ? qsTr("No added time") : qsTr("%1 minutes of added time").arg(modelData)
                onTapped: tapTime => root.match.act("added %1".arg(modelData), tapTime)
            }
            // qmllint enable unqualified
        }
    }
}
