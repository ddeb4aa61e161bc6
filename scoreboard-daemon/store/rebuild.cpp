#include "store/rebuild.h"

#include <variant>

#include "store/recovery.h"

namespace scoreboard::store {

namespace {

std::string lack_of(SQLite::Database& copy, const Acknowledged& acknowledged)
{
    const auto recovered = recover(copy);
    if (const auto* damage = std::get_if<Damage>(&recovered)) {
        return damage->what;
    }
    if (const auto* unreadable = std::get_if<Unreadable>(&recovered)) {
        return "it " + unreadable->text;
    }
    const auto& log = std::get<core::RecoveredLog>(recovered);
    return holds(log, acknowledged) ? std::string()
                                    : "rev " + std::to_string(acknowledged.rev) +
                                          ", which was acknowledged, cannot be read any more";
}

} // namespace

bool holds(const core::RecoveredLog& log, const Acknowledged& acknowledged)
{
    if (acknowledged.rev == 0 || log.head < acknowledged.rev) {
        return acknowledged.rev == 0;
    }
    const auto entries = log.open_match->entries();
    const match::Rev first = entries.front().rev;
    // Of a match before the open one the chain up to here is proof enough.
    return acknowledged.rev < first || entries[acknowledged.rev - first].chain == acknowledged.chain;
}

durable::Result<std::monostate> rebuild(const std::string& path, const Acknowledged& acknowledged,
                                        durable::OldFiles old_files, durable::Disk& disk)
{
    const auto find_lack = [&](SQLite::Database& copy) { return lack_of(copy, acknowledged); };
    return durable::rebuild(path, "log", find_lack, old_files, disk);
}

} // namespace scoreboard::store
