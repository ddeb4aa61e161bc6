import QtQuick
import QtQuick.Templates as T
import Scoreboard.Controls
import Scoreboard.ViewModel

// Which board? One typed, or one used before. Scoring begins without any: taps are saved.
Rectangle {
    id: root

    required property ControllerViewModel controller
    property string problem: ""

    readonly property bool low: root.height < 420

    signal closed

    function choose(address: string) {
        root.problem = root.controller.connectTo(address);
        if (root.problem === "") {
            root.closed();
        }
    }

    color: Theme.background

    StatusStrip {
        id: strip

        width: root.width
        height: root.low ? 36 : root.width < Theme.phoneBelow ? 56 : 48
        twoLines: root.width < Theme.phoneBelow && !root.low
        status: root.controller.strip.state
        headline: root.controller.strip.headline
        detail: root.controller.strip.detail
    }

    Flickable {
        anchors.top: strip.bottom
        anchors.bottom: parent.bottom
        width: root.width
        contentHeight: form.height + 2 * form.y
        clip: true

        Column {
            id: form

            x: (root.width - width) / 2
            y: root.low ? 16 : Math.max(24, Math.min(96, root.height * 0.08))
            width: Math.min(root.width - 32, 560)
            spacing: 14

            Text {
                text: qsTr("Scorewire")
                color: Theme.clock
                font.family: Theme.family
                font.bold: true
                font.pixelSize: root.low ? 24 : 34
            }

            Text {
                width: parent.width
                text: qsTr("Which board do you want to score on?")
                color: Theme.text
                wrapMode: Text.Wrap
                font.family: Theme.family
                font.pixelSize: 20
            }

            Row {
                width: parent.width
                spacing: Theme.gap

                T.TextField {
                    id: address

                    objectName: "address"
                    width: parent.width - connectKey.width - Theme.gap
                    height: 60
                    leftPadding: 16
                    rightPadding: 16
                    color: Theme.text
                    selectionColor: Theme.home
                    selectedTextColor: Theme.teamInk
                    placeholderTextColor: Theme.faint
                    verticalAlignment: TextInput.AlignVCenter
                    inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                    font.family: Theme.family
                    font.pixelSize: 20
                    Accessible.name: qsTr("Address of the board")
                    onAccepted: root.choose(address.text)
                    onTextEdited: root.problem = ""

                    background: Rectangle {
                        radius: Theme.radius
                        color: Theme.surface
                        border.width: 2
                        border.color: root.problem !== "" ? Theme.refused : address.activeFocus ? Theme.home : Theme.outline
                    }

                    Text {
                        x: 16
                        anchors.verticalCenter: parent.verticalCenter
                        visible: address.text === ""
                        text: qsTr("192.168.1.20")
                        color: Theme.faint
                        font: address.font
                    }
                }

                ActionKey {
                    id: connectKey

                    objectName: "connect"
                    width: root.width < Theme.phoneBelow ? 110 : 150
                    height: 60
                    fill: Theme.start
                    ink: Theme.startInk
                    labelSize: root.width < Theme.phoneBelow ? 16 : 18
                    text: qsTr("CONNECT")
                    Accessible.name: qsTr("Connect")
                    onTapped: root.choose(address.text)
                }
            }

            Text {
                objectName: "hint"
                width: parent.width
                text: root.problem !== "" ? root.problem : root.controller.trouble !== "" ? root.controller.trouble : qsTr("Whoever set up the board knows its address; the port is 7410 unless they say so.")
                color: root.problem !== "" || root.controller.trouble !== "" ? Theme.shotClock : Theme.muted
                wrapMode: Text.Wrap
                font.family: Theme.family
                font.pixelSize: 15
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }

            Text {
                topPadding: 10
                visible: recent.count > 0
                text: qsTr("USED BEFORE")
                color: Theme.muted
                font.family: Theme.family
                font.pixelSize: 13
                font.letterSpacing: 1.5
            }

            Repeater {
                id: recent

                model: root.controller.preferences.recentBoards

                // qmllint disable unqualified
                TapKey {
                    id: board

                    required property string modelData
                    readonly property bool current: board.modelData === root.controller.boardUrl

                    objectName: "recent board"
                    width: form.width
                    height: 60
                    Accessible.name: qsTr("Connect to %1").arg(board.modelData)
                    onTapped: root.choose(board.modelData)

                    contentItem: Item {
                        Column {
                            x: 16
                            anchors.verticalCenter: parent.verticalCenter
                            width: parent.width - 32
                            spacing: 2

                            Text {
                                width: parent.width
                                text: board.modelData
                                color: Theme.text
                                elide: Text.ElideMiddle
                                font.family: Theme.family
                                font.pixelSize: 18
                            }

                            Text {
                                width: parent.width
                                visible: board.current
                                text: root.controller.connected ? qsTr("%1 · connected").arg(root.controller.boardName) : qsTr("no answer yet")
                                color: root.controller.connected ? "#4CAF50" : Theme.muted
                                elide: Text.ElideRight
                                font.family: Theme.family
                                font.pixelSize: 14
                            }
                        }
                    }
                }
                // qmllint enable unqualified
            }

            Item {
                width: 1
                height: 8
            }

            ActionKey {
                objectName: "without a board"
                width: form.width
                height: 72
                labelSize: 18
                captionSize: 14
                text: root.controller.connected ? qsTr("BACK TO THE SCORE") : qsTr("SCORE WITHOUT A BOARD")
                caption: root.controller.connected ? "" : qsTr("taps are saved on this tablet and sent when the board is back")
                Accessible.name: text
                onTapped: root.closed()
            }
        }
    }
}
