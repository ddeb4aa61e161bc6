#pragma once

#include <vector>

#include "fuzz/input.h"
#include "match/entry.h"

namespace scoreboard::fuzz {

// The first match of a new board, as its log begins.
match::Entry start_of_match();
// A log that begins with `start`, whose revs, chain and digests hold and whose entries are anything: as many
// as the input has, at most 60. A digest is the one that an honest fold gives, for as long as the entries are
// of a kind that it can fold.
std::vector<match::Entry> odd_log(Input& input, const match::Entry& start);

} // namespace scoreboard::fuzz
