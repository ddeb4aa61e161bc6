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
        contentHeight: keys.y + keys.height + 16
        clip: true

        Text {
            id: source

            x: head.margin
            width: head.width - 2 * head.margin
            text: root.match.rulesSource
            color: Theme.faint
            elide: Text.ElideRight
            font.family: Theme.family
            font.pixelSize: 14
        }

        // What is typed.
        Flow {
            id: entries

            x: head.margin
            y: source.height + 12
            width: head.width - 2 * head.margin
            spacing: Theme.gap

            Repeater {
                model: root.match.entries

                // qmllint disable unqualified
                ActionKey {
                    required property string modelData

                    objectName: "enter " + modelData
                    width: Math.max(160, (root.columnWidth - Theme.gap) / 2)
                    height: 60
                    labelSize: 15
                    text: qsTr("%1 …").arg(root.match.entryLabel(modelData))
                    Accessible.name: qsTr("%1: type it").arg(root.match.entryLabel(modelData))
                    onTapped: numberEntry.open(modelData)
                }
                // qmllint enable unqualified
            }

            ActionKey {
                objectName: "team names"
                width: Math.max(160, (root.columnWidth - Theme.gap) / 2)
                height: 60
                labelSize: 15
                text: qsTr("TEAM NAMES …")
                Accessible.name: qsTr("Team names: type them")
                onTapped: teamNames.open()
            }
        }

        Grid {
            id: keys

            x: head.margin
            y: entries.y + entries.height + 16
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

    Toast {
        x: head.margin
        y: root.height - height - 8
        width: head.width - 2 * head.margin
        bad: true
        text: root.match.refusalText
        stays: root.match.refusalStays
        onDismissed: root.match.dismissRefusal()
    }

    TeamNames {
        id: teamNames

        anchors.fill: parent
        match: root.match
    }

    NumberEntry {
        id: numberEntry

        anchors.fill: parent
        match: root.match
    }
}
