#include "feed/problem.h"

#include <boost/json.hpp>

namespace scoreboard::feed {
namespace {

// A detail repeats what a stranger asked for, which may be any bytes; JSON is UTF-8.
std::string in_ascii(std::string text)
{
    for (char& letter : text) {
        if (letter < ' ' || letter > '~') {
            letter = '?';
        }
    }
    return text;
}

} // namespace

std::string problem_json(unsigned status, const std::string& title, const std::string& detail)
{
    const boost::json::object document{
        {"type", "about:blank"}, {"title", title}, {"status", status}, {"detail", in_ascii(detail)}};
    return boost::json::serialize(document);
}

} // namespace scoreboard::feed
