#pragma once

#include <vector>

#include "client/client_view.h"
#include "client/confirmed_match.h"
#include "client/journal.h"
#include "client/outbox.h"

namespace scoreboard::client {

// Whose history it is, how much of it the panel shows, and the match with what is still on its way, if that
// corrects anything.
struct HistoryContext {
    match::WriterId own;
    std::optional<match::LogId> log;
    match::Rev shown = 0;
    const match::Timeline* predicted = nullptr;
};

// The history screen's rows, newest first, at most 200: what no board took, which a person must see, then own
// taps without an entry, then the entries.
std::vector<HistoryRow> history_rows(const Outbox& outbox, const ConfirmedMatch& confirmed,
                                     const std::vector<OrphanRow>& orphans, const HistoryContext& context);

} // namespace scoreboard::client
