#include "viewmodel/strip_view_model.h"

#include <QStringList>

namespace scoreboard::viewmodel {

namespace {

QString state_word(client::Strip strip)
{
    switch (strip) {
    case client::Strip::kOffline:
        return QStringLiteral("offline");
    case client::Strip::kStorageFault:
        return QStringLiteral("storage-fault");
    case client::Strip::kPanelFault:
        return QStringLiteral("panel-fault");
    case client::Strip::kSlow:
        return QStringLiteral("slow");
    case client::Strip::kWorking:
        return QStringLiteral("working");
    case client::Strip::kHeld:
        return QStringLiteral("held");
    case client::Strip::kNoPanel:
        return QStringLiteral("no-panel");
    case client::Strip::kShown:
        return QStringLiteral("shown");
    }
    return {};
}

} // namespace

StripViewModel::StripViewModel(QObject* parent)
    : QObject(parent), state_(state_word(client::Strip::kOffline)), headline_(tr("OFFLINE")),
      detail_(tr("taps are saved on this tablet"))
{
}

void StripViewModel::show(const client::ClientView& view)
{
    const QString state = state_word(view.strip);
    QStringList parts = QString::fromStdString(view.strip_text).split(QStringLiteral(" - "));
    const QString headline = parts.takeFirst();
    const QString detail = parts.join(QStringLiteral(" \u00b7 "));
    if (state == state_ && headline == headline_ && detail == detail_) {
        return;
    }
    state_ = state;
    headline_ = headline;
    detail_ = detail;
    emit changed();
}

} // namespace scoreboard::viewmodel
