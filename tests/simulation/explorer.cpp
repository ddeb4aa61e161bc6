#include "simulation/explorer.h"

#include <algorithm>
#include <unordered_map>

#include "simulation/check.h"

namespace scoreboard::simulation {

namespace {

// States are kept as the way to them, four bytes for the state before and three for the event: a million cost
// little. The world is brought back to a state by its events, from the nearest snapshot on the way. States in
// the order of their discovery share most of it.
class Explorer {
public:
    Explorer(const Bounds& bounds, Sabotage sabotage, std::uint64_t states_max, std::uint64_t audit_every)
        : world_(bounds, sabotage), beginning_(world_), states_max_(states_max), audit_every_(audit_every)
    {
    }

    Exploration run()
    {
        nodes_.push_back({0, 0, {}});
        try {
            go_on(nullptr);
            way_.push_back({0, world_});
            known_.emplace(world_.fingerprint(), 0);
            for (std::uint32_t node = 0; node < nodes_.size() && nodes_.size() < states_max_; ++node) {
                expand(node);
            }
            found_.complete = nodes_.size() < states_max_;
        } catch (const Violation& violation) {
            found_.violation = violation.text();
            tell(trying_);
        }
        found_.states = nodes_.size();
        return std::move(found_);
    }

private:
    struct Node {
        std::uint32_t before;
        std::uint16_t depth;
        Event event;
    };
    struct Snapshot {
        std::uint32_t node;
        ExplorerWorld world;
    };
    struct Trying {
        std::uint32_t node = 0;
        std::optional<Event> event;
    };

    // An event, and whatever must follow it before there is a choice again.
    void take(Event event)
    {
        world_.apply(event);
        go_on(nullptr);
    }
    void go_on(std::vector<std::string>* story)
    {
        while (const auto next = only_way_on()) {
            if (story != nullptr) {
                story->push_back(world_.tell(*next));
            }
            world_.apply(*next);
        }
    }
    std::optional<Event> only_way_on() const
    {
        const std::vector<Event> events = world_.events();
        const bool only =
            events.size() == 1 && !world_.is_fault(events.front()) && !world_.tries_every_order();
        return only ? std::optional(events.front()) : std::nullopt;
    }

    void expand(std::uint32_t node)
    {
        go_to(node);
        found_.depth = std::max<std::size_t>(found_.depth, nodes_[node].depth);
        const std::vector<Event> events = world_.events();
        trying_ = {node, std::nullopt};
        if (std::all_of(events.begin(), events.end(),
                        [this](Event event) { return world_.is_fault(event); })) {
            ++found_.ends;
            found_.outcomes.insert(world_.outcome());
            world_.check_end();
        }
        for (const Event event : events) {
            trying_ = {node, event};
            world_ = way_.back().world;
            take(event);
            ++found_.transitions;
            const auto next = static_cast<std::uint32_t>(nodes_.size());
            const auto [known, is_new] = known_.emplace(world_.fingerprint(), next);
            if (is_new) {
                nodes_.push_back({node, static_cast<std::uint16_t>(nodes_[node].depth + 1), event});
            } else if (audit_every_ != 0 && ++reached_again_ % audit_every_ == 0) {
                audit(known->second);
            }
        }
    }

    // Brings the world to a state, and way_ with it.
    void go_to(std::uint32_t node)
    {
        std::vector<std::uint32_t> to;
        for (std::uint32_t at = node; at != 0; at = nodes_[at].before) {
            to.push_back(at);
        }
        std::reverse(to.begin(), to.end());
        std::size_t shared = 0;
        while (shared < to.size() && shared + 1 < way_.size() && way_[shared + 1].node == to[shared]) {
            ++shared;
        }
        way_.resize(shared + 1, way_.front());
        world_ = way_.back().world;
        for (; shared < to.size(); ++shared) {
            take(nodes_[to[shared]].event);
            way_.push_back({to[shared], world_});
        }
    }

    // The world has come to a known state on another way: its future must be that of the first.
    void audit(std::uint32_t known)
    {
        const std::vector<std::uint64_t> future = future_of(world_);
        const std::vector<Snapshot> kept = way_;
        const Trying trying = trying_;
        go_to(known);
        if (future != future_of(world_)) {
            throw Violation(Check::kExplorer, "two states with one fingerprint have different futures");
        }
        way_ = kept;
        trying_ = trying;
        ++found_.audited;
    }

    std::vector<std::uint64_t> future_of(const ExplorerWorld& here)
    {
        const ExplorerWorld start = here;
        std::vector<std::uint64_t> prints;
        for (const Event event : start.events()) {
            world_ = start;
            try {
                take(event);
                prints.push_back(world_.fingerprint());
            } catch (const Violation&) {
                prints.push_back(0);
            }
        }
        std::sort(prints.begin(), prints.end());
        return prints;
    }

    void tell(const Trying& trying)
    {
        std::vector<Event> events;
        for (std::uint32_t at = trying.node; at != 0; at = nodes_[at].before) {
            events.push_back(nodes_[at].event);
        }
        std::reverse(events.begin(), events.end());
        if (trying.event) {
            events.push_back(*trying.event);
        }
        world_ = beginning_;
        try {
            go_on(&found_.story);
            for (const Event event : events) {
                found_.story.push_back(world_.tell(event));
                world_.apply(event);
                go_on(&found_.story);
            }
        } catch (const Violation&) {
            return; // the last one
        }
    }

    ExplorerWorld world_; // the one place where events happen
    ExplorerWorld beginning_;
    std::uint64_t states_max_;
    std::uint64_t audit_every_;
    std::vector<Snapshot> way_; // the state that is expanded, and every state on the way to it
    std::vector<Node> nodes_;
    std::unordered_map<std::uint64_t, std::uint32_t> known_; // fingerprint → node
    std::uint64_t reached_again_ = 0;
    Trying trying_;
    Exploration found_;
};

} // namespace

Exploration explore(const Bounds& bounds, Sabotage sabotage, std::uint64_t states_max,
                    std::uint64_t audit_every)
{
    return Explorer(bounds, sabotage, states_max, audit_every).run();
}

} // namespace scoreboard::simulation
