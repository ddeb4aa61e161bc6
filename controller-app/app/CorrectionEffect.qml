import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// What the correction that is chosen would change, in whole words; or what is still to be chosen.
Rectangle {
    id: root

    required property CorrectionViewModel correction

    readonly property var lines: root.correction.effect
    readonly property string hint: {
        if (root.correction.wrong) {
            return qsTr("That is no time: seconds go up to 59");
        }
        switch (root.correction.way) {
        case "change":
            return qsTr("Choose what it should have been");
        case "add":
            return root.correction.added === "" ? qsTr("Choose what was forgotten") : "";
        default:
            return "";
        }
    }

    implicitHeight: content.height + 24
    radius: Theme.radius
    color: Theme.background
    border.width: 1
    border.color: root.correction.refused ? Theme.shotClock : Theme.outline

    Flickable {
        anchors.fill: parent
        anchors.margins: 12
        contentHeight: content.height
        clip: true

        Column {
            id: content

            width: parent.width
            spacing: 6

            Text {
                width: parent.width
                text: root.correction.refused ? qsTr("NOT POSSIBLE") : root.lines.length > 0 ? qsTr("THIS CHANGES") : root.hint
                color: root.correction.refused || root.correction.wrong ? Theme.shotClock : Theme.muted
                wrapMode: Text.Wrap
                font.family: Theme.family
                font.bold: true
                font.pixelSize: 14
            }

            Repeater {
                model: root.lines

                // qmllint disable unqualified
                Text {
                    required property string modelData

                    objectName: "effect line"
                    width: content.width
                    text: modelData.replace(/ -> /g, " → ")
                    color: Theme.text
                    wrapMode: Text.Wrap
                    font.family: Theme.family
                    font.pixelSize: 18
                    Accessible.role: Accessible.StaticText
                    Accessible.name: modelData
                }
                // qmllint enable unqualified
            }
        }
    }
}
