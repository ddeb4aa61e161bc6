import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// Keys by their names, two in a row under a heading. What cannot be taken back with one tap is held.
Column {
    id: root

    required property string heading
    required property var names // strings
    required property MatchViewModel match
    property color headingColor: Theme.muted

    readonly property real keyWidth: Math.floor((root.width - Theme.gap) / 2)

    spacing: Theme.gap

    Text {
        width: root.width
        text: root.heading
        color: root.headingColor
        elide: Text.ElideRight
        font.family: Theme.family
        font.bold: true
        font.pixelSize: 18
    }

    Flow {
        width: root.width
        spacing: Theme.gap

        Repeater {
            model: root.names

            // qmllint disable unqualified
            Item {
                id: place

                required property string modelData
                readonly property KeyState keyState: root.match.key(modelData)

                width: root.keyWidth
                height: 60

                HoldButton {
                    objectName: place.keyState.wantsHold ? place.modelData : ""
                    anchors.fill: parent
                    visible: place.keyState.wantsHold
                    labelSize: 15
                    text: place.keyState.label
                    caption: qsTr("hold")
                    level: place.keyState.level
                    tap: place.keyState.tap
                    enabled: place.keyState.offered
                    Accessible.name: qsTr("%1, hold").arg(place.keyState.label)
                    onHeld: tapTime => root.match.act(place.modelData, tapTime)
                }

                ActionKey {
                    objectName: place.keyState.wantsHold ? "" : place.modelData
                    anchors.fill: parent
                    visible: !place.keyState.wantsHold
                    labelSize: 15
                    text: place.keyState.label
                    caption: place.keyState.figure < 0 ? "" : place.keyState.figure
                    ink: place.keyState.lit ? Theme.lamp : Theme.text
                    level: place.keyState.level
                    tap: place.keyState.tap
                    bounces: place.keyState.bounces
                    enabled: place.keyState.offered
                    Accessible.name: place.keyState.label
                    onTapped: tapTime => root.match.act(place.modelData, tapTime)
                }
            }
            // qmllint enable unqualified
        }
    }
}
