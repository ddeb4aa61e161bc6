#include "viewmodel/match_view_model.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "viewmodel/clock_redraw.h"
#include "viewmodel/command_port.h"
#include "viewmodel/key_name.h"
#include "viewmodel/tap_time.h"

namespace scoreboard::viewmodel {

namespace {

match::Side to_side(int side)
{
    return side == MatchViewModel::Home ? match::Side::kHome : match::Side::kGuest;
}

match::BoardTime board_time(const client::ClientView& view, match::TabletTime now)
{
    return match::BoardTime(now.time_since_epoch() + view.board_offset);
}

bool same(const match::ClockFace& a, const match::ClockFace& b)
{
    return a.text == b.text && a.running == b.running && a.visible == b.visible;
}

bool same(const std::optional<match::TimeoutLine>& a, const std::optional<match::TimeoutLine>& b)
{
    return a.has_value() == b.has_value() && (!a || (a->text == b->text && a->side == b->side));
}

int whole_seconds(match::Duration value)
{
    return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(value).count());
}

} // namespace

MatchViewModel::MatchViewModel(CommandPort& port, TabletNow now, QObject* parent)
    : QObject(parent), port_(port), now_(std::move(now)), home_(match::Side::kHome, this),
      guest_(match::Side::kGuest, this)
{
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, [this] { plan_next_redraw(redraw()); });
}

int MatchViewModel::smallestStep() const
{
    const auto& score = view_.ruleset.score;
    return !score || score->increments.empty() ? 1 : score->increments.front();
}

QList<int> MatchViewModel::largerSteps() const
{
    if (!known()) {
        return {2, 3};
    }
    const auto& score = view_.ruleset.score;
    const bool none = !score || score->increments.empty();
    return none ? QList<int>{} : QList<int>(score->increments.begin() + 1, score->increments.end());
}

int MatchViewModel::shotFull() const
{
    const auto& shot = view_.ruleset.shot_clock;
    return shot ? whole_seconds(shot->full) : 24;
}

int MatchViewModel::shotShort() const
{
    const auto& shot = view_.ruleset.shot_clock;
    return shot ? whole_seconds(shot->reset_short) : 14;
}

QString MatchViewModel::phaseText() const
{
    if (!known()) {
        return tr("No match yet");
    }
    switch (line_.at.phase) {
    case match::Phase::kPre:
        return tr("Before the match");
    case match::Phase::kPlay:
        return line_.at.period > view_.ruleset.periods.regular
                   ? tr("Overtime %1").arg(line_.at.period - view_.ruleset.periods.regular)
                   : tr("Period %1 of %2").arg(line_.at.period).arg(view_.ruleset.periods.regular);
    case match::Phase::kInterval:
        return tr("Interval");
    case match::Phase::kFinal:
        return tr("Full time");
    case match::Phase::kShootout:
        return tr("Shoot-out");
    }
    return {};
}

QString MatchViewModel::nextPeriodText() const
{
    switch (line_.at.phase) {
    case match::Phase::kPre:
        return tr("Start match");
    case match::Phase::kPlay:
        return tr("End %1").arg(periodText());
    case match::Phase::kInterval:
        return line_.at.period >= view_.ruleset.periods.regular ? tr("Overtime")
                                                                : tr("Start Q%1").arg(line_.at.period + 1);
    case match::Phase::kFinal:
        return tr("Over");
    case match::Phase::kShootout:
        return tr("End shoot-out");
    }
    return {};
}

QString MatchViewModel::timeoutText() const
{
    return line_.timeout ? QString::fromStdString(line_.timeout->text) : QString();
}

QString MatchViewModel::timeoutTeam() const
{
    if (!line_.timeout) {
        return {};
    }
    return line_.timeout->side == match::Side::kHome ? home_.name() : guest_.name();
}

bool MatchViewModel::timeoutEnding() const
{
    const auto& rules = view_.ruleset.timeouts;
    return rules && line_.timeout && line_.timeout->remaining <= rules->length - rules->signal_at;
}

