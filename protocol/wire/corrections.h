#pragma once

#include "match/command.h"
#include "scoreboard/v1/command.pb.h"
#include "wire/checker.h"

// The kinds that a correction can put in place of an entry; a CommandBody holds the same messages.
namespace scoreboard::wire {

void put(const match::AddScore& command, v1::AddScore* out);
void put(const match::SetScore& command, v1::SetScore* out);
void put(const match::AddFoul& command, v1::AddFoul* out);
void put(const match::StartTimeout& command, v1::StartTimeout* out);
void put(const match::AddTally& command, v1::AddTally* out);
void put(const match::AddPenalty& command, v1::AddPenalty* out);
void put(const match::SetClock& command, v1::SetClock* out);
void put(const match::ResetShotClock& command, v1::ResetShotClock* out);
void put(const match::SetPossession& command, v1::SetPossession* out);
void put(const match::EndPenalty& command, v1::EndPenalty* out);
void put(const match::AddAttempt& command, v1::AddAttempt* out);
void put(const match::AddCount& command, v1::AddCount* out);
void put(const match::SetBases& command, v1::SetBases* out);
void put(const match::SetDowns& command, v1::SetDowns* out);

void get(Checker& check, const v1::AddScore& in, match::AddScore& out);
void get(Checker& check, const v1::SetScore& in, match::SetScore& out);
void get(Checker& check, const v1::AddFoul& in, match::AddFoul& out);
void get(Checker& check, const v1::StartTimeout& in, match::StartTimeout& out);
void get(Checker& check, const v1::AddTally& in, match::AddTally& out);
void get(Checker& check, const v1::AddPenalty& in, match::AddPenalty& out);
void get(Checker& check, const v1::SetClock& in, match::SetClock& out);
void get(Checker& check, const v1::ResetShotClock& in, match::ResetShotClock& out);
void get(Checker& check, const v1::SetPossession& in, match::SetPossession& out);
void get(Checker& check, const v1::EndPenalty& in, match::EndPenalty& out);
void get(Checker& check, const v1::AddAttempt& in, match::AddAttempt& out);
void get(Checker& check, const v1::AddCount& in, match::AddCount& out);
void get(Checker& check, const v1::SetBases& in, match::SetBases& out);
void get(Checker& check, const v1::SetDowns& in, match::SetDowns& out);

void put(const match::Edit& command, v1::Edit* out);
void get(Checker& check, const v1::Edit& in, match::Edit& out);
void put(const match::Insert& command, v1::Insert* out);
void get(Checker& check, const v1::Insert& in, match::Insert& out);

} // namespace scoreboard::wire
