#include "client/rename.h"

#include <algorithm>
#include <map>

#include "wire/wire.h"

namespace scoreboard::client {
namespace {

using match::CommandId;

class Renaming {
public:
    explicit Renaming(const match::WriterId& writer) : writer_(writer) {}

    void add(const CommandId& old) { new_of_.emplace(old, CommandId{writer_, new_of_.size() + 1}); }

    // The row that is renamed now. Whatever in it has its own id means what another copy has recorded under
    // that.
    void begin(const CommandId& row) { row_ = row; }

    void apply(CommandId& id) const
    {
        if (const auto renamed = new_of_.find(id); renamed != new_of_.end() && id != row_) {
            id = renamed->second;
        }
    }
    void apply(std::optional<CommandId>& id) const
    {
        if (id) {
            apply(*id);
        }
    }

    void operator()(match::SetScore& command) const { apply(command.if_version); }
    void operator()(match::SetPossession& command) const { apply(command.if_version); }
    void operator()(match::AcceptOffer& command) const { apply(command.offer); }
    void operator()(match::Undo& command) const { apply(command.target); }
    void operator()(match::Redo& command) const { apply(command.target); }
    void operator()(match::Edit& command) const
    {
        apply(command.target);
        std::visit(*this, command.instead);
    }
    void operator()(match::Insert& command) const
    {
        apply(command.after);
        std::visit(*this, command.command);
    }
    template <class NamesNone>
    void operator()(NamesNone&) const
    {
    }

    CommandId new_id_of(const CommandId& old) const { return new_of_.at(old); }

private:
    match::WriterId writer_;
    CommandId row_;
    std::map<CommandId, CommandId> new_of_;
};

} // namespace

match::WriterId writer_for(const match::SealedBody& first)
{
    match::WriterId writer;
    std::copy_n(first.hash.begin(), writer.bytes.size(), writer.bytes.begin());
    return writer;
}

std::vector<match::SealedBody> rename_rows(const std::vector<match::SealedBody>& rows,
                                           const match::WriterId& writer)
{
    Renaming renaming(writer);
    for (const match::SealedBody& row : rows) {
        renaming.add(row.body.id);
    }
    std::vector<match::SealedBody> renamed;
    for (const match::SealedBody& row : rows) {
        match::Body body = row.body;
        renaming.begin(body.id);
        body.id = renaming.new_id_of(body.id);
        std::visit(renaming, body.command);
        if (body.shown) {
            for (CommandId& mark : body.shown->marks) {
                renaming.apply(mark);
            }
        }
        renamed.push_back(wire::seal(body));
    }
    return renamed;
}

} // namespace scoreboard::client
