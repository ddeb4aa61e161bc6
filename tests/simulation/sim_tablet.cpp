#include "simulation/sim_tablet.h"

#include <utility>

#include "match/timeline.h"
#include "sabotage/sabotage.h"

namespace scoreboard::simulation {

namespace {

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

SimTablet::SimTablet(int number, Oracle& oracle, Rng& rng, Micros now)
    : number_(number), oracle_(oracle),
      rng_(rng), clock_{now, rng.between(1, 100'000) * kSecond, random_drift(rng)},
      boot_(random_id<match::BootId>(rng)),
      journal_("tablet " + std::to_string(number), rng,
               [this](const SimJournal::Batch& batch) { note_durable(batch); }),
      backoff_(rng.next())
{
    start(now);
}

match::TabletTime SimTablet::time(Micros now) const
{
    const Micros step = sabotage_planted(SABOTAGE_WALL_CLOCK) ? wall_step_ : 0;
    return match::TabletTime(match::Duration(clock_.read(now) + step));
}

void SimTablet::start(Micros now)
{
    wake();
    client::MatchClient::Options options;
    options.tablet_boot = boot_;
    options.name = "tablet-" + std::to_string(number_);
    options.new_writer = [this] { return random_id<match::WriterId>(rng_); };
    client_ = std::make_unique<client::MatchClient>(std::move(options), journal_.open(), time(now));
    backoff_.reset();
    dial_at_ = now;
}

void SimTablet::kill()
{
    end(DiskFault::kKill);
    oracle_.tell("tablet " + std::to_string(number_) + ": the app is killed with " +
                 std::to_string(journal().outbox.size()) + " taps in its outbox");
}

void SimTablet::end(DiskFault how)
{
    client_.reset();
    unanswered_.clear();
    heard_.clear();
    look_.reset();
    stored_at_ = kNever;
    journal_.crash(how, std::exchange(in_journal_, {}));
    drop_link(rng_.chance(0.7));
}

void SimTablet::reboot(Micros now)
{
    const bool battery = rng_.chance(0.5);
    end(battery ? DiskFault::kPowerCut : DiskFault::kKill);
    boot_ = random_id<match::BootId>(rng_);
    clock_ = MachineClock{now, rng_.between(5, 60) * kSecond, random_drift(rng_)};
    oracle_.tell(
        "tablet " + std::to_string(number_) +
        (battery ? ": its battery is empty; it is charged and switched on" : ": is switched off and on"));
}

void SimTablet::suspend(Micros now, Micros until)
{
    asleep_until_ = until;
    oracle_.tell("tablet " + std::to_string(number_) + ": sleeps for " +
                 std::to_string((until - now) / kSecond) + " s");
}

void SimTablet::touch(Micros now)
{
    if (client_ && client_->waits_for_person()) {
        client_->on_person_asks();
        dial_at_ = now;
    }
}

void SimTablet::restore_copy()
{
    replace_journal(*copy_);
    oracle_.copied(number_);
    oracle_.tell("tablet " + std::to_string(number_) + ": its journal is replaced by an older copy");
}

void SimTablet::adopt(const SimTablet& other)
{
    replace_journal(other.journal_.copy());
    oracle_.copied(other.number_);
    oracle_.tell("tablet " + std::to_string(number_) +
                 ": its journal is replaced by a copy of that of tablet " + std::to_string(other.number_));
}

void SimTablet::replace_journal(const SimJournal::Copy& copy)
{
    if (alive()) {
        kill();
    }
    oracle_.journal_gone(number_);
    journal_.replace(copy);
    for (const client::OutboxRow& row : journal().outbox) {
        oracle_.saved(row.sealed);
    }
    for (const client::OrphanRow& row : journal().orphans) {
        oracle_.saved(row.sealed);
    }
    const match::CommandId next{journal().writer, journal().next_seq};
    oracle_.says_again(journal().outbox.empty() ? next : journal().outbox.front().sealed.body.id);
}

void SimTablet::tap(const match::Command& command, Micros now)
{
    if (client_) {
        touch(now);
        issued(client_->issue(command, time(now), time(now)), command, match::describe(command), now);
    }
}

void SimTablet::undo(Micros now)
{
    if (const auto undoing = client_ ? client_->targets().undoing() : std::nullopt) {
        issued(client_->undo(time(now), time(now)), *undoing, "UNDO", now);
    }
}

void SimTablet::redo(Micros now)
{
    if (const auto target = client_ ? client_->targets().redo : std::nullopt) {
        issued(client_->redo(time(now), time(now)), match::Redo{*target}, "REDO", now);
    }
}

void SimTablet::look_at(const match::Command& correction, Micros now)
{
    if (look_ && look_->asked) {
        return; // a question stands, and is before their eyes whatever else they look at
    }
    client_->look_at(correction);
    const auto preview = client_->view(time(now)).preview;
    look_.reset();
    if (preview && preview->seen) {
        look_ = Look{correction, {preview->seen->effect, now}, false};
        oracle_.tell("tablet " + std::to_string(number_) + ": somebody looks at what " +
                     match::describe(correction) + " would change");
    }
}

void SimTablet::carry_out(Micros now)
{
    const Look look = *look_;
    touch(now);
    const auto issued_now =
        look.asked
            ? client_->issue(look.correction, time(now), time(now))
            : client_->issue_seen(look.correction, client::SeenEffect{look.sight.effect, time(look.sight.at)},
                                  time(now), time(now));
    issued(issued_now, look.correction, match::describe(look.correction), now);
}

void SimTablet::issued(const client::MatchClient::Issued& issued, const match::Command& command,
                       const std::string& label, Micros now)
{
    if (!issued.seq) {
        // A correction that goes far is asked about, with what it would change.
        if (const auto effect = client_->effect_of(command, time(now)); effect && effect->outcome.applied) {
            look_ = Look{command, {match::shown_of(*effect), now}, true};
        }
        return;
    }
    Screen screen;
    if (client_->confirmed().known()) {
        screen.match = client_->confirmed().state().match;
    }
    if (look_ && look_->correction == command) {
        screen.correction = look_->sight;
        look_.reset();
    }
    oracle_.tapped(number_, client_->outbox().rows().back().sealed, label, screen);
}

// What of a batch the oracle holds the tablet to.
void SimTablet::note_durable(const SimJournal::Batch& batch)
{
    for (const client::StoreAction& action : batch) {
        if (const auto* save = std::get_if<client::SaveTap>(&action)) {
            oracle_.saved(save->sealed);
        } else if (const auto* entry = std::get_if<client::StoreEntry>(&action)) {
            oracle_.row_left(entry->log, entry->entry.sealed);
        } else if (const auto* drop = std::get_if<client::DropRow>(&action); drop != nullptr && log_) {
            if (const match::SealedBody* row = row_of(drop->id)) {
                oracle_.row_left(*log_, *row);
            }
        } else if (const auto* renamed = std::get_if<client::NewWriter>(&action)) {
            for (const match::SealedBody& row : renamed->rows) {
                oracle_.renamed(row);
                oracle_.saved(row);
            }
        }
    }
}

void SimTablet::store(Micros now)
{
    if (!in_journal_.empty() && now >= stored_at_) {
        const std::string fault = journal_.commit(in_journal_);
        in_journal_.clear();
        stored_at_ = kNever;
        if (fault.empty()) {
            client_->on_stored(time(now));
        } else {
            oracle_.tell("tablet " + std::to_string(number_) + ": cannot save: " + fault);
            client_->on_store_failed(fault, time(now));
        }
    }
    if (in_journal_.empty()) {
        in_journal_ = client_->take_store_batch(time(now));
        if (!in_journal_.empty()) {
            stored_at_ = now + rng_.between(200, 8 * kMs);
        }
    }
}

void SimTablet::note(const session::Welcome& welcome)
{
    const match::Rev kept = welcome.resumed ? welcome.resume_from : 0;
    const bool same_match = client_->confirmed().state().match == welcome.match;
    const match::Rev must_be_there = same_match ? kept : welcome.head;
    if (client_->log() == welcome.log && client_->confirmed().rev() > must_be_there) {
        throw Violation(Check::kS8, "tablet " + std::to_string(number_) + " has rev " +
                                        std::to_string(client_->confirmed().rev()) +
                                        " of a log that goes on under its name from rev " +
                                        std::to_string(must_be_there));
    }
    if (log_ != welcome.log) {
        heard_.clear(); // what the board has lost it answers anew
    }
    log_ = welcome.log;
    oracle_.connected(number_, welcome.resume_from);
    oracle_.moved_on(number_, welcome.match);
}

void SimTablet::note(const session::ServerMessage& message)
{
    if (const auto* welcome = std::get_if<session::Welcome>(&message)) {
        note(*welcome);
    } else if (const auto* ack = std::get_if<session::Ack>(&message)) {
        heard_.insert(ack->id);
        oracle_.acknowledged(number_, *log_, *ack, row_of(ack->id));
    } else if (const auto* entry = std::get_if<session::EntryMessage>(&message)) {
        heard_.insert(entry->entry.id());
        oracle_.received(number_, *log_, entry->entry);
    }
}

void SimTablet::note_levels()
{
    while (const auto change = client_->poll_level_change()) {
        const auto log = log_ ? log_ : client_->log();
        if (change->level == client::Level::kSaved) {
            oracle_.called_saved(number_, change->seq, journal());
        } else if (change->level == client::Level::kRecorded) {
            oracle_.called_recorded(number_, change->seq, change->rev);
        } else if (log && change->level == client::Level::kShown) {
            oracle_.called_shown(number_, *log, change->seq, change->rev);
        }
    }
}

void SimTablet::read_strip(Micros now)
{
    std::map<match::CommandId, Micros> unanswered;
    StripSeen seen;
    for (const client::OutboxRow& row : journal().outbox) {
        if (!row.acked && !heard_.contains(row.sealed.body.id)) {
            const auto before = unanswered_.find(row.sealed.body.id);
            const Micros since = before == unanswered_.end() ? now : before->second;
            unanswered[row.sealed.body.id] = since;
            seen.unanswered_since = std::min(seen.unanswered_since, since);
        }
    }
    unanswered_ = std::move(unanswered);
    const client::ClientView view = client_->view(time(now));
    seen.state = view.strip;
    seen.text = view.strip_text;
    seen.shown = view.shown;
    seen.log = client_->log();
    seen.heard_at = heard_at_;
    oracle_.read_strip(number_, seen);
}

void SimTablet::receive(Micros now)
{
    const std::string bytes = link_->receive(SimLink::Way::kDown, air, rng_, now);
    if (!bytes.empty()) {
        heard_at_ = now;
        client_->on_heard(time(now));
        reader_.push(bytes);
    }
    for (;;) {
        const auto next = reader_.next();
        if (!next) {
            throw Violation(Check::kWire, "tablet " + std::to_string(number_) +
                                              " cannot read the board: " + next.error().what);
        }
        if (!next->ready) {
            return;
        }
        const auto message = wire::decode_server(next->envelope);
        if (!message) {
            throw Violation(Check::kWire, "tablet " + std::to_string(number_) +
                                              " cannot read the board: " + message.error().what);
        }
        note(*message);
        client_->on_message(*message, time(now));
    }
}

bool SimTablet::run(Micros now)
{
    last_run_ = now;
    if (!client_ || asleep(now)) {
        return false;
    }
    if (std::exchange(asleep_until_, 0) != 0 && link_) {
        // R12: a connection from before the sleep is not trusted, a new one is opened at once.
        drop_link(rng_.chance(0.5));
        client_->on_disconnected(time(now));
        backoff_.reset();
        dial_at_ = now;
    }
    if (link_) {
        receive(now);
        if (link_->tablet_closed() || client_->wants_close(time(now))) {
            drop_link(rng_.chance(0.8));
            client_->on_disconnected(time(now));
            dial_at_ = now + backoff_.next().count();
        }
    }
    store(now);
    while (link_) {
        const auto message = client_->poll_transmit(time(now));
        if (!message) {
            break;
        }
        link_->send(SimLink::Way::kUp, wire::length_prefixed(wire::encode(*message)), air, rng_, now);
    }
    store(now);
    if (client_->welcomed()) {
        backoff_.reset();
    }
    note_levels();
    return now >= dial_at_ && client_->wants_dial(time(now));
}

std::shared_ptr<SimLink> SimTablet::connect(Micros now)
{
    drop_link(true); // the later dial wins; the board is told by its Hello, or by the end of the old socket
    link_ = std::make_shared<SimLink>();
    reader_ = wire::FrameReader(wire::kServerFrameMax);
    client_->on_connected(time(now), time(now));
    dial_at_ = now + backoff_.next().count();
    return link_;
}

void SimTablet::dial_failed(Micros now)
{
    dial_at_ = now + std::max<Micros>(backoff_.next().count(), 20 * kMs);
}

void SimTablet::drop_link(bool tell_board)
{
    if (link_) {
        link_->cut(true, tell_board);
        link_.reset();
    }
}

Micros SimTablet::next_event() const
{
    if (!client_) {
        return kNever;
    }
    if (asleep(last_run_)) {
        return asleep_until_;
    }
    Micros next = stored_at_;
    if (const auto deadline = client_->next_deadline()) {
        const Micros step = sabotage_planted(SABOTAGE_WALL_CLOCK) ? wall_step_ : 0;
        next = std::min(next, clock_.when(deadline->time_since_epoch().count() - step));
    }
    if (link_) {
        next = std::min(next, link_->next_arrival(SimLink::Way::kDown, air));
    }
    // Once that moment has passed the client's own deadlines say when a dial is wanted.
    return dial_at_ > last_run_ ? std::min(next, dial_at_) : next;
}

bool SimTablet::settled() const
{
    return client_ && journal().outbox.empty();
}

std::string SimTablet::state() const
{
    std::string text = std::to_string(number_) + " is at rev " + std::to_string(client_->confirmed().rev());
    text += client_->welcomed() ? ", connected" : ", not connected";
    text += ", with " + std::to_string(journal().outbox.size()) + " taps in its outbox";
    if (!journal().outbox.empty()) {
        const client::OutboxRow& row = journal().outbox.front();
        text += ", first " + match::describe(row.sealed.body.command) + " (" + name_of(row.sealed.body.id) +
                (row.acked ? ", answered)" : ", not answered)");
    }
    return text + (client_->trouble().empty() ? "" : ", saying: " + client_->trouble());
}

std::set<std::string> SimTablet::orphans() const
{
    std::set<std::string> bodies;
    for (const client::OrphanRow& row : journal().orphans) {
        bodies.insert(row.sealed.bytes);
    }
    for (const client::KeptMatch& kept : journal().kept) {
        for (const match::Entry& entry : kept.entries) {
            bodies.insert(entry.sealed.bytes);
        }
    }
    return bodies;
}

std::set<std::string> SimTablet::held() const
{
    std::set<std::string> bodies = orphans();
    for (const client::OutboxRow& row : journal().outbox) {
        bodies.insert(row.sealed.bytes);
    }
    for (const match::Entry& entry : journal().history) {
        bodies.insert(entry.sealed.bytes);
    }
    return bodies;
}

const match::SealedBody* SimTablet::row_of(const match::CommandId& id) const
{
    for (const client::OutboxRow& row : journal().outbox) {
        if (row.sealed.body.id == id) {
            return &row.sealed;
        }
    }
    return nullptr;
}

} // namespace scoreboard::simulation
