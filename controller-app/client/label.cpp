#include "client/label.h"

namespace scoreboard::client {

std::string label_of(const match::Command& command, const Outbox& outbox, const ConfirmedMatch& confirmed)
{
    const auto find = [&](const match::CommandId& id) { return find_command(id, outbox, confirmed); };
    const match::Command* target = nullptr;
    if (const auto* edit = std::get_if<match::Edit>(&command)) {
        const match::Command* edited = find(edit->target);
        return edited == nullptr
                   ? match::describe(command)
                   : "EDIT " + words_of(*edited) + " TO " + words_of(match::as_command(edit->instead));
    }
    if (const auto* undo = std::get_if<match::Undo>(&command)) {
        target = find(undo->target);
    } else if (const auto* redo = std::get_if<match::Redo>(&command)) {
        const match::Command* undone = find(redo->target);
        const auto* of = undone ? std::get_if<match::Undo>(undone) : nullptr;
        target = of ? find(of->target) : nullptr;
    }
    return words_of(command) + (target ? " " + words_of(*target) : "");
}

std::string words_of(const match::Command& command)
{
    std::optional<int> player;
    if (const auto* add = std::get_if<match::AddScore>(&command)) {
        player = add->player;
    } else if (const auto* foul = std::get_if<match::AddFoul>(&command)) {
        player = foul->player;
    }
    return match::describe(command) + (player ? " #" + std::to_string(*player) : "");
}

const match::Command* find_command(const match::CommandId& id, const Outbox& outbox,
                                   const ConfirmedMatch& confirmed)
{
    if (const Outbox::Row* row = outbox.find(id)) {
        return &row->sealed.body.command;
    }
    const match::Entry* entry = confirmed.find(id);
    return entry ? &entry->command() : nullptr;
}

} // namespace scoreboard::client
