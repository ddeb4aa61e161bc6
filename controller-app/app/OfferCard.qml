import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// A question: about a clock after a command that came late or a power cut, about what ran with a clock that was put
// right, or whether a correction that goes far is meant. One tap puts it right.
Rectangle {
    id: root

    required property OfferViewModel offer

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

        Row {
            spacing: Theme.gap

            ActionKey {
                objectName: "offer accept"
                width: (content.width - Theme.gap) * 0.6
                height: 64
                fill: Theme.lamp
                ink: Theme.bright ? "#FFFFFF" : "#000000"
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
