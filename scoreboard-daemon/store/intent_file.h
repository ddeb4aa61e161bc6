#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "core/intent_note.h"
#include "durable/failure.h"

namespace scoreboard::store {

// The note of the command being decided, in a small file that is mapped into memory: it costs no system call
// and survives the process.
class IntentFile final : public core::IntentNote {
public:
    static durable::Result<std::unique_ptr<IntentFile>> open(const std::filesystem::path& path);
    ~IntentFile();
    IntentFile(const IntentFile&) = delete;
    IntentFile& operator=(const IntentFile&) = delete;

    // The command that was found being decided at this start and at the one before: it ends the daemon each
    // time, and must be refused.
    const std::optional<core::Intent>& poisonous() const { return poisonous_; }

    void begin(const core::Intent& intent) override;
    void end() override;

private:
    struct Page;
    explicit IntentFile(Page* page);

    Page* page_;
    std::optional<core::Intent> poisonous_;
};

} // namespace scoreboard::store
