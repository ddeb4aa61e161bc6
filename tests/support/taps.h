#pragma once

#include <utility>

#include "core/match_service.h"
#include "wire/wire.h"

// What tests of the board say again and again: who taps, what, when.
namespace scoreboard::support {

using namespace std::chrono_literals;

template <class Id>
Id id_of(std::uint8_t value)
{
    Id id;
    id.bytes.fill(value);
    return id;
}

inline const auto kAnna = id_of<match::WriterId>(0xA1);
inline const auto kBert = id_of<match::WriterId>(0xB2);
inline const auto kLog = id_of<match::LogId>(0x10);
inline const auto kBoard = id_of<match::BoardId>(0x20);
inline const auto kBoot = id_of<match::BootId>(0x30);
inline const auto kNextBoot = id_of<match::BootId>(0x31);
inline const auto kTabletBoot = id_of<match::BootId>(0x40);

inline constexpr match::BoardTime kStart{1000s};
inline constexpr std::int64_t kWall = 1'790'000'000'000;
// The tablets of these tests count from another moment than the board: board time = tablet time + kOffset.
inline constexpr match::Duration kOffset = 400s;

inline match::TabletTime tablet_time(match::BoardTime at)
{
    return match::TabletTime(at.time_since_epoch() - kOffset);
}

// A tap at `tapped` of a tablet that knows the board's clock within a millisecond, sent at once.
inline session::CommandMessage tap(const match::WriterId& writer, match::Seq seq, match::Command command,
                                   match::BoardTime tapped = kStart)
{
    match::Body body;
    body.id = match::CommandId{writer, seq};
    body.command = std::move(command);
    body.tap = match::Tap{.at = tablet_time(tapped),
                          .tablet_boot = kTabletBoot,
                          .board_boot = kBoot,
                          .offset = kOffset,
                          .uncertainty = 1ms};
    session::CommandMessage message;
    message.sealed = wire::seal(body);
    message.sent = tablet_time(tapped);
    return message;
}

inline core::MatchService::Options options(match::BootId boot = kBoot)
{
    core::MatchService::Options options;
    options.board_name = "Court 1";
    options.boot = boot;
    options.has_panel = true;
    return options;
}

inline core::RecoveredLog empty_log()
{
    core::RecoveredLog log;
    log.log = kLog;
    log.board = kBoard;
    return log;
}

// What a store would give back that has written all of `entries`.
inline core::RecoveredLog log_of(std::span<const match::Entry> entries)
{
    core::RecoveredLog log = empty_log();
    for (const match::Entry& entry : entries) {
        if (entry.id().writer == match::writer_of(kLog)) {
            log.board_seq = entry.id().seq;
        }
        if (!match::Timeline::begins_with(entry)) {
            log.open_match->add(entry);
        } else {
            if (log.open_match) {
                core::retire_open_match(log);
            }
            log.left.remove_what_goes_on(entry);
            log.open_match.emplace(entry);
        }
        log.head = entry.rev;
        log.head_chain = entry.chain;
    }
    return log;
}

// The store that always succeeds at once.
inline std::vector<match::Entry> commit_all(core::MatchService& service)
{
    std::vector<match::Entry> written;
    while (auto batch = service.take_batch()) {
        written.insert(written.end(), batch->entries.begin(), batch->entries.end());
        service.on_committed();
    }
    return written;
}

inline session::Decision give(core::MatchService& service, session::CommandMessage message,
                              match::BoardTime received = kStart,
                              session::Role role = session::Role::kReferee)
{
    return service.submit(session::Submitted{std::move(message), received, kTabletBoot, std::nullopt}, role,
                          kWall);
}

inline int home_score(const match::MatchState& state)
{
    return match::score(state, match::Side::kHome);
}

// The rev of what is first given to playing_service(): the match's start and the clock's come before.
inline constexpr match::Rev kFirstFree = 3;

// A service in play: the match is started, the period begun and the clock running since `kStart`.
inline core::MatchService playing_service()
{
    core::MatchService service(options(), empty_log(), core::Now{kStart, kWall});
    give(service, tap(kBert, 1, match::StartClock{match::ClockId::kGame}));
    commit_all(service);
    return service;
}

} // namespace scoreboard::support
