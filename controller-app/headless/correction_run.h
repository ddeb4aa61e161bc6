#pragma once

#include "headless/run.h"

namespace scoreboard::headless {

// Prints the entries of the match, or what a correction would change, once the newest are known; sends
// nothing.
class CorrectionRun final : public Run {
public:
    CorrectionRun(const Arguments& arguments, client::Journal& journal, match::TabletTime began);

private:
    void on_change() override;
    void on_timeout() override;
    void print();
    void print_entries();
    void print_effect(const CorrectionKey& key);
};

} // namespace scoreboard::headless
