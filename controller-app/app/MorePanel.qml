import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// The keys that are needed now and then. On a phone also those that have no room on the page: `withGameKeys`.
Rectangle {
    id: root

    required property ControllerViewModel controller
    property bool withGameKeys: false
    property bool labelsAbove: false
    // On a lying phone the rows stand on both sides of the clock, which stays free.
    property bool split: false

    readonly property MatchViewModel match: root.controller.match
    readonly property int keyHeight: root.labelsAbove ? 48 : 52
    readonly property real columnWidth: root.split ? 200 : root.width - 24

    signal clockEntryRequested
    signal pageRequested(string page)
    signal closed

    function leave(page: string) {
        root.closed();
        root.pageRequested(page);
    }

    color: root.split ? "transparent" : Theme.surface
    radius: root.split ? 0 : Theme.radius
    border.width: root.split ? 0 : 1
    border.color: Theme.outline
    implicitHeight: (root.withGameKeys ? left.implicitHeight + 8 : 0) + right.implicitHeight + 24

    Rectangle {
        width: root.columnWidth
        height: root.height
        visible: root.split
        color: Theme.background
    }

    Rectangle {
        x: root.width - width
        width: root.columnWidth
        height: root.height
        visible: root.split
        color: Theme.background
    }

    // What lies beneath is not touched.
    MouseArea {
        width: root.split ? root.columnWidth : root.width
        height: root.height
    }

    MouseArea {
        x: root.width - width
        width: root.columnWidth
        height: root.height
    }

    Column {
        id: left

        x: root.split ? 0 : 12
        y: root.split ? 0 : 12
        width: root.columnWidth
        visible: root.withGameKeys
        height: visible ? implicitHeight : 0
        spacing: 8

        MoreRow {
            width: parent.width
            visible: root.match.hasShotClock
            label: qsTr("Shot")
            labelAbove: root.labelsAbove
            keyHeight: root.split ? root.keyHeight * 2 + Theme.gap : root.keyHeight

            ShotKeys {
                anchors.fill: parent
                rows: root.split ? 2 : 1
                match: root.match
            }
        }

        MoreRow {
            width: parent.width
            visible: root.match.addedValues.length > 0
            label: qsTr("Added")
            labelAbove: root.labelsAbove
            keyHeight: root.keyHeight * 2 + Theme.gap

            AddedKeys {
                anchors.fill: parent
                columns: 3
                match: root.match
            }
        }

        MoreRow {
            width: parent.width
            visible: root.match.hasClock
            label: qsTr("Clock")
            labelAbove: root.labelsAbove
            keyHeight: root.keyHeight

            ClockKeys {
                anchors.fill: parent
                match: root.match
                onEntryRequested: {
                    root.closed();
                    root.clockEntryRequested();
                }
            }
        }

        MoreRow {
            id: arrowRow

            width: parent.width
            visible: root.match.hasPossession
            label: qsTr("Arrow")
            labelAbove: root.labelsAbove
            keyHeight: root.keyHeight

            Row {
                spacing: Theme.gap

                Repeater {
                    model: [root.match.home, root.match.guest]

                    // qmllint disable unqualified
                    ActionKey {
                        required property TeamViewModel modelData
                        readonly property KeyState keyState: root.match.key("possession " + modelData.sideName)

                        objectName: "possession " + modelData.sideName
                        width: (arrowRow.keys.width - Theme.gap) / 2
                        height: root.keyHeight
                        text: modelData.name
                        labelSize: 16
                        ink: modelData.possession ? Theme.lamp : Theme.text
                        edge: modelData.possession ? Theme.lamp : "transparent"
                        level: keyState.level
                        tap: keyState.tap
                        enabled: keyState.offered
                        Accessible.name: qsTr("Arrow to %1").arg(modelData.name)
                        onTapped: tapTime => root.match.givePossession(modelData.side, tapTime)
                    }
                    // qmllint enable unqualified
                }
            }
        }
    }

    Column {
        id: right

        x: root.split ? root.width - width : 12
        y: root.split ? 0 : left.visible ? left.y + left.height + 8 : 12
        width: root.columnWidth
        spacing: 8

        MoreRow {
            id: pastRow

            width: parent.width
            label: qsTr("Past")
            labelAbove: root.labelsAbove
            keyHeight: root.keyHeight

            Row {
                spacing: Theme.gap

                ActionKey {
                    objectName: "redo in sheet"
                    width: root.withGameKeys ? (pastRow.keys.width - 2 * Theme.gap) / 3 : 0
                    height: root.keyHeight
                    visible: root.withGameKeys
                    text: qsTr("REDO")
                    caption: root.match.redoLabel
                    labelSize: 15
                    Accessible.name: root.match.redoLabel === "" ? qsTr("Redo, nothing to bring back") : qsTr("Redo %1").arg(root.match.redoLabel)
                    onTapped: tapTime => root.match.redo(tapTime)
                }

                ActionKey {
                    objectName: "history"
                    width: root.withGameKeys ? (pastRow.keys.width - 2 * Theme.gap) / 3 : (pastRow.keys.width - Theme.gap) / 2
                    height: root.keyHeight
                    text: qsTr("HISTORY")
                    labelSize: 15
                    Accessible.name: qsTr("History and corrections")
                    onTapped: root.leave("history")
                }

                ActionKey {
                    objectName: "all keys"
                    width: root.withGameKeys ? (pastRow.keys.width - 2 * Theme.gap) / 3 : (pastRow.keys.width - Theme.gap) / 2
                    height: root.keyHeight
                    text: qsTr("ALL KEYS")
                    labelSize: 15
                    Accessible.name: qsTr("All keys of this match, corrections too")
                    onTapped: root.leave("keys")
                }
            }
        }

        MoreRow {
            id: tabletRow

            readonly property int keyCount: root.withGameKeys ? 2 : 3
            readonly property real keyWidth: (tabletRow.keys.width - (tabletRow.keyCount - 1) * Theme.gap) / tabletRow.keyCount

            width: parent.width
            label: qsTr("This tablet")
            labelAbove: root.labelsAbove
            keyHeight: root.keyHeight

            Row {
                spacing: Theme.gap

                ActionKey {
                    objectName: "boards"
                    width: tabletRow.keyWidth
                    height: root.keyHeight
                    text: qsTr("BOARD")
                    labelSize: 15
                    Accessible.name: qsTr("Choose a board")
                    onTapped: root.leave("connect")
                }

                ActionKey {
                    objectName: "numbers"
                    width: tabletRow.keyWidth
                    height: root.keyHeight
                    visible: !root.withGameKeys
                    text: root.controller.preferences.asksNumbers ? qsTr("NUMBERS OFF") : qsTr("NUMBERS ON")
                    labelSize: 15
                    Accessible.name: root.controller.preferences.asksNumbers ? qsTr("Do not ask for shirt numbers") : qsTr("Ask for shirt numbers")
                    onTapped: root.controller.preferences.asksNumbers = !root.controller.preferences.asksNumbers
                }

                ActionKey {
                    objectName: "theme"
                    width: tabletRow.keyWidth
                    height: root.keyHeight
                    text: Theme.bright ? qsTr("DARK") : qsTr("BRIGHT")
                    labelSize: 15
                    Accessible.name: Theme.bright ? qsTr("Dark screen") : qsTr("Bright screen for a sunlit hall")
                    onTapped: root.controller.preferences.bright = !root.controller.preferences.bright
                }
            }
        }

        MoreRow {
            id: endsRow

            width: parent.width
            label: qsTr("Match")
            labelAbove: root.labelsAbove
            keyHeight: root.keyHeight

            Row {
                spacing: Theme.gap

                HoldButton {
                    objectName: "swap ends"
                    width: (endsRow.keys.width - 2 * Theme.gap) / 3
                    height: root.keyHeight
                    labelSize: 15
                    text: qsTr("SWAP")
                    caption: qsTr("hold")
                    Accessible.name: qsTr("Swap ends, hold")
                    onHeld: root.controller.preferences.homeOnRight = !root.controller.preferences.homeOnRight
                }

                ActionKey {
                    objectName: "new match"
                    width: (endsRow.keys.width - 2 * Theme.gap) / 3
                    height: root.keyHeight
                    text: qsTr("NEW")
                    labelSize: 15
                    Accessible.name: qsTr("New match, another sport")
                    onTapped: root.leave("new match")
                }

                ActionKey {
                    objectName: "close sheet"
                    width: (endsRow.keys.width - 2 * Theme.gap) / 3
                    height: root.keyHeight
                    text: qsTr("CLOSE")
                    labelSize: 15
                    Accessible.name: qsTr("Close")
                    onTapped: root.closed()
                }
            }
        }
    }
}
