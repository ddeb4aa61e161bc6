import QtQuick
import QtQuick.Window
import Scoreboard.Controls
import Scoreboard.ViewModel

// The window: one page at a time. A live match is never left by accident: only its own keys lead away from it.
Window {
    id: root

    required property ControllerViewModel controller
    property string page: "match"

    width: 1280
    height: 800
    minimumWidth: 360
    minimumHeight: 360
    visible: true
    title: qsTr("Scorewire")
    color: Theme.background

    function open(page: string) {
        root.page = page;
    }

    Binding {
        target: Theme
        property: "bright"
        value: root.controller.preferences.bright
    }

    MatchPage {
        anchors.fill: parent
        visible: root.page === "match"
        controller: root.controller
        onPageRequested: page => root.open(page)
    }

    Loader {
        anchors.fill: parent
        active: root.page === "history"
        // qmllint disable unqualified
        sourceComponent: HistoryPage {
            controller: root.controller
            onClosed: root.open("match")
        }
        // qmllint enable unqualified
    }

    Loader {
        anchors.fill: parent
        active: root.page === "keys"
        // qmllint disable unqualified
        sourceComponent: AllKeysPage {
            controller: root.controller
            onClosed: root.open("match")
        }
        // qmllint enable unqualified
    }

    Loader {
        anchors.fill: parent
        active: root.page === "new match"
        // qmllint disable unqualified
        sourceComponent: NewMatchPage {
            controller: root.controller
            onClosed: root.open("match")
        }
        // qmllint enable unqualified
    }

    Loader {
        anchors.fill: parent
        active: root.page === "connect"
        // qmllint disable unqualified
        sourceComponent: ConnectPage {
            controller: root.controller
            onClosed: root.open("match")
        }
        // qmllint enable unqualified
    }

    Loader {
        anchors.fill: parent
        active: root.controller.problem !== ""
        // qmllint disable unqualified
        sourceComponent: ProblemPage {
            problem: root.controller.problem
        }
        // qmllint enable unqualified
    }
}
