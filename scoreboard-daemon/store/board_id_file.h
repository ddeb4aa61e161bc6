#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <variant>

#include "durable/disk.h"
#include "durable/failure.h"
#include "match/ids.h"

namespace scoreboard::store {

// Who this board is, in a file of its own (`folder`/board-id): tablets keep their commands for this name, so
// it must outlive a log that had to be set aside. Made with `random_id` when it is missing, and durable on
// return.
durable::Result<match::BoardId>
read_or_make_board_id(const std::filesystem::path& folder,
                      const std::function<std::array<std::uint8_t, 16>()>& random_id,
                      durable::Disk& disk = durable::posix_disk());

// The board takes another name, durably: it replaces the board that had it.
durable::Result<std::monostate> replace_board_id(const std::filesystem::path& folder,
                                                 const match::BoardId& id,
                                                 durable::Disk& disk = durable::posix_disk());

} // namespace scoreboard::store
