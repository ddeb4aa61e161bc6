#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>

#include "client/client_view.h"
#include "viewmodel/correction_field_model.h"
#include "viewmodel/history_model.h"
#include "viewmodel/match_keys.h"

namespace scoreboard::viewmodel {

class CommandPort;

// The entry of the history that a person has touched, and what is put right about it: it is taken back or
// counts again, says something else, or gets a forgotten one behind it. Nothing is given before its effect
// is there to be read.
class CorrectionViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ControllerViewModel owns it")
    Q_PROPERTY(bool present READ present NOTIFY changed)
    Q_PROPERTY(QString label READ label NOTIFY changed)
    Q_PROPERTY(QString countsAs READ countsAs NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    Q_PROPERTY(bool voided READ voided NOTIFY changed)
    Q_PROPERTY(QStringList ways READ ways NOTIFY changed)
    Q_PROPERTY(QString way READ way NOTIFY changed)
    Q_PROPERTY(scoreboard::viewmodel::CorrectionFieldModel* fields READ fields CONSTANT)
    Q_PROPERTY(int digitsAtMost READ digitsAtMost NOTIFY changed)
    Q_PROPERTY(bool wrong READ wrong NOTIFY changed)
    Q_PROPERTY(QStringList homeKeys READ homeKeys NOTIFY changed)
    Q_PROPERTY(QStringList sharedKeys READ sharedKeys NOTIFY changed)
    Q_PROPERTY(QStringList guestKeys READ guestKeys NOTIFY changed)
    Q_PROPERTY(QString added READ added NOTIFY changed)
    Q_PROPERTY(QString addedLabel READ addedLabel NOTIFY changed)
    Q_PROPERTY(QStringList effect READ effect NOTIFY changed)
    Q_PROPERTY(bool refused READ refused NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)

public:
    CorrectionViewModel(CommandPort& port, QObject* parent);

    bool present() const { return row_.has_value(); }
    QString label() const;
    QString countsAs() const; // of an entry that was corrected before
    QString detail() const;   // who gave it, when, and what became of it
    bool voided() const { return row_ && row_->voided; }
    QStringList ways() const; // what can be done: "undo", "redo", "change", "add"
    QString way() const { return way_; }
    CorrectionFieldModel* fields() { return &fields_; }
    int digitsAtMost() const;             // of the value that is typed; 0: there is none
    bool wrong() const { return wrong_; } // the digits are no value
    // What can be put in behind it, by the names of keys: those of a side and those of none.
    QStringList homeKeys() const { return keys_of(match::Side::kHome); }
    QStringList sharedKeys() const { return keys_of(std::nullopt); }
    QStringList guestKeys() const { return keys_of(match::Side::kGuest); }
    QString added() const { return added_; } // the key that is put in; empty: none is chosen yet
    QString addedLabel() const;              // "FOUL HOME"
    QStringList effect() const; // of what is chosen, a line each; empty: nothing is, or it is not known yet
    bool refused() const;       // … which says why not
    bool ready() const;         // … and can be given

    Q_INVOKABLE void take(const QString& way);
    Q_INVOKABLE void choose(int field, int option);
    Q_INVOKABLE void press(const QString& digit);
    Q_INVOKABLE void erase();
    Q_INVOKABLE QString labelOf(const QString& key) const; // of a key of a side without it: "FOUL"
    Q_INVOKABLE void add(const QString& key);              // empty: another is to be chosen
    Q_INVOKABLE void confirm(double tapTime);
    Q_INVOKABLE void close();

    void open(const client::HistoryRow& row);
    void show(const client::ClientView& view);

signals:
    void changed();

private:
    struct Forgotten { // what can be put in
        QString name;
        QString label;
        std::optional<match::Side> side;
        match::Correction entry;
    };

    QStringList keys_of(std::optional<match::Side> side) const;
    const Forgotten* forgotten(const QString& key) const;
    void list_forgotten();
    std::optional<match::Command> command() const;
    bool preview_is_of_it() const;
    void type(const QString& digits);
    void follow();

    CommandPort& port_;
    match::Ruleset ruleset_;
    match::MatchState state_;
    std::optional<client::PreviewView> preview_;
    std::optional<client::HistoryRow> row_;
    QString way_;
    std::vector<Forgotten> forgotten_;
    QString added_;
    std::optional<match::Correction> draft_; // what it shall say; none: there is nothing to say
    QString digits_;                         // typed so far; null: what stood there stands
    bool wrong_ = false;
    CorrectionFieldModel fields_;
};

} // namespace scoreboard::viewmodel
