import QtQuick
import QtTest
import Scoreboard.Controller
import Scoreboard.Controls
import Scoreboard.Test

// Every arrangement, at six sizes: fingers find every key, none is cut off, and each has a name to be read aloud.
Item {
    id: root

    width: 1280
    height: 1280

    FakeDesk {
        id: desk
    }

    MatchPage {
        id: page

        controller: desk.controller
    }

    TestCase {
        id: testCase

        name: "Layouts"
        when: windowShown

        function sizes() {
            return [{
                    "tag": "tablet landscape",
                    "width": 1280,
                    "height": 800
                }, {
                    "tag": "tablet portrait",
                    "width": 800,
                    "height": 1280
                }, {
                    "tag": "small phone",
                    "width": 360,
                    "height": 640
                }, {
                    "tag": "tall phone",
                    "width": 360,
                    "height": 740
                }, {
                    "tag": "small phone lying",
                    "width": 640,
                    "height": 360
                }, {
                    "tag": "tall phone lying",
                    "width": 740,
                    "height": 360
                }];
        }

        function keysIn(item) {
            let found = item instanceof TapKey && item.visible ? [item] : [];
            for (let i = 0; i < item.children.length; ++i) {
                if (item.children[i].visible) {
                    found = found.concat(keysIn(item.children[i]));
                }
            }
            return found;
        }

        function placeOf(key) {
            const corner = key.mapToItem(page, 0, 0);
            return {
                "left": corner.x,
                "top": corner.y,
                "right": corner.x + key.width,
                "bottom": corner.y + key.height
            };
        }

        function arrange(size) {
            page.width = size.width;
            page.height = size.height;
            waitForRendering(page);
        }

        function init() {
            desk.playBy("basketball.fiba.2026");
        }

        // Every sport at every size.
        function test_everySportFindsItsPlace_data() {
            return desk.rulesets().map(rules => ({
                            "tag": rules
                        }));
        }

        function test_everySportFindsItsPlace(sport) {
            desk.playBy(sport.tag);
            for (const size of sizes()) {
                arrange(size);
                const keys = keysIn(page);
                verify(keys.length > 5, "%1 keys".arg(keys.length));
                const places = keys.map(key => placeOf(key));
                for (let i = 0; i < keys.length; ++i) {
                    const place = places[i];
                    const what = "%1, %2 at %3".arg(size.tag).arg(keys[i].objectName).arg(JSON.stringify(place));
                    verify(keys[i].width >= 48 && keys[i].height >= 48, what);
                    verify(place.left >= 0 && place.top >= 0 && place.right <= size.width && place.bottom <= size.height, what);
                    verify(keys[i].Accessible.name !== "", what);
                    for (let j = i + 1; j < keys.length; ++j) {
                        const aside = Math.max(place.left - places[j].right, places[j].left - place.right);
                        const above = Math.max(place.top - places[j].bottom, places[j].top - place.bottom);
                        verify(Math.max(aside, above) >= 7.99, "%1 and %2".arg(what).arg(keys[j].objectName));
                    }
                }
            }
        }

        function test_inningsHaveALineScoreAtEverySize_data() {
            return sizes();
        }

        function test_inningsHaveALineScoreAtEverySize(size) {
            desk.playInnings();
            arrange(size);
            const runs = name => shownIn(page, name).map(text => text.text).join();
            compare(runs("runs guest 5"), "1");
            compare(runs("runs guest 4"), "2");
            compare(runs("runs home 3"), "3");
            compare(runs("runs home 5"), "", "it has not been at bat");
            compare(runs("total guest 0"), "4");
            compare(runs("total home 0"), "3");
            compare(runs("total home 1"), "6");
            compare(runs("total home 2"), "1");
            const inning = shownIn(page, "runs guest 5")[0];
            const corner = inning.mapToItem(page, 0, 0);
            verify(inning.font.pixelSize >= 13 && inning.height >= inning.font.pixelSize, "%1".arg(inning.font.pixelSize));
            verify(corner.x >= 0 && corner.x + inning.width <= size.width && corner.y + inning.height <= size.height);
            desk.playBy("basketball.fiba.2026");
            compare(shownIn(page, "runs guest 1").length, 0);
        }

        // Those of that name that are to be seen.
        function shownIn(item, name) {
            let found = item.objectName === name ? [item] : [];
            for (let i = 0; i < item.children.length; ++i) {
                if (item.children[i].visible) {
                    found = found.concat(shownIn(item.children[i], name));
                }
            }
            return found;
        }

        function test_onlyWhatTheSportHasIsThere_data() {
            return [{
                    "tag": "football.ifab.2026",
                    "there": ["add home 1", "count home yellow card", "added 2", "clock"],
                    "absent": ["foul home", "timeout home", "possession home", "shot hold", "add home 2"]
                }, {
                    "tag": "rugby.union.2026",
                    "there": ["add home 5", "add guest 3", "add home -1", "count guest red card"],
                    "absent": ["add home 1", "foul home", "shot blank"]
                }, {
                    "tag": "boxing.rounds12.2025",
                    "there": ["count home knock-down", "clock"],
                    "absent": ["add home 1", "add home -1", "timeout home", "added 1"]
                }, {
                    "tag": "basketball.fiba.2026",
                    "there": ["add home 3", "foul home", "timeout guest", "possession home", "shot 14"],
                    "absent": ["added 1"]
                }];
        }

        function test_onlyWhatTheSportHasIsThere(sport) {
            desk.playBy(sport.tag);
            arrange(sizes()[0]);
            const names = keysIn(page).map(key => key.objectName);
            for (const name of sport.there) {
                verify(names.includes(name), "%1 is missing".arg(name));
            }
            for (const name of sport.absent) {
                verify(!names.includes(name), "%1 is there".arg(name));
            }
        }

        function test_keysAreBigEnoughForAFinger_data() {
            return sizes();
        }

        function test_keysAreBigEnoughForAFinger(size) {
            arrange(size);
            const keys = keysIn(page);
            verify(keys.length >= 16, "%1 keys".arg(keys.length));
            for (const key of keys) {
                verify(key.width >= 48 && key.height >= 48, "%1 is %2 x %3".arg(key.objectName).arg(key.width).arg(key.height));
            }
        }

        function test_nothingIsOffScreen_data() {
            return sizes();
        }

        function test_nothingIsOffScreen(size) {
            arrange(size);
            for (const key of keysIn(page)) {
                const place = placeOf(key);
                verify(place.left >= 0 && place.top >= 0 && place.right <= size.width && place.bottom <= size.height, "%1 at %2".arg(key.objectName).arg(JSON.stringify(place)));
            }
        }

        function test_keysStandApart_data() {
            return sizes();
        }

        function test_keysStandApart(size) {
            arrange(size);
            const keys = keysIn(page);
            const places = keys.map(key => placeOf(key));
            for (let i = 0; i < keys.length; ++i) {
                for (let j = i + 1; j < keys.length; ++j) {
                    const aside = Math.max(places[i].left - places[j].right, places[j].left - places[i].right);
                    const above = Math.max(places[i].top - places[j].bottom, places[j].top - places[i].bottom);
                    verify(Math.max(aside, above) >= 7.99, "%1 and %2 are %3 apart".arg(keys[i].objectName).arg(keys[j].objectName).arg(Math.max(aside, above)));
                }
            }
        }

        function test_keysHaveNames_data() {
            return sizes();
        }

        function test_keysHaveNames(size) {
            arrange(size);
            for (const key of keysIn(page)) {
                verify(key.Accessible.name !== "", "%1 has no name".arg(key.objectName));
            }
        }

        function test_bigKeysKeepTheirSizes_data() {
            return [{
                    "tag": "tablet landscape",
                    "width": 1280,
                    "height": 800,
                    "first": Qt.size(612, 136),
                    "step": Qt.size(250, 96)
                }, {
                    "tag": "tablet portrait",
                    "width": 800,
                    "height": 1280,
                    "first": Qt.size(372, 136),
                    "step": Qt.size(130, 96)
                }, {
                    "tag": "small phone",
                    "width": 360,
                    "height": 640,
                    "first": Qt.size(164, 96),
                    "step": Qt.size(78, 64)
                }, {
                    "tag": "small phone lying",
                    "width": 640,
                    "height": 360,
                    "first": Qt.size(200, 88),
                    "step": Qt.size(64, 64)
                }];
        }

        function test_bigKeysKeepTheirSizes(size) {
            arrange(size);
            const first = findChild(page, "add home 1");
            const step = findChild(page, "add home 2");
            verify(first.width >= size.first.width && first.height >= size.first.height, "+1 is %1 x %2".arg(first.width).arg(first.height));
            verify(step.width >= size.step.width && step.height >= size.step.height, "+2 is %1 x %2".arg(step.width).arg(step.height));
        }

        function test_everyKeyOfTheMatchIsInReach_data() {
            return sizes();
        }

        // On a phone some stand in the sheet.
        function test_everyKeyOfTheMatchIsInReach(size) {
            arrange(size);
            const more = findChild(page, "more");
            mouseClick(more);
            const sheetKeys = keysIn(page);
            const sheetPlacesFit = sheetKeys.every(key => placeOf(key).bottom <= size.height);
            const names = sheetKeys.map(key => key.objectName);
            verify(sheetPlacesFit);
            for (const name of ["add home 1", "add guest 3", "add home -1", "foul home", "timeout guest", "possession home", "clock", "clock set", "clock minus", "clock plus", "shot 24", "shot 14", "shot hold", "shot blank", "period next", "horn", "undo", "history", "all keys", "new match", "boards", "swap ends"]) {
                verify(names.includes(name), "%1 is missing".arg(name));
            }
            mouseClick(findChild(page, "close sheet"));
        }
    }
}
