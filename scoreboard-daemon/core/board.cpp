#include "core/board.h"

#include <cassert>
#include <utility>

#include "sabotage/sabotage.h"
#include "wire/wire.h"

namespace scoreboard::core {

namespace {

constexpr std::size_t kEncodedEntries =
    256; // several batches: a reader further behind costs an encoding each
constexpr std::size_t kLogLinesMax = 64;

std::string label(ConnectionId id, const session::ServerSession& session)
{
    return "controller " + std::to_string(id) + (session.hello() ? " (" + session.hello()->name + ")" : "");
}

session::Error storage_error(const std::string& text)
{
    return session::Error{.code = session::ErrorCode::kStorageFault,
                          .id = std::nullopt,
                          .text = "The board cannot record: " + text,
                          .retry_after = {}};
}

} // namespace

Board::Board(MatchService::Options options, RecoveredLog log, Now now)
    : service_(std::move(options), std::move(log), now), encoded_(kEncodedEntries)
{
}

std::optional<ConnectionId> Board::open(match::BoardTime now)
{
    if (connections_.size() >= kConnectionsMax) {
        log("controller refused: " + std::to_string(connections_.size()) +
            " are connected, which is the most");
        return std::nullopt;
    }
    const ConnectionId id = next_id_++;
    connections_.emplace(id, Connection{session::ServerSession(service_, now), {}});
    return id;
}

void Board::on_envelope(ConnectionId id, std::string_view envelope, Now now)
{
    auto message = wire::decode_client(envelope);
    if (!message) {
        on_malformed(id, message.error().what, now);
        return;
    }
    session::ServerSession& session = connections_.at(id).session;
    session.on_message(std::move(*message), now.at);
    drain(id, session, now);
}

void Board::on_malformed(ConnectionId id, const std::string& what, Now now)
{
    session::ServerSession& session = connections_.at(id).session;
    log(label(id, session) + ": unreadable message, closing: " + what);
    session.on_malformed(what, now.at);
}

std::optional<std::string_view> Board::poll_transmit(ConnectionId id, match::BoardTime now)
{
    Connection& connection = connections_.at(id);
    const auto outgoing = connection.session.poll_transmit(now);
    if (!outgoing) {
        return std::nullopt;
    }
    if (const auto* entry = std::get_if<session::EntryAt>(&*outgoing)) {
        return encoded(entry->rev);
    }
    connection.envelope = wire::encode(std::get<session::ServerMessage>(*outgoing));
    return connection.envelope;
}

std::optional<match::BoardTime> Board::next_deadline(ConnectionId id) const
{
    return connections_.at(id).session.next_deadline();
}

const std::string& Board::close_reason(ConnectionId id) const
{
    return connections_.at(id).session.close_reason();
}

void Board::close(ConnectionId id)
{
    const auto connection = connections_.find(id);
    assert(connection != connections_.end());
    const session::ServerSession& session = connection->second.session;
    log(label(id, session) + ": gone" +
        (session.close_reason().empty() ? std::string() : ": " + session.close_reason()));
    connections_.erase(connection);
}

void Board::on_storage_fault(const std::string& text)
{
    log("STORAGE FAULT after rev " + std::to_string(service_.head()) + ": " + text +
        "; nothing is acknowledged until the log is rebuilt");
    service_.on_storage_fault(text);
    new_log_wanted_.reset();
    renaming_ = false;
    close_all("the board cannot record", storage_error(text));
}

void Board::on_not_rebuilt(const std::string& text, Now now)
{
    const Recording before = service_.recording();
    service_.on_not_rebuilt(text, now);
    if (service_.recording() == Recording::kLiveOnly && before != Recording::kLiveOnly) {
        log("LIVE ONLY after rev " + std::to_string(service_.head()) +
            ": the match goes on in memory and on the panel, and every tap stays on its tablet: " + text);
        close_all("the match goes on without a record", storage_error(text));
    }
}

void Board::on_rebuilt(RecoveredLog recovered, Now now)
{
    const std::string difference = service_.on_rebuilt(std::move(recovered), now);
    log("recording again after rev " + std::to_string(service_.head()) +
        (difference.empty() ? "" : ": " + difference));
    encoded_.assign(kEncodedEntries, Encoded{});
    close_all("the board records again: dial again", std::nullopt);
}

std::optional<std::string> Board::poll_new_log_wanted()
{
    return std::exchange(new_log_wanted_, std::nullopt);
}

void Board::on_new_log(match::LogId new_log)
{
    const match::LogId old_log = service_.facts().log;
    log("log " + match::to_hex(old_log) + " goes on as " + match::to_hex(new_log) + " after rev " +
        std::to_string(service_.head()));
    renaming_ = false;
    service_.on_new_log(new_log);
    // Whoever was told the old name dials again; who waits for the new one gets its Welcome now.
    for (auto& [id, connection] : connections_) {
        if (connection.session.welcomed()) {
            connection.session.close("the log has a new name: dial again", std::nullopt);
        }
    }
}

std::vector<Board::Controller> Board::controllers() const
{
    std::vector<Controller> controllers;
    for (const auto& [id, connection] : connections_) {
        const session::ServerSession& session = connection.session;
        if (session.hello() && session.close_reason().empty()) {
            controllers.push_back(Controller{id, session.hello()->name, session.role()});
        }
    }
    return controllers;
}

std::optional<std::string> Board::poll_log_line()
{
    if (log_lines_.empty()) {
        return std::nullopt;
    }
    if (sabotage_planted(SABOTAGE_LOG_LINE_FOR_EVER)) {
        return log_lines_.front();
    }
    std::string line = std::move(log_lines_.front());
    log_lines_.pop_front();
    return line;
}

void Board::drain(ConnectionId id, session::ServerSession& session, Now now)
{
    while (auto delivery = session.poll_delivery()) {
        if (auto* submitted = std::get_if<session::Submitted>(&*delivery)) {
            const match::CommandId command = submitted->message.sealed.body.id;
            session::Decision decision = service_.submit(std::move(*submitted), session.role(), now.wall_ms);
            if (decision.error && decision.error->code == session::ErrorCode::kConflict) {
                log(label(id, session) + ": seq " + std::to_string(command.seq) +
                    " CONFLICT with what is recorded at rev " + std::to_string(decision.committed_with));
            }
            session.on_decided(command, std::move(decision));
        } else if (const auto* back = std::get_if<session::StoreWentBack>(&*delivery)) {
            log(label(id, session) + ": " + back->sentence);
            if (!std::exchange(renaming_, true)) {
                new_log_wanted_ = back->sentence;
            }
        } else {
            log(label(id, session) + ": joined as " + session::to_string(session.role()));
            join(id, session);
        }
    }
}

void Board::join(ConnectionId joining_id, session::ServerSession& joining)
{
    const session::Hello& newer = *joining.hello();
    for (auto& [id, connection] : connections_) {
        session::ServerSession& session = connection.session;
        if (id == joining_id || !session.hello() || !session.close_reason().empty() ||
            session.hello()->writer != newer.writer) {
            continue;
        }
        const bool other_boot = session.hello()->tablet_boot != newer.tablet_boot;
        // Dial times of two boots cannot be compared: whoever says Hello last has dialled last.
        if (!other_boot && session.hello()->dialled > newer.dialled) {
            joining.replace(false);
            return;
        }
        session.replace(other_boot);
    }
}

void Board::close_all(const std::string& reason, const std::optional<session::Error>& error)
{
    for (auto& [id, connection] : connections_) {
        connection.session.close(reason, error);
    }
}

void Board::log(std::string line)
{
    if (log_lines_.size() < kLogLinesMax) {
        log_lines_.push_back(std::move(line));
    }
}

const std::string& Board::encoded(match::Rev rev)
{
    Encoded& slot = encoded_[rev % encoded_.size()];
    if (slot.rev != rev) {
        const match::Entry* entry = service_.entry(rev);
        assert(entry != nullptr && "sessions send what is committed");
        slot.envelope = wire::encode(session::ServerMessage(session::EntryMessage{*entry}));
        slot.rev = rev;
    }
    return slot.envelope;
}

} // namespace scoreboard::core
