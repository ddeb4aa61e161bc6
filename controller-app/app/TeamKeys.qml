import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// Keys of a side in a row, by their names.
Row {
    id: root

    required property list<string> names
    required property TeamViewModel team
    required property MatchViewModel match
    property bool mirrored: false

    readonly property real keyWidth: (root.width - (root.names.length - 1) * Theme.gap) / Math.max(1, root.names.length)

    spacing: Theme.gap

    Repeater {
        model: root.names

        // qmllint disable unqualified
        TeamKey {
            required property string modelData

            name: modelData
            width: root.keyWidth
            height: root.height
            team: root.team
            match: root.match
            arrowRight: root.mirrored
        }
        // qmllint enable unqualified
    }
}
