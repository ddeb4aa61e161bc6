#include "fake_desk.h"

#include <algorithm>

#include "controls/tap_clock.h"
#include "match/actions.h"
#include "match/scoreline.h"
#include "viewmodel/key_name.h"
#include "viewmodel/tap_time.h"

namespace scoreboard::qml_test {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

match::TabletTime tablet_now()
{
    return viewmodel::to_tablet_time(controls::TapClock().now());
}

match::BoardTime board_now()
{
    return match::BoardTime(tablet_now().time_since_epoch());
}

client::Level to_level(const QString& word)
{
    if (word == QStringLiteral("recorded")) {
        return client::Level::kRecorded;
    }
    if (word == QStringLiteral("shown")) {
        return client::Level::kShown;
    }
    return word == QStringLiteral("refused") ? client::Level::kRefused : client::Level::kSaved;
}

client::Strip to_strip(const QString& word)
{
    static const QStringList words{QStringLiteral("offline"),     QStringLiteral("storage-fault"),
                                   QStringLiteral("panel-fault"), QStringLiteral("slow"),
                                   QStringLiteral("working"),     QStringLiteral("no-panel"),
                                   QStringLiteral("shown")};
    return static_cast<client::Strip>(words.indexOf(word));
}

match::MatchState third_quarter()
{
    match::MatchState state;
    state.at = {3, match::Phase::kPlay};
    state.game.value = seconds(462);
    state.game.anchor = board_now();
    state.shot.clock.value = seconds(14);
    state.shot.clock.anchor = state.game.anchor;
    state.shot.blank = false;
    state.home.name = "HOME";
    state.home.points = {20, 18, 16};
    state.home.fouls = {3, 2, 2};
    state.home.timeouts = {1, 0, 0};
    state.guest.name = "GUEST";
    state.guest.points = {15, 19, 15};
    state.guest.fouls = {4, 3, 3};
    state.guest.timeouts = {0, 1, 1};
    state.possession = match::Side::kHome;
    return state;
}

} // namespace

FakeDesk::FakeDesk(QObject* parent)
    : QObject(parent), controller_(*this, tablet_now, settings_.filePath(QStringLiteral("settings.ini")))
{
    view_.ruleset = *match::find_ruleset("basketball.fiba.2026");
    view_.state = third_quarter();
    view_.have_match = true;
    view_.connected = true;
    view_.board_name = "Court 1";
    view_.board_url = "tcp://192.168.1.20:7410";
    view_.panel = session::PanelStatus::kOk;
    view_.strip = client::Strip::kShown;
    view_.strip_text = "SHOWN - panel confirmed 1042 - 18 ms";
    view_.undo_label = "+2 HOME";
    controller_.preferences()->remember_board("ws://board.local:7410");
    controller_.preferences()->remember_board("tcp://192.168.1.20:7410");
    publish();
}

void FakeDesk::playBy(const QString& ruleset)
{
    view_.ruleset = *match::find_ruleset(ruleset.toStdString());
    match::Entry start;
    start.sealed.body.id.seq = 1;
    start.sealed.body.command = match::StartMatch{view_.ruleset, "HOME", "GUEST"};
    view_.state = {};
    match::apply(view_.ruleset, view_.state, start);
    const bool up = view_.state.game.up;
    const match::Duration limit = view_.state.game.limit;
    const match::MatchState played = third_quarter();
    view_.state.at = {std::min(2, view_.ruleset.periods.regular), match::Phase::kPlay};
    view_.state.game = played.game;
    view_.state.game.up = up;
    view_.state.game.limit = limit;
    view_.state.shot = played.shot;
    view_.state.home.points = {20, 18};
    view_.state.guest.points = {15, 19};
    publish();
}

void FakeDesk::leaveMatch()
{
    session::LeftMatch left;
    left.match.seq = 7;
    left.ruleset = "handball.ihf.2016";
    left.home_name = "HAWKS";
    left.guest_name = "TIGERS";
    left.home = 12;
    left.guest = 9;
    left.period_text = "H2";
    view_.left = {left};
    publish();
}

