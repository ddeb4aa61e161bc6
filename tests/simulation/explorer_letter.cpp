#include "simulation/explorer_letter.h"

#include "simulation/check.h"
#include "simulation/fingerprint.h"
#include "wire/wire.h"

namespace scoreboard::simulation {

std::string command_name(const match::CommandId& id)
{
    const std::string who =
        id.writer.bytes[0] < 0x10 ? "tablet " + std::to_string(id.writer.bytes[0]) : "the board";
    return "command " + std::to_string(id.seq) + " of " + who;
}

std::string describe(const session::ClientMessage& message)
{
    if (const auto* command = std::get_if<session::CommandMessage>(&message)) {
        return command_name(command->sealed.body.id) + " (" + match::describe(command->sealed.body.command) +
               ")";
    }
    if (std::holds_alternative<session::Hello>(message)) {
        return "Hello";
    }
    return std::holds_alternative<session::Resync>(message) ? "Resync" : "another message";
}

std::string describe(const session::ServerMessage& message)
{
    if (const auto* ack = std::get_if<session::Ack>(&message)) {
        return "Ack of " + command_name(ack->id) + ", rev " + std::to_string(ack->rev) +
               (ack->outcome.applied ? "" : ", refused");
    }
    if (const auto* entry = std::get_if<session::EntryMessage>(&message)) {
        return "Entry of rev " + std::to_string(entry->entry.rev) + ", " + command_name(entry->entry.id());
    }
    if (const auto* error = std::get_if<session::Error>(&message)) {
        return std::string("Error ") + session::to_string(error->code);
    }
    return std::holds_alternative<session::Welcome>(message) ? "Welcome" : "another message";
}

std::uint64_t print_of(const session::ClientMessage& message)
{
    Fingerprint print;
    print.add(message.index());
    if (const auto* command = std::get_if<session::CommandMessage>(&message)) {
        print.add(command->sealed.body.id);
        print.add(command->sealed.body.command);
    } else if (const auto* hello = std::get_if<session::Hello>(&message)) {
        print.add(hello->ladder.empty() ? 0 : hello->ladder.front().rev);
        print.add(hello->snapshots ? 1 : 0);
    } else if (const auto* resync = std::get_if<session::Resync>(&message)) {
        print.add(resync->after);
    }
    return print.value();
}

std::uint64_t print_of(const session::ServerMessage& message)
{
    Fingerprint print;
    print.add(message.index());
    if (const auto* ack = std::get_if<session::Ack>(&message)) {
        print.add(ack->id);
        print.add(ack->rev);
        print.add(ack->outcome.applied ? 1 : 0);
    } else if (const auto* entry = std::get_if<session::EntryMessage>(&message)) {
        print.add(entry->entry.id());
        print.add(entry->entry.rev);
    } else if (const auto* welcome = std::get_if<session::Welcome>(&message)) {
        print.add(welcome->head);
        print.add(welcome->resumed ? welcome->resume_from + 1 : 0);
    } else if (const auto* error = std::get_if<session::Error>(&message)) {
        print.add(static_cast<std::uint64_t>(error->code));
    }
    return print.value();
}

session::ClientMessage read_up(const std::string& envelope)
{
    auto message = wire::decode_client(envelope);
    if (!message) {
        throw Violation(Check::kWire, "the board cannot read a tablet: " + message.error().what);
    }
    return std::move(*message);
}

session::ServerMessage read_down(const std::string& envelope)
{
    auto message = wire::decode_server(envelope);
    if (!message) {
        throw Violation(Check::kWire, "a tablet cannot read the board: " + message.error().what);
    }
    return std::move(*message);
}

} // namespace scoreboard::simulation
