#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "view/light.h"

namespace scoreboard::simulator {

// The panel on standard output: drawn in place on a terminal, otherwise a line of words when something has
// changed.
class Screen {
public:
    explicit Screen(const panel::Layout& layout);
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    void show(const view::Light& light, std::chrono::nanoseconds now);
    // When a change that was held back to spare the terminal is due.
    std::optional<std::chrono::nanoseconds> next_deadline() const { return due_; }

private:
    void draw(const view::Light& light);

    const panel::Layout& layout_;
    bool in_place_;
    bool drawn_ = false;
    view::Light last_;
    std::string last_line_;
    std::chrono::nanoseconds last_at_{};
    std::optional<std::chrono::nanoseconds> due_;
};

} // namespace scoreboard::simulator
