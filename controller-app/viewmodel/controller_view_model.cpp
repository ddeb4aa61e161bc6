#include "viewmodel/controller_view_model.h"

#include "viewmodel/board_address.h"
#include "viewmodel/command_port.h"

namespace scoreboard::viewmodel {

ControllerViewModel::ControllerViewModel(CommandPort& port, TabletNow now, const QString& preferences_path,
                                         QObject* parent)
    : QObject(parent), port_(port), preferences_(preferences_path, this), match_(port, now, this),
      strip_(this), history_(port, this), correction_(port, this), credit_(port, std::move(now), this),
      offer_(port, this), rulesets_(this), left_matches_(this)
{
}

void ControllerViewModel::correct(int row)
{
    if (const client::HistoryRow* entry = history_.at(row)) {
        correction_.open(*entry);
    }
}

void ControllerViewModel::resumeMatch(const QString& match, double tapTime)
{
    if (const auto left = left_matches_.find(match)) {
        match_.resumeMatch(*left, tapTime);
    }
}

QString ControllerViewModel::connectTo(const QString& address)
{
    const BoardAddress board = BoardAddress::parse(address);
    if (!board.problem.isEmpty()) {
        return board.problem;
    }
    preferences_.remember_board(board.url);
    port_.connect_to(board.url.toStdString());
    return {};
}

void ControllerViewModel::show(const client::ClientView& view)
{
    match_.show(view);
    strip_.show(view);
    history_.show(view.history);
    correction_.show(view);
    credit_.show(view);
    offer_.show(view.offers);
    rulesets_.show(view.venue_rulesets);
    left_matches_.show(view.left);

    const QString name = QString::fromStdString(view.board_name);
    const QString url = QString::fromStdString(view.board_url);
    const QString trouble = QString::fromStdString(view.trouble);
    if (view.connected != connected_ || name != board_name_ || url != board_url_ || trouble != trouble_) {
        connected_ = view.connected;
        board_name_ = name;
        board_url_ = url;
        trouble_ = trouble;
        emit boardChanged();
    }
    const QString notice = QString::fromStdString(view.notice);
    const int orphans = static_cast<int>(view.orphans);
    if (notice != notice_ || orphans != orphans_) {
        notice_ = notice;
        orphans_ = orphans;
        emit noticeChanged();
    }
}

void ControllerViewModel::show_warning(const QString& warning)
{
    if (warning != warning_) {
        warning_ = warning;
        emit warningChanged();
    }
}

void ControllerViewModel::show_problem(const QString& problem)
{
    if (problem != problem_) {
        problem_ = problem;
        emit problemChanged();
    }
}

} // namespace scoreboard::viewmodel
