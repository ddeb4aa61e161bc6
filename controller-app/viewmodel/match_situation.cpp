#include "viewmodel/match_view_model.h"

// What a sport has beside clock and score, in words.
namespace scoreboard::viewmodel {

QString MatchViewModel::setsText() const
{
    return line_.has_sets ? QStringLiteral("%1 : %2").arg(line_.home.sets).arg(line_.guest.sets) : QString();
}

QString MatchViewModel::shotName() const
{
    if (!rules().shot_clock || !rules().shot_clock->alone) {
        return tr("SHOT");
    }
    return rules().innings ? tr("PITCH") : tr("PLAY");
}

QString MatchViewModel::situationText() const
{
    if (line_.downs) {
        return QString::fromStdString(line_.downs->text);
    }
    return line_.jam ? QString::fromStdString(line_.jam->text) : QString();
}

QString MatchViewModel::situationDetail() const
{
    if (line_.downs) {
        return tr("ball on %1").arg(line_.downs->downs.ball_on);
    }
    if (line_.jam && line_.jam->number > 0) {
        return line_.jam->on ? tr("JAM %1").arg(line_.jam->number) : tr("LINE-UP");
    }
    return {};
}

QString MatchViewModel::promptText() const
{
    QStringList prompts;
    for (const std::string& prompt : line_.prompts) {
        prompts.append(QString::fromStdString(prompt));
    }
    return prompts.join(QStringLiteral(" · "));
}

} // namespace scoreboard::viewmodel
