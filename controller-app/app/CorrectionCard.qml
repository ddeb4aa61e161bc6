import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// Over the history: the entry that was touched, and what is put right about it. What that changes is read first, then
// a key is held.
Rectangle {
    id: root

    required property CorrectionViewModel correction
    required property MatchViewModel match

    readonly property bool twoColumns: card.width >= Theme.phoneBelow
    readonly property bool low: root.height < 420
    readonly property int margin: root.low ? 10 : 16
    readonly property bool choosesForgotten: root.correction.way === "add" && root.correction.added === ""
    // The list of what can be put in needs the whole width; nothing has an effect yet.
    readonly property bool aside: root.twoColumns && !root.choosesForgotten
    readonly property real inner: card.width - 2 * root.margin
    readonly property real leftWidth: root.aside ? (root.inner - root.margin) / 2 : root.inner
    readonly property bool hasParts: root.correction.way === "change" || root.correction.way === "add"

    function wordOf(way: string): string {
        switch (way) {
        case "undo":
            return qsTr("TAKE BACK");
        case "redo":
            return qsTr("COUNT AGAIN");
        case "change":
            return qsTr("CHANGE");
        default:
            return qsTr("ADD AFTER");
        }
    }

    visible: root.correction.present
    color: "#B0000000"

    MouseArea {
        anchors.fill: parent
        onClicked: root.correction.close()
    }

    Rectangle {
        id: card

        readonly property real rest: root.height - 16 - body.y - root.margin
        readonly property real given: effect.implicitHeight + root.margin + giveKey.height
        readonly property real wanted: root.choosesForgotten ? parts.height : !root.hasParts ? card.given : root.aside ? Math.max(parts.height, card.given) : parts.height + root.margin + card.given

        objectName: "correction"
        anchors.centerIn: parent
        width: Math.min(root.width - 16, 880)
        height: body.y + body.height + root.margin
        radius: Theme.radius
        color: Theme.surface
        border.width: 1
        border.color: Theme.outline

        MouseArea {
            anchors.fill: parent
        }

        Column {
            id: head

            x: root.margin
            y: root.margin
            width: root.inner - closeKey.width - Theme.gap
            spacing: 2

            Row {
                width: parent.width
                spacing: 12

                Text {
                    id: entered

                    width: Math.min(implicitWidth, parent.width * (counted.visible ? 0.5 : 1))
                    text: root.correction.label
                    color: font.strikeout ? Theme.faint : Theme.text
                    elide: Text.ElideRight
                    font.family: Theme.family
                    font.bold: true
                    font.strikeout: root.correction.voided || counted.visible
                    font.pixelSize: root.low ? 20 : 24
                }

                Text {
                    id: counted

                    width: parent.width - entered.width - parent.spacing
                    visible: root.correction.countsAs !== ""
                    text: root.correction.countsAs
                    color: Theme.text
                    elide: Text.ElideRight
                    font.family: Theme.family
                    font.bold: true
                    font.strikeout: root.correction.voided
                    font.pixelSize: entered.font.pixelSize
                }
            }

            Text {
                width: parent.width
                text: root.correction.detail
                color: Theme.muted
                elide: Text.ElideRight
                maximumLineCount: root.low ? 1 : 3
                wrapMode: root.low ? Text.NoWrap : Text.Wrap
                font.family: Theme.family
                font.pixelSize: 15
            }
        }

        ActionKey {
            id: closeKey

            objectName: "correction close"
            x: card.width - width - root.margin + 6
            y: root.margin - 6
            width: Theme.touchTarget
            height: Theme.touchTarget
            fill: "transparent"
            shape: "cross"
            labelSize: 20
            Accessible.name: qsTr("Leave it as it is")
            onTapped: root.correction.close()
        }

        Row {
            id: ways

            x: root.margin
            y: Math.max(head.y + head.height, closeKey.y + closeKey.height) + (root.low ? 4 : 12)
            spacing: Theme.gap

            Repeater {
                id: wayKeys

                model: root.correction.ways

                // qmllint disable unqualified
                ActionKey {
                    required property string modelData
                    readonly property bool taken: modelData === root.correction.way

                    objectName: "way " + modelData
                    width: (root.inner - (Math.max(2, wayKeys.count) - 1) * Theme.gap) / Math.max(2, wayKeys.count)
                    height: root.low ? Theme.touchTarget : 56
                    labelSize: root.twoColumns ? 17 : 14
                    shape: root.twoColumns && (modelData === "undo" || modelData === "redo") ? modelData : ""
                    fill: taken ? Theme.lamp : Theme.raised
                    ink: taken ? Theme.lampInk : Theme.text
                    text: root.wordOf(modelData)
                    Accessible.name: text
                    Accessible.checked: taken
                    onTapped: root.correction.take(modelData)
                }
                // qmllint enable unqualified
            }

            Text {
                visible: wayKeys.count === 0
                text: qsTr("Nothing can be put right about this one")
                color: Theme.muted
                font.family: Theme.family
                font.pixelSize: Theme.textSize
            }
        }

        Item {
            id: body

            x: root.margin
            y: ways.y + ways.height + (root.correction.way === "" ? 0 : root.low ? 8 : root.margin)
            width: root.inner
            height: root.correction.way === "" ? 0 : Math.min(card.rest, card.wanted)
            visible: root.correction.way !== ""

            Flickable {
                width: root.leftWidth
                height: root.aside || root.choosesForgotten ? parent.height : effect.y - root.margin
                visible: root.hasParts
                contentHeight: parts.height
                clip: true

                Column {
                    id: parts

                    width: root.leftWidth
                    spacing: 14

                    Grid {
                        readonly property real keysWidth: (parts.width - (columns - 1) * 16) / columns

                        visible: root.choosesForgotten
                        columns: root.twoColumns ? 3 : 1
                        columnSpacing: 16
                        rowSpacing: 14

                        ForgottenKeys {
                            width: parent.keysWidth
                            correction: root.correction
                            heading: root.match.home.name
                            headingColor: Theme.teamColor("home")
                            names: root.correction.homeKeys
                        }

                        ForgottenKeys {
                            width: parent.keysWidth
                            correction: root.correction
                            heading: qsTr("Match")
                            names: root.correction.sharedKeys
                        }

                        ForgottenKeys {
                            width: parent.keysWidth
                            correction: root.correction
                            heading: root.match.guest.name
                            headingColor: Theme.teamColor("guest")
                            names: root.correction.guestKeys
                        }
                    }

                    ActionKey {
                        objectName: "another"
                        width: parts.width
                        height: 52
                        visible: root.correction.way === "add" && root.correction.added !== ""
                        labelSize: 18
                        shape: "back"
                        text: root.correction.addedLabel
                        Accessible.name: qsTr("%1; choose another").arg(text)
                        onTapped: root.correction.add("")
                    }

                    Repeater {
                        model: root.correction.fields

                        // qmllint disable unqualified
                        CorrectionFieldRow {
                            required property int index

                            width: parts.width
                            onOptionChosen: option => root.correction.choose(index, option)
                            onDigitPressed: digit => root.correction.press(digit)
                            onDigitErased: root.correction.erase()
                        }
                        // qmllint enable unqualified
                    }
                }
            }

            CorrectionEffect {
                id: effect

                x: root.aside && root.hasParts ? root.leftWidth + root.margin : 0
                y: root.aside || !root.hasParts ? 0 : giveKey.y - height - root.margin
                width: root.aside && root.hasParts ? root.leftWidth : root.inner
                height: root.aside || !root.hasParts ? giveKey.y - root.margin : Math.min(implicitHeight, card.rest * 0.35)
                visible: !root.choosesForgotten
                correction: root.correction
            }

            HoldButton {
                id: giveKey

                objectName: "correct"
                x: effect.x
                y: body.height - height
                width: effect.width
                height: root.low ? 56 : 64
                visible: !root.choosesForgotten
                enabled: root.correction.ready
                fill: Theme.lamp
                ink: Theme.lampInk
                labelSize: 18
                shape: root.correction.way === "undo" || root.correction.way === "redo" ? root.correction.way : ""
                text: root.wordOf(root.correction.way)
                caption: qsTr("hold")
                Accessible.name: qsTr("%1, hold").arg(text)
                onHeld: tapTime => root.correction.confirm(tapTime)
            }
        }
    }
}
