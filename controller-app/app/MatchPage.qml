import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// The score table's desk: the arrangement that fits the screen, and what comes up over it.
Rectangle {
    id: root

    required property ControllerViewModel controller
    readonly property bool phone: Math.min(root.width, root.height) < Theme.phoneBelow
    readonly property bool landscape: root.width > root.height

    signal pageRequested(string page)

    color: Theme.background

    readonly property Arrangement desk: arrangement.item as Arrangement

    Loader {
        id: arrangement

        anchors.fill: parent
        sourceComponent: !root.phone ? tablet : root.landscape ? phoneLandscape : phonePortrait
    }

    // qmllint disable unqualified
    Component {
        id: tablet

        Tablet {
            controller: root.controller
            messageHeight: messages.height
            onClockEntryRequested: clockEntry.open()
            onPageRequested: page => root.pageRequested(page)
        }
    }
    // qmllint enable unqualified

    // qmllint disable unqualified
    Component {
        id: phonePortrait

        PhonePortrait {
            controller: root.controller
            messageHeight: messages.height
            onClockEntryRequested: clockEntry.open()
            onPageRequested: page => root.pageRequested(page)
        }
    }
    // qmllint enable unqualified

    // qmllint disable unqualified
    Component {
        id: phoneLandscape

        PhoneLandscape {
            controller: root.controller
            messageHeight: messages.height
            onClockEntryRequested: clockEntry.open()
            onPageRequested: page => root.pageRequested(page)
        }
    }

    // qmllint enable unqualified
    Column {
        id: messages

        x: root.desk ? root.desk.messageX : 0
        y: !root.desk ? 0 : root.desk.messageTop >= 0 ? root.desk.messageTop : root.desk.messageBottom - height
        width: root.desk ? root.desk.messageWidth : 0
        spacing: 8

        OfferCard {
            width: parent.width
            offer: root.controller.offer
        }

        // qmllint disable unqualified
        // On a phone it would lie over the keys of the sides, and the next tap would be a digit.
        Loader {
            width: parent.width
            active: root.controller.credit.present && root.controller.preferences.asksNumbers && !root.phone
            visible: active

            sourceComponent: CreditCard {
                credit: root.controller.credit
            }
        }

        // qmllint enable unqualified
        Toast {
            width: parent.width
            bad: true
            text: root.controller.match.refusalText
            stays: root.controller.match.refusalStays
            onDismissed: root.controller.match.dismissRefusal()
        }

        Toast {
            width: parent.width
            objectName: "warning"
            text: root.controller.warning
            stays: true
            onDismissed: root.controller.dismissWarning()
        }

        Toast {
            width: parent.width
            text: root.controller.notice
        }
    }

    ClockEntry {
        id: clockEntry

        anchors.fill: parent
        match: root.controller.match
    }
}
