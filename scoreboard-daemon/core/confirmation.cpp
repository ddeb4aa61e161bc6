#include "core/confirmation.h"

#include "match/correction_effect.h"
#include "sabotage/sabotage.h"

namespace scoreboard::core {

namespace {

constexpr std::size_t kToldMax = 4;

std::string told(const match::CorrectionEffect& effect)
{
    const std::vector<std::string> lines = match::in_words(effect);
    std::string text;
    for (std::size_t i = 0; i < lines.size() && i < kToldMax; ++i) {
        text += (i == 0 ? "" : "; ") + lines[i];
    }
    return lines.size() > kToldMax ? text + "; and more" : text;
}

} // namespace

match::Outcome confirm(const match::Timeline& head, const match::Entry& correction, const TapClaim& claim)
{
    const match::CorrectionEffect effect = match::effect_of(head, correction, correction.received);
    if (!match::needs_confirmation(head.ruleset(), effect) || sabotage_planted(SABOTAGE_PREVIEW_UNCHECKED)) {
        return effect.outcome;
    }
    const std::optional<match::ShownEffect>& shown = correction.sealed.body.shown;
    const match::Duration since = claim.at ? correction.received - *claim.at : claim.age;
    const bool agreed = shown && match::agrees(effect, *shown, since, claim.uncertainty);
    const bool starts = effect.after.game.running && !effect.before.game.running;
    if (agreed && (!starts || since <= head.ruleset().periods.delay.start_max)) {
        return effect.outcome;
    }
    return match::Outcome{false, match::Reason::kNeedsConfirm,
                          "It would change more than may go unseen: " + told(effect) +
                              ". Look at it, and confirm it."};
}

} // namespace scoreboard::core
