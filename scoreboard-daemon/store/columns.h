#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace scoreboard::store {

// A blob of a fixed size; false if the column holds anything else.
template <std::size_t Size>
bool read_blob(const SQLite::Column& column, std::array<std::uint8_t, Size>& out)
{
    if (column.getBytes() != static_cast<int>(Size)) {
        return false;
    }
    const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
    std::copy_n(bytes, Size, out.begin());
    return true;
}

inline std::string_view read_bytes(const SQLite::Column& column)
{
    const auto* bytes = static_cast<const char*>(column.getBlob());
    return bytes == nullptr ? std::string_view()
                            : std::string_view(bytes, static_cast<std::size_t>(column.getBytes()));
}

// The value must outlive the statement's next step.
template <std::size_t Size>
void bind_blob(SQLite::Statement& statement, int index, const std::array<std::uint8_t, Size>& value)
{
    statement.bindNoCopy(index, value.data(), static_cast<int>(Size));
}

} // namespace scoreboard::store
