#include "match/entry.h"

namespace scoreboard::match {

bool needs_verdict(const Command& command)
{
    return std::holds_alternative<StartClock>(command) || std::holds_alternative<StopClock>(command) ||
           std::holds_alternative<ResetShotClock>(command);
}

BoardTime effective_time(const Entry& entry)
{
    if (!entry.verdict) {
        return entry.received;
    }
    switch (entry.verdict->effect) {
    case Effect::kAt:
    case Effect::kNow:
        return entry.verdict->at;
    case Effect::kBook: // nothing else lies in the run it books, and the START it belongs to came before it
    case Effect::kNone:
        break;
    }
    return entry.received;
}

const char* to_string(Reason reason)
{
    switch (reason) {
    case Reason::kNone:
        return "NONE";
    case Reason::kUnknownKind:
        return "UNKNOWN_KIND";
    case Reason::kUndecodable:
        return "UNDECODABLE";
    case Reason::kRole:
        return "ROLE";
    case Reason::kOtherMatch:
        return "OTHER_MATCH";
    case Reason::kWrongPhase:
        return "WRONG_PHASE";
    case Reason::kOutOfRange:
        return "OUT_OF_RANGE";
    case Reason::kDepends:
        return "DEPENDS";
    case Reason::kStale:
        return "STALE";
    case Reason::kAlready:
        return "ALREADY";
    case Reason::kAlreadyRunning:
        return "ALREADY_RUNNING";
    case Reason::kNoTimeoutLeft:
        return "NO_TIMEOUT_LEFT";
    case Reason::kExpired:
        return "EXPIRED";
    case Reason::kNoTarget:
        return "NO_TARGET";
    case Reason::kNoOffer:
        return "NO_OFFER";
    case Reason::kNeedsConfirm:
        return "NEEDS_CONFIRM";
    case Reason::kInternal:
        return "INTERNAL";
    case Reason::kBoardOnly:
        return "BOARD_ONLY";
    case Reason::kNoSuchPart:
        return "NO_SUCH_PART";
    }
    return "UNKNOWN"; // a number from a newer build
}

} // namespace scoreboard::match
