import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// One side of the match: its figures above, its keys below. The keys keep their places at the bottom whatever the
// figures have room for.
Item {
    id: root

    required property TeamViewModel team
    required property MatchViewModel match
    property bool mirrored: false
    property bool compact: false
    property int spacing: 12

    property int firstHeight: 136
    property int stepHeight: 96
    property int minusWidth: 96
    property bool minusInOwnRow: false
    property int teamKeysHeight: 72
    property bool withPossession: true

    // What this sport counts stands beside the points, where those leave room, and below; what has no room is reached
    // by "all keys".
    readonly property int leastWidth: root.compact ? 60 : 100
    // To the linter a typed list has no methods; the engine gives it those of an array.
    readonly property var keysOfTeam: root.team.teamKeys
    readonly property var ownKeys: root.team.ownKeys
    readonly property var teamKeys: root.keysOfTeam.filter(name => root.withPossession || !name.startsWith("possession"))
    readonly property var allKeys: points.stepsLeftOver.map(step => points.keyName(step)).concat(root.teamKeys, root.ownKeys)
    readonly property int room: root.match.hasScore && root.match.largerSteps.length === 0 ? Math.floor((points.stepsWidth + Theme.gap) / (root.leastWidth + Theme.gap)) : 0
    readonly property var besidePoints: root.allKeys.length <= root.room ? root.allKeys : root.ownKeys.slice(0, root.room)
    readonly property var below: root.allKeys.filter(name => !root.besidePoints.includes(name)).slice(0, Math.floor((root.width + Theme.gap) / ((root.compact ? 48 : 84) + Theme.gap)))
    readonly property real belowHeight: root.below.length === 0 ? 0 : root.match.hasScore ? root.teamKeysHeight : root.height - header.plateHeight - root.spacing

    TeamHeader {
        id: header

        width: root.width
        height: points.y - root.spacing
        team: root.team
        match: root.match
        mirrored: root.mirrored
        compact: root.compact
    }

    PointKeys {
        id: points

        y: root.height - root.belowHeight - (root.below.length > 0 ? root.spacing : 0) - height
        width: root.width
        height: root.match.hasScore ? implicitHeight : 0
        visible: root.match.hasScore
        firstHeight: root.firstHeight + (root.below.length > 0 ? 0 : root.teamKeysHeight + root.spacing)
        stepHeight: root.stepHeight
        minusWidth: root.minusWidth
        minusInOwnRow: root.minusInOwnRow
        beside: root.besidePoints
        team: root.team
        match: root.match
        mirrored: root.mirrored
    }

    TeamKeys {
        y: root.height - height
        width: root.width
        height: root.belowHeight
        names: root.below
        team: root.team
        match: root.match
        mirrored: root.mirrored
    }
}
