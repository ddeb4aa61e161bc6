import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// The middle of the scoreboard: the clock, or where there is none the count or the sets.
Item {
    id: root

    required property MatchViewModel match
    property int captionSize: 14

    ClockFace {
        anchors.fill: parent
        captionSize: root.captionSize
        visible: root.match.hasClock
        time: root.match.clockText
        running: root.match.clockRunning
        added: root.match.addedText
        hallDiffers: root.match.hallDiffers
    }

    BallsFace {
        anchors.fill: parent
        visible: !root.match.hasClock && root.match.hasCount
        balls: root.match.balls
        strikes: root.match.strikes
        outs: root.match.outs
        bases: root.match.bases
    }

    SetsFace {
        anchors.fill: parent
        visible: !root.match.hasClock && !root.match.hasCount
        match: root.match
    }
}
