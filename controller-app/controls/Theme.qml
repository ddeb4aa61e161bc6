pragma Singleton
import QtQuick

// Colours, sizes and fonts of every screen. Text has a contrast of at least 4.5:1 on what it stands on, digits 7:1.
QtObject {
    id: root

    property bool bright: false

    readonly property color background: root.bright ? "#FFFFFF" : "#0A0C0F"
    readonly property color surface: root.bright ? "#F0F2F5" : "#12161B"
    readonly property color raised: root.bright ? "#E1E6EB" : "#1D232B"
    readonly property color outline: root.bright ? "#9AA5B1" : "#333D48"
    readonly property color text: root.bright ? "#0B0D10" : "#F4F6F8"
    readonly property color muted: root.bright ? "#46525F" : "#A3B0BD"
    readonly property color faint: root.bright ? "#5B6774" : "#7E8B99"

    readonly property color clock: root.bright ? "#000000" : "#FFD400"
    readonly property color clockStopped: root.bright ? "#000000" : "#F4F6F8"
    readonly property color shotClock: root.bright ? "#A31515" : "#FF8A80"
    readonly property color lamp: root.bright ? "#8A4B00" : "#FFC107"

    readonly property color lampInk: root.bright ? "#FFFFFF" : "#000000"

    readonly property color home: root.bright ? "#0D47A1" : "#4FC3F7"
    readonly property color guest: root.bright ? "#BF360C" : "#FFB74D"
    readonly property color teamInk: root.bright ? "#FFFFFF" : "#000000"

    readonly property color start: "#2E7D32"
    readonly property color startInk: "#FFFFFF"
    readonly property color horn: "#B71C1C"
    readonly property color hornInk: "#FFFFFF"
    readonly property color minus: root.bright ? "#FBE3E1" : "#3A1213"
    readonly property color minusInk: root.bright ? "#8E1014" : "#FFB4AB"
    readonly property color refused: "#D32F2F"
    readonly property color refusedInk: "#FFFFFF"

    readonly property string family: root.regularFont.status === FontLoader.Ready ? root.regularFont.name : "sans-serif"
    readonly property FontLoader regularFont: FontLoader {
        source: "qrc:/scoreboard/fonts/B612-Regular.otf"
    }
    readonly property FontLoader boldFont: FontLoader {
        source: "qrc:/scoreboard/fonts/B612-Bold.otf"
    }

    readonly property int touchTarget: 48
    readonly property int gap: 8
    readonly property int radius: 10
    readonly property int captionSize: 13
    readonly property int textSize: 16
    readonly property int titleSize: 24

    readonly property int holdTime: 800 // ms: what cannot be taken back with one tap
    readonly property int openTime: 600 // ms: UNDO held opens the history
    readonly property int phoneBelow: 600 // dp of the smaller side

    function teamColor(sideName: string): color {
        return sideName === "home" ? root.home : root.guest;
    }

    // Of a card that is called by its colour, as "YELLOW CARD"; else no colour at all.
    function cardColor(label: string): color {
        switch (label.split(" ")[0]) {
        case "YELLOW":
            return "#FFD400";
        case "RED":
            return "#E53935";
        case "GREEN":
            return "#43A047";
        case "BLUE":
            return "#1E88E5";
        case "BLACK":
            return "#000000";
        case "WHITE":
            return "#FFFFFF";
        default:
            return "transparent";
        }
    }

    function stripColor(state: string): color {
        switch (state) {
        case "offline":
            return "#6B3A00";
        case "storage-fault":
        case "panel-fault":
            return "#8E1014";
        case "slow":
            return "#FFC107";
        case "held":
            return "#4A2E73";
        case "no-panel":
            return "#37424D";
        default:
            return "#0B3D1E";
        }
    }

    function stripInk(state: string): color {
        return state === "slow" ? "#000000" : "#FFFFFF";
    }

    function stripShape(state: string): string {
        switch (state) {
        case "offline":
        case "slow":
            return "triangle";
        case "storage-fault":
        case "panel-fault":
            return "cross";
        case "working":
            return "half";
        case "held":
        case "no-panel":
            return "dash";
        default:
            return "disc";
        }
    }
}
