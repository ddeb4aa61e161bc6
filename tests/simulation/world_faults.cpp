#include "client/kept_matches.h"
#include "simulation/world.h"

namespace scoreboard::simulation {

void World::fault(Rng& dice)
{
    int weights = 0;
    for (const FaultText& kind : all_faults()) {
        weights += mood_.faults.test(index_of(kind.fault)) ? kind.weight : 0;
    }
    if (weights == 0) {
        return;
    }
    auto pick = dice.between(0, weights - 1);
    // Where one tablet alone has the clock it is worth to hit that one.
    const bool at_clock = mood_.timekeeper && dice.chance(0.5);
    SimTablet& tablet = *tablets_[static_cast<std::size_t>(
        at_clock ? 0 : dice.between(0, static_cast<std::int64_t>(tablets_.size()) - 1))];
    for (const FaultText& kind : all_faults()) {
        const int weight = mood_.faults.test(index_of(kind.fault)) ? kind.weight : 0;
        if (pick < weight) {
            if (!plan_.without.test(index_of(kind.fault))) {
                fault(kind.fault, tablet, dice);
            }
            return;
        }
        pick -= weight;
    }
}

void World::fault(Fault kind, SimTablet& tablet, Rng& dice)
{
    switch (kind) {
    case Fault::kNoise:
    case Fault::kUnplug:
    case Fault::kPanelReset:
    case Fault::kBrokenWire:
        panel_.fault(kind, now_);
        return;
    case Fault::kDaemonKill:
    case Fault::kPowerCut:
        if (board_.alive()) {
            board_crash(kind == Fault::kPowerCut);
        }
        return;
    case Fault::kOldCard:
        if (board_.alive()) {
            board_.keep_image();
        }
        return;
    default:
        tablet_fault(kind, tablet, dice);
    }
}

void World::tablet_fault(Fault kind, SimTablet& tablet, Rng& dice)
{
    const std::string name = "tablet " + std::to_string(tablet.number()) + ": ";
    switch (kind) {
    case Fault::kOutage:
        if (tablet.air.outage()) {
            end_outage(tablet);
        } else {
            // Sometimes until somebody mends it.
            begin_outage(tablet,
                         dice.chance(0.7) ? std::optional((250 * kMs) << dice.between(0, 6)) : std::nullopt,
                         dice);
        }
        return;
    case Fault::kBadAir:
        tablet.air.delay_min = dice.between(1, 100) * kMs;
        tablet.air.jitter = dice.between(0, 400) * kMs;
        oracle_.tell(name + "its WiFi is slow, " + std::to_string(tablet.air.delay_min / kMs) + " to " +
                     std::to_string((tablet.air.delay_min + tablet.air.jitter) / kMs) + " ms a way");
        return;
    case Fault::kCut:
        oracle_.tell(name + "its connection is cut");
        for (auto& [id, socket] : sockets_) {
            if (socket.air == &tablet.air) {
                const bool tablet_told = dice.chance(0.6);
                socket.link->cut(tablet_told, dice.chance(0.6));
            }
        }
        return;
    case Fault::kOldJournal:
        if (tablet.has_copy() && dice.chance(0.5)) {
            tablet.restore_copy();
        } else if (tablet.alive()) {
            tablet.keep_copy();
        }
        return;
    case Fault::kClone:
        if (const SimTablet& other =
                *tablets_[static_cast<std::size_t>(tablet.number() + 1) % tablets_.size()];
            &other != &tablet) {
            tablet.adopt(other);
        }
        return;
    case Fault::kSuspend: {
        Micros length = kSecond; // a second as likely as an hour
        for (Micros doublings = dice.between(0, 12); doublings > 0; --doublings) {
            length = length * 2;
        }
        if (tablet.alive()) {
            tablet.suspend(now_, now_ + std::min(length, 7200 * kSecond));
        }
        return;
    }
    case Fault::kWallClock: {
        const int way = dice.chance(0.5) ? 1 : -1;
        tablet.set_wall_clock(way * dice.between(100, 3'600'000) * kMs);
        oracle_.tell(name + "somebody sets its time of day");
        return;
    }
    case Fault::kTabletReboot:
        tablet.reboot(now_);
        return;
    default: // kKill
        if (tablet.alive()) {
            tablet.kill();
            if (dice.chance(0.7)) {
                tablet.start(now_);
            }
        }
    }
}

void World::begin_outage(SimTablet& tablet, std::optional<Micros> length, Rng& dice)
{
    const auto which = dice.between(0, 4); // mostly both ways at once
    tablet.air.up_gone = which != 0;
    tablet.air.down_gone = which != 1;
    if (length) {
        air_back_at_[static_cast<std::size_t>(tablet.number())] = now_ + *length;
    }
    oracle_.tell("tablet " + std::to_string(tablet.number()) +
                 (which == 0   ? ": its WiFi brings nothing any more, and still takes what it sends"
                  : which == 1 ? ": its WiFi takes nothing any more, and still brings what is sent to it"
                               : ": its WiFi is gone"));
}

void World::end_outage(SimTablet& tablet)
{
    tablet.air.up_gone = tablet.air.down_gone = false;
    air_back_at_[static_cast<std::size_t>(tablet.number())] = kNever;
    oracle_.tell("tablet " + std::to_string(tablet.number()) + ": its WiFi is back");
    on_air_back(tablet);
}

// What TCP has held back comes.
void World::on_air_back(SimTablet& tablet)
{
    for (auto& [id, socket] : sockets_) {
        if (socket.air == &tablet.air) {
            socket.link->on_outage_end(rng_, now_);
        }
    }
}

void World::board_crash(bool reboot)
{
    ++crashes_;
    reboot_ = reboot;
    board_.crash(now_, reboot);
    for (auto& [id, socket] : sockets_) {
        // A killed process's kernel says goodbye; a board without power does not.
        socket.link->cut(!reboot, true);
    }
    sockets_.clear();
    links_.clear();
    board_up_at_ = now_ + (reboot ? rng_.between(1000, 20'000) : rng_.between(50, 1000)) * kMs;
}

void World::board_start()
{
    board_up_at_ = kNever;
    board_since_ = now_;
    if (reboot_ && board_.has_image() && rng_.chance(0.3)) {
        board_.restore_image();
    }
    if ((plan_.storage_dies || mood_.storage_dies) && !storage_died_ && now_ > plan_.play / 4) {
        storage_dies();
    } else if (now_ >= fill_at_) {
        fill_board();
    }
    board_.start(now_, reboot_);
}

void World::storage_dies()
{
    storage_died_ = true;
    board_.lose_storage();
    std::set<std::string> held;
    for (const auto& tablet : tablets_) {
        held.merge(tablet->held());
    }
    oracle_.lost_but_for(held);
    if (rng_.chance(0.5)) {
        fill_board();
    } else {
        fill_at_ = now_ + rng_.between(0, 3000) * kMs; // tablets meet an empty board, perhaps people tap on
    }
}

// From any tablet, however much it has of the match.
void World::fill_board()
{
    fill_at_ = kNever;
    std::vector<client::KeptMatch> kept;
    for (const auto& tablet : tablets_) {
        const client::JournalContent& journal = tablet->journal();
        if (!journal.kept.empty()) {
            kept.push_back(journal.kept.back());
        } else if (client::was_played(journal.history)) {
            kept.push_back({0, *journal.board, *journal.log, false, journal.history});
        }
    }
    if (!kept.empty()) {
        board_.fill(
            kept[static_cast<std::size_t>(rng_.between(0, static_cast<std::int64_t>(kept.size()) - 1))]);
    }
}

void World::heal()
{
    oracle_.tell("all faults end");
    healed_at_ = now_;
    storage_died_ = true;
    fill_at_ = kNever;
    panel_.heal(now_);
    board_.heal();
    if (!board_.alive()) {
        board_start();
    }
    for (const auto& tablet : tablets_) {
        tablet->air = Air{.delay_min = 2 * kMs, .jitter = 4 * kMs};
        air_back_at_[static_cast<std::size_t>(tablet->number())] = kNever;
        on_air_back(*tablet);
        tablet->heal();
        tablet->wake();
        if (!tablet->alive()) {
            tablet->start(now_);
        }
    }
}

} // namespace scoreboard::simulation