KeyState* MatchViewModel::key(const QString& name)
{
    KeyState*& state = keys_[name.toStdString()];
    if (state == nullptr) {
        state = new KeyState(this);
        follow_keys(now_());
    }
    return state;
}

void MatchViewModel::addPoints(int side, int points, double tapTime)
{
    issue(match::AddScore{to_side(side), points}, tapTime);
}

void MatchViewModel::addFoul(int side, double tapTime)
{
    issue(match::AddFoul{to_side(side), 1}, tapTime);
}

void MatchViewModel::takeFoulBack(int side, double tapTime)
{
    issue(match::AddFoul{to_side(side), -1}, tapTime);
}

void MatchViewModel::startTimeout(int side, double tapTime)
{
    issue(match::StartTimeout{to_side(side)}, tapTime);
}

void MatchViewModel::givePossession(int side, double tapTime)
{
    issue(match::SetPossession{to_side(side), std::nullopt}, tapTime);
}

void MatchViewModel::startOrStopClock(double tapTime)
{
    if (line_.game.running) {
        issue(match::StopClock{match::ClockId::kGame}, tapTime);
    } else {
        issue(match::StartClock{match::ClockId::kGame}, tapTime);
    }
}

void MatchViewModel::nudgeClock(int seconds, double tapTime)
{
    const match::Duration value = line_.game.value + std::chrono::seconds(seconds);
    issue(match::SetClock{match::ClockId::kGame, std::max(value, match::Duration::zero())}, tapTime);
}

bool MatchViewModel::setClock(const QString& value, double tapTime)
{
    const auto parsed = match::parse_clock(value.trimmed().toStdString());
    if (!parsed) {
        return false;
    }
    issue(match::SetClock{match::ClockId::kGame, *parsed}, tapTime);
    return true;
}

void MatchViewModel::resetShotClock(int seconds, double tapTime)
{
    issue(match::ResetShotClock{std::chrono::seconds(seconds)}, tapTime);
}

void MatchViewModel::holdOrRunShotClock(double tapTime)
{
    if (shotHeld() || shotText().isEmpty()) {
        issue(match::StartClock{match::ClockId::kShot}, tapTime);
    } else {
        issue(match::StopClock{match::ClockId::kShot}, tapTime);
    }
}

void MatchViewModel::blankShotClock(double tapTime)
{
    issue(match::BlankShotClock{}, tapTime);
}

void MatchViewModel::nextPeriod(double tapTime)
{
    const auto offered =
        std::find_if(view_.actions.begin(), view_.actions.end(),
                     [](const match::Action& action) { return action.name == "period next"; });
    if (offered != view_.actions.end()) {
        issue(offered->command, tapTime);
    } else {
        issue(match::NextPeriod{view_.state.at, std::nullopt}, tapTime);
    }
}

void MatchViewModel::soundHorn(double tapTime)
{
    issue(match::SoundHorn{}, tapTime);
}

void MatchViewModel::undo(double tapTime)
{
    if (guard("undo", tapTime)) {
        port_.undo_newest(to_tablet_time(tapTime));
    }
}

void MatchViewModel::redo(double tapTime)
{
    if (guard("redo", tapTime)) {
        port_.redo_newest(to_tablet_time(tapTime));
    }
}

void MatchViewModel::dismissRefusal()
{
    if (refusal_seq_ != 0) {
        port_.dismiss(refusal_seq_);
    }
}

void MatchViewModel::issue(const match::Command& command, double tap_time)
{
    if (guard(key_name(command), tap_time)) {
        port_.issue(command, to_tablet_time(tap_time));
    }
}

bool MatchViewModel::guard(const std::string& key, double tap_time)
{
    if (tap_guard_.accept(guard_name(key), to_tablet_time(tap_time))) {
        return true;
    }
    if (const auto state = keys_.find(key); state != keys_.end()) {
        state->second->count_bounce();
    }
    return false;
}

