import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// Whose the newest tap was: it counts already, the shirt number is added to it. Left alone, it goes by itself.
Rectangle {
    id: root

    required property CreditViewModel credit

    implicitHeight: content.implicitHeight + 20
    radius: Theme.radius
    color: Theme.surface
    border.width: 2
    border.color: Theme.lamp
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("Number of the player of %1").arg(root.credit.label)

    Column {
        id: content

        x: 10
        y: 10
        width: root.width - 20
        spacing: Theme.gap

        Row {
            width: parent.width
            spacing: Theme.gap

            Text {
                width: parent.width - giveKey.width - leaveKey.width - 2 * parent.spacing
                height: Theme.touchTarget
                text: qsTr("%1 #%2").arg(root.credit.label).arg(root.credit.digits === "" ? "?" : root.credit.digits)
                color: root.credit.digits === "" ? Theme.text : Theme.clock
                elide: Text.ElideRight
                font.family: Theme.family
                font.bold: true
                font.pixelSize: 20
                verticalAlignment: Text.AlignVCenter
            }

            ActionKey {
                id: giveKey

                objectName: "credit give"
                width: 96
                height: Theme.touchTarget
                enabled: root.credit.digits !== ""
                fill: Theme.lamp
                ink: Theme.lampInk
                labelSize: 18
                text: qsTr("ADD")
                Accessible.name: qsTr("Add number %1").arg(root.credit.digits)
                onTapped: tapTime => root.credit.give(tapTime)
            }

            ActionKey {
                id: leaveKey

                objectName: "credit leave"
                width: Theme.touchTarget
                height: Theme.touchTarget
                shape: "cross"
                labelSize: 18
                Accessible.name: qsTr("No number")
                onTapped: root.credit.leave()
            }
        }

        DigitPad {
            objectName: "credit digits"
            width: parent.width
            onPressed: digit => root.credit.press(digit)
            onErased: root.credit.erase()
        }
    }
}
