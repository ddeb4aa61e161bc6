import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// Another match: by which rules, and who plays. It ends the one that runs, so its key is held.
Rectangle {
    id: root

    required property ControllerViewModel controller
    property string rules: ""

    readonly property bool wide: root.width >= Theme.phoneBelow
    readonly property real fieldWidth: (root.width - 2 * head.margin - Theme.gap) / 2

    signal closed

    color: Theme.background

    PageHead {
        id: head

        width: root.width
        height: implicitHeight
        controller: root.controller
        title: qsTr("New match")
        onClosed: root.closed()
    }

    NameField {
        id: home

        objectName: "home name"
        x: head.margin
        y: head.height
        width: root.fieldWidth
        side: qsTr("HOME")
        sideColor: Theme.teamColor("home")
    }

    NameField {
        id: guest

        objectName: "guest name"
        x: head.margin + root.fieldWidth + Theme.gap
        y: head.height
        width: root.fieldWidth
        side: qsTr("GUEST")
        sideColor: Theme.teamColor("guest")
    }

    ListView {
        id: list

        objectName: "rules"
        x: head.margin
        y: home.y + home.height + 12
        width: root.width - 2 * head.margin
        height: startKey.y - y - 12
        clip: true
        spacing: 6
        model: root.controller.rulesets
        section.property: "sport"
        // qmllint disable unqualified
        section.delegate: Text {
            required property string section

            width: list.width
            height: 34
            text: section
            color: Theme.muted
            font.family: Theme.family
            font.bold: true
            font.pixelSize: 14
            font.letterSpacing: 1
            verticalAlignment: Text.AlignBottom
            bottomPadding: 4
        }
        delegate: NewMatchRow {
            width: list.width
            chosen: root.rules === rules
            onClicked: root.rules = rules
        }
        // qmllint enable unqualified
    }

    HoldButton {
        id: startKey

        objectName: "start match"
        x: head.margin
        y: root.height - height - (root.wide ? 16 : 8)
        width: root.width - 2 * head.margin
        height: 72
        enabled: root.rules !== ""
        fill: Theme.start
        ink: Theme.startInk
        labelSize: 22
        text: qsTr("START NEW MATCH")
        caption: root.rules === "" ? qsTr("choose the rules first") : qsTr("hold: it ends the match on the board")
        Accessible.name: qsTr("Start a new match, hold")
        onHeld: tapTime => {
            root.controller.match.openMatch(root.rules, home.text, guest.text, tapTime);
            root.closed();
        }
    }
}
