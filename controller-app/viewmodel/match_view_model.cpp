#include "viewmodel/match_view_model.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "viewmodel/clock_redraw.h"
#include "viewmodel/key_name.h"

namespace scoreboard::viewmodel {

namespace {

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

bool same(const std::optional<match::DownsLine>& a, const std::optional<match::DownsLine>& b)
{
    return a.has_value() == b.has_value() && (!a || (a->text == b->text && a->downs == b->downs));
}

bool same(const std::optional<match::JamLine>& a, const std::optional<match::JamLine>& b)
{
    return a.has_value() == b.has_value() &&
           (!a || (a->text == b->text && a->number == b->number && a->on == b->on));
}

bool same(const std::optional<match::CountLine>& a, const std::optional<match::CountLine>& b)
{
    return a.has_value() == b.has_value() &&
           (!a || (a->balls == b->balls && a->strikes == b->strikes && a->outs == b->outs &&
                   a->bases == b->bases && a->half == b->half));
}

int whole_seconds(match::Duration value)
{
    return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(value).count());
}

// "Quarter 3 of 4". A match of very many periods has no last one that anybody waits for.
QString period_of(const match::PeriodRules& rules, int period)
{
    constexpr int kCountable = 20;
    const QString what =
        [&rules] {
            switch (rules.name) {
            case match::PeriodName::kQuarter:
                return MatchViewModel::tr("Quarter %1");
            case match::PeriodName::kPeriod:
                return MatchViewModel::tr("Period %1");
            case match::PeriodName::kHalf:
                return MatchViewModel::tr("Half %1");
            case match::PeriodName::kSet:
                return MatchViewModel::tr("Set %1");
            case match::PeriodName::kInning:
                return MatchViewModel::tr("Inning %1");
            case match::PeriodName::kRound:
                return MatchViewModel::tr("Round %1");
            }
            return QString();
        }()
            .arg(period);
    return rules.regular > kCountable ? what : MatchViewModel::tr("%1 of %2").arg(what).arg(rules.regular);
}

QString word_for(KeyPart part)
{
    switch (part) {
    case KeyPart::kScore:
        return QStringLiteral("score");
    case KeyPart::kFouls:
        return QStringLiteral("fouls");
    case KeyPart::kTimeouts:
        return QStringLiteral("timeouts");
    case KeyPart::kPossession:
        return QStringLiteral("possession");
    case KeyPart::kTallies:
        return QStringLiteral("tallies");
    case KeyPart::kAddedTime:
        return QStringLiteral("added time");
    case KeyPart::kClock:
        return QStringLiteral("clock");
    case KeyPart::kShotClock:
        return QStringLiteral("shot clock");
    case KeyPart::kPeriod:
        return QStringLiteral("period");
    case KeyPart::kHorn:
        return QStringLiteral("horn");
    case KeyPart::kOther:
        break;
    }
    return {};
}

QStringList to_list(const std::vector<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names) {
        list.append(QString::fromStdString(name));
    }
    return list;
}

} // namespace

MatchViewModel::MatchViewModel(CommandPort& port, TabletNow now, QObject* parent)
    : QObject(parent), port_(port), now_(std::move(now)), home_(match::Side::kHome, this),
      guest_(match::Side::kGuest, this)
{
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, [this] { plan_next_redraw(redraw()); });
    list_keys();
}

const match::Ruleset& MatchViewModel::rules() const
{
    return known() ? view_.ruleset : match::all_rulesets().front();
}

int MatchViewModel::smallestStep() const
{
    const auto& score = rules().score;
    return !score || score->increments.empty() ? 1 : score->increments.front();
}

QList<int> MatchViewModel::largerSteps() const
{
    const auto& score = rules().score;
    const bool none = !score || score->increments.empty();
    return none ? QList<int>{} : QList<int>(score->increments.begin() + 1, score->increments.end());
}

QList<int> MatchViewModel::shotValues() const
{
    QList<int> values;
    for (const MatchKeys::Key& key : keys_known_.all()) {
        if (const auto* reset = std::get_if<match::ResetShotClock>(&key.command)) {
            values.append(whole_seconds(reset->value));
        }
    }
    return values;
}

