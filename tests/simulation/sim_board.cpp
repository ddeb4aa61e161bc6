#include "simulation/sim_board.h"

#include <algorithm>
#include <array>

#include "panel/panel_link.h"
#include "renderer/renderer.h"
#include "store/reseed.h"

namespace scoreboard::simulation {

namespace {

constexpr Micros kCommitMin = 300;      // a commit on flash, quick …
constexpr Micros kCommitMax = 25 * kMs; // … and slow
constexpr const char* kFolder = "/board";
constexpr const char* kBeats = "/board/heartbeat";
constexpr double kDiskFails = 0.01;            // at a commit
constexpr std::int64_t kCommitOperations = 12; // of the disk, or about so many
constexpr double kIdle = 0.05;                 // long enough for the store to move its write-ahead log
// How far back a power cut may put a running clock: a heartbeat and the commits around it.
constexpr match::Duration kBackMax = core::Heart::kEvery + std::chrono::milliseconds(100);

template <class Id>
Id random_id(Rng& rng)
{
    Id id;
    for (auto& byte : id.bytes) {
        byte = static_cast<std::uint8_t>(rng.next());
    }
    return id;
}

WholeLog whole(store::LogStore& store, const core::RecoveredLog& recovered)
{
    WholeLog log{recovered.log, store.read(1, recovered.head)};
    if (log.entries.size() != recovered.head) {
        throw Violation(Check::kOpen, "the log is opened up to rev " + std::to_string(recovered.head) +
                                          ", and read up to rev " + std::to_string(log.entries.size()));
    }
    return log;
}

} // namespace

void SimBoard::start(Micros now, bool new_boot)
{
    if (new_boot || boots_ == 0) {
        ++boots_;
        boot_ = random_id<match::BootId>(rng_);
        // The kernel has been up a little longer than the daemon, but not since before the power went.
        boot_began_ = now - rng_.between(100, 900) * kMs;
        clock_ = MachineClock(boot_began_, 0, random_drift(rng_));
    }
    auto opened = store::LogStore::open(store_options());
    auto heartbeats = store::HeartbeatFile::open(kBeats, disk_);
    if (!opened || !heartbeats) {
        throw Violation(Check::kOpen, "the board could not open its own files: " +
                                          (opened ? heartbeats.error().text : opened.error().text));
    }
    store_ = std::move(*opened);
    heartbeats_ = std::move(*heartbeats);
    core::RecoveredLog log = store_->take_recovered();
    oracle_.check_log(whole(*store_, log));
    fold_ = log.open_match;
    if (fold_) {
        oracle_.check_score(*fold_);
    }
    core::MatchService::Options service;
    service.board_name = "Court 1";
    service.boot = boot_;
    service.has_panel = true;
    service.heartbeat = heartbeats_->newest();
    heart_ = core::Heart();
    board_ = std::make_unique<core::Board>(std::move(service), std::move(log), now_of(now));
    panel::PanelLink::Options link;
    link.layout = *panel::find_layout("multisport");
    link.start_id = static_cast<std::uint32_t>(rng_.next());
    panel_link_ = std::make_unique<panel::PanelLink>(std::move(link));
    plugged_ = false;
    rendered_ = 0;
    render_again_.reset();
    oracle_.tell(new_boot ? "the board: boots" : "the board: its program starts again");
}

store::StoreOptions SimBoard::store_options()
{
    store::StoreOptions options;
    options.folder = kFolder;
    options.random_id = [this] { return random_id<match::LogId>(rng_).bytes; };
    options.disk = &disk_;
    return options;
}

void SimBoard::crash(Micros now, bool power_cut)
{
    const DiskFault how = power_cut ? DiskFault::kPowerCut : DiskFault::kKill;
    const std::string what = power_cut ? "loses power" : "dies";
    if (in_store_ && rng_.chance(0.5)) {
        // Somewhere in the COMMIT, or after it and before the word of it.
        disk_.plan(how, disk_.operations() + static_cast<std::uint64_t>(rng_.between(1, kCommitOperations)));
        store_->commit(in_store_->entries);
        oracle_.tell("the board: " + what + " in a COMMIT, or before it says so");
    } else {
        oracle_.tell("the board: " + what);
    }
    if (!disk_.stopped()) {
        disk_.stop(how);
    }
    in_store_.reset();
    commit_done_ = kNever;
    readers_.clear();
    board_.reset();
    store_.reset();
    heartbeats_.reset();
    panel_link_.reset();
    disk_.restart();
    disk_.forget_plan();
    note_survivors(read_log());
    remember_clock(now);
}

void SimBoard::keep_image()
{
    constexpr std::array kFiles{"/board/log.sqlite", "/board/log.sqlite-wal"};
    image_ = copy_of(disk_, kFiles);
    oracle_.tell("somebody copies the board's card at rev " + std::to_string(service().head()));
}

void SimBoard::restore_image()
{
    put_back(disk_, image_);
    // Nothing can be said of the clock any more, and the log may be older than what it said.
    clock_at_cut_.reset();
    oracle_.went_back();
    oracle_.tell("the board's card is replaced by its copy");
}

void SimBoard::lose_storage()
{
    for (const char* name : {"log.sqlite", "log.sqlite-wal", "log.sqlite.lock"}) {
        disk_.remove(std::string(kFolder) + "/" + name);
    }
    disk_.sync_folder(kFolder);
    clock_at_cut_.reset();
    oracle_.went_back();
    oracle_.tell("the board's storage dies");
}

bool SimBoard::fill(const client::KeptMatch& kept)
{
    store::Reseed request;
    request.folder = kFolder;
    request.history = {kept.board, kept.log, kept.entries};
    request.disk = &disk_;
    request.random_id = [this] { return random_id<match::LogId>(rng_).bytes; };
    const auto done = store::reseed(request);
    clock_at_cut_.reset();
    if (done) {
        oracle_.went_back();
        oracle_.tell("the board is filled up to rev " + std::to_string(kept.entries.back().rev));
    } else if (done.error().find("has recorded") == std::string::npos) {
        throw Violation(Check::kR8, "a tablet's history does not fill the board: " + done.error());
    } else {
        oracle_.tell("the board is not filled: " + done.error());
    }
    return done.has_value();
}

// What a clock shows in another boot than the log's last entry nobody knows.
void SimBoard::remember_clock(Micros now)
{
    if (fold_ && fold_->entries().back().board_boot == boot_) {
        clock_at_cut_ = match::value_at(fold_->state(), match::ClockId::kGame, time(now));
    }
}

void SimBoard::check_boot(const match::BoardBoot& boot)
{
    const auto cut = std::exchange(clock_at_cut_, std::nullopt);
    const bool up = cut && fold_->state().game.up;
    const match::Duration back = !cut ? match::Duration::zero() : (boot.game_value - *cut) * (up ? -1 : 1);
    if (back < match::Duration::zero() || back > kBackMax) {
        throw Violation(Check::kS17, "the power went with the clock at " + std::to_string(cut->count()) +
                                         " us, and it came back at " +
                                         std::to_string(boot.game_value.count()) + " us");
    }
}

// What became durable without a word of it.
void SimBoard::note_survivors(const WholeLog& found)
{
    const match::Rev known = fold_ ? fold_->entries().back().rev : 0;
    if (found.entries.size() > known) {
        note_committed(std::span(found.entries).subspan(known), found.log);
    }
}

// Nobody is told anything until the log is made anew.
void SimBoard::rebuild(const std::string& error, Micros now)
{
    oracle_.tell("the board: its disk fails: " + error);
    board_->on_storage_fault(error);
    in_store_.reset();
    commit_done_ = kNever;
    if (const std::string failed = store_->rebuild(); !failed.empty()) {
        throw Violation(Check::kOpen, "the log could not be rebuilt on a sound disk: " + failed);
    }
    core::RecoveredLog log = store_->take_recovered();
    const WholeLog found = whole(*store_, log);
    note_survivors(found);
    oracle_.check_log(found);
    board_->on_rebuilt(std::move(log), now_of(now));
    committed_at_ = now; // what failed may be there all the same: the panel has yet to show it
}

void SimBoard::note_committed(std::span<const match::Entry> entries, const match::LogId& log)
{
    // The states in between are not known any more once a batch is decided; the fold gives them.
    for (const match::Entry& entry : entries) {
        const bool corrects = entry.outcome.applied && match::corrected_by(entry.command()) != nullptr;
        const auto before = corrects ? std::optional(fold_->state()) : std::nullopt;
        if (std::holds_alternative<match::StartMatch>(entry.command())) {
            fold_.emplace(entry);
            clock_at_cut_.reset();
        } else {
            fold_->add(entry);
        }
        if (const auto* boot = std::get_if<match::BoardBoot>(&entry.command())) {
            check_boot(*boot);
        }
        oracle_.committed(log, entry, *fold_, before, [this](Micros when) {
            // A tap of the last moment before the boot may lie in it, within what is known of its time.
            return when < boot_began_ - kSecond ? std::nullopt : std::optional(time(when));
        });
    }
}

std::optional<core::ConnectionId> SimBoard::open(Micros now)
{
    const auto id = board_->open(time(now));
    if (id) {
        readers_.emplace(*id, wire::FrameReader(wire::kClientFrameMax));
    }
    return id;
}

void SimBoard::run(Micros now, std::map<core::ConnectionId, Socket>& sockets, SimPanel& panel)
{
    for (auto socket = sockets.begin(); socket != sockets.end();) {
        if (pump_connection(socket->first, socket->second, now)) {
            ++socket;
        } else {
            board_->close(socket->first);
            readers_.erase(socket->first);
            socket->second.link->cut(rng_.chance(0.8), true);
            socket = sockets.erase(socket);
        }
    }
    pump_store(now);
    if (const auto beat = heart_.poll(board_->service(), time(now))) {
        heartbeats_->write(*beat); // one that could not be written is no fault: the next may be
    }
    pump_panel(now, panel);
    while (board_->poll_log_line()) {
    }
}

bool SimBoard::pump_connection(core::ConnectionId id, Socket& socket, Micros now)
{
    SimLink& link = *socket.link;
    if (link.board_closed()) {
        return false;
    }
    wire::FrameReader& reader = readers_.at(id);
    reader.push(link.receive(SimLink::Way::kUp, *socket.air, rng_, now));
    for (;;) {
        auto next = reader.next();
        if (!next) {
            board_->on_malformed(id, next.error().what, now_of(now));
            break;
        }
        if (!next->ready) {
            break;
        }
        board_->on_envelope(id, next->envelope, now_of(now));
    }
    while (const auto envelope = board_->poll_transmit(id, time(now))) {
        link.send(SimLink::Way::kDown, wire::length_prefixed(*envelope), *socket.air, rng_, now);
    }
    return board_->close_reason(id).empty();
}

void SimBoard::pump_store(Micros now)
{
    if (in_store_ && now >= commit_done_) {
        if (disk_fails_ && rng_.chance(kDiskFails)) {
            constexpr std::array kFaults{DiskFault::kSyncError, DiskFault::kWriteError, DiskFault::kFull};
            disk_.plan(kFaults[static_cast<std::size_t>(rng_.between(0, 2))],
                       disk_.operations() + static_cast<std::uint64_t>(rng_.between(1, kCommitOperations)));
        }
        if (store_->commit(in_store_->entries).empty()) {
            note_committed(in_store_->entries, board_->service().facts().log);
            board_->on_committed();
            in_store_.reset();
            commit_done_ = kNever;
            committed_at_ = now;
            store_->checkpoint(rng_.chance(kIdle));
        }
        disk_.forget_plan();
        disk_.make_room();
        if (!store_->fault().empty()) {
            rebuild(store_->fault(), now);
        }
    }
    if (!in_store_) {
        in_store_ = board_->take_batch();
        if (in_store_) {
            commit_done_ = now + rng_.between(kCommitMin, kCommitMax);
        }
    }
    if (const auto why = board_->poll_new_log_wanted()) {
        oracle_.tell("the board: gives its log another name: " + *why);
        const auto log = store_->take_new_log_id(*why);
        if (!log) {
            throw Violation(Check::kOpen, "no new log id: " + log.error().text);
        }
        oracle_.renamed(board_->service().facts().log, *log);
        board_->on_new_log(*log);
    }
}

void SimBoard::pump_panel(Micros now, SimPanel& panel)
{
    const core::MatchService& service = board_->service();
    if (panel.plugged() != plugged_) {
        plugged_ = panel.plugged();
        if (plugged_) {
            panel_link_->on_open(time(now), static_cast<std::uint32_t>(rng_.next()));
        } else {
            panel_link_->on_closed(time(now));
        }
    }
    const match::Rev rev = service.committed().rev;
    if (rev != 0 && (rev != rendered_ || (render_again_ && time(now) >= *render_again_))) {
        const core::Outlook outlook = service.outlook();
        const auto rendered = renderer::render(*panel::find_layout("multisport"), service.ruleset(),
                                               outlook.on_display(), time(now));
        panel_link_->set_picture(rendered.picture, outlook.displayed_rev(), time(now));
        rendered_ = rev;
        render_again_ = rendered.next_change;
    }
    if (plugged_) {
        const std::vector<std::uint8_t> bytes = panel.take_from_panel(now);
        if (!bytes.empty()) {
            panel_link_->on_bytes(bytes, time(now));
        }
        while (const auto frame = panel_link_->poll_transmit(time(now))) {
            panel.send_to_panel(*frame, now);
        }
    }
    while (const auto event = panel_link_->poll_event()) {
        if (const auto* shown = std::get_if<panel::Shown>(&*event)) {
            oracle_.shown(service.facts().log, shown->rev);
            board_->on_panel_shown(shown->rev, shown->at);
        } else if (const auto* health = std::get_if<panel::HealthChanged>(&*event)) {
            oracle_.tell("the board: panel: " + health->detail);
            board_->on_panel_status(health->health == panel::LinkHealth::kOk ? session::PanelStatus::kOk
                                                                             : session::PanelStatus::kFault,
                                    health->detail);
        }
    }
}

Micros SimBoard::next_event(const std::map<core::ConnectionId, Socket>& sockets) const
{
    Micros next = commit_done_;
    if (const auto deadline = heart_.next_deadline()) {
        next = std::min(next, when(*deadline));
    }
    for (const auto& [id, socket] : sockets) {
        next = std::min(next, socket.link->next_arrival(SimLink::Way::kUp, *socket.air));
        if (const auto deadline = board_->next_deadline(id)) {
            next = std::min(next, when(*deadline));
        }
    }
    if (render_again_) {
        next = std::min(next, when(*render_again_));
    }
    if (const auto deadline = panel_link_->next_deadline(); deadline && plugged_) {
        next = std::min(next, when(*deadline));
    }
    return next;
}

WholeLog SimBoard::read_log()
{
    auto opened = store::LogStore::open(store_options());
    if (!opened) {
        throw Violation(Check::kOpen, "the log cannot be read: " + opened.error().text);
    }
    return whole(**opened, (*opened)->take_recovered());
}

} // namespace scoreboard::simulation
