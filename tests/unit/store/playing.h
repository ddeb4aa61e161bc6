#pragma once

#include <fstream>
#include <gtest/gtest.h>
#include <memory>
#include <string>

#include "store/log_store.h"
#include "support/taps.h"
#include "support/temp_folder.h"

// A real log in a folder of its own, with a writer that fills it.
namespace scoreboard::store {

using namespace support;
using match::AddScore;
using match::Side;

// Ids that differ from one another and from run to run of nothing.
inline std::function<std::array<std::uint8_t, 16>()> counted_ids()
{
    return [n = std::make_shared<std::uint8_t>(std::uint8_t{0})] {
        std::array<std::uint8_t, 16> id{};
        id.fill(++*n);
        return id;
    };
}

inline StoreOptions options_for(const TempFolder& folder, const std::string& hardware = {})
{
    static const auto ids = counted_ids();
    return {.folder = folder.file("data"), .hardware_id = hardware, .random_id = ids};
}

inline std::unique_ptr<LogStore> opened(const StoreOptions& options)
{
    auto store = LogStore::open(options);
    EXPECT_TRUE(store) << (store ? "" : store.error().text);
    return store ? std::move(*store) : nullptr;
}

inline std::string log_file(const TempFolder& folder)
{
    return folder.file("data") + "/log.sqlite";
}

inline std::string bytes_of(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// A store and the writer that fills it.
struct Playing {
    explicit Playing(const StoreOptions& options, match::BootId boot = kBoot)
        : store(opened(options)),
          service(support::options(boot), store->take_recovered(), core::Now{kStart, kWall})
    {
        EXPECT_EQ(commit(), "");
    }

    std::string commit()
    {
        while (const auto batch = service.take_batch()) {
            if (const std::string error = store->commit(batch->entries); !error.empty()) {
                service.on_storage_fault(error);
                return error;
            }
            service.on_committed();
        }
        return {};
    }

    // Taps `count` points, each committed by itself unless `batched`.
    void score(match::Seq first, match::Seq count, bool batched = false)
    {
        for (match::Seq seq = first; seq < first + count; ++seq) {
            give(service, tap(kAnna, seq, AddScore{Side::kHome, 1}));
            if (!batched) {
                EXPECT_EQ(commit(), "");
            }
        }
        EXPECT_EQ(commit(), "");
    }

    std::unique_ptr<LogStore> store;
    core::MatchService service;
};

inline void play(const StoreOptions& options, match::Seq count)
{
    Playing playing(options);
    give(playing.service, tap(kBert, 1, match::StartClock{}));
    playing.score(1, count);
}

} // namespace scoreboard::store
