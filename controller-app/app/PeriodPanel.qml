import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// Where the match stands: the period, its phase or what the table has to do now, and a time-out while one runs.
Item {
    id: root

    required property MatchViewModel match
    property bool compact: false

    // Room for one line below the period.
    readonly property bool low: root.compact && root.height < 70
    readonly property bool small: root.compact && root.width < 100
    readonly property bool inTimeout: root.match.timeoutText !== ""
    readonly property bool hasSituation: !root.inTimeout && root.match.situationText !== ""
    // Sets have a face of their own, which says it there.
    readonly property string prompt: root.inTimeout || root.match.setsText !== "" ? "" : root.match.promptText
    readonly property bool hasSecondLine: root.inTimeout || root.hasSituation || !root.small

    Accessible.role: Accessible.StaticText
    Accessible.name: root.inTimeout ? qsTr("Time-out %1, %2").arg(root.match.timeoutTeam).arg(root.match.timeoutText) : root.prompt !== "" ? root.prompt : root.match.phaseText

    Text {
        id: period

        x: root.compact ? (root.width - width) / 2 : 0
        height: root.compact && root.hasSecondLine ? root.height * 0.55 : root.height
        text: root.match.periodText === "" ? "–" : root.match.periodText
        color: Theme.text
        font.family: Theme.family
        font.bold: true
        font.pixelSize: {
            const room = root.compact ? root.width / (0.8 * Math.max(2, text.length)) : root.width / (0.72 * Math.max(5, text.length + 3));
            return Math.max(11, Math.round(Math.min(room, root.height * (root.compact ? 0.4 : 0.72))));
        }
        verticalAlignment: root.compact && root.hasSecondLine ? Text.AlignBottom : Text.AlignVCenter
    }

    Column {
        x: root.compact ? 0 : period.width + 18
        y: root.compact ? period.height : (root.height - height) / 2
        width: root.width - x
        spacing: 0

        Text {
            width: parent.width
            visible: root.inTimeout ? !root.low : root.hasSituation ? !root.compact : !root.small
            text: root.inTimeout ? qsTr("TIME-OUT") : root.prompt !== "" ? root.prompt : root.hasSituation ? root.match.situationDetail : root.match.phaseText
            color: root.inTimeout || root.prompt !== "" ? Theme.lamp : Theme.muted
            elide: Text.ElideRight
            font.family: Theme.family
            font.bold: root.inTimeout || root.prompt !== ""
            font.pixelSize: !root.compact ? 17 : root.small ? 11 : 15
            horizontalAlignment: root.compact ? Text.AlignHCenter : Text.AlignLeft
        }

        Text {
            width: parent.width
            visible: root.inTimeout || root.hasSituation
            text: root.hasSituation ? root.match.situationText : root.low ? qsTr("T-O %1").arg(root.match.timeoutText) : root.compact ? root.match.timeoutText : qsTr("%1  %2").arg(root.match.timeoutTeam).arg(root.match.timeoutText)
            color: root.hasSituation ? Theme.text : root.match.timeoutEnding ? Theme.shotClock : Theme.lamp
            elide: Text.ElideRight
            font.family: Theme.family
            font.bold: true
            font.pixelSize: !root.compact ? 26 : root.low ? 14 : root.small ? 18 : 28
            horizontalAlignment: root.compact ? Text.AlignHCenter : Text.AlignLeft
        }
    }
}
