#include "viewmodel/credit_view_model.h"

#include <algorithm>
#include <utility>

#include "match/credited_player.h"
#include "viewmodel/command_port.h"
#include "viewmodel/tap_time.h"

namespace scoreboard::viewmodel {

namespace {

// Whether these rules, or the penalties that they know, ask for players at all.
bool knows_players(const match::Ruleset& ruleset)
{
    const auto limited = [](const match::TallyRules& tally) { return tally.player_limit > 0; };
    return (ruleset.fouls && ruleset.fouls->player_limit > 0) || ruleset.penalties ||
           std::any_of(ruleset.tallies.begin(), ruleset.tallies.end(), limited);
}

// What is taken back is put right in the history, with whom it was.
struct Gives {
    bool operator()(const match::AddScore& c) const { return c.points > 0; }
    bool operator()(const match::AddFoul& c) const { return c.count > 0; }
    bool operator()(const match::AddTally& c) const { return c.count > 0; }
    bool operator()(const match::AddPenalty&) const { return true; }
    template <class Other>
    bool operator()(const Other&) const
    {
        return false;
    }
};

} // namespace

CreditViewModel::CreditViewModel(CommandPort& port, std::function<match::TabletTime()> now, QObject* parent)
    : QObject(parent), port_(port), now_(std::move(now))
{
    timer_.setSingleShot(true);
    timer_.setInterval(kFor);
    connect(&timer_, &QTimer::timeout, this, &CreditViewModel::expire);
}

QString CreditViewModel::label() const
{
    return asked_ ? asked_->label : QString();
}

void CreditViewModel::press(const QString& digit)
{
    if (!asked_ || digits_.size() == kDigitsMax) {
        return;
    }
    digits_ += digit;
    timer_.start();
    emit changed();
}

void CreditViewModel::erase()
{
    if (!digits_.isEmpty()) {
        digits_.chop(1);
        timer_.start();
        emit changed();
    }
}

void CreditViewModel::give(double tapTime)
{
    bool whole = false;
    const int number = digits_.toInt(&whole);
    if (asked_ && whole) {
        match::Correction instead = asked_->counts;
        *match::credited_player(instead) = number;
        const match::CommandId target = asked_->id;
        leave();
        port_.issue(match::Edit{target, std::move(instead)}, to_tablet_time(tapTime));
        return;
    }
    leave();
}

void CreditViewModel::leave()
{
    ask(std::nullopt);
}

void CreditViewModel::expire()
{
    give(to_tap_time(now_()));
}

void CreditViewModel::show(const client::ClientView& view)
{
    const match::Seq newest = view.taps.empty() ? 0 : view.taps.front().seq;
    const bool tapped = newest_ && newest > *newest_;
    newest_ = newest;
    if (tapped && view.have_match && knows_players(view.ruleset)) {
        if (auto about = asked_about(view, newest)) {
            expire(); // the tap before has what was typed for it
            ask(std::move(about));
            return;
        }
    }
    // Taken back, or put right elsewhere: there is nothing to ask any more.
    if (asked_) {
        const auto still = asked_about(view, asked_->id.seq);
        if (!still || still->id != asked_->id || still->counts != asked_->counts) {
            leave();
        }
    }
}

std::optional<CreditViewModel::Asked> CreditViewModel::asked_about(const client::ClientView& view,
                                                                   match::Seq seq) const
{
    const auto row =
        std::find_if(view.history.begin(), view.history.end(),
                     [seq](const client::HistoryRow& one) { return one.id.seq == seq && one.who == "you"; });
    if (row == view.history.end() || !row->counts || row->voided || row->level == client::Level::kRefused ||
        !std::visit(Gives{}, *row->counts)) {
        return std::nullopt;
    }
    const std::optional<int>* player = match::credited_player(*row->counts);
    if (player == nullptr || *player) {
        return std::nullopt;
    }
    return Asked{row->id, QString::fromStdString(row->label), *row->counts};
}

void CreditViewModel::ask(std::optional<Asked> about)
{
    if (!asked_ && !about) {
        return;
    }
    asked_ = std::move(about);
    digits_.clear();
    asked_ ? timer_.start() : timer_.stop();
    emit changed();
}

} // namespace scoreboard::viewmodel
