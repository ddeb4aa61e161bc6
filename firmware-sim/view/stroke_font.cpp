#include "view/stroke_font.h"

#include <array>
#include <cmath>
#include <numbers>
#include <string_view>

namespace scoreboard::view {
namespace {

// A letter on a grid six high, y downwards. Polylines are parted by spaces; each point is two characters,
// column and row, 'a' for 0. Between two points with a '~' before the second lies a quarter of an ellipse
// that leaves the first horizontally, with '^' vertically.
struct Letter {
    char character;
    double width;
    std::string_view strokes;
};
constexpr std::array kLetters = {
    Letter{'A', 4, "agcaeg bece"},
    Letter{'B', 4, "aaagcg~ef^cdad cd~ec^caaa"},
    Letter{'C', 4, "eb^ca~ab ab^af af^cg~ef"},
    Letter{'D', 4, "aaagcg~ee ec^caaa ecee"},
    Letter{'E', 4, "eaaaageg addd"},
    Letter{'F', 4, "eaaaag addd"},
    Letter{'G', 4, "eb^ca~ab abaf af^cg~ef efedcd"},
    Letter{'H', 4, "aaag eaeg aded"},
    Letter{'I', 0, "aaag"},
    Letter{'J', 3, "dadf df^bg~af"},
    Letter{'K', 4, "aaag eaad bceg"},
    Letter{'L', 3, "aaagdg"},
    Letter{'M', 4, "agaaceeaeg"},
    Letter{'N', 4, "agaaegea"},
    Letter{'O', 4, "ca~abaf af^cg cg~efeb eb^ca"},
    Letter{'P', 4, "agaaca~eb eb^cdad"},
    Letter{'Q', 4, "ca~abaf af^cg cg~efeb eb^ca ceeg"},
    Letter{'R', 4, "agaaca~eb eb^cdad cdeg"},
    Letter{'S', 4, "eb^ca~ab ab^cd cd~ef ef^cg~af"},
    Letter{'T', 4, "aaea cacg"},
    Letter{'U', 4, "aaaf af^cg~ef efea"},
    Letter{'V', 4, "aacgea"},
    Letter{'W', 6, "aabgdbfgga"},
    Letter{'X', 4, "aaeg eaag"},
    Letter{'Y', 4, "aacdea cdcg"},
    Letter{'Z', 4, "aaeaageg"},
    Letter{'0', 4, "ca~abaf af^cg cg~efeb eb^ca"},
    Letter{'1', 2, "abcacg"},
    Letter{'2', 4, "ab^ca~eb ebageg"},
    Letter{'3', 4, "ab^ca~eb eb^cd cd~ef ef^cg~af"},
    Letter{'4', 4, "dadg daaeee"},
    Letter{'5', 4, "eaaaac accc~ed edee ee^cg~af"},
    Letter{'6', 4, "eb^ca~ab abaf af^cg cg~ef ee^cd~ae efee"},
    Letter{'7', 4, "aaeabg"},
    Letter{'8', 4, "ca~ab ab^cd cd~ef ef^cg cg~af af^cd cd~eb eb^ca"},
    Letter{'9', 4, "ec^cd~ac acab ab^ca~eb ebef ef^cg~af"},
    Letter{'-', 2, "adcd"},
    Letter{'.', 0, "agag"},
};
constexpr double kGridHeight = 6;
constexpr double kSpacing = 1.9; // grid units between letters: lettering that is read from afar is set wide
constexpr double kBlank = 3;
constexpr double kStroke = 0.155; // of the height

const Letter* letter(char character)
{
    for (const Letter& known : kLetters) {
        if (known.character == character) {
            return &known;
        }
    }
    return nullptr;
}

double advance(char character)
{
    const Letter* known = letter(character);
    return known == nullptr ? kBlank : known->width + kSpacing;
}

void add_curve(std::vector<Shape>& shapes, Point from, Point to, bool leaves_flat, double radius)
{
    constexpr int kSteps = 10;
    Point last = from;
    for (int i = 1; i <= kSteps; ++i) {
        const double angle = std::numbers::pi / 2 * i / kSteps;
        const double early = std::sin(angle), late = 1 - std::cos(angle);
        const Point next{from.x + (to.x - from.x) * (leaves_flat ? early : late),
                         from.y + (to.y - from.y) * (leaves_flat ? late : early)};
        shapes.push_back(Shape::capsule(last, next, radius));
        last = next;
    }
}

void add_letter(std::vector<Shape>& shapes, const Letter& known, Point origin, double unit, double radius)
{
    Point last;
    bool pen_down = false;
    char curve = 0;
    for (std::size_t i = 0; i + 1 < known.strokes.size();) {
        const char mark = known.strokes[i];
        if (mark == ' ') {
            pen_down = false;
            ++i;
        } else if (mark == '~' || mark == '^') {
            curve = mark;
            ++i;
        } else {
            const Point next{origin.x + (mark - 'a') * unit, origin.y + (known.strokes[i + 1] - 'a') * unit};
            if (pen_down && curve != 0) {
                add_curve(shapes, last, next, curve == '~', radius);
            } else if (pen_down) {
                shapes.push_back(Shape::capsule(last, next, radius));
            }
            last = next;
            pen_down = true;
            curve = 0;
            i += 2;
        }
    }
}

} // namespace

std::vector<Shape> lettering(const std::string& text, Point middle_top, double height)
{
    const double radius = height * kStroke / 2;
    const double unit = (height - 2 * radius) / kGridHeight;
    double width = -kSpacing;
    for (const char character : text) {
        width += advance(character);
    }
    std::vector<Shape> shapes;
    Point origin{middle_top.x - width * unit / 2, middle_top.y + radius};
    for (const char character : text) {
        if (const Letter* known = letter(character); known != nullptr) {
            add_letter(shapes, *known, origin, unit, radius);
        }
        origin.x += advance(character) * unit;
    }
    return shapes;
}

} // namespace scoreboard::view
