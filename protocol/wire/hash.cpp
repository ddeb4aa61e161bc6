#include <cstdint>
#include <sha2.h>

#include "wire/text.h"
#include "wire/wire.h"

namespace scoreboard::wire {
namespace {

// The fields of a row one after the other, numbers little-endian: a form that has only one spelling, which
// protobuf does not promise.
class Row {
public:
    void bytes(const std::uint8_t* data, std::size_t size)
    {
        row_.append(reinterpret_cast<const char*>(data), size);
    }
    template <class Number>
    void number(Number value)
    {
        const auto bits = static_cast<std::make_unsigned_t<Number>>(value);
        for (std::size_t i = 0; i < sizeof(Number); ++i) {
            row_.push_back(static_cast<char>(bits >> (8 * i) & 0xff));
        }
    }
    void flag(bool value) { number(static_cast<std::uint8_t>(value)); }
    void time(match::BoardTime value) { number(std::int64_t{value.time_since_epoch().count()}); }
    void duration(match::Duration value) { number(std::int64_t{value.count()}); }
    void text(std::string_view value)
    {
        number(static_cast<std::uint32_t>(value.size()));
        row_.append(value);
    }
    const std::string& all() const { return row_; }

private:
    std::string row_;
};

void add(Row& row, const match::Verdict& verdict)
{
    row.number(static_cast<std::uint8_t>(verdict.effect));
    row.number(static_cast<std::uint8_t>(verdict.reason));
    row.time(verdict.at);
    row.duration(verdict.uncertainty);
    row.flag(verdict.offered.has_value());
    row.duration(verdict.offered.value_or(match::Duration{}));
    row.bytes(verdict.book_start.writer.bytes.data(), verdict.book_start.writer.bytes.size());
    row.number(verdict.book_start.seq);
    row.time(verdict.book_from);
    row.time(verdict.book_to);
}

} // namespace

match::Hash sha256(std::string_view bytes)
{
    match::Hash hash{};
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    SHA256Final(hash.data(), &context);
    return hash;
}

match::Hash chain_hash(const match::Hash& previous, const match::Entry& entry)
{
    Row row;
    row.bytes(previous.data(), previous.size());
    row.number(entry.rev);
    row.bytes(entry.sealed.hash.data(), entry.sealed.hash.size());
    row.flag(entry.outcome.applied);
    row.number(static_cast<std::uint8_t>(entry.outcome.reason));
    row.text(fit_text(entry.outcome.text, kTextMax));
    row.flag(entry.verdict.has_value());
    if (entry.verdict) {
        add(row, *entry.verdict);
    }
    row.time(entry.received);
    row.bytes(entry.board_boot.bytes.data(), entry.board_boot.bytes.size());
    row.number(entry.wall_ms);
    row.number(entry.state_digest);
    return sha256(row.all());
}

} // namespace scoreboard::wire
