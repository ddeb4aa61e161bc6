import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// Sets the standing game clock: digits come in from the right, as on a microwave oven, tenths last.
Rectangle {
    id: root

    required property MatchViewModel match
    property string digits: ""
    property bool wrong: false

    readonly property real keyWidth: (card.width - 32 - 4 * Theme.gap) / 5
    readonly property string value: {
        const padded = root.digits.padStart(4, "0");
        return "%1:%2.%3".arg(padded.slice(0, -3)).arg(padded.slice(-3, -1)).arg(padded.slice(-1));
    }

    function open() {
        root.digits = "";
        root.wrong = false;
        root.visible = true;
    }

    function press(digit: string) {
        root.wrong = false;
        if (root.digits.length < 5 && (root.digits !== "" || digit !== "0")) {
            root.digits += digit;
        }
    }

    function accept(tapTime: double) {
        if (root.match.setClock(root.value, tapTime)) {
            root.visible = false;
        } else {
            root.wrong = true;
        }
    }

    visible: false
    color: "#B0000000"

    MouseArea {
        anchors.fill: parent
        onClicked: root.visible = false
    }

    Rectangle {
        id: card

        anchors.centerIn: parent
        width: Math.min(root.width - 16, 460)
        height: entry.height + 32
        radius: Theme.radius
        color: Theme.surface
        border.width: 1
        border.color: Theme.outline

        MouseArea {
            anchors.fill: parent
        }

        Column {
            id: entry

            x: 16
            y: 16
            width: card.width - 32
            spacing: Theme.gap

            Text {
                width: parent.width
                text: root.wrong ? qsTr("That is no time: seconds go up to 59") : qsTr("Set the game clock")
                color: root.wrong ? Theme.shotClock : Theme.muted
                font.family: Theme.family
                font.pixelSize: Theme.textSize
                horizontalAlignment: Text.AlignHCenter
            }

            Text {
                width: parent.width
                text: root.value
                color: root.digits === "" ? Theme.faint : Theme.clock
                font.family: Theme.family
                font.bold: true
                font.pixelSize: 56
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.StaticText
                Accessible.name: root.value
            }

            Grid {
                columns: 5
                spacing: Theme.gap

                Repeater {
                    model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]

                    // qmllint disable unqualified
                    ActionKey {
                        required property string modelData

                        objectName: "digit " + modelData
                        width: root.keyWidth
                        height: 60
                        labelSize: 26
                        text: modelData
                        Accessible.name: modelData
                        onTapped: root.press(modelData)
                    }
                    // qmllint enable unqualified
                }
            }

            Row {
                spacing: Theme.gap

                ActionKey {
                    objectName: "digit back"
                    width: root.keyWidth
                    height: 60
                    shape: "back"
                    Accessible.name: qsTr("Delete the last digit")
                    onTapped: {
                        root.wrong = false;
                        root.digits = root.digits.slice(0, -1);
                    }
                }

                ActionKey {
                    objectName: "entry cancel"
                    width: (entry.width - root.keyWidth - 2 * Theme.gap) * 0.45
                    height: 60
                    text: qsTr("CANCEL")
                    Accessible.name: qsTr("Cancel")
                    onTapped: root.visible = false
                }

                ActionKey {
                    objectName: "entry set"
                    width: (entry.width - root.keyWidth - 2 * Theme.gap) * 0.55
                    height: 60
                    fill: Theme.start
                    ink: Theme.startInk
                    text: qsTr("SET CLOCK")
                    Accessible.name: qsTr("Set the clock to %1").arg(root.value)
                    onTapped: tapTime => root.accept(tapTime)
                }
            }
        }
    }
}
