#include "viewmodel/correction_view_model.h"

#include <algorithm>
#include <utility>

#include "match/command_words.h"
#include "viewmodel/command_port.h"
#include "viewmodel/tap_time.h"

namespace scoreboard::viewmodel {

namespace {

const QString kUndo = QStringLiteral("undo");
const QString kRedo = QStringLiteral("redo");
const QString kChange = QStringLiteral("change");
const QString kAdd = QStringLiteral("add");

} // namespace

CorrectionViewModel::CorrectionViewModel(CommandPort& port, QObject* parent)
    : QObject(parent), port_(port), fields_(this)
{
}

QString CorrectionViewModel::label() const
{
    return row_ ? QString::fromStdString(row_->label) : QString();
}

QString CorrectionViewModel::countsAs() const
{
    return row_ ? QString::fromStdString(row_->counts_as) : QString();
}

QString CorrectionViewModel::detail() const
{
    QStringList parts;
    if (row_) {
        parts = {QString::fromStdString(row_->who), QString::fromStdString(row_->when),
                 QString::fromStdString(row_->reason)};
        parts.removeAll(QString());
    }
    return parts.join(QStringLiteral(" · "));
}

QStringList CorrectionViewModel::ways() const
{
    QStringList ways;
    if (!row_) {
        return ways;
    }
    if (row_->can_undo) {
        ways.append(kUndo);
    }
    if (row_->can_redo && row_->redo_id) {
        ways.append(kRedo);
    }
    if (row_->can_undo && row_->counts && !correction_fields(*row_->counts, ruleset_, state_).empty()) {
        ways.append(kChange);
    }
    if (row_->can_add_after) {
        ways.append(kAdd);
    }
    return ways;
}

int CorrectionViewModel::digitsAtMost() const
{
    return draft_ ? digits_at_most(*draft_) : 0;
}

QString CorrectionViewModel::addedLabel() const
{
    return draft_ && way_ == kAdd
               ? QString::fromStdString(match::in_words(ruleset_, match::as_command(*draft_)))
               : QString();
}

QStringList CorrectionViewModel::effect() const
{
    QStringList lines;
    if (preview_is_of_it()) {
        for (const std::string& line : preview_->lines) {
            lines.append(QString::fromStdString(line));
        }
    }
    return lines;
}

bool CorrectionViewModel::refused() const
{
    return preview_is_of_it() && !preview_->possible;
}

bool CorrectionViewModel::ready() const
{
    return preview_is_of_it() && preview_->possible;
}

void CorrectionViewModel::take(const QString& way)
{
    if (!ways().contains(way)) {
        return;
    }
    way_ = way;
    added_.clear();
    draft_ = way == kChange ? row_->counts : std::nullopt;
    if (way == kAdd) {
        list_forgotten();
    }
    digits_ = QString();
    follow();
}

void CorrectionViewModel::choose(int field, int option)
{
    const auto& fields = fields_.fields();
    if (field < 0 || field >= static_cast<int>(fields.size())) {
        return;
    }
    const auto& become = fields[static_cast<std::size_t>(field)].become;
    if (option >= 0 && option < static_cast<int>(become.size())) {
        draft_ = become[static_cast<std::size_t>(option)];
        follow();
    }
}

void CorrectionViewModel::press(const QString& digit)
{
    if (digits_.size() < digitsAtMost()) {
        type(digits_ == QStringLiteral("0") ? digit : digits_ + digit);
    }
}

void CorrectionViewModel::erase()
{
    type(digits_.isEmpty() ? QStringLiteral("") : digits_.chopped(1));
}

void CorrectionViewModel::type(const QString& digits)
{
    if (!draft_) {
        return;
    }
    digits_ = digits;
    const auto typed = with_digits(*draft_, digits);
    draft_ = typed.value_or(*draft_);
    wrong_ = !typed;
    follow();
}

QString CorrectionViewModel::labelOf(const QString& key) const
{
    const Forgotten* known = forgotten(key);
    return known != nullptr ? known->label : QString();
}

void CorrectionViewModel::add(const QString& key)
{
    const Forgotten* known = forgotten(key);
    added_ = known != nullptr ? key : QString();
    draft_ = known != nullptr ? std::optional(known->entry) : std::nullopt;
    digits_ = QString();
    follow();
}

void CorrectionViewModel::confirm(double tapTime)
{
    const auto given = command();
    if (given && ready()) {
        port_.issue_seen(*given, preview_->seen, to_tablet_time(tapTime));
        close();
    }
}

void CorrectionViewModel::close()
{
    row_.reset();
    way_.clear();
    added_.clear();
    draft_.reset();
    forgotten_.clear();
    follow();
}

void CorrectionViewModel::open(const client::HistoryRow& row)
{
    close();
    row_ = row;
    follow();
}

void CorrectionViewModel::show(const client::ClientView& view)
{
    ruleset_ = view.ruleset;
    state_ = view.state;
    preview_ = view.preview;
    if (!row_) {
        return;
    }
    const auto row = std::find_if(view.history.begin(), view.history.end(),
                                  [this](const client::HistoryRow& other) { return other.id == row_->id; });
    if (row == view.history.end()) {
        close(); // another match
        return;
    }
    row_ = *row;
    if (!way_.isEmpty() && !ways().contains(way_)) {
        way_.clear();
        draft_.reset();
        follow();
        return;
    }
    emit changed();
}

QStringList CorrectionViewModel::keys_of(std::optional<match::Side> side) const
{
    QStringList names;
    for (const Forgotten& key : forgotten_) {
        if (key.side == side) {
            names.append(key.name);
        }
    }
    return names;
}

const CorrectionViewModel::Forgotten* CorrectionViewModel::forgotten(const QString& key) const
{
    const auto found = std::find_if(forgotten_.begin(), forgotten_.end(),
                                    [&key](const Forgotten& known) { return known.name == key; });
    return found == forgotten_.end() ? nullptr : &*found;
}

// The keys of the match that give what can stand in the past, and the totals that no key gives.
void CorrectionViewModel::list_forgotten()
{
    forgotten_.clear();
    const MatchKeys keys(ruleset_, state_);
    for (const MatchKeys::Key& key : keys.all()) {
        if (const auto entry = match::as_correction(key.command)) {
            forgotten_.push_back(
                {QString::fromStdString(key.name), QString::fromStdString(key.label), key.side, *entry});
        }
    }
    if (ruleset_.score) {
        for (const match::Side side : {match::Side::kHome, match::Side::kGuest}) {
            forgotten_.push_back(
                {side == match::Side::kHome ? QStringLiteral("set home") : QStringLiteral("set guest"),
                 tr("SET SCORE"), side, match::SetScore{side, match::score(state_, side), std::nullopt}});
        }
    }
    if (match::has_clock(ruleset_, state_.at)) {
        forgotten_.push_back({QStringLiteral("clock set"), tr("SET CLOCK"), std::nullopt,
                              match::SetClock{match::ClockId::kGame, state_.game.value}});
    }
}

// None: nothing is chosen, or what is chosen is as it was.
std::optional<match::Command> CorrectionViewModel::command() const
{
    if (!row_ || wrong_) {
        return std::nullopt;
    }
    if (way_ == kUndo) {
        return match::Undo{row_->id};
    }
    if (way_ == kRedo && row_->redo_id) {
        return match::Redo{*row_->redo_id};
    }
    if (way_ == kChange && draft_ && draft_ != row_->counts) {
        return match::Edit{row_->id, *draft_};
    }
    if (way_ == kAdd && draft_) {
        return match::Insert{row_->id, *draft_};
    }
    return std::nullopt;
}

bool CorrectionViewModel::preview_is_of_it() const
{
    const auto chosen = command();
    return chosen && preview_ && preview_->command == *chosen;
}

// Everything that depends on what is chosen.
void CorrectionViewModel::follow()
{
    wrong_ = wrong_ && !digits_.isNull();
    std::vector<CorrectionField> fields;
    if (draft_) {
        fields = correction_fields(*draft_, ruleset_, state_);
        for (CorrectionField& field : fields) {
            if (field.typed && !digits_.isNull()) {
                field.text = shown_digits(*draft_, digits_);
            }
        }
    }
    fields_.show(std::move(fields));
    port_.look_at(command());
    emit changed();
}

} // namespace scoreboard::viewmodel
