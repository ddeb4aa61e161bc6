import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// What the teams are called from now on: for a name that was mistyped, or is known only now.
Rectangle {
    id: root

    required property MatchViewModel match

    function open() {
        home.text = root.match.home.name;
        guest.text = root.match.guest.name;
        root.visible = true;
    }

    function close() {
        root.forceActiveFocus(); // the keyboard of the tablet goes
        root.visible = false;
    }

    function accept(tapTime: double) {
        root.match.nameTeams(home.text, guest.text, tapTime);
        root.close();
    }

    visible: false
    color: "#B0000000"

    MouseArea {
        anchors.fill: parent
        onClicked: root.close()
    }

    Rectangle {
        id: card

        // High up: a tablet's keyboard covers the lower half.
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.min(48, (root.height - card.height) / 2)
        width: Math.min(root.width - 16, 460)
        height: content.height + 32
        radius: Theme.radius
        color: Theme.surface
        border.width: 1
        border.color: Theme.outline

        MouseArea {
            anchors.fill: parent
        }

        Column {
            id: content

            x: 16
            y: 16
            width: card.width - 32
            spacing: Theme.gap

            Text {
                text: qsTr("TEAM NAMES")
                color: Theme.text
                font.family: Theme.family
                font.bold: true
                font.pixelSize: 20
            }

            NameField {
                id: home

                objectName: "new home name"
                width: parent.width
                side: qsTr("HOME")
                sideColor: Theme.teamColor("home")
            }

            NameField {
                id: guest

                objectName: "new guest name"
                width: parent.width
                side: qsTr("GUEST")
                sideColor: Theme.teamColor("guest")
            }

            Row {
                spacing: Theme.gap

                ActionKey {
                    objectName: "names cancel"
                    width: (content.width - Theme.gap) * 0.45
                    height: 60
                    text: qsTr("CANCEL")
                    Accessible.name: qsTr("Cancel")
                    onTapped: root.close()
                }

                ActionKey {
                    objectName: "names set"
                    width: (content.width - Theme.gap) * 0.55
                    height: 60
                    enabled: home.text.trim() !== "" && guest.text.trim() !== "" && (home.text.trim() !== root.match.home.name || guest.text.trim() !== root.match.guest.name)
                    fill: Theme.start
                    ink: Theme.startInk
                    text: qsTr("SET")
                    Accessible.name: qsTr("Set the names")
                    onTapped: tapTime => root.accept(tapTime)
                }
            }
        }
    }
}
