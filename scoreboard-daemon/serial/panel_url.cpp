#include "serial/panel_url.h"

#include <charconv>
#include <string_view>

namespace scoreboard::serial {
namespace {

constexpr std::string_view kScheme = "plp+serial:";
constexpr std::string_view kExample = "plp+serial:/dev/scoreboard-panel?baud=115200";
constexpr std::uint32_t kBaudMin = 1200;
constexpr std::uint32_t kBaudMax = 4'000'000;

UrlError error(const std::string& url, const std::string& what)
{
    return {"panel \"" + url + "\": " + what + "; write it as " + std::string(kExample) + ", or none"};
}

// The next part of `rest` up to `separator`, which is taken away with it.
std::string_view take_until(std::string_view& rest, char separator)
{
    const std::size_t end = rest.find(separator);
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return part;
}

} // namespace

boost::system::result<PanelUrl, UrlError> parse_panel_url(const std::string& url)
{
    std::string_view rest = url;
    if (rest.substr(0, kScheme.size()) != kScheme) {
        return error(url, "this kind of panel is not known");
    }
    rest.remove_prefix(kScheme.size());
    PanelUrl parsed;
    parsed.device = take_until(rest, '?');
    if (parsed.device.empty()) {
        return error(url, "the device is missing");
    }
    while (!rest.empty()) {
        std::string_view value = take_until(rest, '&');
        const std::string_view name = take_until(value, '=');
        if (name == "baud") {
            const auto [end, failure] =
                std::from_chars(value.data(), value.data() + value.size(), parsed.baud);
            const bool is_number = failure == std::errc() && end == value.data() + value.size();
            if (!is_number || parsed.baud < kBaudMin || parsed.baud > kBaudMax) {
                return error(url, "baud must be a number from " + std::to_string(kBaudMin) + " to " +
                                      std::to_string(kBaudMax));
            }
        } else if (name == "backend" && value == "posix") {
            parsed.backend = Backend::kPosix;
        } else if (name == "backend" && value == "libserialport") {
            parsed.backend = Backend::kLibserialport;
        } else if (name == "backend") {
            return error(url, "backend must be posix or libserialport");
        } else {
            return error(url, "the setting \"" + std::string(name) + "\" is not known");
        }
    }
    return parsed;
}

} // namespace scoreboard::serial