QStringList FakeDesk::rulesets() const
{
    QStringList names;
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        names.append(QString::fromStdString(ruleset.id));
    }
    return names;
}

void FakeDesk::runClock(bool running)
{
    const match::BoardTime now = board_now();
    for (match::Clock* clock : {&view_.state.game, &view_.state.shot.clock}) {
        clock->value = clock->value_at(now);
        clock->anchor = now;
        clock->running = running;
    }
    publish();
}

void FakeDesk::expireClock()
{
    view_.state.game.value = match::Duration::zero();
    runClock(false);
}

void FakeDesk::playInnings()
{
    playBy(QStringLiteral("baseball.mlb.2025"));
    view_.state.at = {5, match::Phase::kPlay};
    view_.state.guest.points = {0, 1, 0, 2, 1};
    view_.state.home.points = {0, 0, 3, 0};
    view_.state.home.tallies = {{6}, {1}, {4}};
    publish();
}

void FakeDesk::blankShotClock()
{
    view_.state.shot.blank = true;
    publish();
}

void FakeDesk::startTimeout()
{
    view_.state.timeout = match::RunningTimeout{match::Side::kGuest, board_now() - seconds(18), {}};
    publish();
}

void FakeDesk::bringBonus()
{
    view_.state.guest.fouls = {4, 3, 5};
    publish();
}

void FakeDesk::setStrip(const QString& state, const QString& words)
{
    view_.strip = to_strip(state);
    view_.strip_text = words.toStdString();
    view_.connected = view_.strip != client::Strip::kOffline;
    publish();
}

void FakeDesk::setLabels(const QString& undo, const QString& redo)
{
    view_.undo_label = undo.toStdString();
    view_.redo_label = redo.toStdString();
    publish();
}

void FakeDesk::setOffer(const QString& text, const QString& value)
{
    view_.offers = {{text.toStdString(), value.toStdString(), {match::AcceptOffer{{{}, next_seq_++}}}}};
    publish();
}

void FakeDesk::setChoices(const QString& text, const QStringList& choices)
{
    client::OfferView offer{text.toStdString(), "", {}};
    for (const QString& choice : choices) {
        offer.choices.push_back({choice.toStdString(), match::EndPenalty{{{}, next_seq_++}, 0}});
    }
    offer.number = next_seq_++;
    view_.offers = {offer};
    publish();
}

void FakeDesk::foulAtHome()
{
    const match::AddFoul foul{match::Side::kHome, 1};
    client::TapView tap;
    tap.seq = next_seq_++;
    tap.command = foul;
    view_.taps.insert(view_.taps.begin(), tap);
    client::HistoryRow row;
    row.id.seq = tap.seq;
    row.label = match::describe(tap.command);
    row.who = "you";
    row.counts = foul;
    view_.history.insert(view_.history.begin(), row);
    publish();
}

void FakeDesk::setNotice(const QString& notice)
{
    view_.notice = notice.toStdString();
    publish();
}

void FakeDesk::setTrouble(const QString& trouble)
{
    view_.trouble = trouble.toStdString();
    publish();
}

void FakeDesk::setWarning(const QString& warning)
{
    controller_.show_warning(warning);
}

void FakeDesk::setProblem(const QString& problem)
{
    controller_.show_problem(problem);
}

void FakeDesk::setLevel(const QString& key, const QString& level, const QString& reason)
{
    const auto tap =
        std::find_if(view_.taps.begin(), view_.taps.end(), [&](const client::TapView& candidate) {
            return viewmodel::key_name(candidate.command) == key.toStdString();
        });
    if (tap != view_.taps.end()) {
        tap->level = to_level(level);
        tap->reason = reason.toStdString();
        tap->changed = tablet_now();
        publish();
    }
}

