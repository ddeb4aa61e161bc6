import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// Phone, lying: HOME, clock and STOP, GUEST side by side.
Arrangement {
    id: root

    readonly property int margin: 8
    readonly property int teamGap: 12
    readonly property real middleWidth: 200
    readonly property real columnWidth: (root.width - 2 * root.margin - 2 * root.teamGap - root.middleWidth) / 2
    readonly property real bodyTop: strip.height + 8

    // Over a side's small keys: the clock and STOP stay free.
    messageX: root.margin
    messageWidth: root.columnWidth
    messageTop: -1
    messageBottom: root.height - 8

    StatusStrip {
        id: strip

        width: root.width
        height: 36
        status: root.controller.strip.state
        headline: root.controller.strip.headline
        detail: root.controller.strip.detail
    }

    TeamColumn {
        x: root.margin
        y: root.bodyTop
        width: root.columnWidth
        height: root.height - y - 8
        compact: true
        spacing: Theme.gap
        firstHeight: 88
        stepHeight: 64
        minusWidth: 56
        teamKeysHeight: Theme.touchTarget
        withPossession: false
        team: root.leftTeam
        match: root.match
    }

    TeamColumn {
        x: root.width - root.margin - root.columnWidth
        y: root.bodyTop
        width: root.columnWidth
        height: root.height - y - 8
        compact: true
        spacing: Theme.gap
        firstHeight: 88
        stepHeight: 64
        minusWidth: 56
        teamKeysHeight: Theme.touchTarget
        withPossession: false
        team: root.rightTeam
        match: root.match
        mirrored: true
    }

    Item {
        id: middle

        x: root.margin + root.columnWidth + root.teamGap
        y: root.bodyTop
        width: root.middleWidth
        height: root.height - y - 8

        MatchFace {
            width: parent.width
            height: places.y - 4
            captionSize: 11
            match: root.match
        }

        Item {
            id: places

            y: startStop.y - height - 8
            width: parent.width
            height: 56

            PeriodPanel {
                width: root.match.hasShotClock ? 68 : 136
                height: parent.height
                compact: true
                match: root.match
            }

            ShotFace {
                x: 72
                width: 64
                height: parent.height
                captionSize: 11
                visible: root.match.hasShotClock
                time: root.match.shotText
                running: root.match.shotRunning
                held: root.match.shotHeld
                name: root.match.shotName
            }

            ActionKey {
                objectName: "more"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                width: 52
                height: 52
                shape: "more"
                labelSize: 22
                Accessible.name: qsTr("More")
                onTapped: more.visible = !more.visible
            }
        }

        StartStopKey {
            id: startStop

            y: small.y - height - 8
            width: parent.width
            height: 80
            visible: root.match.hasClock
            labelSize: 28
            match: root.match
        }

        InningsFace {
            y: startStop.y
            width: parent.width
            height: startStop.height
            visible: root.match.hasCount && !root.match.hasClock
            match: root.match
        }

        Row {
            id: small

            readonly property real keyWidth: (middle.width - 2 * Theme.gap) / 3

            y: middle.height - height
            height: 64
            spacing: Theme.gap

            UndoKey {
                objectName: "undo"
                width: small.keyWidth
                height: small.height
                labelSize: 14
                undoes: root.match.undoLabel
                onUndoRequested: tapTime => root.match.undo(tapTime)
                onHistoryRequested: root.pageRequested("history")
            }

            HoldButton {
                readonly property KeyState keyState: root.match.key("period next")

                objectName: "period next"
                width: small.keyWidth
                height: small.height
                labelSize: 13
                text: qsTr("PERIOD")
                caption: root.match.nextPeriodText
                level: keyState.level
                tap: keyState.tap
                enabled: keyState.offered
                Accessible.name: qsTr("%1, hold").arg(root.match.nextPeriodText)
                onHeld: tapTime => root.match.nextPeriod(tapTime)
            }

            ActionKey {
                readonly property KeyState keyState: root.match.key("horn")

                objectName: "horn"
                width: small.keyWidth
                height: small.height
                actsOnPress: true
                shape: "horn"
                text: qsTr("HORN")
                labelSize: 13
                fill: Theme.horn
                ink: Theme.hornInk
                edge: root.match.hornSounding ? Theme.lamp : "transparent"
                level: keyState.level
                tap: keyState.tap
                bounces: keyState.bounces
                enabled: keyState.offered
                Accessible.name: qsTr("Horn")
                onTapped: tapTime => root.match.soundHorn(tapTime)
            }
        }
    }

    MorePanel {
        id: more

        x: root.margin
        y: root.bodyTop
        width: root.width - 2 * root.margin
        height: root.height - y
        visible: false
        withGameKeys: true
        labelsAbove: true
        split: true
        controller: root.controller
        onClosed: more.visible = false
        onClockEntryRequested: root.clockEntryRequested()
        onPageRequested: page => root.pageRequested(page)
    }
}
