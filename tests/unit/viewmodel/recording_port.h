#pragma once

#include <string>
#include <vector>

#include "viewmodel/command_port.h"
#include "viewmodel/key_name.h"

namespace scoreboard::viewmodel {

// Keeps what a view model asked for, in the words of the command line.
class RecordingPort final : public CommandPort {
public:
    void issue(match::Command command, match::TabletTime tapped) override
    {
        commands.push_back(command);
        add(key_name(command), tapped);
    }
    void look_at(std::optional<match::Command> correction) override { looked_at = std::move(correction); }
    void issue_seen(match::Command correction, std::optional<client::SeenEffect> effect,
                    match::TabletTime tapped) override
    {
        seen = std::move(effect);
        issue(std::move(correction), tapped);
    }
    void undo_newest(match::TabletTime tapped) override { add("undo", tapped); }
    void redo_newest(match::TabletTime tapped) override { add("redo", tapped); }
    void undo(match::CommandId target, match::TabletTime tapped) override
    {
        add("undo " + std::to_string(target.seq), tapped);
    }
    void redo(match::CommandId target, match::TabletTime tapped) override
    {
        add("redo " + std::to_string(target.seq), tapped);
    }
    void dismiss(match::Seq seq) override { asked.push_back("dismiss " + std::to_string(seq)); }
    void connect_to(std::string board_url) override { asked.push_back("connect " + board_url); }

    std::vector<std::string> asked;
    std::vector<match::Command> commands;
    std::optional<match::Command> looked_at;
    std::optional<client::SeenEffect> seen;
    match::TabletTime last_tap{};

private:
    void add(std::string what, match::TabletTime tapped)
    {
        asked.push_back(std::move(what));
        last_tap = tapped;
    }
};

} // namespace scoreboard::viewmodel
