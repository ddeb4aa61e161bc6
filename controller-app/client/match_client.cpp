#include "client/match_client.h"

#include <algorithm>
#include <utility>

#include "client/clock_kinds.h"
#include "client/label.h"
#include "sabotage/sabotage.h"
#include "wire/wire.h"

namespace scoreboard::client {
namespace {

// Two taps of UNDO in a row are two undos, not an answer to a question that nobody can have read yet.
constexpr match::Duration kReadFor = std::chrono::milliseconds(700);
constexpr match::Duration kQuestionStands = std::chrono::seconds(30);

session::ClientSession::Identity identity(const MatchClient::Options& options, const JournalContent& content)
{
    return {content.writer, options.name, content.install, options.tablet_boot, options.role};
}

} // namespace

MatchClient::MatchClient(Options options, JournalContent content, match::TabletTime now)
    : options_(std::move(options)), install_(content.install), writer_(content.writer),
      next_seq_(content.next_seq), bound_board_(content.board), bound_log_(content.log),
      session_(identity(options_, content))
{
    restore(std::move(content), now);
}

void MatchClient::restore(JournalContent content, match::TabletTime now)
{
    if (!content.history.empty() && !confirmed_.load(content.history) && bound_board_) {
        store(DropHistory{*bound_board_}, now); // It comes whole again.
    }
    orphans_ = std::move(content.orphans);
    kept_ = KeptMatches(std::move(content.kept));
    for (const match::Entry& entry : confirmed_.entries()) {
        if (entry.id().writer == writer_) {
            restore_clock(entry.sealed.body.tap);
        }
    }
    for (OutboxRow& kept : content.outbox) {
        const match::Body& body = kept.sealed.body;
        const bool this_boot = body.tap.tablet_boot == options_.tablet_boot;
        taps_.pressed(body.id.seq, body.command, label_of(body.command, outbox_, confirmed_),
                      this_boot ? body.tap.at : now);
        taps_.saved(body.id.seq, now);
        restore_clock(body.tap);
        outbox_.add({kept.sealed, kept.board, kept.acked, true});
        if (body.id.writer == writer_) { // put back from the history of a copy that had gone further
            next_seq_ = std::max(next_seq_, body.id.seq + 1);
        }
        if (kept.acked) {
            judged(body.id, kept.acked->outcome, kept.acked->rev, kept.acked->verdict, now);
            continue;
        }
        if (this_boot) {
            session_.on_pressed(body.tap.at);
        }
        session_.enqueue(std::move(kept.sealed));
    }
    while (taps_.poll_change()) {
        // What the journal held is no news.
    }
    if (confirmed_.known()) {
        // Without any better knowledge the board's clocks are taken to have gone on from its last word.
        guessed_offset_ = confirmed_.latest().time_since_epoch() - now.time_since_epoch();
    }
}

void MatchClient::restore_clock(const match::Tap& tap)
{
    if (tap.tablet_boot == options_.tablet_boot && tap.board_boot) {
        session_.restore_clock({*tap.board_boot, tap.offset, tap.uncertainty}, tap.at);
    }
}

MatchClient::Issued MatchClient::issue(match::Command command, match::TabletTime tapped,
                                       match::TabletTime now)
{
    on_person_asks();
    complete(command, predicted());
    if (match::corrected_by(command) != nullptr) {
        const auto effect = effect_of(command, tapped);
        if (effect && match::needs_confirmation(confirmed_.ruleset(), *effect)) {
            return answers_question(command, *effect, now) ? issue_confirmed(std::move(command), tapped, now)
                                                           : ask(command, *effect, now);
        }
    }
    return save(std::move(command), tapped, now);
}

MatchClient::Issued MatchClient::issue_confirmed(match::Command command, match::TabletTime tapped,
                                                 match::TabletTime now)
{
    on_person_asks();
    question_.reset();
    complete(command, predicted());
    const auto effect = effect_of(command, tapped);
    const bool applies = effect && effect->outcome.applied;
    return save(std::move(command), tapped, now,
                applies ? std::optional(match::shown_of(*effect)) : std::nullopt);
}

MatchClient::Issued MatchClient::issue_seen(match::Command command, const std::optional<SeenEffect>& seen,
                                            match::TabletTime tapped, match::TabletTime now)
{
    const auto effect = seen ? effect_of(command, tapped) : std::nullopt;
    if (effect && match::needs_confirmation(confirmed_.ruleset(), *effect) &&
        !match::agrees(*effect, seen->effect, tapped - seen->at, match::Duration::zero())) {
        on_person_asks();
        return ask(command, *effect, now);
    }
    return issue_confirmed(std::move(command), tapped, now);
}

bool MatchClient::answers_question(const match::Command& command, const match::CorrectionEffect& effect,
                                   match::TabletTime now) const
{
    if (!question_ || question_->command != command) {
        return false;
    }
    const match::Duration since = now - question_->asked;
    return since >= kReadFor && since <= kQuestionStands &&
           match::agrees(effect, question_->shown, since, match::Duration::zero());
}

MatchClient::Issued MatchClient::ask(const match::Command& command, const match::CorrectionEffect& effect,
                                     match::TabletTime now)
{
    std::string text = label_of(command, outbox_, confirmed_) + " would change more than one entry's worth:";
    for (const std::string& line : match::in_words(effect)) {
        text += "\n" + line;
    }
    question_ = Question{command, match::shown_of(effect), text, now};
    ++questions_;
    return {std::nullopt, std::move(text)};
}

std::optional<OfferView> MatchClient::question(match::TabletTime now) const
{
    if (!question_ || now - question_->asked > kQuestionStands) {
        return std::nullopt;
    }
    return OfferView{question_->text, "", {question_->command}, questions_};
}

MatchClient::Issued MatchClient::undo(match::TabletTime tapped, match::TabletTime now)
{
    const auto undoing = targets().undoing();
    if (!undoing) {
        return refuse("There is nothing of this tablet to undo.", now);
    }
    return issue(*undoing, tapped, now);
}

MatchClient::Issued MatchClient::redo(match::TabletTime tapped, match::TabletTime now)
{
    const auto target = targets().redo;
    if (!target) {
        return refuse("There is no undo of this tablet to take back.", now);
    }
    return issue(match::Redo{*target}, tapped, now);
}

std::optional<match::CorrectionEffect> MatchClient::effect_of(const match::Command& correction,
                                                              match::TabletTime now) const
{
    const auto predicted = ahead();
    if (!predicted) {
        return std::nullopt;
    }
    match::Entry entry;
    entry.sealed.body.id = {writer_, next_seq_};
    entry.sealed.body.command = correction;
    entry.received = board_time(now);
    return match::effect_of(*predicted, std::move(entry), board_time(now));
}

std::optional<PreviewView> MatchClient::preview(match::TabletTime now) const
{
    if (!looked_at_) {
        return std::nullopt;
    }
    const auto effect = effect_of(*looked_at_, now);
    if (!effect) {
        return PreviewView{*looked_at_,
                           true,
                           {"This tablet cannot tell what that changes: the board decides."},
                           std::nullopt};
    }
    PreviewView preview{*looked_at_, effect->outcome.applied, match::in_words(*effect), std::nullopt};
    if (preview.possible) {
        preview.seen = SeenEffect{match::shown_of(*effect), now};
    }
    return preview;
}

std::optional<match::Timeline> MatchClient::ahead() const
{
    return confirmed_.with(expected_entries(outbox_, confirmed_, timeline()));
}

void MatchClient::dismiss(match::Seq seq)
{
    taps_.dismiss(seq);
}

MatchClient::Issued MatchClient::refuse(std::string why, match::TabletTime now)
{
    refusal_ = why;
    refused_at_ = now;
    return {std::nullopt, std::move(why)};
}

MatchClient::Issued MatchClient::save(match::Command command, match::TabletTime tapped, match::TabletTime now,
                                      std::optional<match::ShownEffect> shown)
{
    if (outbox_.size() >= kOutboxMax) {
        return refuse("NOT SAVED: " + std::to_string(outbox_.size()) +
                          " taps wait for a board already; connect to it before you go on.",
                      now);
    }
    match::Body body;
    body.id = {writer_, next_seq_++};
    if (confirmed_.known() && !sabotage_planted(SABOTAGE_MATCH_NOT_NOTED)) {
        body.seen = match::Seen{confirmed_.state().match, predicted().at};
    }
    body.command = std::move(command);
    body.shown = std::move(shown);
    body.tap.at = tapped;
    const auto right = puts_clock_right(body.command, now);
    body.tap.tablet_boot = options_.tablet_boot;
    if (const auto known = session_.clock().estimate(tapped)) {
        body.tap.board_boot = known->board_boot;
        body.tap.offset = known->offset;
        body.tap.uncertainty = known->uncertainty;
    }
    taps_.pressed(body.id.seq, body.command, label_of(body.command, outbox_, confirmed_), tapped);
    session_.on_pressed(tapped);
    match::SealedBody sealed = wire::seal(body);
    store(SaveTap{sealed, bound_board_}, now, true);
    outbox_.add({std::move(sealed), bound_board_, std::nullopt, false});
    if (right) {
        clock_correction_.corrected(body.id, predicted(), *right,
                                    shot_untouched_since(match::corrected_by(body.command)), ++questions_,
                                    now);
    } else {
        clock_correction_.tapped(body.command);
    }
    return {body.id.seq, {}};
}

std::optional<match::Duration> MatchClient::puts_clock_right(const match::Command& command,
                                                             match::TabletTime now) const
{
    if (std::holds_alternative<match::SetClock>(command) && sets_game_clock(command)) {
        const match::Clock before = predicted().game;
        match::Clock after = before;
        after.value = std::get<match::SetClock>(command).value;
        after.anchor = board_time(now);
        return after.left_at(board_time(now)) - before.left_at(board_time(now));
    }
    const match::Command* says = &command;
    // An undo is what it undoes; a redo undoes an undo, and that is all: in a copied journal, where an id may
    // name two taps, what they undo could go round in a circle.
    for (int steps = 0; steps < 2 && says != nullptr && voided_by(*says) != nullptr; ++steps) {
        says = find_command(*voided_by(*says), outbox_, confirmed_);
    }
    const bool sets = says != nullptr && sets_game_clock(*says);
    const auto effect = sets ? effect_of(command, now) : std::nullopt;
    if (!effect || !effect->outcome.applied) {
        return std::nullopt;
    }
    return effect->after.game.left - effect->before.game.left;
}

bool MatchClient::shot_untouched_since(const match::CommandId* id) const
{
    if (id == nullptr) {
        return true;
    }
    const auto entries = confirmed_.entries();
    const match::Entry* since = confirmed_.find(*id);
    return std::none_of(entries.begin(), entries.end(),
                        [&](const match::Entry& entry) {
                            return since != nullptr && entry.rev > since->rev && entry.outcome.applied &&
                                   sets_shot_clock(entry.command());
                        }) &&
           std::none_of(outbox_.rows().begin(), outbox_.rows().end(),
                        [&](const Outbox::Row& row) { return sets_shot_clock(row.sealed.body.command); });
}

void MatchClient::complete(match::Command& command, const match::MatchState& seen) const
{
    if (!confirmed_.known()) {
        return; // What the operator sees is no board's match: it is taken as it comes.
    }
    if (auto* set = std::get_if<match::SetScore>(&command); set != nullptr && !set->if_version) {
        set->if_version = seen.team(set->side).score_version;
    }
    if (auto* set = std::get_if<match::SetPossession>(&command); set != nullptr && !set->if_version) {
        set->if_version = seen.possession_version;
    }
    if (auto* next = std::get_if<match::NextPeriod>(&command); next != nullptr && !next->seen) {
        next->seen = seen.at;
    }
}

void MatchClient::on_person_asks()
{
    waits_for_person_ = false;
    not_before_.reset();
}

bool MatchClient::wants_dial(match::TabletTime now) const
{
    if (waits_for_person_ || renaming_ || rename_from_ || (not_before_ && now < *not_before_)) {
        return false;
    }
    return !session_.connected() || session_.doubtful(now);
}

bool MatchClient::caught_up() const
{
    return session_.welcomed() && welcome_ && confirmed_.known() && confirmed_.rev() >= welcome_->head;
}

bool MatchClient::has_no_panel() const
{
    if (!session_.welcomed() || !welcome_) {
        return false;
    }
    return panel_ ? panel_->status == session::PanelStatus::kAbsent : !welcome_->has_panel;
}

std::string MatchClient::panel_trouble() const
{
    if (confirmed_.state().display_held) {
        return "the display is held: 'display release' lets the hall see it";
    }
    const bool says = panel_ && !panel_->detail.empty();
    return says ? panel_->detail : "the panel has not confirmed it; is it plugged in and does it have power?";
}

BoardTimeline MatchClient::timeline() const
{
    return {session_.clock(), options_.tablet_boot, guessed_offset_};
}

match::MatchState MatchClient::predicted() const
{
    return confirmed_.preview(expected_entries(outbox_, confirmed_, timeline()));
}

std::optional<match::TabletTime> MatchClient::next_deadline() const
{
    std::optional<match::TabletTime> next = session_.next_deadline();
    const auto sooner = [&next](std::optional<match::TabletTime> at) {
        next = at && (!next || *at < *next) ? at : next;
    };
    if (!to_store_.empty() && batch_.empty()) {
        const match::TabletTime since = to_store_.front().since;
        sooner(urgent_ || sabotage_planted(SABOTAGE_RESTLESS_STORE)
                   ? since
                   : std::max(since + kStoreLazily, store_again_at_.value_or(since)));
    }
    return next;
}

} // namespace scoreboard::client
