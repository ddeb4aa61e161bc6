import QtQuick

// Who is off and for how long: a line a penalty, those that wait for their turn dimmed.
Flow {
    id: root

    required property var times // strings, the running ones first
    required property var players
    required property int running
    property bool compact: false
    property int shownMax: 3

    readonly property int size: root.compact ? 13 : 20

    spacing: root.compact ? 1 : 8
    flow: root.compact ? Flow.TopToBottom : Flow.LeftToRight

    Accessible.role: Accessible.StaticText
    Accessible.name: root.times.length === 0 ? "" : qsTr("Penalties: %1").arg(root.times.join(", "))

    Repeater {
        model: Math.min(root.times.length, root.shownMax)

        // qmllint disable unqualified
        Row {
            required property int index

            spacing: 6
            opacity: index < root.running ? 1 : 0.6

            Text {
                visible: !root.compact && text !== ""
                text: root.players[index]
                color: Theme.text
                font.family: Theme.family
                font.pixelSize: root.size
            }

            Text {
                text: root.times[index]
                color: index < root.running ? Theme.shotClock : Theme.muted
                font.family: Theme.family
                font.bold: true
                font.pixelSize: root.size
            }
        }
        // qmllint enable unqualified
    }
}
