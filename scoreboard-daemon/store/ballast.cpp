#include "store/ballast.h"

#include <utility>

namespace scoreboard::store {

Ballast::Ballast(std::string path, std::uint64_t bytes, durable::Disk& disk)
    : path_(std::move(path)), bytes_(bytes), disk_(&disk)
{
}

void Ballast::take()
{
    if (bytes_ == 0 || disk_->kind(path_) != durable::FileKind::kNothing ||
        disk_->free_bytes(durable::folder_of(path_)) < 2 * bytes_) {
        return;
    }
    if (disk_->allocate(path_, bytes_)) {
        give_up();
    }
}

void Ballast::give_up()
{
    if (bytes_ != 0) {
        disk_->remove(path_);
    }
}

} // namespace scoreboard::store
