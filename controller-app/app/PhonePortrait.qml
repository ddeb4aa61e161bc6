import QtQuick
import Scoreboard.Controls

// Phone, upright: the tablet's order in small; what has no room stands in the sheet.
Arrangement {
    id: root

    readonly property int margin: 8
    readonly property int teamGap: 16
    readonly property real columnWidth: (root.width - 2 * root.margin - root.teamGap) / 2
    readonly property int inningsHeight: root.match.hasCount ? 52 : 0
    // What a taller phone has more than the smallest goes to the big keys.
    readonly property int spare: Math.max(0, Math.min(root.height, 800) - 640)

    messageX: root.margin
    messageWidth: root.width - 2 * root.margin
    messageTop: -1
    messageBottom: bar.y - 8

    StatusStrip {
        id: strip

        width: root.width
        height: 56
        twoLines: true
        rightInset: 60
        status: root.controller.strip.state
        headline: root.controller.strip.headline
        detail: root.controller.strip.detail
    }

    ActionKey {
        objectName: "more"
        x: root.width - width - 4
        y: 4
        width: 48
        height: 48
        fill: "transparent"
        ink: strip.ink
        shape: "more"
        labelSize: 24
        Accessible.name: qsTr("More")
        onTapped: more.visible = !more.visible
    }

    Item {
        id: clockArea

        x: root.margin
        y: strip.height + 6
        width: root.width - 2 * root.margin
        height: Math.round(root.height * 0.17)

        InningsFace {
            y: parent.height - height
            width: parent.width
            height: root.inningsHeight
            visible: root.match.hasCount
            match: root.match
        }

        PeriodPanel {
            width: 64
            height: parent.height - root.inningsHeight
            compact: true
            match: root.match
        }

        MatchFace {
            x: 68
            width: parent.width - 68 - (root.match.hasShotClock ? 72 : 0)
            height: parent.height - root.inningsHeight
            captionSize: 12
            match: root.match
        }

        ShotFace {
            anchors.right: parent.right
            y: root.match.hasCount ? 0 : 14
            width: 66
            height: parent.height - y - root.inningsHeight
            captionSize: 12
            visible: root.match.hasShotClock
            time: root.match.shotText
            running: root.match.shotRunning
            held: root.match.shotHeld
            name: root.match.shotName
        }
    }

    TeamColumn {
        x: root.margin
        y: clockArea.y + clockArea.height + 8
        width: root.columnWidth
        height: bar.y - y - 8
        compact: true
        spacing: Theme.gap
        firstHeight: 96 + Math.round(root.spare * 0.3)
        stepHeight: 64 + Math.round(root.spare * 0.15)
        minusInOwnRow: true
        teamKeysHeight: Theme.touchTarget
        withPossession: false
        team: root.leftTeam
        match: root.match
    }

    TeamColumn {
        x: root.margin + root.columnWidth + root.teamGap
        y: clockArea.y + clockArea.height + 8
        width: root.columnWidth
        height: bar.y - y - 8
        compact: true
        spacing: Theme.gap
        firstHeight: 96 + Math.round(root.spare * 0.3)
        stepHeight: 64 + Math.round(root.spare * 0.15)
        minusInOwnRow: true
        teamKeysHeight: Theme.touchTarget
        withPossession: false
        team: root.rightTeam
        match: root.match
        mirrored: true
    }

    CommandBar {
        id: bar

        x: root.margin
        y: root.height - height - 8
        width: root.width - 2 * root.margin
        height: 64
        small: true
        match: root.match
        onHistoryRequested: root.pageRequested("history")
    }

    MorePanel {
        id: more

        x: 0
        y: clockArea.y + clockArea.height + 4
        width: root.width
        height: bar.y - y - 4
        visible: false
        withGameKeys: true
        controller: root.controller
        onClosed: more.visible = false
        onClockEntryRequested: root.clockEntryRequested()
        onPageRequested: page => root.pageRequested(page)
    }
}
