#include "renderer/panel_text.h"

#include <gtest/gtest.h>

namespace scoreboard::renderer {
namespace {

TEST(PanelTextTest, BecomesCapitalsOfTheCodePage)
{
    const struct {
        const char* utf8;
        const char* expected;
    } rows[] = {{"Malmö FF", "MALM\xD6 FF"},
                {"Łódź", "L\xD3"
                         "DZ"},
                {"Weiß", "WEISS"},
                {"Beşiktaş", "BESIKTAS"},
                {"Žalgiris", "ZALGIRIS"},
                {"Real’s", "REAL'S"},
                {"Ærø", "\xC6R\xD8"},
                {"東京", "??"},
                {"\xFF\xC3", "??"},
                {"Győr", "GYOR"},
                {"Ŵ", "W"},
                {"", ""}};
    for (const auto& row : rows) {
        EXPECT_EQ(to_panel_characters(row.utf8), row.expected) << row.utf8;
    }
}

TEST(PanelTextTest, NamesLoseTheirFirstWordsBeforeTheirLast)
{
    const struct {
        const char* name;
        std::size_t width;
        const char* expected;
    } rows[] = {{"Hawks", 14, "HAWKS"},
                {"Golden State Warriors", 14, "G.S. WARRIORS"},
                {"Borussia Dortmund", 14, "B. DORTMUND"},
                {"Manchester United", 17, "MANCHESTER UNITED"},
                {"Mönchengladbach", 8, "M\xD6NCHEN."},
                {"  two   spaces ", 14, "TWO SPACES"},
                {"Sport Club Wolfenbüttel", 8, "S.C. WO."},
                {"SG Flensburg-Handewitt", 14, "SG FLENSBURG"},
                {"", 14, ""}};
    for (const auto& row : rows) {
        const std::string text = shortened_name(row.name, row.width);
        EXPECT_EQ(text, row.expected) << row.name;
        EXPECT_LE(text.size(), row.width);
    }
}

} // namespace
} // namespace scoreboard::renderer
