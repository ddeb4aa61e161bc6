import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// A side's name, total, fouls, time-outs, bonus lamp and arrow. `mirrored`: the total stands on the left.
Item {
    id: root

    required property TeamViewModel team
    required property MatchViewModel match
    property bool mirrored: false
    property bool compact: false
    // High enough for the total to stand below the name.
    readonly property bool tall: !root.compact && root.height > root.width * 0.55

    readonly property real plateHeight: plate.height
    readonly property KeyState scoreState: root.match.key("score " + root.team.sideName)
    readonly property color teamColor: Theme.teamColor(root.team.sideName)

    Rectangle {
        id: plate

        x: root.compact ? 0 : root.mirrored ? root.width - width : 0
        width: root.compact ? root.width : Math.min(nameText.implicitWidth + 32, root.width * (root.tall ? 0.85 : 0.45))
        height: root.compact ? 26 : 40
        radius: root.compact ? 6 : 8
        color: root.teamColor

        Text {
            id: nameText

            anchors.fill: parent
            anchors.leftMargin: root.compact ? 26 : 14
            anchors.rightMargin: anchors.leftMargin
            text: root.team.name
            color: Theme.teamInk
            elide: Text.ElideRight
            font.family: Theme.family
            font.bold: true
            font.pixelSize: root.compact ? 16 : 24
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }

        Glyph {
            x: root.mirrored ? 6 : plate.width - width - 6
            anchors.verticalCenter: parent.verticalCenter
            width: 16
            height: 16
            visible: root.compact && root.team.possession
            shape: root.mirrored ? "arrow-right" : "arrow-left"
            color: Theme.teamInk
        }
    }

    Glyph {
        x: root.mirrored ? plate.x - width - 14 : plate.width + 14
        anchors.verticalCenter: plate.verticalCenter
        width: 32
        height: 32
        visible: !root.compact && root.team.possession
        shape: root.mirrored ? "arrow-right" : "arrow-left"
        color: Theme.lamp
    }

    Digits {
        id: score

        x: root.compact ? root.width * 0.22 : root.tall ? root.width * 0.12 : root.mirrored ? 0 : root.width - width
        y: root.compact ? plate.height + 8 : root.tall ? plate.height + 24 : 14
        width: root.compact ? root.width * 0.56 : root.tall ? root.width * 0.76 : root.width * (root.width < 450 ? 0.4 : 0.5)
        height: root.height - y - (root.compact ? 4 : root.tall ? 64 : 8)
        visible: root.match.hasScore
        text: root.team.scoreText
        smallest: 40
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("%1 %2").arg(root.team.name).arg(root.team.scoreText)
    }

    LevelMark {
        x: score.x + (score.width + score.paintedWidth) / 2 + 12
        y: score.y
        width: root.compact ? 10 : 20
        height: width
        visible: !root.compact && root.match.hasScore
        color: level === "refused" ? Theme.shotClock : Theme.text
        level: root.scoreState.level
        tap: root.scoreState.tap
    }

    // Fouls and time-outs below the name.
    Row {
        id: figures

        x: root.mirrored ? root.width - width : 0
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 4
        visible: !root.compact
        spacing: 22

        TeamFigure {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.match.hasFouls
            label: qsTr("FOULS")
            figure: root.team.fouls
        }

        TeamFigure {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.match.hasTimeouts
            label: qsTr("T-O LEFT")
            figure: root.team.timeoutsLeft
        }
    }

    Rectangle {
        readonly property real inset: root.tall ? figures.width + 20 : 0

        x: root.mirrored ? root.width - width - inset : inset
        y: root.tall ? root.height - height - 6 : plate.height + 10
        width: bonusText.implicitWidth + 18
        height: 26
        visible: !root.compact && root.team.bonus
        radius: 13
        color: "transparent"
        border.width: 2
        border.color: Theme.lamp

        Text {
            id: bonusText

            anchors.centerIn: parent
            text: qsTr("BONUS")
            color: Theme.lamp
            font.family: Theme.family
            font.bold: true
            font.pixelSize: 13
            font.letterSpacing: 1
        }
    }

    Column {
        visible: root.compact && root.match.hasFouls
        x: 2
        y: plate.height + 8
        spacing: 0

        Text {
            text: qsTr("FOUL")
            color: Theme.muted
            font.family: Theme.family
            font.pixelSize: 11
        }

        Text {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.team.fouls
            color: Theme.text
            font.family: Theme.family
            font.bold: true
            font.pixelSize: 20
        }
    }

    Column {
        visible: root.compact && root.match.hasTimeouts
        x: root.width - width - 2
        y: plate.height + 8
        spacing: 0

        Text {
            text: root.team.bonus ? qsTr("BONUS") : qsTr("T-O")
            color: root.team.bonus ? Theme.lamp : Theme.muted
            font.family: Theme.family
            font.bold: root.team.bonus
            font.pixelSize: 11
        }

        Text {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.team.timeoutsLeft
            color: Theme.text
            font.family: Theme.family
            font.bold: true
            font.pixelSize: 20
        }
    }

    PenaltyFace {
        id: penalties

        readonly property real besidePlate: plate.width + (root.team.possession ? 60 : 16)
        readonly property real room: root.tall ? root.width - penalties.besidePlate : root.width * 0.2

        x: root.compact ? 2 : root.mirrored ? root.width - penalties.besidePlate - width : penalties.besidePlate
        y: root.compact ? plate.height + (root.match.hasFouls ? 46 : 8) : root.tall ? 6 : 4
        width: root.compact ? root.width * 0.22 : penalties.room
        height: root.compact ? root.height - y : implicitHeight
        shownMax: root.compact ? Math.max(1, Math.min(3, Math.floor(height / 17))) : 3
        layoutDirection: root.mirrored ? Qt.RightToLeft : Qt.LeftToRight
        compact: root.compact
        times: root.team.penaltyTimes
        players: root.team.penaltyPlayers
        running: root.team.penaltiesRunning
    }

    Text {
        x: root.compact ? 0 : root.mirrored ? root.width - width - plate.width - 16 : plate.width + 16
        y: root.compact ? root.height - height : 6
        width: root.compact ? root.width : implicitWidth
        visible: text !== ""
        text: root.team.attemptsText
        color: Theme.lamp
        font.pixelSize: root.compact ? 13 : 22
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Shoot-out %1").arg(root.team.attemptsText)
    }
}
