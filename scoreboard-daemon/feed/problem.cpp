#include "feed/problem.h"

#include <boost/json.hpp>

namespace scoreboard::feed {

std::string problem_json(unsigned status, const std::string& title, const std::string& detail)
{
    const boost::json::object document{
        {"type", "about:blank"}, {"title", title}, {"status", status}, {"detail", detail}};
    return boost::json::serialize(document);
}

} // namespace scoreboard::feed
