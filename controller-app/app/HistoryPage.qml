import QtQuick
import Scoreboard.Controls
import Scoreboard.ViewModel

// What was tapped, by whom, when, and how far it came; every row that can be taken back has its key, and a touch of it
// opens what else can be put right.
Rectangle {
    id: root

    required property ControllerViewModel controller

    readonly property bool wide: root.width >= Theme.phoneBelow
    readonly property int margin: root.wide ? 16 : 8

    signal closed

    color: Theme.background

    StatusStrip {
        id: strip

        width: root.width
        height: root.height < 420 ? 36 : twoLines ? 56 : 48
        twoLines: !root.wide
        status: root.controller.strip.state
        headline: root.controller.strip.headline
        detail: root.controller.strip.detail
    }

    ActionKey {
        id: backKey

        objectName: "back"
        x: root.margin
        y: strip.height + 8
        width: root.wide ? 132 : 100
        height: 52
        shape: "back"
        text: qsTr("SCORE")
        labelSize: root.wide ? 18 : 16
        Accessible.name: qsTr("Back to the score")
        onTapped: root.closed()
    }

    Text {
        anchors.left: backKey.right
        anchors.leftMargin: 16
        anchors.verticalCenter: backKey.verticalCenter
        text: qsTr("History")
        color: Theme.text
        font.family: Theme.family
        font.bold: true
        font.pixelSize: Theme.titleSize
    }

    Text {
        anchors.right: parent.right
        anchors.rightMargin: root.margin + 4
        anchors.verticalCenter: backKey.verticalCenter
        text: "%1 : %2".arg(root.controller.match.home.scoreText).arg(root.controller.match.guest.scoreText)
        color: Theme.muted
        font.family: Theme.family
        font.bold: true
        font.pixelSize: Theme.titleSize
    }

    Text {
        anchors.centerIn: list
        visible: list.count === 0
        text: qsTr("Nothing was tapped yet")
        color: Theme.muted
        font.family: Theme.family
        font.pixelSize: 18
    }

    OfferCard {
        id: question

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.margin
        x: root.margin
        width: root.width - 2 * root.margin
        offer: root.controller.offer
    }

    // Before the past is put right: the hall sees the outcome, not the way there.
    ActionKey {
        id: holdKey

        readonly property bool held: root.controller.match.displayHeld
        readonly property string keyName: holdKey.held ? "display release" : "display hold"
        readonly property KeyState keyState: root.controller.match.key(holdKey.keyName)

        objectName: "hold display"
        anchors.bottom: question.visible ? question.top : parent.bottom
        anchors.bottomMargin: 8
        x: root.margin
        width: root.width - 2 * root.margin
        height: root.height < 420 ? 44 : 52
        labelSize: root.wide ? 18 : 16
        fill: holdKey.held ? Theme.lamp : Theme.raised
        ink: holdKey.held ? Theme.lampInk : Theme.text
        text: holdKey.held ? qsTr("SHOW THE HALL THIS SCORE") : qsTr("HOLD THE HALL'S SCORE")
        level: keyState.level
        tap: keyState.tap
        enabled: keyState.offered
        Accessible.name: text
        onTapped: tapTime => root.controller.match.act(holdKey.keyName, tapTime)
    }

    ListView {
        id: list

        objectName: "history list"
        anchors.top: backKey.bottom
        anchors.topMargin: 8
        anchors.bottom: holdKey.top
        anchors.bottomMargin: 8
        x: root.margin
        width: root.width - 2 * root.margin
        clip: true
        spacing: 2
        model: root.controller.history
        // qmllint disable unqualified
        delegate: HistoryRow {
            width: list.width
            wide: root.wide
            onOpened: row => root.controller.correct(row)
            onUndoRequested: (row, tapTime) => root.controller.history.undo(row, tapTime)
            onRedoRequested: (row, tapTime) => root.controller.history.redo(row, tapTime)
        }
        // qmllint enable unqualified
    }

    CorrectionCard {
        anchors.fill: parent
        correction: root.controller.correction
        match: root.controller.match
    }
}
