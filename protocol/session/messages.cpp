#include "session/messages.h"

namespace scoreboard::session {

const char* to_string(Role role)
{
    switch (role) {
    case Role::kViewer:
        return "viewer";
    case Role::kScorer:
        return "scorer";
    case Role::kClock:
        return "clock";
    case Role::kReferee:
        return "referee";
    case Role::kTechnician:
        return "technician";
    }
    return "unknown";
}

const char* to_string(PanelStatus status)
{
    switch (status) {
    case PanelStatus::kOk:
        return "ok";
    case PanelStatus::kStale:
        return "stale";
    case PanelStatus::kFault:
        return "fault";
    case PanelStatus::kAbsent:
        return "absent";
    }
    return "unknown";
}

const char* to_string(ErrorCode code)
{
    switch (code) {
    case ErrorCode::kConflict:
        return "CONFLICT";
    case ErrorCode::kAuth:
        return "AUTH";
    case ErrorCode::kTooBig:
        return "TOO_BIG";
    case ErrorCode::kStorageFault:
        return "STORAGE_FAULT";
    case ErrorCode::kVersion:
        return "VERSION";
    case ErrorCode::kReplaced:
        return "REPLACED";
    case ErrorCode::kOtherBoard:
        return "OTHER_BOARD";
    case ErrorCode::kMalformed:
        return "MALFORMED";
    case ErrorCode::kNotYet:
        return "NOT_YET";
    }
    return "UNKNOWN";
}

} // namespace scoreboard::session
