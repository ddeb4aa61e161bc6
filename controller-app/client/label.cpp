#include "client/label.h"

#include "match/command_words.h"

namespace scoreboard::client {

std::string label_of(const match::Command& command, const Outbox& outbox, const ConfirmedMatch& confirmed)
{
    const auto find = [&](const match::CommandId& id) { return find_command(id, outbox, confirmed); };
    const auto words = [&](const match::Command& says) { return match::in_words(confirmed.ruleset(), says); };
    const match::Command* target = nullptr;
    if (const auto* edit = std::get_if<match::Edit>(&command)) {
        const match::Command* edited = find(edit->target);
        return edited == nullptr
                   ? words(command)
                   : "EDIT " + words(*edited) + " TO " + words(match::as_command(edit->instead));
    }
    if (const auto* end = std::get_if<match::EndPenalty>(&command)) {
        // As it was corrected: the player's number may have come after the tap.
        const match::Entry* given = confirmed.find(end->penalty);
        target = find(end->penalty);
        return given ? words(command) + " " + words(confirmed.counted_command(*given))
                     : words(command) + (target ? " " + words(*target) : "");
    }
    if (const auto* undo = std::get_if<match::Undo>(&command)) {
        target = find(undo->target);
    } else if (const auto* redo = std::get_if<match::Redo>(&command)) {
        const match::Command* undone = find(redo->target);
        const auto* of = undone ? std::get_if<match::Undo>(undone) : nullptr;
        target = of ? find(of->target) : nullptr;
    }
    return words(command) + (target ? " " + words(*target) : "");
}

const match::Command* find_command(const match::CommandId& id, const Outbox& outbox,
                                   const ConfirmedMatch& confirmed)
{
    // What the log has under the id, that it means: a tap of the same id that waits here will get another.
    if (const match::Entry* entry = confirmed.find(id)) {
        return &entry->command();
    }
    const Outbox::Row* row = outbox.find(id);
    return row ? &row->sealed.body.command : nullptr;
}

} // namespace scoreboard::client
