#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include "viewmodel/correction_view_model.h"
#include "viewmodel/credit_view_model.h"
#include "viewmodel/history_model.h"
#include "viewmodel/left_match_model.h"
#include "viewmodel/match_view_model.h"
#include "viewmodel/offer_view_model.h"
#include "viewmodel/preferences.h"
#include "viewmodel/ruleset_model.h"
#include "viewmodel/strip_view_model.h"

namespace scoreboard::viewmodel {

// Everything the screens of one controller draw, fed with copies of ClientView on the thread of the screens.
class ControllerViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("main() makes the one there is")
    Q_PROPERTY(scoreboard::viewmodel::MatchViewModel* match READ match CONSTANT)
    Q_PROPERTY(scoreboard::viewmodel::StripViewModel* strip READ strip CONSTANT)
    Q_PROPERTY(scoreboard::viewmodel::HistoryModel* history READ history CONSTANT)
    Q_PROPERTY(scoreboard::viewmodel::CorrectionViewModel* correction READ correction CONSTANT)
    Q_PROPERTY(scoreboard::viewmodel::CreditViewModel* credit READ credit CONSTANT)
    Q_PROPERTY(scoreboard::viewmodel::OfferViewModel* offer READ offer CONSTANT)
    Q_PROPERTY(scoreboard::viewmodel::RulesetModel* rulesets READ rulesets CONSTANT)
    Q_PROPERTY(scoreboard::viewmodel::LeftMatchModel* leftMatches READ leftMatches CONSTANT)
    Q_PROPERTY(scoreboard::viewmodel::Preferences* preferences READ preferences CONSTANT)
    Q_PROPERTY(bool connected READ connected NOTIFY boardChanged)
    Q_PROPERTY(QString boardName READ boardName NOTIFY boardChanged)
    Q_PROPERTY(QString boardUrl READ boardUrl NOTIFY boardChanged)
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged)
    Q_PROPERTY(int orphans READ orphans NOTIFY noticeChanged)
    Q_PROPERTY(QString trouble READ trouble NOTIFY boardChanged)
    Q_PROPERTY(QString warning READ warning NOTIFY warningChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    ControllerViewModel(CommandPort& port, TabletNow now, const QString& preferences_path = QString(),
                        QObject* parent = nullptr);

    MatchViewModel* match() { return &match_; }
    StripViewModel* strip() { return &strip_; }
    HistoryModel* history() { return &history_; }
    CorrectionViewModel* correction() { return &correction_; }
    CreditViewModel* credit() { return &credit_; }
    OfferViewModel* offer() { return &offer_; }
    RulesetModel* rulesets() { return &rulesets_; }
    LeftMatchModel* leftMatches() { return &left_matches_; }
    Preferences* preferences() { return &preferences_; }
    bool connected() const { return connected_; }
    QString boardName() const { return board_name_; }
    QString boardUrl() const { return board_url_; }
    QString notice() const { return notice_; }
    QString trouble() const { return trouble_; } // why no board is reached, while none is
    QString warning() const { return warning_; } // what has to be read once, until it has been
    int orphans() const { return orphans_; }
    QString problem() const { return problem_; } // why no tap can be saved; empty: all is well

    // A row of the history was touched: what can be done about it.
    Q_INVOKABLE void correct(int row);
    // A match that was left goes on: one of leftMatches, by its name there.
    Q_INVOKABLE void resumeMatch(const QString& match, double tapTime);
    // Dials what a person typed or chose. Empty: done; else why it is no address.
    Q_INVOKABLE QString connectTo(const QString& address);
    Q_INVOKABLE void dismissWarning() { show_warning(QString()); }

    void show(const client::ClientView& view);
    void show_warning(const QString& warning);
    void show_problem(const QString& problem);

signals:
    void boardChanged();
    void noticeChanged();
    void warningChanged();
    void problemChanged();

private:
    CommandPort& port_;
    Preferences preferences_;
    MatchViewModel match_;
    StripViewModel strip_;
    HistoryModel history_;
    CorrectionViewModel correction_;
    CreditViewModel credit_;
    OfferViewModel offer_;
    RulesetModel rulesets_;
    LeftMatchModel left_matches_;
    bool connected_ = false;
    QString board_name_;
    QString board_url_;
    QString trouble_;
    QString warning_;
    QString notice_;
    int orphans_ = 0;
    QString problem_;
};

} // namespace scoreboard::viewmodel
