import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// Everything that the rules of this match know, corrections too: HOME, what belongs to no side, GUEST. Whatever a sport
// has without a control of its own is found here.
Rectangle {
    id: root

    required property ControllerViewModel controller

    readonly property MatchViewModel match: root.controller.match
    readonly property int columns: root.width < Theme.phoneBelow ? 1 : 3
    readonly property real columnWidth: (head.width - 2 * head.margin - (root.columns - 1) * 24) / root.columns

    signal closed

    color: Theme.background

    PageHead {
        id: head

        width: root.width
        height: implicitHeight
        controller: root.controller
        title: root.match.rulesName
        onClosed: root.closed()
    }

    Flickable {
        y: head.height
        width: root.width
        height: root.height - y
        contentHeight: keys.height + 24
        clip: true

        Grid {
            id: keys

            x: head.margin
            y: 8
            columns: root.columns
            columnSpacing: 24
            rowSpacing: 16

            AllKeys {
                width: root.columnWidth
                heading: root.match.home.name
                headingColor: Theme.teamColor("home")
                names: root.match.home.allKeys
                match: root.match
            }

            AllKeys {
                width: root.columnWidth
                heading: qsTr("Match")
                names: root.match.sharedKeys
                match: root.match
            }

            AllKeys {
                width: root.columnWidth
                heading: root.match.guest.name
                headingColor: Theme.teamColor("guest")
                names: root.match.guest.allKeys
                match: root.match
            }
        }
    }
}
