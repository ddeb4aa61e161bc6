#include "fact_words.h"

#include <cstdio>

namespace scoreboard::docs {

using match::Duration;

std::string text_of(Duration value)
{
    const long long seconds = std::chrono::duration_cast<std::chrono::seconds>(value).count();
    if (seconds < 60) {
        const long long tenths = value / std::chrono::milliseconds(100) % 10;
        return std::to_string(seconds) + (tenths > 0 ? "." + std::to_string(tenths) : "") + " s";
    }
    char text[24];
    std::snprintf(text, sizeof text, "%lld:%02lld", seconds / 60, seconds % 60);
    return text;
}

std::string number(int value)
{
    return std::to_string(value);
}

const char* word_of(match::PeriodName name)
{
    switch (name) {
    case match::PeriodName::kQuarter:
        return "quarters";
    case match::PeriodName::kPeriod:
        return "periods";
    case match::PeriodName::kHalf:
        return "halves";
    case match::PeriodName::kSet:
        return "sets";
    case match::PeriodName::kInning:
        return "innings";
    case match::PeriodName::kRound:
        return "rounds";
    }
    return "";
}

std::string one_of(match::PeriodName name)
{
    if (name == match::PeriodName::kHalf) {
        return "a half";
    }
    const std::string all = word_of(name);
    return (name == match::PeriodName::kInning ? "an " : "a ") + all.substr(0, all.size() - 1);
}

std::string word_of(match::Span span, match::PeriodName name)
{
    switch (span) {
    case match::Span::kPeriod:
        return one_of(name);
    case match::Span::kHalf:
        return "a half";
    case match::Span::kMatch:
        return "a match";
    }
    return "";
}

} // namespace scoreboard::docs
