#include <algorithm>
#include <chrono>

#include "client/history_rows.h"
#include "client/label.h"
#include "client/match_client.h"
#include "client/release_offer.h"
#include "match/command_words.h"

namespace scoreboard::client {
namespace {

constexpr match::Duration kSentNoticeFor = std::chrono::seconds(5);
constexpr match::Duration kRefusalFor = std::chrono::seconds(4);
constexpr match::Duration kSentAgainFor = std::chrono::seconds(30);
// A START that was held is offered only once nobody expects it to count any more.
constexpr match::Duration kStartOfferAfter = std::chrono::seconds(5);

OfferView offer_view(const match::Offer& offer)
{
    OfferView view;
    view.commands = {match::AcceptOffer{offer.id}};
    const std::string clock = offer.clock == match::ClockId::kGame ? "clock" : "shot clock";
    if (offer.jam) {
        view.text = "The START of a jam came late: let it be on as from the tap?";
    } else if (offer.start) {
        view.text = "START of the " + clock + " came late: let it run as from the tap?";
    } else if (offer.value) {
        view.value = match::format_clock_exact(offer.clock, *offer.value);
        view.text = "STOP at " + view.value + " came late: put the " + clock + " back?";
    } else {
        view.text = "STOP of the " + clock + " came too late to be put back";
    }
    return view;
}

std::vector<OfferView> offers(const match::MatchState& state, match::BoardTime now)
{
    std::vector<OfferView> views;
    for (const match::Offer& offer : state.offers) {
        if (!offer.start || now - offer.since >= kStartOfferAfter) {
            views.push_back(offer_view(offer));
        }
    }
    return views;
}

// As long as the board can be filled again, or is not full; empty: there is nothing to say.
std::string lost_match(const std::vector<KeptView>& kept, const ConfirmedMatch& confirmed)
{
    if (kept.empty()) {
        return {};
    }
    const KeptView& newest = kept.front();
    if (newest.open_again) {
        return newest.missing == 0 ? std::string()
                                   : "THE BOARD LACKS " + std::to_string(newest.missing) +
                                         " entries of other tablets: bring them here, or set the score. It "
                                         "was " +
                                         newest.title;
    }
    if (was_played(confirmed.entries())) {
        return {};
    }
    return "THIS BOARD HAS LOST THE MATCH " + newest.title + ". This tablet holds its " +
           std::to_string(newest.entries) + " entries, up to rev " + std::to_string(newest.rev) +
           ": do not tap on, a technician can fill the board from them";
}

std::string label_of_target(const std::optional<match::CommandId>& target, const Outbox& outbox,
                            const ConfirmedMatch& confirmed)
{
    const match::Command* command = target ? find_command(*target, outbox, confirmed) : nullptr;
    if (const auto* undo = command ? std::get_if<match::Undo>(command) : nullptr) {
        command = find_command(undo->target, outbox, confirmed);
    }
    return command ? match::in_words(confirmed.ruleset(), *command) : "";
}

} // namespace

ClientView MatchClient::view(match::TabletTime now) const
{
    ClientView view;
    const match::BoardTime board_now = board_time(now);
    view.at = now;
    view.ruleset = confirmed_.ruleset();
    view.state = predicted();
    view.board_offset = offset(now);
    view.predicted = match::scoreline(view.ruleset, view.state, board_now);
    view.confirmed = match::scoreline(view.ruleset, confirmed_.state(), board_now);
    view.have_match = confirmed_.known();

    view.connected = session_.welcomed();
    view.head = confirmed_.rev();
    view.role = welcome_ ? welcome_->role : options_.role;
    view.board_name = welcome_ ? welcome_->board_name : "";
    if (welcome_) {
        view.venue_rulesets = welcome_->venue_rulesets;
        view.left = left_;
    }
    view.panel = welcome_ && welcome_->has_panel ? session::PanelStatus::kOk : session::PanelStatus::kAbsent;
    if (panel_) {
        view.shown = panel_->log == bound_log_ ? panel_->shown : 0;
        view.panel = panel_->status;
        view.panel_detail = panel_->detail;
    }

    const TapBook::Waiting waiting = taps_.waiting();
    view.waiting = waiting.count;
    view.oldest = waiting.oldest ? now - *waiting.oldest : match::Duration::zero();
    view.last_shown_in = taps_.last_shown_in();
    const StripState strip = strip_state(strip_facts(view, now));
    view.strip = strip.strip;
    view.strip_text = strip.text;

    const UndoTargets undoable = targets();
    view.undo_label =
        (undoable.undo_is_void ? "VOID " : "") + label_of_target(undoable.undo, outbox_, confirmed_);
    view.redo_label = label_of_target(undoable.redo, outbox_, confirmed_);
    view.taps = taps_.newest();
    const bool corrects = std::any_of(outbox_.rows().begin(), outbox_.rows().end(), [](const auto& row) {
        return match::corrected_by(row.sealed.body.command) != nullptr;
    });
    const auto predicted = corrects ? ahead() : std::nullopt; // else the confirmed match says as much
    view.history = history_rows(outbox_, confirmed_, orphans_,
                                {writer_, bound_log_, view.shown, predicted ? &*predicted : nullptr});
    view.preview = preview(now);
    view.offers = offers(view.state, board_now);
    if (auto asked = question(now)) {
        view.offers.insert(view.offers.begin(), std::move(*asked));
    }
    if (auto correction = clock_correction_.offer(view.ruleset, view.state, board_now, now)) {
        view.offers.push_back(std::move(*correction));
    }
    if (auto release = release_offer(view.ruleset, view.state, view.predicted)) {
        view.offers.push_back(std::move(*release));
    }
    if (caught_up()) {
        for (OfferView& offer : clock_memory_.offers(confirmed_, view.state)) {
            view.offers.push_back(std::move(offer));
        }
    }
    view.actions = match::offered_actions(view.ruleset, view.state, board_now);
    view.orphans = orphans_.size();
    view.kept = kept_.views(confirmed_, writer_);
    view.notice = notice(view, now);
    return view;
}

StripFacts MatchClient::strip_facts(const ClientView& view, match::TabletTime now) const
{
    StripFacts facts;
    facts.connected = view.connected;
    facts.silent_for = now - session_.last_heard();
    facts.board_cannot_save = !board_fault_.empty();
    facts.has_panel = view.panel != session::PanelStatus::kAbsent;
    facts.panel = view.panel;
    facts.waiting = view.waiting;
    facts.unrecorded = taps_.waiting().unrecorded;
    facts.oldest = view.oldest;
    facts.display_held = confirmed_.state().display_held;
    facts.hidden = taps_.waiting().hidden;
    facts.board_name = view.board_name;
    facts.shown = view.shown;
    facts.last_shown_in = view.last_shown_in;
    return facts;
}

std::string MatchClient::notice(const ClientView& view, match::TabletTime now) const
{
    if (!store_fault_.empty()) {
        return "THIS TABLET CANNOT SAVE: " + store_fault_;
    }
    if (!refusal_.empty() && now - refused_at_ < kRefusalFor) {
        return refusal_;
    }
    if (!trouble_.empty()) {
        return trouble_;
    }
    if (outbox_.size() >= kOutboxWarn) {
        return std::to_string(outbox_.size()) + " of " + std::to_string(kOutboxMax) +
               " taps that this tablet can save are waiting: connect to the board";
    }
    if (power_was_lost(confirmed_)) {
        return "POWER WAS LOST while the clock ran: it stands at " +
               match::format_clock_exact(confirmed_.state().game.value) + "; set it, or start it";
    }
    if (std::string lost = caught_up() ? lost_match(view.kept, confirmed_) : std::string(); !lost.empty()) {
        return lost;
    }
    if (sent_again_ > 0 && now - sent_again_at_ < kSentAgainFor) {
        return "THE BOARD HAS LOST WHAT IT RECORDED LAST: " + std::to_string(sent_again_) +
               " taps of this tablet are sent again. Check the score and the clock";
    }
    if (!orphans_.empty() && caught_up()) {
        return std::to_string(orphans_.size()) +
               " taps were not taken by any board: " + orphans_.back().reason + " - see the history";
    }
    if (sent_late_done_ && now - *sent_late_done_ < kSentNoticeFor) {
        const bool has_panel = welcome_ && welcome_->has_panel;
        return std::to_string(sent_late_) + (has_panel ? " sent, all on the panel" : " sent, all recorded");
    }
    return {};
}

} // namespace scoreboard::client
