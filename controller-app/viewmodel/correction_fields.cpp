#include "viewmodel/correction_fields.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

#include "match/credited_player.h"
#include "match/scoreline.h"

namespace scoreboard::viewmodel {

namespace {

using match::Correction;
using match::Side;

class Words {
    Q_DECLARE_TR_FUNCTIONS(CorrectionFields)
};

QString to_qstring(const std::string& text)
{
    return QString::fromStdString(text);
}

QString to_text(std::optional<int> number)
{
    return number ? QString::number(*number) : QString();
}

// Grows a field option by option.
class Choice {
public:
    Choice(QString title, const Correction& now) : now_(now) { field_.title = std::move(title); }

    void offer(const QString& text, const Correction& become)
    {
        if (become == now_) {
            field_.chosen = static_cast<int>(field_.options.size());
        }
        field_.options.append(text);
        field_.become.push_back(become);
    }
    bool is_a_choice() const { return field_.options.size() > 1; }
    CorrectionField field() && { return std::move(field_); }

private:
    const Correction& now_;
    CorrectionField field_;
};

class Lister {
public:
    Lister(const Correction& now, const match::Ruleset& ruleset, const match::MatchState& state)
        : now_(now), ruleset_(ruleset), state_(state)
    {
    }

    std::vector<CorrectionField> fields() && { return std::move(fields_); }

    void operator()(const match::AddScore& entry)
    {
        add_sides(entry);
        Choice points(Words::tr("Points"), now_);
        const int sign = entry.points < 0 ? -1 : 1;
        if (ruleset_.score) {
            for (const int step : ruleset_.score->increments) {
                match::AddScore become = entry;
                become.points = sign * step;
                points.offer(QStringLiteral("%1%2").arg(sign < 0 ? "" : "+").arg(become.points), become);
            }
        }
        add(std::move(points));
        add_typed(Words::tr("Player"), to_text(entry.player));
    }

    void operator()(const match::SetScore& entry)
    {
        Choice sides(Words::tr("Team"), now_);
        for (const Side side : {Side::kHome, Side::kGuest}) {
            match::SetScore become = entry;
            become.side = side;
            if (side != entry.side) {
                become.if_version.reset(); // the condition was the other side's
            }
            sides.offer(name_of(side), become);
        }
        add(std::move(sides));
        add_typed(Words::tr("Score"), QString::number(entry.points));
    }

    void operator()(const match::AddFoul& entry)
    {
        add_sides(entry);
        add_typed(Words::tr("Player"), to_text(entry.player));
    }

    void operator()(const match::StartTimeout& entry)
    {
        add_sides(entry);
        Choice kinds(Words::tr("What"), now_);
        const std::size_t more = ruleset_.timeouts ? ruleset_.timeouts->more.size() : 0;
        for (std::size_t i = 0; i <= more; ++i) {
            match::StartTimeout become = entry;
            become.kind = static_cast<int>(i);
            kinds.offer(i == 0 ? Words::tr("TIME-OUT")
                               : to_qstring(ruleset_.timeouts->more[i - 1].name).toUpper(),
                        become);
        }
        add(std::move(kinds));
    }

    void operator()(const match::AddTally& entry)
    {
        add_sides(entry);
        Choice kinds(Words::tr("What"), now_);
        for (std::size_t i = 0; i < ruleset_.tallies.size(); ++i) {
            match::AddTally become = entry;
            become.tally = static_cast<int>(i);
            kinds.offer(to_qstring(ruleset_.tallies[i].name).toUpper(), become);
        }
        add(std::move(kinds));
        add_typed(Words::tr("Player"), to_text(entry.player));
    }

    void operator()(const match::AddPenalty& entry)
    {
        add_sides(entry);
        Choice kinds(Words::tr("What"), now_);
        const std::size_t count = ruleset_.penalties ? ruleset_.penalties->kinds.size() : 0;
        for (std::size_t i = 0; i < count; ++i) {
            match::AddPenalty become = entry;
            become.kind = static_cast<int>(i);
            kinds.offer(to_qstring(ruleset_.penalties->kinds[i].name).toUpper(), become);
        }
        add(std::move(kinds));
        add_typed(Words::tr("Player"), to_text(entry.player));
    }

    void operator()(const match::SetClock& entry)
    {
        add_typed(entry.clock == match::ClockId::kGame ? Words::tr("Clock") : Words::tr("Shot clock"),
                  to_qstring(match::format_clock_exact(entry.clock, entry.value)));
    }

    void operator()(const match::ResetShotClock& entry)
    {
        Choice values(Words::tr("Seconds"), now_);
        std::vector<match::Duration> known;
        if (ruleset_.shot_clock) {
            known = {ruleset_.shot_clock->full, ruleset_.shot_clock->reset_short};
            known.insert(known.end(), ruleset_.shot_clock->more.begin(), ruleset_.shot_clock->more.end());
        }
        known.push_back(entry.value);
        std::vector<match::Duration> offered;
        for (const match::Duration value : known) {
            if (value > match::Duration::zero() &&
                std::find(offered.begin(), offered.end(), value) == offered.end()) {
                offered.push_back(value);
                values.offer(to_qstring(match::format_seconds(value, match::Duration::zero())),
                             match::ResetShotClock{value});
            }
        }
        add(std::move(values));
    }

    void operator()(const match::SetPossession& entry) { add_sides(entry); }
    void operator()(const match::EndPenalty&) {} // which, its key says: taken back, another is ended

