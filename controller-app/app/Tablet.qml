import QtQuick
import Scoreboard.Controls

// Tablet, either way up: clock over two team columns, bar below.
Arrangement {
    id: root

    readonly property bool portrait: root.height > root.width

    // Beside the clock: the shot clock, or the time that is added, or else the keys that put the clock right.
    readonly property bool addsTime: root.match.addedValues.length > 0
    readonly property bool clockKeysAside: !root.portrait && !root.match.hasShotClock && !root.addsTime

    readonly property int margin: 16
    readonly property int teamGap: 24
    readonly property real columnWidth: (root.width - 2 * root.margin - root.teamGap) / 2
    readonly property int clockHeight: Math.round(root.height * (root.portrait ? 0.17 : 0.2))
    readonly property real columnTop: clockRow.y + clockRow.height + (!root.portrait ? 0 : root.messageHeight > 0 ? root.messageHeight + 24 : 16)
    readonly property int firstHeight: root.portrait ? 176 : 136
    readonly property int stepHeight: root.portrait ? 120 : 96
    readonly property int teamKeysHeight: root.portrait ? 96 : 72

    messageX: root.margin
    messageWidth: root.portrait ? root.width - 2 * root.margin : 380
    messageTop: root.portrait ? clockRow.y + clockRow.height + 12 : clockArea.y
    messageBottom: 0

    StatusStrip {
        id: strip

        width: root.width
        height: 48
        status: root.controller.strip.state
        headline: root.controller.strip.headline
        detail: root.controller.strip.detail
    }

    Item {
        id: clockArea

        x: root.margin
        y: strip.height + 12
        width: root.width - 2 * root.margin
        height: root.clockHeight

        PeriodPanel {
            id: periodPanel

            width: root.portrait ? 190 : 380
            height: root.portrait || (root.clockKeysAside && !root.match.hasCount) ? parent.height : parent.height - 72
            compact: root.portrait
            match: root.match
        }

        ClockKeys {
            x: root.clockKeysAside ? parent.width - width : 0
            y: root.clockKeysAside ? (parent.height - height) / 2 : parent.height - height
            width: periodPanel.width
            height: 64
            visible: !root.portrait && root.match.hasClock
            match: root.match
            onEntryRequested: root.clockEntryRequested()
        }

        InningsFace {
            y: parent.height - height
            width: periodPanel.width
            height: 76
            visible: !root.portrait && root.match.hasCount
            match: root.match
        }

        MatchFace {
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * periodPanel.width - 24
            height: parent.height
            match: root.match
        }

        ShotFace {
            x: root.portrait ? parent.width - width : parent.width - 380
            width: root.portrait ? 150 : 148
            height: parent.height
            visible: root.match.hasShotClock
            time: root.match.shotText
            running: root.match.shotRunning
            held: root.match.shotHeld
            name: root.match.shotName
        }

        ShotKeys {
            anchors.right: parent.right
            width: 220
            height: parent.height
            visible: !root.portrait && root.match.hasShotClock
            match: root.match
        }

        MoreRow {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            width: 380
            height: implicitHeight
            visible: !root.portrait && root.addsTime && !root.match.hasShotClock
            label: qsTr("ADDED TIME")
            labelAbove: true
            keyHeight: 64

            AddedKeys {
                anchors.fill: parent
                match: root.match
            }
        }
    }

    Item {
        id: clockRow

        x: root.margin
        y: clockArea.y + clockArea.height + 12
        width: clockArea.width
        height: root.portrait ? 80 : 0
        visible: root.portrait && root.match.hasClock

        ClockKeys {
            width: root.match.hasShotClock || root.addsTime ? root.columnWidth : parent.width
            height: parent.height
            visible: root.match.hasClock
            match: root.match
            onEntryRequested: root.clockEntryRequested()
        }

        ShotKeys {
            anchors.right: parent.right
            width: root.columnWidth
            height: parent.height
            rows: 1
            visible: root.match.hasShotClock
            match: root.match
        }

        AddedKeys {
            anchors.right: parent.right
            width: root.columnWidth
            height: parent.height
            visible: root.addsTime && !root.match.hasShotClock
            match: root.match
        }
    }

    InningsFace {
        x: root.margin + 8
        y: clockRow.y
        width: clockRow.width - 16
        height: clockRow.height
        visible: root.portrait && root.match.hasCount && !root.match.hasClock
        match: root.match
    }

    // A message pushes the figures down, never the keys.
    TeamColumn {
        x: root.margin
        y: root.columnTop
        width: root.columnWidth
        height: bar.y - y - 12
        firstHeight: root.firstHeight
        stepHeight: root.stepHeight
        teamKeysHeight: root.teamKeysHeight
        team: root.leftTeam
        match: root.match
    }

    TeamColumn {
        x: root.margin + root.columnWidth + root.teamGap
        y: root.columnTop
        width: root.columnWidth
        height: bar.y - y - 12
        firstHeight: root.firstHeight
        stepHeight: root.stepHeight
        teamKeysHeight: root.teamKeysHeight
        team: root.rightTeam
        match: root.match
        mirrored: true
    }

    CommandBar {
        id: bar

        x: root.margin
        y: root.height - height - 16
        width: root.width - 2 * root.margin
        height: root.portrait ? 104 : 88
        match: root.match
        onHistoryRequested: root.pageRequested("history")
        onMoreRequested: more.visible = !more.visible
    }

    MorePanel {
        id: more

        x: root.width - width - root.margin
        y: bar.y - height - 12
        width: 420
        height: implicitHeight
        visible: false
        controller: root.controller
        onClosed: more.visible = false
        onPageRequested: page => root.pageRequested(page)
    }
}
