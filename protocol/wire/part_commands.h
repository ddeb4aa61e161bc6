#pragma once

#include "match/command.h"
#include "scoreboard/v1/command.pb.h"
#include "wire/checker.h"

// The kinds of commands that belong to a part of a sport; command.cpp has those of every match.
namespace scoreboard::wire {

void put_kind(const match::EndTimeout& command, v1::CommandBody* out);
void put_kind(const match::SetAddedTime& command, v1::CommandBody* out);
void put_kind(const match::AddTally& command, v1::CommandBody* out);
void put_kind(const match::SetLamp& command, v1::CommandBody* out);
void put_kind(const match::EndMatch& command, v1::CommandBody* out);
void put_kind(const match::OpenMatch& command, v1::CommandBody* out);
void put_kind(const match::ResumeMatch& command, v1::CommandBody* out);
void put_kind(const match::HoldDisplay& command, v1::CommandBody* out);
void put_kind(const match::SetSides& command, v1::CommandBody* out);
void put_kind(const match::SetTeamName& command, v1::CommandBody* out);
void put_kind(const match::AddPenalty& command, v1::CommandBody* out);
void put_kind(const match::EndPenalty& command, v1::CommandBody* out);
void put_kind(const match::AdjustPenalties& command, v1::CommandBody* out);
void put_kind(const match::AddAttempt& command, v1::CommandBody* out);
void put_kind(const match::SetDowns& command, v1::CommandBody* out);
void put_kind(const match::AddCount& command, v1::CommandBody* out);
void put_kind(const match::SetBases& command, v1::CommandBody* out);
void put_kind(const match::SetBatter& command, v1::CommandBody* out);
void put_kind(const match::StartJam& command, v1::CommandBody* out);
void put_kind(const match::EndJam& command, v1::CommandBody* out);
void get_part_command(Checker& check, const v1::CommandBody& in, match::Command& out);

} // namespace scoreboard::wire