QList<int> MatchViewModel::addedValues() const
{
    QList<int> values;
    for (const MatchKeys::Key& key : keys_known_.all()) {
        if (key.added) {
            values.append(*key.added);
        }
    }
    return values;
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
        return line_.at.period > rules().periods.regular
                   ? tr("Overtime %1").arg(line_.at.period - rules().periods.regular)
                   : period_of(rules().periods, line_.at.period);
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
    case match::Phase::kInterval: {
        match::MatchState next = view_.state;
        next.at = {line_.at.period + 1, match::Phase::kPlay};
        return tr("Start %1")
            .arg(QString::fromStdString(match::scoreline(rules(), next, match::BoardTime{}).period_text));
    }
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
    return line_.timeout && line_.timeout->signal;
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

void MatchViewModel::show(const client::ClientView& view)
{
    const bool ruleset_changes = view.have_match != view_.have_match || view.ruleset != view_.ruleset;
    const bool undo_changes = view.undo_label != view_.undo_label || view.redo_label != view_.redo_label;
    const bool hold_changes = view.state.shot.held != view_.state.shot.held;
    const bool display_changes = view.state.display_held != view_.state.display_held;
    view_ = view;
    list_keys();
    if (ruleset_changes) {
        emit rulesetChanged();
        emit periodChanged();
    }
    if (undo_changes) {
        emit undoChanged();
    }
    if (display_changes) {
        emit displayHeldChanged();
    }
    if (hold_changes) {
        emit shotChanged();
    }
    plan_next_redraw(redraw());
}

void MatchViewModel::list_keys()
{
    keys_known_ = MatchKeys(rules(), view_.state);
    for (TeamViewModel* team : {&home_, &guest_}) {
        const auto side = static_cast<match::Side>(team->side());
        team->offer_keys({to_list(keys_known_.team_keys(side)), to_list(keys_known_.own_keys(side)),
                          to_list(keys_known_.everything(side))});
    }
    const QStringList shared = to_list(keys_known_.everything(std::nullopt));
    if (shared != shared_keys_) {
        shared_keys_ = shared;
        emit keysChanged();
    }
}

KeyState::Face MatchViewModel::face_of(const MatchKeys::Key& key) const
{
    KeyState::Face face;
    face.label = QString::fromStdString(key.label);
    face.part = word_for(key.part);
    face.wants_hold = key.wants_hold;
    if (key.added) {
        face.lit = *key.added != 0 && view_.state.added_minutes == *key.added;
    }
    if (!key.side) {
        return face;
    }
    const match::TeamLine& team = line_.team(*key.side);
    if (key.part == KeyPart::kPossession) {
        face.lit = team.possession;
    } else if (key.part == KeyPart::kFouls) {
        face.figure = team.fouls;
    } else if (key.part == KeyPart::kTimeouts) {
        face.figure = team.timeouts_left;
    } else if (key.tally && static_cast<std::size_t>(*key.tally) < team.tallies.size()) {
        face.figure = team.tallies[static_cast<std::size_t>(*key.tally)].count;
    }
    return face;
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
    if (old.added_time != line_.added_time) {
        emit addedChanged();
    }
    if (!same(old.shot, line_.shot)) {
        emit shotChanged();
    }
    if (old.at != line_.at || old.period_text != line_.period_text) {
        emit periodChanged();
    }
    if (old.has_sets != line_.has_sets || old.home.sets != line_.home.sets ||
        old.guest.sets != line_.guest.sets || old.prompts != line_.prompts) {
        emit setsChanged();
    }
    if (!same(old.downs, line_.downs) || !same(old.count, line_.count) || !same(old.jam, line_.jam)) {
        emit situationChanged();
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
        newest.try_emplace(keys_known_.name_of(tap.command), &tap);
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
        if (const MatchKeys::Key* known = keys_known_.find(name)) {
            state->wear(face_of(*known));
        }
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
