#pragma once

#include <memory>
#include <optional>

#include "link/client_thread.h"
#include "viewmodel/command_port.h"
#include "viewmodel/controller_view_model.h"

namespace scoreboard::app {

// Joins the screens to the client thread: taps go over at once, views come back as events of the screens'
// thread. Without a journal there is no client thread, and taps go nowhere: the screens say why.
class ClientBridge final : public viewmodel::CommandPort {
public:
    // `screens` must live until stop().
    void start(link::ClientThread::Options options, std::unique_ptr<client::Journal> journal,
               viewmodel::ControllerViewModel& screens);
    void stop();

    void issue(match::Command command, match::TabletTime tapped) override;
    void look_at(std::optional<match::Command> correction) override;
    void issue_seen(match::Command correction, std::optional<client::SeenEffect> seen,
                    match::TabletTime tapped) override;
    void undo_newest(match::TabletTime tapped) override;
    void redo_newest(match::TabletTime tapped) override;
    void undo(match::CommandId target, match::TabletTime tapped) override;
    void redo(match::CommandId target, match::TabletTime tapped) override;
    void dismiss(match::Seq seq) override;
    void connect_to(std::string board_url) override;

private:
    std::optional<link::ClientThread> client_;
};

} // namespace scoreboard::app
