#include "data/sources/topic_filter.h"

#include "data/telemetry/topic_name.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr std::string_view kShared = "$share/";
constexpr std::size_t kMostBytes = 65'535;

std::vector<std::string_view> levelsOf(std::string_view filter)
{
    std::vector<std::string_view> levels;
    for (;;) {
        const auto slash = filter.find('/');
        levels.push_back(filter.substr(0, slash));
        if (slash == std::string_view::npos)
            return levels;
        filter.remove_prefix(slash + 1);
    }
}

/// What a shared subscription filters by; empty if it names no group or no filter.
std::string_view withoutGroup(std::string_view filter)
{
    if (!filter.starts_with(kShared))
        return filter;
    filter.remove_prefix(kShared.size());
    const auto slash = filter.find('/');
    return slash == std::string_view::npos || slash == 0 ? std::string_view()
                                                         : filter.substr(slash + 1);
}

bool isWildcard(std::string_view level)
{
    return level == "+" || level == "#";
}

} // namespace

Outcome checkFilter(std::string_view filter)
{
    const auto wrong = [filter](const char *why) {
        return Error {Error::Code::Malformed,
                      "\"" + std::string(filter) + "\" is no topic filter: " + why};
    };
    if (filter.empty())
        return wrong("it is empty; write # for everything");
    if (filter.size() > kMostBytes)
        return wrong("it is longer than 65535 bytes");
    const std::string_view content = withoutGroup(filter);
    if (content.empty())
        return wrong("a shared one is written $share/GROUP/FILTER");
    if (filter.size() != content.size()
        && !isUsableTopic(filter.substr(0, filter.size() - content.size()), kMostBytes, kMostBytes))
        return wrong("the group of a shared one has no wildcards");
    const std::vector<std::string_view> levels = levelsOf(content);
    std::string plain; // the same without wildcards
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const bool isLast = i + 1 == levels.size();
        if (levels[i].find('#') != std::string_view::npos && (levels[i] != "#" || !isLast))
            return wrong("# stands only at the end, for all that follows, as in plant/#");
        if (levels[i].find('+') != std::string_view::npos && levels[i] != "+")
            return wrong("+ stands for one whole level, as in plant/+/flow");
        plain += isWildcard(levels[i]) ? std::string_view("w") : levels[i];
        plain += '/';
    }
    if (!isUsableTopic(plain, 2 * kMostBytes, 2 * kMostBytes))
        return wrong("it has bytes that are no UTF-8 text");
    return {};
}

bool takesEverything(const std::vector<std::string> &filters)
{
    return std::any_of(filters.begin(), filters.end(), [](const std::string &filter) {
        const std::vector<std::string_view> levels = levelsOf(withoutGroup(filter));
        return levels.back() == "#" && std::all_of(levels.begin(), levels.end(), isWildcard);
    });
}

} // namespace telltale
