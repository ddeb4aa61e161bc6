#include "viewmodel/key_state.h"

namespace scoreboard::viewmodel {

QString level_word(client::Level level)
{
    switch (level) {
    case client::Level::kSaved:
        return QStringLiteral("saved");
    case client::Level::kRecorded:
        return QStringLiteral("recorded");
    case client::Level::kShown:
        return QStringLiteral("shown");
    case client::Level::kRefused:
        return QStringLiteral("refused");
    }
    return {};
}

std::optional<match::TabletTime> KeyState::expires_at(const client::TapView& tap)
{
    switch (tap.level) {
    case client::Level::kShown:
        return tap.changed + kShownFor;
    case client::Level::kRefused:
        if (tap.dismissed) {
            return match::TabletTime::min();
        }
        if (tap.changed - tap.tapped > kStickyAge) {
            return std::nullopt;
        }
        return tap.changed + kRefusedFor;
    case client::Level::kSaved:
    case client::Level::kRecorded:
        break;
    }
    return std::nullopt;
}

void KeyState::follow(const client::TapView* newest, match::TabletTime now)
{
    QString level;
    QString reason;
    match::Seq seq = 0;
    if (newest != nullptr) {
        seq = newest->seq;
        const auto end = expires_at(*newest);
        if (!end || now < *end) {
            level = level_word(newest->level);
            reason = QString::fromStdString(newest->reason);
        }
    }
    if (level == level_ && reason == reason_ && seq == seq_) {
        return;
    }
    level_ = level;
    reason_ = reason;
    seq_ = seq;
    emit changed();
}

void KeyState::offer(bool offered)
{
    if (offered == offered_) {
        return;
    }
    offered_ = offered;
    emit offeredChanged();
}

void KeyState::wear(const Face& face)
{
    if (face == face_) {
        return;
    }
    face_ = face;
    emit faceChanged();
}

void KeyState::count_bounce()
{
    ++bounces_;
    emit bouncesChanged();
}

} // namespace scoreboard::viewmodel
