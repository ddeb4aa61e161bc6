#include "headless/run.h"

#include <algorithm>
#include <iostream>

#include "link/tablet_clock.h"

namespace scoreboard::headless {

Run::Run(const Arguments& arguments, client::Journal& journal, match::TabletTime began)
    : arguments_(arguments), began_(began),
      loop_(context_, {arguments.board_url, arguments.name, session::Role::kReferee}, journal,
            [this] {
                if (!exit_code_) {
                    on_change();
                }
            }),
      timeout_(context_)
{
}

int Run::execute()
{
    loop_.changed();
    context_.run();
    return exit_code_.value_or(kExitDone);
}

void Run::finish(int code)
{
    if (!exit_code_) {
        exit_code_ = code;
        // Not from within the loop's own callback: it must not lose what it stands on.
        boost::asio::post(context_, [this] {
            loop_.stop();
            context_.stop();
        });
    }
}

void Run::fail(int code, const std::string& why)
{
    std::cerr << "scoreboard-controller-cli: " << why << std::endl;
    finish(code);
}

void Run::time_out_at(match::TabletTime at)
{
    timeout_.expires_after(std::max(at - link::tablet_now(), match::Duration::zero()));
    timeout_.async_wait([this](boost::system::error_code error) {
        if (!error && !exit_code_) {
            on_timeout();
        }
    });
}

bool Run::offline() const
{
    return !client().welcomed() && (loop_.failed_dials() > 0 || !client().trouble().empty());
}

std::string Run::trouble() const
{
    if (!client().trouble().empty()) {
        return client().trouble();
    }
    if (!loop_.trouble().empty()) {
        return loop_.trouble();
    }
    return client().welcomed() ? "the board is connected, but has not answered yet"
                               : "no board has answered at " + arguments_.board_url;
}

} // namespace scoreboard::headless
