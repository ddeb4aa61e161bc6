#pragma once

#include <gmock/gmock.h>
#include <memory>
#include <string>

#include "journal/sqlite_journal.h"
#include "support/temp_folder.h"
#include "wire/wire.h"

namespace scoreboard::journal {

inline std::unique_ptr<SqliteJournal> opened(const std::string& path)
{
    auto journal = SqliteJournal::open(path);
    EXPECT_TRUE(journal) << (journal ? "" : journal.error());
    return journal ? std::move(*journal) : nullptr;
}

inline match::SealedBody tap_of(const match::WriterId& writer, match::Seq seq)
{
    match::Body body;
    body.id = {writer, seq};
    body.command = match::AddScore{match::Side::kHome, 2};
    body.tap.at = match::TabletTime(std::chrono::seconds(seq));
    return wire::seal(body);
}

inline match::Entry entry_of(const match::SealedBody& sealed, match::Rev rev)
{
    match::Entry entry;
    entry.rev = rev;
    entry.sealed = sealed;
    entry.outcome.applied = true;
    entry.received = match::BoardTime(std::chrono::seconds(rev));
    return entry;
}

inline const match::BoardId kBoard{{{0xb0}}};
inline const match::BoardId kOtherBoard{{{0xb1}}};
inline const match::LogId kLog{{{0x10}}};

} // namespace scoreboard::journal