    void operator()(const match::AddAttempt& entry)
    {
        add_sides(entry);
        Choice results(Words::tr("What"), now_);
        results.offer(Words::tr("SCORED"), match::AddAttempt{entry.side, true});
        results.offer(Words::tr("MISSED"), match::AddAttempt{entry.side, false});
        add(std::move(results));
    }

    void operator()(const match::AddCount& entry)
    {
        Choice kinds(Words::tr("What"), now_);
        kinds.offer(Words::tr("BALL"), match::AddCount{match::CountKind::kBall, entry.take_back});
        kinds.offer(Words::tr("STRIKE"), match::AddCount{match::CountKind::kStrike, entry.take_back});
        kinds.offer(Words::tr("FOUL BALL"), match::AddCount{match::CountKind::kFoulBall, entry.take_back});
        kinds.offer(Words::tr("OUT"), match::AddCount{match::CountKind::kOut, entry.take_back});
        add(std::move(kinds));
    }

    void operator()(const match::SetBases&)
    {
        Choice runners(Words::tr("Runners on"), now_);
        for (std::uint32_t bases = 0; bases < 8; ++bases) {
            QStringList taken;
            for (int base = 0; base < 3; ++base) {
                if ((bases >> base & 1U) != 0) {
                    taken.append(QString::number(base + 1));
                }
            }
            runners.offer(taken.isEmpty() ? Words::tr("NONE") : taken.join(u' '), match::SetBases{bases});
        }
        add(std::move(runners));
    }

    void operator()(const match::SetDowns& entry)
    {
        Choice downs(Words::tr("Down"), now_);
        for (int down = 0; ruleset_.downs && down <= ruleset_.downs->downs; ++down) {
            match::SetDowns become = entry;
            become.downs.down = down;
            downs.offer(down == 0 ? Words::tr("NONE") : QString::number(down), become);
        }
        add(std::move(downs));
        add_typed(Words::tr("Yards to go"), QString::number(entry.downs.to_go));
    }

private:
    QString name_of(Side side) const
    {
        const QString name = to_qstring(state_.team(side).name);
        return !name.isEmpty() ? name : side == Side::kHome ? Words::tr("HOME") : Words::tr("GUEST");
    }

    template <class Entry>
    void add_sides(const Entry& entry)
    {
        Choice sides(Words::tr("Team"), now_);
        for (const Side side : {Side::kHome, Side::kGuest}) {
            Entry become = entry;
            become.side = side;
            sides.offer(name_of(side), become);
        }
        add(std::move(sides));
    }

    void add(Choice choice)
    {
        if (choice.is_a_choice()) {
            fields_.push_back(std::move(choice).field());
        }
    }

    void add_typed(const QString& title, const QString& text)
    {
        CorrectionField field;
        field.title = title;
        field.typed = true;
        field.text = text;
        fields_.push_back(std::move(field));
    }

    const Correction& now_;
    const match::Ruleset& ruleset_;
    const match::MatchState& state_;
    std::vector<CorrectionField> fields_;
};

// "7420" → "7:42.0", of the shot clock "140" → "14.0", as digits come in from the right.
QString as_clock(match::ClockId clock, const QString& digits)
{
    if (clock == match::ClockId::kShot) {
        const QString padded = digits.rightJustified(2, u'0');
        return QStringLiteral("%1.%2").arg(padded.chopped(1), padded.last(1));
    }
    const QString padded = digits.rightJustified(4, u'0');
    return QStringLiteral("%1:%2.%3").arg(padded.chopped(3), padded.last(3).first(2), padded.last(1));
}

} // namespace

std::vector<CorrectionField> correction_fields(const Correction& entry, const match::Ruleset& ruleset,
                                               const match::MatchState& state)
{
    Lister lister(entry, ruleset, state);
    std::visit(lister, entry);
    return std::move(lister).fields();
}

std::optional<Correction> with_digits(const Correction& entry, const QString& digits)
{
    Correction changed = entry;
    if (auto* clock = std::get_if<match::SetClock>(&changed)) {
        const auto value = match::parse_clock(as_clock(clock->clock, digits).toStdString());
        if (!value) {
            return std::nullopt;
        }
        clock->value = *value;
        return changed;
    }
    if (auto* score = std::get_if<match::SetScore>(&changed)) {
        score->points = digits.toInt();
        return digits.isEmpty() ? std::nullopt : std::optional(changed);
    }
    if (auto* downs = std::get_if<match::SetDowns>(&changed)) {
        downs->downs.to_go = digits.toInt();
        return digits.isEmpty() ? std::nullopt : std::optional(changed);
    }
    std::optional<int>* player = match::credited_player(changed);
    if (player == nullptr) {
        return std::nullopt;
    }
    *player = digits.isEmpty() ? std::nullopt : std::optional(digits.toInt());
    return changed;
}

QString shown_digits(const Correction& entry, const QString& digits)
{
    const auto* clock = std::get_if<match::SetClock>(&entry);
    return clock != nullptr ? as_clock(clock->clock, digits) : digits;
}

int digits_at_most(const Correction& entry)
{
    if (const auto* clock = std::get_if<match::SetClock>(&entry)) {
        return clock->clock == match::ClockId::kShot ? 3 : 5;
    }
    if (std::holds_alternative<match::SetScore>(entry)) {
        return 3;
    }
    const bool two =
        std::holds_alternative<match::SetDowns>(entry) || match::credited_player(entry) != nullptr;
    return two ? 2 : 0;
}

} // namespace scoreboard::viewmodel
