import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// In the clock's place, where there is no clock: a line a side with the sets it won and its points set by set, and what
// the table has to do now.
Item {
    id: root

    required property MatchViewModel match

    readonly property real promptHeight: prompt.text === "" ? 0 : 22
    readonly property real lineHeight: Math.min(64, (root.height - root.promptHeight) / 2)
    readonly property real cellWidth: Math.min(root.lineHeight, (root.width * 0.62) / (1 + Math.max(3, root.match.home.byPeriod.length)))

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Sets %1").arg(root.match.setsText)

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: (root.height - root.promptHeight - height) / 2
        visible: root.match.setsText !== ""

        Repeater {
            model: [root.match.home, root.match.guest]

            // qmllint disable unqualified
            Row {
                id: line

                required property TeamViewModel modelData

                height: root.lineHeight
                spacing: Math.round(root.cellWidth * 0.2)

                Text {
                    width: root.width * 0.34
                    height: parent.height
                    text: line.modelData.name
                    color: Theme.teamColor(line.modelData.sideName)
                    elide: Text.ElideRight
                    font.family: Theme.family
                    font.bold: true
                    font.pixelSize: Math.max(11, Math.round(Math.min(root.lineHeight * 0.42, 26)))
                    horizontalAlignment: Text.AlignRight
                    verticalAlignment: Text.AlignVCenter
                }

                Text {
                    width: root.cellWidth
                    height: parent.height
                    text: line.modelData.sets
                    color: Theme.clock
                    font.family: Theme.family
                    font.bold: true
                    font.pixelSize: Math.round(Math.min(root.lineHeight * 0.8, root.cellWidth * 1.2))
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                }

                Repeater {
                    model: line.modelData.byPeriod

                    Text {
                        required property int modelData
                        required property int index

                        width: root.cellWidth * 0.85
                        height: line.height
                        text: modelData
                        color: index + 1 === line.modelData.byPeriod.length ? Theme.text : Theme.muted
                        font.family: Theme.family
                        font.pixelSize: Math.max(10, Math.round(Math.min(root.lineHeight * 0.45, root.cellWidth * 0.62)))
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                    }
                }
            }
            // qmllint enable unqualified
        }
    }

    Text {
        id: prompt

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        text: root.match.promptText !== "" ? root.match.promptText : root.match.setsText !== "" ? qsTr("SETS WON, POINTS BY SET") : ""
        color: root.match.promptText !== "" ? Theme.lamp : Theme.muted
        font.family: Theme.family
        font.bold: true
        font.pixelSize: root.match.promptText !== "" ? 14 : 11
        font.letterSpacing: 1.5
    }
}