void FakeDesk::fillHistory()
{
    using client::Level;
    const auto row = [this](const char* label, const char* who, const char* when, Level level) {
        client::HistoryRow made;
        made.id.seq = next_seq_++;
        made.label = label;
        made.who = who;
        made.when = when;
        made.level = level;
        return made;
    };
    view_.history = {row("+2 HOME", "you", "Q3 7:42", Level::kSaved),
                     row("STOP", "you", "Q3 7:42", Level::kRecorded),
                     row("+3 GUEST", "tablet-3", "Q3 7:58", Level::kShown),
                     row("TIME-OUT GUEST", "you", "Q3 8:04", Level::kRefused),
                     row("FOUL HOME", "you", "Q3 8:11", Level::kShown),
                     row("+1 HOME", "you", "Q3 8:30", Level::kShown),
                     row("START", "you", "Q3 10:00", Level::kShown),
                     row("PERIOD 3", "you", "HALF-TIME", Level::kShown)};
    view_.history[0].counts = match::AddScore{match::Side::kHome, 2, 7};
    view_.history[0].can_add_after = true;
    view_.history[2].counts = match::AddScore{match::Side::kGuest, 2};
    view_.history[2].counts_as = "+2 GUEST";
    view_.history[2].can_add_after = true;
    view_.history[4].ineffective = true;
    view_.history[4].reason = "has no effect now: the period had not begun";
    view_.history[2].can_undo = true;
    view_.history[0].can_undo = true;
    view_.history[1].can_undo = true;
    view_.history[3].reason = "no time-out is left in this half";
    view_.history[4].can_undo = true;
    view_.history[5].voided = true;
    view_.history[5].can_redo = true;
    view_.history[5].redo_id = match::CommandId{{}, 99};
    view_.history[6].can_undo = true;
    publish();
}

void FakeDesk::tellEffect(const QStringList& lines, bool possible)
{
    view_.preview.reset();
    if (looked_at_) {
        view_.preview = client::PreviewView{*looked_at_, possible, {}, std::nullopt};
        for (const QString& line : lines) {
            view_.preview->lines.push_back(line.toStdString());
        }
    }
    publish();
}

void FakeDesk::forget()
{
    asked_.clear();
    view_.taps.clear();
    publish();
    emit askedChanged();
}

void FakeDesk::issue(match::Command command, match::TabletTime tapped)
{
    client::TapView tap;
    tap.seq = next_seq_++;
    tap.command = command;
    tap.tapped = tapped;
    tap.changed = tapped;
    tap.label = viewmodel::key_name(command);
    view_.taps.insert(view_.taps.begin(), tap);
    ask(viewmodel::key_name(command), tapped);
    publish();
}

void FakeDesk::look_at(std::optional<match::Command> correction)
{
    looked_at_ = std::move(correction);
}

void FakeDesk::issue_seen(match::Command correction, std::optional<client::SeenEffect> /*seen*/,
                          match::TabletTime tapped)
{
    ask(match::describe(correction), tapped);
}

void FakeDesk::undo_newest(match::TabletTime tapped)
{
    ask("undo", tapped);
}

void FakeDesk::redo_newest(match::TabletTime tapped)
{
    ask("redo", tapped);
}

void FakeDesk::undo(match::CommandId target, match::TabletTime tapped)
{
    ask("undo " + std::to_string(target.seq), tapped);
}

void FakeDesk::redo(match::CommandId target, match::TabletTime tapped)
{
    ask("redo " + std::to_string(target.seq), tapped);
}

void FakeDesk::dismiss(match::Seq seq)
{
    const auto tap = std::find_if(view_.taps.begin(), view_.taps.end(),
                                  [seq](const client::TapView& candidate) { return candidate.seq == seq; });
    if (tap != view_.taps.end()) {
        tap->dismissed = true;
        publish();
    }
}

void FakeDesk::connect_to(std::string board_url)
{
    view_.board_url = board_url;
    ask("connect " + board_url, match::TabletTime{});
    publish();
}

void FakeDesk::ask(const std::string& what, match::TabletTime tapped)
{
    last_tap_time_ = viewmodel::to_tap_time(tapped);
    asked_.append(QString::fromStdString(what));
    emit askedChanged();
}

void FakeDesk::publish()
{
    view_.at = tablet_now();
    view_.actions = match::offered_actions(view_.ruleset, view_.state, board_now());
    view_.predicted = match::scoreline(view_.ruleset, view_.state, board_now());
    view_.confirmed = view_.predicted;
    controller_.show(view_);
}

} // namespace scoreboard::qml_test
