import QtQuick
import Scoreboard.Controls

// Above a group of matches to choose from.
Text {
    height: 34
    color: Theme.muted
    font.family: Theme.family
    font.bold: true
    font.pixelSize: 14
    font.letterSpacing: 1
    verticalAlignment: Text.AlignBottom
    bottomPadding: 4
}
