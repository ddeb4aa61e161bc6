#include "headless/correction_run.h"

#include <iomanip>
#include <iostream>

#include "link/tablet_clock.h"

namespace scoreboard::headless {
namespace {

const char* word_of(client::Level level)
{
    switch (level) {
    case client::Level::kSaved:
        return "saved";
    case client::Level::kRecorded:
        return "recorded";
    case client::Level::kShown:
        return "shown";
    case client::Level::kRefused:
        return "refused";
    }
    return "";
}

} // namespace

CorrectionRun::CorrectionRun(const Arguments& arguments, client::Journal& journal, match::TabletTime began)
    : Run(arguments, journal, began)
{
    time_out_at(began + arguments.timeout);
}

void CorrectionRun::on_change()
{
    if ((client().caught_up() && client().outbox().size() == 0) || offline()) {
        print();
    }
}

void CorrectionRun::on_timeout()
{
    print();
}

void CorrectionRun::print()
{
    if (const auto* key = std::get_if<CorrectionKey>(&arguments_.tap)) {
        print_effect(*key);
        return;
    }
    print_entries();
    finish(kExitDone);
}

// The newest last, as a log. What has no number is not recorded yet.
void CorrectionRun::print_entries()
{
    const client::ClientView view = client().view(link::tablet_now());
    for (auto row = view.history.rbegin(); row != view.history.rend(); ++row) {
        std::cout << std::setw(5) << (row->rev != 0 ? std::to_string(row->rev) : "-") << "  " << std::left
                  << std::setw(16) << row->when << std::setw(18) << row->who << std::setw(28) << row->label
                  << std::right << (row->voided ? "taken back" : word_of(row->level))
                  << (row->counts_as.empty() ? "" : ": counts as " + row->counts_as)
                  << (row->reason.empty() ? "" : ": " + row->reason) << "\n";
    }
    std::cout << std::flush;
}

void CorrectionRun::print_effect(const CorrectionKey& key)
{
    const auto command = correction_of(client(), key);
    if (!command) {
        fail(kExitRefused, command.error().what);
        return;
    }
    const auto effect = client().effect_of(*command, link::tablet_now());
    if (!effect) {
        fail(kExitRefused, "this controller cannot fold the match of this board, so it cannot tell what that "
                           "would change; --yes sends it, and the board decides");
        return;
    }
    if (!effect->outcome.applied) {
        fail(kExitRefused, "would be refused: " + effect->outcome.text);
        return;
    }
    for (const std::string& line : match::in_words(*effect)) {
        std::cout << line << "\n";
    }
    std::cout << "nothing was sent; --yes sends it" << std::endl;
    finish(kExitDone);
}

} // namespace scoreboard::headless
