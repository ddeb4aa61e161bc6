import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// A side's points: the smallest step is the biggest key; taking a point back stands away from it.
Item {
    id: root

    required property TeamViewModel team
    required property MatchViewModel match
    property bool mirrored: false
    property bool minusInOwnRow: false
    property int firstHeight: 136
    property int stepHeight: 96
    property int minusWidth: 96
    property int minusHeight: 48

    readonly property color teamColor: Theme.teamColor(root.team.sideName)
    readonly property real stepsWidth: root.width - (root.minusInOwnRow ? 0 : root.minusWidth + Theme.gap)
    readonly property real stepWidth: (root.stepsWidth - (steps.count - 1) * Theme.gap) / Math.max(1, steps.count)

    function request(points: int, tapTime: double) {
        root.match.addPoints(root.team.side, points, tapTime);
    }

    function keyName(points: int): string {
        return "add %1 %2".arg(root.team.sideName).arg(points);
    }

    implicitHeight: root.firstHeight + Theme.gap + root.stepHeight + (root.minusInOwnRow ? Theme.gap + root.minusHeight : 0)

    ScoreKey {
        readonly property KeyState keyState: root.match.key(root.keyName(points))

        objectName: root.keyName(points)
        width: root.width
        height: root.firstHeight
        points: root.match.smallestStep
        digitSize: Math.round(height * 0.55)
        fill: root.teamColor
        ink: Theme.teamInk
        level: keyState.level
        tap: keyState.tap
        bounces: keyState.bounces
        enabled: keyState.offered
        Accessible.name: qsTr("%1 plus %2, now %3").arg(root.team.name).arg(points).arg(root.team.scoreText)
        onPointsRequested: (points, tapTime) => root.request(points, tapTime)
    }

    Row {
        x: root.minusInOwnRow || root.mirrored ? 0 : root.minusWidth + Theme.gap
        y: root.firstHeight + Theme.gap
        spacing: Theme.gap

        Repeater {
            id: steps

            model: root.match.largerSteps

            // qmllint disable unqualified
            ScoreKey {
                required property int modelData
                readonly property KeyState keyState: root.match.key(root.keyName(points))

                objectName: root.keyName(points)
                width: root.stepWidth
                height: root.stepHeight
                points: modelData
                ink: root.teamColor
                edge: Qt.alpha(root.teamColor, 0.45)
                level: keyState.level
                tap: keyState.tap
                bounces: keyState.bounces
                enabled: keyState.offered
                Accessible.name: qsTr("%1 plus %2, now %3").arg(root.team.name).arg(points).arg(root.team.scoreText)
                onPointsRequested: (points, tapTime) => root.request(points, tapTime)
            }
            // qmllint enable unqualified
        }
    }

    ScoreKey {
        readonly property KeyState keyState: root.match.key(root.keyName(points))

        objectName: root.keyName(points)
        x: root.minusInOwnRow || !root.mirrored ? 0 : root.width - width
        y: root.firstHeight + Theme.gap + (root.minusInOwnRow ? root.stepHeight + Theme.gap : 0)
        width: root.minusInOwnRow ? root.width : root.minusWidth
        height: root.minusInOwnRow ? root.minusHeight : root.stepHeight
        points: -root.match.smallestStep
        digitSize: Math.round(Math.min(height * 0.42, width * 0.36))
        fill: Theme.minus
        ink: Theme.minusInk
        level: keyState.level
        tap: keyState.tap
        bounces: keyState.bounces
        enabled: keyState.offered
        Accessible.name: qsTr("%1 minus %2, now %3").arg(root.team.name).arg(-points).arg(root.team.scoreText)
        onPointsRequested: (points, tapTime) => root.request(points, tapTime)
    }
}
