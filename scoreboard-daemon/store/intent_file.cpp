#include "store/intent_file.h"

#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <sys/mman.h>
#include <type_traits>
#include <unistd.h>

namespace scoreboard::store {

namespace {

struct Slot {
    std::uint8_t in_use; // written last, so that a kill leaves no half of an intent
    core::Intent intent;

    std::optional<core::Intent> read() const { return in_use == 1 ? std::optional(intent) : std::nullopt; }
};

} // namespace

// The file's bytes; zeros: nothing is noted.
struct IntentFile::Page {
    Slot deciding;         // now, or when the process ended
    Slot found_last_start; // what the last start found in `deciding`
};

durable::Result<std::unique_ptr<IntentFile>> IntentFile::open(const std::filesystem::path& path)
{
    static_assert(std::is_trivially_copyable_v<Page>);
    constexpr const char* kNoun = "intent note";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0) {
        return durable::explain_errno(errno, kNoun, path.string());
    }
    // Preallocated: writing through the mapping must never meet a full disk.
    int error = ::posix_fallocate(file, 0, sizeof(Page));
    void* mapped = MAP_FAILED;
    if (error == 0) {
        mapped = ::mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        error = mapped == MAP_FAILED ? errno : 0;
    }
    ::close(file);
    if (error != 0) {
        return durable::explain_errno(error, kNoun, path.string());
    }
    return std::unique_ptr<IntentFile>(new IntentFile(static_cast<Page*>(mapped)));
}

IntentFile::IntentFile(Page* page) : page_(page)
{
    const std::optional<core::Intent> found = page_->deciding.read();
    if (found && found == page_->found_last_start.read()) {
        poisonous_ = found;
    }
    page_->found_last_start = page_->deciding;
    page_->deciding.in_use = 0;
}

IntentFile::~IntentFile()
{
    ::munmap(page_, sizeof(Page));
}

void IntentFile::begin(const core::Intent& intent)
{
    page_->deciding.intent = intent;
    page_->deciding.in_use = 1;
}

void IntentFile::end()
{
    page_->deciding.in_use = 0;
}

} // namespace scoreboard::store
