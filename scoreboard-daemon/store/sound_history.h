#pragma once

#include <boost/system/result.hpp>
#include <optional>
#include <string>
#include <vector>

#include "match/timeline.h"

namespace scoreboard::store {

// A match that comes from outside the log is believed nothing. Each error is a sentence about "the history".

// What is wrong with its entries as they came: revs without a gap, a chain that holds, no command twice.
std::optional<std::string> complaint_about(const std::vector<match::Entry>& entries);

// The same entries behind `rev`, whose chain is `chain`: ids, bodies, outcomes and digests stay.
std::vector<match::Entry> counted_on(std::vector<match::Entry> entries, match::Rev rev, match::Hash chain);

// Folds entries that are counted from 1: one match, and each digest is the one that was recorded.
boost::system::result<match::Timeline, std::string> fold_history(const std::vector<match::Entry>& entries);

} // namespace scoreboard::store
