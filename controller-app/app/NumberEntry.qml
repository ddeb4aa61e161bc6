import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// Sets what is told in numbers: a score, the batter, the down. A number that is not typed stays what it is.
Rectangle {
    id: root

    required property MatchViewModel match
    property string entry: ""
    property var now: [] // strings, a field each
    property var typed: [] // … empty: as it is
    property int field: 0

    readonly property var fields: root.entry === "" ? [] : root.match.entryFields(root.entry)

    function open(entry: string) {
        root.entry = entry;
        root.now = root.match.entryNow(entry);
        root.typed = root.now.map(() => "");
        root.field = 0;
        root.visible = true;
    }

    function type(digits: string) {
        root.typed = root.typed.map((old, index) => index === root.field ? digits : old);
    }

    function press(digit: string) {
        if (root.typed[root.field].length < 3) {
            root.type(root.typed[root.field] + digit);
        }
    }

    function accept(tapTime: double) {
        const numbers = root.typed.map((digits, index) => digits === "" ? root.now[index] : digits);
        if (root.match.enter(root.entry, numbers, tapTime)) {
            root.visible = false;
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
                width: parent.width
                text: root.entry === "" ? "" : root.match.entryLabel(root.entry)
                color: Theme.text
                elide: Text.ElideRight
                font.family: Theme.family
                font.bold: true
                font.pixelSize: 20
            }

            Row {
                spacing: Theme.gap

                Repeater {
                    model: root.fields

                    // qmllint disable unqualified
                    ActionKey {
                        required property string modelData
                        required property int index
                        readonly property string digits: root.typed[index] ?? ""

                        objectName: "field " + modelData
                        width: (content.width - (root.fields.length - 1) * Theme.gap) / root.fields.length
                        height: 72
                        labelSize: 26
                        fill: index === root.field && root.fields.length > 1 ? Theme.raised : "transparent"
                        ink: digits === "" ? Theme.faint : Theme.clock
                        text: digits === "" ? root.now[index] ?? "" : digits
                        caption: root.fields.length > 1 ? modelData : ""
                        Accessible.name: qsTr("%1: %2").arg(modelData).arg(text)
                        onTapped: root.field = index
                    }
                    // qmllint enable unqualified
                }
            }

            DigitPad {
                objectName: "number digits"
                width: parent.width
                onPressed: digit => root.press(digit)
                onErased: root.type(root.typed[root.field].slice(0, -1))
            }

            Row {
                spacing: Theme.gap

                ActionKey {
                    objectName: "number cancel"
                    width: (content.width - Theme.gap) * 0.45
                    height: 60
                    text: qsTr("CANCEL")
                    Accessible.name: qsTr("Cancel")
                    onTapped: root.visible = false
                }

                ActionKey {
                    objectName: "number set"
                    width: (content.width - Theme.gap) * 0.55
                    height: 60
                    enabled: root.typed.some(digits => digits !== "")
                    fill: Theme.start
                    ink: Theme.startInk
                    text: qsTr("SET")
                    Accessible.name: qsTr("Set it")
                    onTapped: tapTime => root.accept(tapTime)
                }
            }
        }
    }
}
