#pragma once

#include <cstdint>
#include <string>

#include "match/command.h"
#include "match/entry.h"
#include "match/match_state.h"
#include "scoreboard/v1/command.pb.h"
#include "scoreboard/v1/match.pb.h"
#include "wire/checker.h"

// Between our structs and those that protobuf generates: put() cannot fail, get() tells the Checker.
namespace scoreboard::wire {

template <class Tag>
void put_id(const match::Id128<Tag>& id, std::string* out)
{
    out->assign(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
}
inline void put_hash(const match::Hash& hash, std::string* out)
{
    out->assign(reinterpret_cast<const char*>(hash.data()), hash.size());
}
inline void put(const match::CommandId& id, v1::CommandId* out)
{
    put_id(id.writer, out->mutable_writer());
    out->set_seq(id.seq);
}
template <class TimePoint>
std::int64_t microseconds(TimePoint time)
{
    return time.time_since_epoch().count();
}

void put(const match::PeriodPhase& at, v1::PeriodPhase* out);
void get(Checker& check, const v1::PeriodPhase& in, match::PeriodPhase& out);

void put(const match::Ruleset& ruleset, v1::Ruleset* out);
void get(Checker& check, const v1::Ruleset& in, match::Ruleset& out);

void put(const match::MatchState& state, v1::MatchState* out);
void get(Checker& check, const v1::MatchState& in, match::MatchState& out);

// The kind; UnknownCommand is no field of the schema: see unknown_kind.h.
void put(const match::Command& command, v1::CommandBody* out);
void get(Checker& check, const v1::CommandBody& in, match::Command& out);

void put_decision(const match::Outcome& outcome, const std::optional<match::Verdict>& verdict,
                  v1::Decision* out);
void get_decision(Checker& check, const v1::Decision& in, match::Outcome& outcome,
                  std::optional<match::Verdict>& verdict);

void put(const match::Entry& entry, v1::Entry* out);
void get(Checker& check, const v1::Entry& in, match::Entry& out);

} // namespace scoreboard::wire
