#include "simulation/sim_board.h"

#include "durable/disk.h"
#include "panel/panel_link.h"
#include "renderer/renderer.h"

namespace scoreboard::simulation {

namespace {

constexpr Micros kCommitMin = 300;      // a commit on flash, quick …
constexpr Micros kCommitMax = 25 * kMs; // … and slow
constexpr std::size_t kImageMax = std::size_t{16} << 20U;
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
    store::StoreOptions options;
    options.folder = folder_;
    options.random_id = [this] { return random_id<match::LogId>(rng_).bytes; };
    auto opened = store::LogStore::open(std::move(options));
    if (!opened) {
        throw Violation(Check::kOpen, "the board could not open its own log: " + opened.error().text);
    }
    store_ = std::move(*opened);
    core::RecoveredLog log = store_->take_recovered();
    oracle_.check_log(log);
    fold_ = log.open_match;
    core::MatchService::Options service;
    service.board_name = "Court 1";
    service.boot = boot_;
    service.has_panel = true;
    service.heartbeat = newest_beat_;
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

void SimBoard::crash(Micros now)
{
    // Killed between the COMMIT and the word of it, or before the COMMIT.
    if (in_store_ && rng_.chance(0.5)) {
        store_->commit(in_store_->entries);
        note_committed();
        oracle_.tell("the board: dies after a COMMIT and before it says so");
    } else {
        oracle_.tell("the board: dies");
    }
    remember_clock(now);
    in_store_.reset();
    commit_done_ = kNever;
    readers_.clear();
    board_.reset();
    store_.reset();
    panel_link_.reset();
}

void SimBoard::keep_image()
{
    image_.clear();
    for (const char* name : {"log.sqlite", "log.sqlite-wal"}) {
        const auto bytes = durable::posix_disk().read(folder_ / name, kImageMax);
        if (bytes && bytes->size() == kImageMax) {
            throw Violation(Check::kOpen, "the simulated card is too small for its log");
        }
        image_[name] = bytes ? *bytes : std::string();
    }
    oracle_.tell("somebody copies the board's card at rev " + std::to_string(service().head()));
}

void SimBoard::restore_image()
{
    for (const auto& [name, bytes] : image_) {
        durable::posix_disk().remove(folder_ / name);
        if (!bytes.empty()) {
            durable::posix_disk().write(folder_ / name, bytes);
        }
    }
    // Nothing can be said of the clock any more, and the log may be older than what it said.
    clock_at_cut_.reset();
    oracle_.went_back();
    oracle_.tell("the board's card is replaced by its copy");
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
    if (cut && (boot.game_value < *cut || boot.game_value > *cut + kBackMax)) {
        throw Violation(Check::kS17, "the power went with the clock at " + std::to_string(cut->count()) +
                                         " us, and it came back at " +
                                         std::to_string(boot.game_value.count()) + " us");
    }
}

void SimBoard::note_committed()
{
    // The states in between are not known any more once a batch is decided; the fold gives them.
    for (const match::Entry& entry : in_store_->entries) {
        if (fold_) {
            fold_->add(entry);
        } else {
            fold_.emplace(entry);
        }
        if (const auto* boot = std::get_if<match::BoardBoot>(&entry.command())) {
            check_boot(*boot);
        }
        oracle_.committed(board_->service().facts().log, entry, *fold_, [this](Micros when) {
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
        newest_beat_ = beat;
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
        const std::string error = store_->commit(in_store_->entries);
        if (!error.empty()) {
            throw Violation(Check::kOpen, "the real store failed: " + error);
        }
        note_committed();
        board_->on_committed();
        in_store_.reset();
        commit_done_ = kNever;
        committed_at_ = now;
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
        const auto rendered = renderer::render(*panel::find_layout("multisport"), service.ruleset(),
                                               service.committed().state, time(now));
        panel_link_->set_picture(rendered.picture, rev, time(now));
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

core::RecoveredLog SimBoard::read_log()
{
    store::StoreOptions options;
    options.folder = folder_;
    auto opened = store::LogStore::open(std::move(options));
    if (!opened) {
        throw Violation(Check::kOpen, "the log cannot be read: " + opened.error().text);
    }
    return (*opened)->take_recovered();
}

} // namespace scoreboard::simulation
