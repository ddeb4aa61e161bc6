import QtQuick

// Balls, strikes and outs as lamps, and who stands on which base.
Item {
    id: root

    required property int balls
    required property int strikes
    required property int outs
    required property int bases // bit 0: first base

    readonly property real lamp: Math.min(root.height * 0.2, root.width * 0.075)
    readonly property real base: Math.min(root.height * 0.3, root.width * 0.14)

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1 balls, %2 strikes, %3 outs").arg(root.balls).arg(root.strikes).arg(root.outs)

    Column {
        x: (root.width - width - bags.width - root.base * 0.6) / 2
        anchors.verticalCenter: parent.verticalCenter
        spacing: root.lamp * 0.4

        Repeater {
            model: [{
                    "letter": qsTr("B"),
                    "lit": root.balls,
                    "lamps": 3
                }, {
                    "letter": qsTr("S"),
                    "lit": root.strikes,
                    "lamps": 2
                }, {
                    "letter": qsTr("O"),
                    "lit": root.outs,
                    "lamps": 2
                }]

            // qmllint disable unqualified
            Row {
                id: line

                required property var modelData

                spacing: root.lamp * 0.45

                Text {
                    width: root.lamp * 1.3
                    height: root.lamp
                    text: line.modelData.letter
                    color: Theme.muted
                    font.family: Theme.family
                    font.bold: true
                    font.pixelSize: Math.max(11, Math.round(root.lamp))
                    verticalAlignment: Text.AlignVCenter
                }

                Repeater {
                    model: line.modelData.lamps

                    Rectangle {
                        required property int index

                        width: root.lamp
                        height: root.lamp
                        radius: root.lamp / 2
                        color: index < line.modelData.lit ? Theme.clock : "transparent"
                        border.width: 2
                        border.color: index < line.modelData.lit ? Theme.clock : Theme.outline
                    }
                }
            }
            // qmllint enable unqualified
        }
    }

    Item {
        id: bags

        x: (root.width + root.lamp * 6 - root.base * 0.6) / 2 - root.base * 0.2
        anchors.verticalCenter: parent.verticalCenter
        width: root.base * 2.5
        height: root.base * 1.9

        Repeater {
            model: 3

            // qmllint disable unqualified
            Rectangle {
                required property int index
                readonly property bool taken: (root.bases >> index) % 2 === 1

                x: bags.width / 2 + (1 - index) * root.base * 0.85 - width / 2
                y: index === 1 ? root.base * 0.15 : root.base
                width: root.base * 0.75
                height: width
                rotation: 45
                color: taken ? Theme.clock : "transparent"
                border.width: 2
                border.color: taken ? Theme.clock : Theme.outline
            }
            // qmllint enable unqualified
        }
    }
}
