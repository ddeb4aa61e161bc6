import QtQuick

// A key with a word, if need be a sign before it, and a small second line.
TapKey {
    id: root

    property string shape: ""
    property string caption: ""
    property int labelSize: Math.round(Math.min(root.height * 0.3, 22))
    property int captionSize: Math.max(11, Math.round(root.labelSize * 0.72))

    contentItem: KeyFace {
        shape: root.shape
        label: root.text
        caption: root.caption
        ink: root.currentInk
        labelSize: root.labelSize
        captionSize: root.captionSize
    }
}
