#include "store/board_id_file.h"

#include <string>

namespace scoreboard::store {

namespace {

constexpr const char* kNoun = "board id";
constexpr std::size_t kTextMax = 64;

} // namespace

durable::Result<match::BoardId>
read_or_make_board_id(const std::filesystem::path& folder,
                      const std::function<std::array<std::uint8_t, 16>()>& random_id, durable::Disk& disk)
{
    const std::string path = (folder / "board-id").string();
    match::BoardId id;
    if (disk.kind(path) != durable::FileKind::kNothing) {
        const auto text = disk.read(path, kTextMax);
        if (!text) {
            return durable::explain_errno(text.error().value(), kNoun, path);
        }
        if (!match::from_hex(text->substr(0, text->find('\n')), id.bytes.data(), id.bytes.size())) {
            return durable::Failure{
                durable::FailureKind::kDamaged,
                "board id " + path +
                    " does not hold 32 hexadecimal digits; restore it from a backup, or remove "
                    "it and have every controller meet this board as a new one"};
        }
        return id;
    }
    id.bytes = random_id();
    const auto written = replace_board_id(folder, id, disk);
    return written ? durable::Result<match::BoardId>(id) : written.error();
}

durable::Result<std::monostate> replace_board_id(const std::filesystem::path& folder,
                                                 const match::BoardId& id, durable::Disk& disk)
{
    const std::string path = (folder / "board-id").string();
    // Written beside it and renamed: a power cut leaves no half of an id.
    const std::string half = path + ".new";
    std::error_code error = disk.write(half, match::to_hex(id) + "\n");
    if (!error) {
        error = disk.rename(half, path);
    }
    if (!error) {
        error = disk.sync_folder(folder.string());
    }
    if (error) {
        return durable::explain_errno(error.value(), kNoun, path);
    }
    return std::monostate{};
}

} // namespace scoreboard::store
