#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "client/journal.h"
#include "core/board.h"
#include "core/heart.h"
#include "panel/panel_link.h"
#include "simulation/disk_copy.h"
#include "simulation/machine_clock.h"
#include "simulation/oracle.h"
#include "simulation/rng.h"
#include "simulation/sim_disk.h"
#include "simulation/sim_link.h"
#include "simulation/sim_panel.h"
#include "store/heartbeat_file.h"
#include "store/log_store.h"
#include "wire/wire.h"

namespace scoreboard::simulation {

// The board: the real core, the real store and heartbeats on a disk in memory, the real panel link. It can be
// killed or lose its power at any moment, also at any operation of a COMMIT and between it and the word of
// it, and comes back from what the disk holds; its disk may fail, and the store is rebuilt.
class SimBoard {
public:
    SimBoard(Oracle& oracle, Rng& rng) : disk_(rng.next()), oracle_(oracle), rng_(rng) {}

    void start(Micros now, bool new_boot);
    void crash(Micros now, bool power_cut);
    void heal() { disk_fails_ = false; } // from now on its disk is sound
    // A copy of the log as it is now, and an old one put in its place; the board must be down for that.
    void keep_image();
    bool has_image() const { return !image_.empty(); }
    void restore_image();
    // The log is gone; and what a tablet has of it is put in its place. False: somebody has played already.
    // The board must be down for both.
    void lose_storage();
    bool fill(const client::KeptMatch& kept);
    bool alive() const { return board_ != nullptr; }

    // One accepted connection: its link, and the air it goes through.
    struct Socket {
        SimLink* link = nullptr;
        const Air* air = nullptr;
    };
    // A dial that arrives; none: too many connections. The board must be alive.
    std::optional<core::ConnectionId> open(Micros now);
    void run(Micros now, std::map<core::ConnectionId, Socket>& sockets, SimPanel& panel);
    Micros next_event(const std::map<core::ConnectionId, Socket>& sockets) const;
    Micros committed_at() const { return committed_at_; } // the newest COMMIT

    const core::MatchService& service() const { return board_->service(); }
    match::BoardTime time(Micros now) const { return match::BoardTime(match::Duration(clock_.read(now))); }
    Micros when(match::BoardTime time) const { return clock_.when(time.time_since_epoch().count()); }
    const match::BootId& boot() const { return boot_; }
    const panel::PanelLink& panel_link() const { return *panel_link_; }
    // The log as it stands in the file, read anew; the board must be down.
    WholeLog read_log();

private:
    core::Now now_of(Micros now) const { return {time(now), 1'700'000'000'000 + now / kMs}; }
    void pump_store(Micros now);
    bool pump_connection(core::ConnectionId id, Socket& socket, Micros now);
    void pump_panel(Micros now, SimPanel& panel);
    store::StoreOptions store_options();
    void note_committed(std::span<const match::Entry> entries, const match::LogId& log);
    void note_survivors(const WholeLog& found);
    void rebuild(const std::string& error, Micros now);
    void remember_clock(Micros now);
    void check_boot(const match::BoardBoot& boot);

    SimDisk disk_;
    bool disk_fails_ = true;
    DiskCopy image_;
    Oracle& oracle_;
    Rng& rng_;
    MachineClock clock_;
    match::BootId boot_;
    std::uint64_t boots_ = 0;
    std::unique_ptr<store::LogStore> store_;
    core::Heart heart_;
    std::unique_ptr<store::HeartbeatFile> heartbeats_;
    std::optional<match::Duration> clock_at_cut_; // the game clock when the power went
    std::unique_ptr<core::Board> board_;
    std::unique_ptr<panel::PanelLink> panel_link_;
    std::map<core::ConnectionId, wire::FrameReader> readers_;
    std::optional<core::Batch> in_store_;
    Micros commit_done_ = kNever;
    Micros committed_at_ = 0;
    Micros boot_began_ = 0;
    std::optional<match::Timeline> fold_; // of what is committed, entry by entry
    bool plugged_ = false;
    match::Rev rendered_ = 0;
    std::optional<match::BoardTime> render_again_;
};

} // namespace scoreboard::simulation
