import QtQuick

// Figures as large as the item allows, their height measured from top to bottom of a digit and centred on it.
Item {
    id: root

    required property string text
    property color color: Theme.text
    property int alignment: Text.AlignHCenter
    property int largest: 400
    property int smallest: 24

    readonly property real paintedWidth: figures.contentWidth

    implicitWidth: figures.implicitWidth
    implicitHeight: figures.implicitHeight

    // Every digit is as wide as a zero: the size does not dance with the time.
    TextMetrics {
        id: sample

        font.family: Theme.family
        font.bold: true
        font.pixelSize: 100
        text: root.text.replace(/[0-9]/g, "0")
    }

    Text {
        id: figures

        readonly property real byWidth: sample.advanceWidth > 0 ? root.width / sample.advanceWidth : 1
        readonly property real byHeight: sample.tightBoundingRect.height > 0 ? root.height / sample.tightBoundingRect.height : 1

        width: root.width
        y: (root.height - sample.tightBoundingRect.y / 100 * font.pixelSize) / 2 - baselineOffset
        text: root.text
        color: root.color
        font.family: Theme.family
        font.bold: true
        font.pixelSize: Math.max(root.smallest, Math.min(root.largest, Math.floor(100 * Math.min(figures.byWidth, figures.byHeight))))
        horizontalAlignment: root.alignment
    }
}
