#pragma once

#include <QString>

namespace scoreboard::viewmodel {

// What a person types for a board, made into the URL that the client dials; or why it cannot be one.
struct BoardAddress {
    QString url;     // "tcp://192.168.1.20:7410"; empty when `problem` says something
    QString problem; // for a person

    static constexpr int kDefaultPort = 7410;
    static BoardAddress parse(const QString& typed);
};

} // namespace scoreboard::viewmodel
