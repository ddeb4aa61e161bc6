#include "support/wire_controller.h"

#include <chrono>

namespace scoreboard::support {
namespace {

match::TabletTime tablet_now()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return match::TabletTime(std::chrono::duration_cast<match::Duration>(now));
}

} // namespace

WireController::WireController(std::uint8_t number)
{
    writer_.bytes.fill(number);
    install_.bytes.fill(number);
    boot_.bytes.fill(number);
}

bool WireController::connect(std::uint16_t port)
{
    disconnect();
    socket_ = Socket::connect(port);
    if (!socket_) {
        return false;
    }
    frames_ = wire::FrameReader(wire::kServerFrameMax);
    welcome_.reset();
    entries_.clear();
    errors_.clear();
    in_flight_ = 0;
    next_to_send_ = 1;
    session::Hello hello;
    hello.writer = writer_;
    hello.install = install_;
    hello.tablet_boot = boot_;
    hello.name = "controller-" + std::to_string(writer_.bytes[0]);
    hello.now = hello.dialled = tablet_now();
    return socket_->send(wire::length_prefixed(wire::encode(session::ClientMessage(hello))));
}

void WireController::disconnect()
{
    socket_.reset();
}

match::Seq WireController::issue(const match::Command& command)
{
    match::Body body;
    body.id = {writer_, bodies_.size() + 1};
    body.command = command;
    body.tap.at = tablet_now();
    body.tap.tablet_boot = boot_;
    bodies_.push_back(wire::seal(body));
    return body.id.seq;
}

void WireController::send_more()
{
    std::string bytes;
    while (in_flight_ < session::kReceiveMax && next_to_send_ <= bodies_.size()) {
        const match::Seq seq = next_to_send_++;
        if (answered_now_.contains(seq)) {
            continue;
        }
        session::CommandMessage message;
        message.sealed = bodies_[seq - 1];
        message.sent = tablet_now();
        message.floor = message.sent - std::chrono::milliseconds(500);
        bytes += wire::length_prefixed(wire::encode(session::ClientMessage(message)));
        ++in_flight_;
    }
    if (!bytes.empty() && !socket_->send(bytes)) {
        disconnect();
    }
}

bool WireController::pump(Deadline deadline)
{
    if (!socket_) {
        return false;
    }
    if (welcome_) {
        send_more();
    }
    if (!socket_) {
        return false;
    }
    const std::string bytes = socket_->read_some(deadline);
    if (bytes.empty()) {
        if (socket_->closed()) {
            disconnect();
        }
        return connected();
    }
    frames_.push(bytes);
    for (;;) {
        const auto next = frames_.next();
        if (!next || !next->ready) {
            return true;
        }
        const auto message = wire::decode_server(next->envelope);
        if (!message) {
            contradictions_.push_back("the board sent what nobody can read: " + message.error().what);
            continue;
        }
        take(*message);
    }
}

bool WireController::settle(Deadline deadline)
{
    while (unanswered() > 0) {
        if (!pump(deadline) || std::chrono::steady_clock::now() >= deadline) {
            return false;
        }
    }
    return true;
}

void WireController::forget_answers()
{
    answered_now_.clear();
}

std::size_t WireController::unanswered() const
{
    return bodies_.size() - answered_now_.size();
}

void WireController::take(const session::ServerMessage& message)
{
    if (const auto* welcome = std::get_if<session::Welcome>(&message)) {
        welcome_ = *welcome;
    } else if (const auto* ack = std::get_if<session::Ack>(&message)) {
        take_ack(*ack);
    } else if (const auto* entry = std::get_if<session::EntryMessage>(&message)) {
        if (!entries_.empty() && entry->entry.rev != entries_.back().rev + 1) {
            contradictions_.push_back("rev " + std::to_string(entry->entry.rev) + " came after rev " +
                                      std::to_string(entries_.back().rev));
        }
        entries_.push_back(entry->entry);
    } else if (const auto* error = std::get_if<session::Error>(&message)) {
        errors_.push_back(*error);
    } else if (const auto* panel = std::get_if<session::PanelState>(&message)) {
        panel_ = *panel;
    }
}

void WireController::take_ack(const session::Ack& ack)
{
    const match::Seq seq = ack.id.seq;
    in_flight_ -= in_flight_ > 0 ? 1 : 0;
    answered_now_[seq] = true;
    const auto [known, is_new] = answers_.emplace(seq, ack);
    if (!is_new && !(known->second == ack)) {
        contradictions_.push_back("seq " + std::to_string(seq) + " was rev " +
                                  std::to_string(known->second.rev) + " and came again as rev " +
                                  std::to_string(ack.rev));
    }
}

} // namespace scoreboard::support
