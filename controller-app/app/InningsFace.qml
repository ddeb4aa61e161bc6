import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// The line score: runs inning by inning and the totals, the side that bats first on top. Where not every inning has
// room the newest are there.
Item {
    id: root

    required property MatchViewModel match

    readonly property int played: Math.max(root.match.home.byPeriod.length, root.match.guest.byPeriod.length)
    readonly property int innings: Math.max(root.match.innings, root.played)
    readonly property real nameWidth: Math.round(Math.min(root.width * 0.22, 130))
    readonly property real totalWidth: Math.max(22, Math.min(root.lineHeight * 1.4, root.width * 0.09))
    readonly property real inningsWidth: root.width - root.nameWidth - root.match.home.totals.length * root.totalWidth
    readonly property int columns: Math.max(1, Math.min(root.innings, Math.floor(root.inningsWidth / Math.min(root.lineHeight, 20))))
    readonly property int first: Math.max(root.columns, root.played) - root.columns
    readonly property real cellWidth: root.inningsWidth / root.columns
    readonly property real headHeight: Math.round(root.height * 0.26)
    readonly property real lineHeight: (root.height - root.headHeight) / 2
    readonly property int figureSize: Math.round(Math.min(root.lineHeight * 0.8, root.cellWidth * 1.05, 30))
    readonly property int headSize: Math.max(11, Math.round(Math.min(root.headHeight * 0.85, 16)))

    function runs(team: TeamViewModel, inning: int): string {
        const comes = inning >= team.byPeriod.length || (inning === root.played - 1 && team === root.match.home && root.match.guestBats);
        return comes ? "" : team.byPeriod[inning];
    }

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Line score")

    Repeater {
        model: root.columns

        // qmllint disable unqualified
        Text {
            required property int index

            x: root.nameWidth + index * root.cellWidth
            width: root.cellWidth
            height: root.headHeight
            text: root.first + index + 1
            color: root.first + index + 1 === root.played ? Theme.text : Theme.muted
            font.family: Theme.family
            font.bold: root.first + index + 1 === root.played
            font.pixelSize: root.headSize
            horizontalAlignment: Text.AlignHCenter
        }
        // qmllint enable unqualified
    }

    Repeater {
        model: root.match.home.totalLetters

        // qmllint disable unqualified
        Text {
            required property string modelData
            required property int index

            x: root.nameWidth + root.inningsWidth + index * root.totalWidth
            width: root.totalWidth
            height: root.headHeight
            text: modelData
            color: Theme.muted
            font.family: Theme.family
            font.bold: true
            font.pixelSize: root.headSize
            horizontalAlignment: Text.AlignHCenter
        }
        // qmllint enable unqualified
    }

    Repeater {
        model: [root.match.guest, root.match.home]

        // qmllint disable unqualified
        Item {
            id: line

            required property TeamViewModel modelData
            required property int index

            y: root.headHeight + index * root.lineHeight
            width: root.width
            height: root.lineHeight

            Text {
                width: root.nameWidth - 4
                height: parent.height
                text: root.nameWidth < 60 ? line.modelData.name.slice(0, 3) : line.modelData.name
                color: Theme.teamColor(line.modelData.sideName)
                elide: Text.ElideRight
                font.family: Theme.family
                font.bold: true
                font.pixelSize: Math.round(Math.min(root.figureSize, root.nameWidth < 60 ? 16 : 18))
                verticalAlignment: Text.AlignVCenter
            }

            Repeater {
                model: root.columns

                Text {
                    required property int index

                    objectName: "runs %1 %2".arg(line.modelData.sideName).arg(root.first + index + 1)
                    x: root.nameWidth + index * root.cellWidth
                    width: root.cellWidth
                    height: line.height
                    text: root.runs(line.modelData, root.first + index)
                    color: root.first + index + 1 === root.played ? Theme.text : Theme.muted
                    font.family: Theme.family
                    font.pixelSize: root.figureSize
                    fontSizeMode: Text.HorizontalFit
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                }
            }

            Repeater {
                model: line.modelData.totals

                Text {
                    required property int modelData
                    required property int index

                    objectName: "total %1 %2".arg(line.modelData.sideName).arg(index)
                    x: root.nameWidth + root.inningsWidth + index * root.totalWidth
                    width: root.totalWidth
                    height: line.height
                    text: modelData
                    color: index === 0 ? Theme.clock : Theme.text
                    font.family: Theme.family
                    font.bold: true
                    font.pixelSize: root.figureSize
                    fontSizeMode: Text.HorizontalFit
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                }
            }
        }
        // qmllint enable unqualified
    }
}
