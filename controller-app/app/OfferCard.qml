import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// A question: about a clock after a command that came late or a power cut, about what ran with a clock that was put
// right, whether a correction that goes far is meant, or which penalty a goal has ended. One tap answers it.
Rectangle {
    id: root

    required property OfferViewModel offer

    readonly property var choices: root.offer.choices
    readonly property bool narrow: content.width < 240 // a whole name of a choice needs all of it
    readonly property int columns: root.narrow ? 1 : Math.max(2, Math.min(root.choices.length + 1, Math.floor(content.width / 180)))
    readonly property int choiceHeight: root.narrow ? Theme.touchTarget : 64
    readonly property real choiceWidth: Math.floor((content.width - (root.columns - 1) * Theme.gap) / root.columns)

    visible: root.offer.present
    implicitHeight: content.implicitHeight + 28
    radius: Theme.radius
    color: Theme.surface
    border.width: 2
    border.color: Theme.lamp
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.offer.text

    Column {
        id: content

        x: 16
        y: 14
        width: root.width - 32
        spacing: 12

        Text {
            width: parent.width
            text: root.offer.text.replace(/ -> /g, " → ")
            color: Theme.text
            wrapMode: Text.Wrap
            font.family: Theme.family
            font.pixelSize: 18
        }

        Flow {
            width: parent.width
            spacing: Theme.gap
            visible: root.choices.length > 0

            Repeater {
                model: root.choices

                // qmllint disable unqualified
                ActionKey {
                    required property string modelData
                    required property int index

                    objectName: "offer choice " + index
                    width: root.choiceWidth
                    height: root.choiceHeight
                    fill: Theme.lamp
                    ink: Theme.lampInk
                    labelSize: 18
                    text: modelData
                    Accessible.name: text
                    onTapped: tapTime => root.offer.choose(index, tapTime)
                }
                // qmllint enable unqualified
            }

            ActionKey {
                objectName: "offer none"
                width: root.choiceWidth
                height: root.choiceHeight
                labelSize: 18
                text: qsTr("LEAVE IT")
                Accessible.name: qsTr("No penalty ends")
                onTapped: root.offer.leave()
            }
        }

        Row {
            spacing: Theme.gap
            visible: root.choices.length === 0

            ActionKey {
                objectName: "offer accept"
                width: (content.width - Theme.gap) * 0.6
                height: 64
                fill: Theme.lamp
                ink: Theme.lampInk
                labelSize: Math.min(20, Math.round(width / 9))
                text: root.offer.value === "" ? qsTr("PUT IT RIGHT") : qsTr("CLOCK TO %1").arg(root.offer.value)
                Accessible.name: text
                onTapped: tapTime => root.offer.accept(tapTime)
            }

            ActionKey {
                objectName: "offer leave"
                width: (content.width - Theme.gap) * 0.4
                height: 64
                labelSize: 18
                text: qsTr("LEAVE IT")
                Accessible.name: qsTr("Leave it as it is")
                onTapped: root.offer.leave()
            }
        }
    }
}
