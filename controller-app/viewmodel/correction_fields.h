#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

#include "match/match_state.h"

namespace scoreboard::viewmodel {

// One thing of an entry that a person may put right: one of several, or a value that is typed.
struct CorrectionField {
    QString title; // "Points"
    QStringList options{};
    std::vector<match::Correction> become{}; // what each of the options makes of the entry
    int chosen = -1;                         // index of options
    bool typed = false;
    QString text{}; // of a typed value, as it is: "7", "7:42.0"; empty: none
};

// What can be put right in `entry`, a part of it at a time; only what its kind has and the rules know.
std::vector<CorrectionField> correction_fields(const match::Correction& entry, const match::Ruleset& ruleset,
                                               const match::MatchState& state);

// `entry` with other typed digits: of a clock tenths last, "7420" is 7:42.0, of the shot clock "140" 14.0; of
// a shirt none at all is nobody. None: such digits are no value.
std::optional<match::Correction> with_digits(const match::Correction& entry, const QString& digits);
// Those digits as they are shown: "7:42.0".
QString shown_digits(const match::Correction& entry, const QString& digits);
int digits_at_most(const match::Correction& entry); // 0: nothing is typed

} // namespace scoreboard::viewmodel
