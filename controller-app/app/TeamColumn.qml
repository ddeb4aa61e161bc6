import QtQuick
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

    TeamHeader {
        width: root.width
        height: points.y - root.spacing
        team: root.team
        match: root.match
        mirrored: root.mirrored
        compact: root.compact
    }

    PointKeys {
        id: points

        y: teamKeys.y - height - root.spacing
        width: root.width
        height: implicitHeight
        firstHeight: root.firstHeight
        stepHeight: root.stepHeight
        minusWidth: root.minusWidth
        minusInOwnRow: root.minusInOwnRow
        team: root.team
        match: root.match
        mirrored: root.mirrored
    }

    TeamKeys {
        id: teamKeys

        y: root.height - height
        width: root.width
        height: root.teamKeysHeight
        team: root.team
        match: root.match
        mirrored: root.mirrored
        withPossession: root.withPossession
    }
}
