// What scoreboardctl reads of a board that may be none: a stream of events in pieces of any size, and
// documents.

#include <vector>

#include "ctl/event_reader.h"
#include "ctl/scoreboard_text.h"
#include "fuzz/input.h"

namespace {

using namespace scoreboard;

void read_all(ctl::EventReader& reader, std::vector<std::string>& events)
{
    while (auto event = reader.next()) {
        events.push_back(std::move(*event));
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Input input(data, size);
    const std::size_t cut = input.byte();
    const std::string_view stream = input.rest();

    std::vector<std::string> whole;
    ctl::EventReader at_once;
    at_once.push(stream);
    read_all(at_once, whole);

    std::vector<std::string> split;
    ctl::EventReader in_two;
    in_two.push(stream.substr(0, cut));
    read_all(in_two, split);
    in_two.push(stream.substr(std::min(cut, stream.size())));
    read_all(in_two, split);
    fuzz::require(whole == split, "a stream gives the same events, however it arrives");

    whole.emplace_back(stream);
    for (const std::string& document : whole) {
        const auto text = ctl::scoreboard_text(document, std::chrono::milliseconds(1500));
        fuzz::require(text ? !text->empty() : !text.error().what.empty(),
                      "a document is shown, or refused with a sentence");
    }
    return 0;
}
