#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "fuzz/input.h"

// A file as it is made well once, and spoilt anew for each input.
namespace scoreboard::fuzz {

inline std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_file(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

// One fault of a disk: bytes that changed, a page that is another's, a file that is cut or goes on.
inline void spoil(std::string& bytes, Input& input)
{
    constexpr std::size_t kPage = 4096;
    const std::size_t at = bytes.empty() ? 0 : input.number(3) % bytes.size();
    switch (input.below(5)) {
    case 0:
    case 1: {
        const std::string_view piece = input.piece();
        bytes.replace(at, std::min(piece.size(), bytes.size() - at), piece.substr(0, bytes.size() - at));
        break;
    }
    case 2:
        bytes.resize(at);
        break;
    case 3:
        bytes.append(input.piece());
        break;
    default: {
        const std::size_t from = bytes.empty() ? 0 : input.number(2) * kPage % bytes.size();
        const std::size_t to = at / kPage * kPage;
        const std::size_t size = std::min({kPage, bytes.size() - from, bytes.size() - to});
        bytes.replace(to, size, bytes.substr(from, size));
        break;
    }
    }
}

} // namespace scoreboard::fuzz
