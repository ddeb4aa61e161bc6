#include "simulator/screen.h"

#include <unistd.h>

#include <cstdio>

#include "view/terminal_view.h"

namespace scoreboard::simulator {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kRedrawEvery{50};
constexpr milliseconds kLineEvery{1000}; // the tenths of a running clock are no news

void write_out(const std::string& text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

} // namespace

Screen::Screen(const panel::Layout& layout) : layout_(layout), in_place_(::isatty(STDOUT_FILENO) == 1)
{
    if (in_place_) {
        write_out("\x1b[?25l"); // no cursor in the picture
    }
}

Screen::~Screen()
{
    if (in_place_) {
        write_out("\x1b[0m\x1b[?25h");
    }
}

void Screen::show(const view::Light& light, std::chrono::nanoseconds now)
{
    due_.reset();
    if (drawn_ && light == last_) {
        return;
    }
    const milliseconds pause = in_place_ ? kRedrawEvery : kLineEvery;
    if (drawn_ && now - last_at_ < pause) {
        due_ = last_at_ + pause;
        return;
    }
    draw(light);
    last_ = light;
    last_at_ = now;
    drawn_ = true;
}

void Screen::draw(const view::Light& light)
{
    if (in_place_) {
        const std::string back = drawn_ ? "\x1b[" + std::to_string(view::terminal_rows(layout_)) + "A\r" : "";
        write_out(back + view::draw_terminal(layout_, light));
        return;
    }
    if (const std::string line = view::describe(layout_, light); line != last_line_) {
        write_out("panel  " + line + "\n");
        last_line_ = line;
    }
}

} // namespace scoreboard::simulator
