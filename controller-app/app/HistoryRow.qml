import QtQuick
import Scoreboard.Controls

// One row of the history: touched, it can be put right. What was corrected is struck, with what it counts as.
Item {
    id: root

    required property int index
    required property string label
    required property string who
    required property string when
    required property string level
    required property string reason
    required property string countsAs
    required property bool voided
    required property bool ineffective
    required property bool canUndo
    required property bool canRedo
    property bool wide: true

    signal opened(int row)
    signal undoRequested(int row, double tapTime)
    signal redoRequested(int row, double tapTime)

    readonly property string note: root.reason !== "" ? root.reason : root.voided ? qsTr("taken back") : root.countsAs !== "" ? qsTr("corrected") : ""
    readonly property bool lost: root.voided || root.ineffective || root.level === "refused"
    readonly property string levelWord: {
        switch (root.level) {
        case "saved":
            return qsTr("saved");
        case "recorded":
            return qsTr("recorded");
        case "shown":
            return qsTr("shown");
        default:
            return qsTr("refused");
        }
    }

    implicitHeight: Math.max(60, words.height + 12)

    TextMetrics {
        id: metrics

        font: entered.font
        text: root.label
    }

    TapKey {
        objectName: "row"
        anchors.fill: parent
        fill: root.index % 2 === 0 ? Theme.surface : "transparent"
        markVisible: false
        Accessible.name: root.label + (root.countsAs === "" ? "" : qsTr(", counts as %1").arg(root.countsAs)) + (root.note === "" ? "" : ", " + root.note)
        onTapped: root.opened(root.index)
    }

    Glyph {
        id: mark

        x: 14
        anchors.verticalCenter: parent.verticalCenter
        width: 16
        height: 16
        shape: root.ineffective ? "triangle" : root.level === "saved" ? "ring" : root.level === "recorded" ? "half" : root.level === "shown" ? "disc" : "cross"
        color: root.ineffective ? Theme.lamp : root.level === "refused" ? Theme.shotClock : root.level === "shown" ? "#4CAF50" : Theme.lamp
    }

    Text {
        id: time

        anchors.left: mark.right
        anchors.leftMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        width: root.wide ? 130 : 76
        text: root.when
        color: Theme.muted
        elide: Text.ElideRight
        font.family: Theme.family
        font.pixelSize: root.wide ? 17 : 14
    }

    Column {
        id: words

        anchors.left: time.right
        anchors.leftMargin: 8
        anchors.right: root.wide ? level.left : root.canUndo || root.canRedo ? actions.left : parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1

        // Side by side, or where that has no room in two lines.
        Flow {
            width: parent.width
            spacing: root.wide ? 10 : 6

            Text {
                id: entered

                objectName: "entered"
                width: Math.min(Math.ceil(metrics.advanceWidth) + 1, parent.width)
                text: root.label
                color: root.lost || counted.visible ? Theme.faint : Theme.text
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                font.family: Theme.family
                font.bold: true
                font.strikeout: root.voided || root.ineffective || counted.visible
                font.pixelSize: root.wide ? 19 : 15
            }

            Text {
                id: counted

                objectName: "counted"
                width: Math.min(implicitWidth, parent.width)
                visible: root.countsAs !== ""
                text: root.countsAs
                color: root.lost ? Theme.faint : Theme.text
                elide: Text.ElideRight
                font.family: Theme.family
                font.bold: true
                font.strikeout: root.voided || root.ineffective
                font.pixelSize: entered.font.pixelSize
            }
        }

        Text {
            width: parent.width
            text: root.note === "" ? root.who : qsTr("%1 · %2").arg(root.who).arg(root.note)
            color: root.level === "refused" ? Theme.shotClock : root.ineffective ? Theme.lamp : Theme.muted
            wrapMode: Text.Wrap
            maximumLineCount: root.ineffective ? 4 : 2
            elide: Text.ElideRight
            font.family: Theme.family
            font.pixelSize: root.wide ? 14 : 12
        }
    }

    Text {
        id: level

        anchors.right: actions.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        width: 90
        visible: root.wide
        text: root.levelWord
        color: Theme.muted
        font.family: Theme.family
        font.pixelSize: 15
        horizontalAlignment: Text.AlignRight
    }

    Item {
        id: actions

        anchors.right: parent.right
        anchors.rightMargin: 6
        width: root.wide ? 132 : 80
        height: parent.height

        ActionKey {
            objectName: "row action"
            anchors.fill: parent
            anchors.topMargin: 6
            anchors.bottomMargin: 6
            visible: root.canUndo || root.canRedo
            shape: root.canUndo ? "undo" : "redo"
            text: root.canUndo ? qsTr("UNDO") : qsTr("REDO")
            labelSize: root.wide ? 16 : 13
            Accessible.name: root.canUndo ? qsTr("Undo %1").arg(root.label) : qsTr("Redo %1").arg(root.label)
            onTapped: tapTime => {
                if (root.canUndo) {
                    root.undoRequested(root.index, tapTime);
                } else {
                    root.redoRequested(root.index, tapTime);
                }
            }
        }
    }
}
