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
    property list<string> beside // other keys of the side, where there are no larger steps

    readonly property color teamColor: Theme.teamColor(root.team.sideName)
    readonly property real stepsWidth: root.width - (root.minusInOwnRow ? 0 : root.minusWidth + Theme.gap)
    readonly property real stepWidth: (root.stepsWidth - (steps.count - 1) * Theme.gap) / Math.max(1, steps.count)

    function request(points: int, tapTime: double) {
        root.match.addPoints(root.team.side, points, tapTime);
    }

    function keyName(points: int): string {
        return "add %1 %2".arg(root.team.sideName).arg(points);
    }

    readonly property int stepRoom: Math.max(1, Math.floor((root.stepsWidth + Theme.gap) / (Theme.touchTarget + Theme.gap)))
    // To the linter a typed list has no methods; the engine gives it those of an array.
    readonly property var largerSteps: root.match.largerSteps
    readonly property var stepsLeftOver: root.largerSteps.slice(root.stepRoom)
    readonly property bool hasSteps: steps.count > 0 || root.beside.length > 0
    // The row of the steps is there for them or for the minus key.
    readonly property int stepsHeight: root.hasSteps || !root.minusInOwnRow ? root.stepHeight + Theme.gap : 0

    implicitHeight: root.firstHeight + root.stepsHeight + (root.minusInOwnRow ? Theme.gap + root.minusHeight : 0)

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

            model: root.largerSteps.slice(0, root.stepRoom)

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

    TeamKeys {
        x: root.minusInOwnRow || root.mirrored ? 0 : root.minusWidth + Theme.gap
        y: root.firstHeight + Theme.gap
        width: root.stepsWidth
        height: root.stepHeight
        names: root.beside
        team: root.team
        match: root.match
        mirrored: root.mirrored
    }

    ScoreKey {
        readonly property KeyState keyState: root.match.key(root.keyName(points))

        objectName: root.keyName(points)
        x: root.minusInOwnRow || !root.mirrored ? 0 : root.width - width
        y: root.firstHeight + Theme.gap + (root.minusInOwnRow ? root.stepsHeight : 0)
        width: root.minusInOwnRow ? root.width : root.minusWidth
        height: root.minusInOwnRow ? root.minusHeight : root.stepHeight
        points: -1
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