void MatchViewModel::show(const client::ClientView& view)
{
    const bool ruleset_changes = view.have_match != view_.have_match || view.ruleset != view_.ruleset;
    const bool undo_changes = view.undo_label != view_.undo_label || view.redo_label != view_.redo_label;
    const bool hold_changes = view.state.shot.held != view_.state.shot.held;
    view_ = view;
    if (ruleset_changes) {
        emit rulesetChanged();
        emit periodChanged();
    }
    if (undo_changes) {
        emit undoChanged();
    }
    if (hold_changes) {
        emit shotChanged();
    }
    plan_next_redraw(redraw());
}

match::TabletTime MatchViewModel::redraw()
{
    const match::TabletTime now = now_();
    const match::Scoreline old = line_;
    line_ = view_.have_match ? match::scoreline(view_.ruleset, view_.state, board_time(view_, now))
                             : view_.predicted;
    home_.show(line_.home);
    guest_.show(line_.guest);
    if (!same(old.game, line_.game)) {
        emit clockChanged();
    }
    if (!same(old.shot, line_.shot)) {
        emit shotChanged();
    }
    if (old.at != line_.at || old.period_text != line_.period_text) {
        emit periodChanged();
    }
    if (!same(old.timeout, line_.timeout)) {
        emit timeoutChanged();
    }
    if (old.horn != line_.horn) {
        emit hornChanged();
    }
    follow_keys(now);
    follow_refusal(now);
    follow_hall(now);
    return now;
}

void MatchViewModel::follow_keys(match::TabletTime now)
{
    std::unordered_map<std::string, const client::TapView*> newest;
    for (const client::TapView& tap : view_.taps) {
        newest.try_emplace(key_name(tap.command), &tap);
        if (const auto score = score_name(tap.command)) {
            newest.try_emplace(*score, &tap);
        }
    }
    std::unordered_set<std::string> offered;
    for (const match::Action& action : view_.actions) {
        offered.insert(action.name);
    }
    for (const auto& [name, state] : keys_) {
        const auto tap = newest.find(name);
        state->follow(tap == newest.end() ? nullptr : tap->second, now);
        // Without a list of actions nothing is known against any key.
        state->offer(offered.empty() || offered.contains(name) || !is_offered_by_rules(name));
    }
}

void MatchViewModel::follow_refusal(match::TabletTime now)
{
    match::Seq seq = 0;
    QString text;
    bool stays = false;
    for (const client::TapView& tap : view_.taps) {
        if (tap.level != client::Level::kRefused) {
            continue;
        }
        const auto end = KeyState::expires_at(tap);
        if (!end || now < *end) {
            seq = tap.seq;
            text = QString::fromStdString(tap.label + ": " + tap.reason);
            stays = !end.has_value();
            break;
        }
    }
    if (seq == refusal_seq_ && text == refusal_text_ && stays == refusal_stays_) {
        return;
    }
    refusal_seq_ = seq;
    refusal_text_ = text;
    refusal_stays_ = stays;
    emit refusalChanged();
}

// Offline, the tablet shows the clock as its own taps will have put it; the hall may still see it run.
void MatchViewModel::follow_hall(match::TabletTime now)
{
    const bool opposite = known() && view_.confirmed.game.running != line_.game.running;
    const bool waits = std::any_of(view_.taps.begin(), view_.taps.end(), [now](const client::TapView& tap) {
        return tap.level == client::Level::kSaved && now - tap.tapped > kHallAfter &&
               guard_name(key_name(tap.command)) == "clock";
    });
    if ((opposite && waits) != hall_differs_) {
        hall_differs_ = !hall_differs_;
        emit hallChanged();
    }
}

void MatchViewModel::plan_next_redraw(match::TabletTime now)
{
    std::optional<match::Duration> wait = next_face_change(line_);
    if (line_.next_change) {
        wait = sooner(wait, *line_.next_change - board_time(view_, now));
    }
    for (const client::TapView& tap : view_.taps) {
        if (const auto end = KeyState::expires_at(tap); end && *end > now) {
            wait = sooner(wait, *end - now);
        }
    }
    if (!wait) {
        timer_.stop();
        return;
    }
    timer_.start(timer_delay(*wait));
}

} // namespace scoreboard::viewmodel
