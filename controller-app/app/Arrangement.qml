import QtQuick
import Scoreboard.ViewModel

// What every arrangement of the match page has: its sides, and a place for what the page has to say, away from the
// clock and STOP.
Item {
    id: root

    required property ControllerViewModel controller
    property real messageHeight: 0

    readonly property MatchViewModel match: root.controller.match
    readonly property TeamViewModel leftTeam: root.controller.preferences.homeOnRight ? root.match.guest : root.match.home
    readonly property TeamViewModel rightTeam: root.controller.preferences.homeOnRight ? root.match.home : root.match.guest

    property real messageX: 0
    property real messageWidth: 0
    property real messageTop: -1 // negative: the messages end at messageBottom
    property real messageBottom: 0

    signal clockEntryRequested
    signal pageRequested(string page)
}
