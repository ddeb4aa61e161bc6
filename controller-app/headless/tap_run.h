#pragma once

#include <optional>

#include "headless/run.h"

namespace scoreboard::headless {

// One tap, until it has come to the level that was asked for.
class TapRun final : public Run {
public:
    TapRun(const Arguments& arguments, client::Journal& journal, match::TabletTime began);

private:
    void on_change() override;
    void on_timeout() override;
    void tap();
    void look_at(const client::LevelChange& change);
    void look_at_connection();
    // It means something else, or is none, by newer rules than this controller has heard of.
    bool hears_first() const;
    // Such a tap is done once the match that it asks for has begun.
    bool opens_a_match() const;

    bool tapped_ = false;
    match::CommandId match_before_;
    std::optional<match::Seq> seq_;
    bool saved_ = false;
    bool recorded_ = false;
    bool shown_ = false;
};

} // namespace scoreboard::headless
