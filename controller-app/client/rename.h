#pragma once

#include <vector>

#include "match/command.h"

namespace scoreboard::client {

// The writer under which rows that begin with `first` go on: made from its old id and content, so that a
// second copy of the journal that renames the same tap gives it the same name, and the board knows it as one.
match::WriterId writer_for(const match::SealedBody& first);

// Rows of a cloned or rolled-back journal under a new writer, with seqs from 1 on: sealed anew, and whatever
// of them names another of them (undo, redo, a value seen) names it by its new id.
std::vector<match::SealedBody> rename_rows(const std::vector<match::SealedBody>& rows,
                                           const match::WriterId& writer);

} // namespace scoreboard::client
