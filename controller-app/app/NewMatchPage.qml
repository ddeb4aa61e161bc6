import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// Another match: one that was left, or a new one, by which rules, and who plays. It ends the one that runs, so
// its key is held.
Rectangle {
    id: root

    required property ControllerViewModel controller
    property string rules: ""
    property string goesOn: "" // instead of rules: the match that goes on

    readonly property bool wide: root.width >= Theme.phoneBelow
    readonly property real fieldWidth: (root.width - 2 * head.margin - Theme.gap) / 2

    signal closed

    color: Theme.background

    PageHead {
        id: head

        width: root.width
        height: implicitHeight
        controller: root.controller
        title: qsTr("Next match")
        onClosed: root.closed()
    }

    NameField {
        id: home

        objectName: "home name"
        x: head.margin
        y: head.height
        width: root.fieldWidth
        enabled: root.goesOn === ""
        side: qsTr("HOME")
        sideColor: Theme.teamColor("home")
    }

    NameField {
        id: guest

        objectName: "guest name"
        x: head.margin + root.fieldWidth + Theme.gap
        y: head.height
        width: root.fieldWidth
        enabled: root.goesOn === ""
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
        header: Column {
            width: list.width
            spacing: list.spacing
            bottomPadding: lefts.count > 0 ? list.spacing : 0

            NewMatchHeading {
                width: list.width
                visible: lefts.count > 0
                text: qsTr("GO ON WITH")
            }

            Repeater {
                id: lefts

                model: root.controller.leftMatches
                delegate: NewMatchRow {
                    required property string match
                    required property int index

                    objectName: "left " + index
                    width: list.width
                    chosen: root.goesOn === match
                    onClicked: {
                        root.goesOn = match;
                        root.rules = "";
                    }
                }
            }
        }
        section.delegate: NewMatchHeading {
            required property string section

            width: list.width
            text: section
        }
        delegate: NewMatchRow {
            required property string rules

            objectName: rules
            width: list.width
            chosen: root.rules === rules
            onClicked: {
                root.rules = rules;
                root.goesOn = "";
            }
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
        enabled: root.rules !== "" || root.goesOn !== ""
        fill: Theme.start
        ink: Theme.startInk
        labelSize: 22
        text: root.goesOn !== "" ? qsTr("GO ON WITH THIS MATCH") : qsTr("START NEW MATCH")
        caption: enabled ? qsTr("hold: it ends the match on the board") : qsTr("choose the rules first")
        Accessible.name: root.goesOn !== "" ? qsTr("Go on with this match, hold") : qsTr("Start a new match, hold")
        onHeld: tapTime => {
            if (root.goesOn !== "") {
                root.controller.resumeMatch(root.goesOn, tapTime);
            } else {
                root.controller.match.openMatch(root.rules, home.text, guest.text, tapTime);
            }
            root.closed();
        }
    }
}
