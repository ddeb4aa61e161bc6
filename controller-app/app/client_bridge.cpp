#include "client_bridge.h"

#include <QMetaObject>
#include <utility>

namespace scoreboard::app {

void ClientBridge::start(link::ClientThread::Options options, std::unique_ptr<client::Journal> journal,
                         viewmodel::ControllerViewModel& screens)
{
    auto show = [&screens](client::ClientView view) {
        QMetaObject::invokeMethod(
            &screens, [&screens, copy = std::move(view)] { screens.show(copy); }, Qt::QueuedConnection);
    };
    client_.emplace(std::move(options), std::move(journal), std::move(show));
}

void ClientBridge::stop()
{
    client_.reset();
}

void ClientBridge::issue(match::Command command, match::TabletTime tapped)
{
    if (client_) {
        client_->issue(std::move(command), tapped);
    }
}

void ClientBridge::look_at(std::optional<match::Command> correction)
{
    if (client_) {
        client_->look_at(std::move(correction));
    }
}

void ClientBridge::issue_seen(match::Command correction, std::optional<client::SeenEffect> seen,
                              match::TabletTime tapped)
{
    if (client_) {
        client_->issue_seen(std::move(correction), std::move(seen), tapped);
    }
}

void ClientBridge::undo_newest(match::TabletTime tapped)
{
    if (client_) {
        client_->undo(tapped);
    }
}

void ClientBridge::redo_newest(match::TabletTime tapped)
{
    if (client_) {
        client_->redo(tapped);
    }
}

void ClientBridge::undo(match::CommandId target, match::TabletTime tapped)
{
    if (client_) {
        client_->undo(target, tapped);
    }
}

void ClientBridge::redo(match::CommandId target, match::TabletTime tapped)
{
    if (client_) {
        client_->redo(target, tapped);
    }
}

void ClientBridge::dismiss(match::Seq seq)
{
    if (client_) {
        client_->dismiss(seq);
    }
}

void ClientBridge::connect_to(std::string board_url)
{
    if (client_) {
        client_->connect_to(std::move(board_url));
    }
}

} // namespace scoreboard::app
