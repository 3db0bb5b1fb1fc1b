#include "models/tag_role.h"

#include "models/value_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace telltale {
namespace {

// clang-format off
constexpr std::array kRoles {
    TagRole {"level", {"%"}, {"level", "füllstand"}},
    TagRole {"flow", {"m³/h", "m3/h", "l/s", "l/min", "l/h", "kg/h", "t/h"}},
    TagRole {"pressure", {"bar", "mbar", "Pa", "hPa", "kPa"}},
    TagRole {"power", {"W", "kW", "MW"}},
    TagRole {"speed", {"1/min", "rpm", "Hz"}},
    TagRole {"temperature", {"°C", "K", "°F"}},
    TagRole {"vibration", {"mm/s", "m/s²"}},
    TagRole {"load", {"%"}, {"load", "auslastung"}},
    TagRole {"memory", {"%"}, {"memory", "speicher"}},
    TagRole {"disk", {"%"}, {"disk", "platte"}},
    TagRole {"traffic", {"B/s", "kB/s", "MB/s", "kbit/s", "Mbit/s"}},
    TagRole {"turbidity", {"NTU", "FNU"}},
    TagRole {"concentration", {"mg/l", "µg/l", "ppm", "g/l"}},
    TagRole {"position", {"%"}, {"position", "stellung", "opening"}},
    TagRole {"energy", {"Wh", "kWh", "MWh"}},
    TagRole {"volume", {"m³", "m3", "l"}},
};
// clang-format on

bool hasUnit(const TagRole &role, std::string_view unit)
{
    return !unit.empty()
        && std::find(std::begin(role.units), std::end(role.units), unit) != std::end(role.units);
}

bool hasWord(const TagRole &role, const std::string &path)
{
    if (role.words[0].empty())
        return true;
    const QString name = shownText(std::string_view(path).substr(path.rfind('/') + 1)).toLower();
    return std::any_of(std::begin(role.words), std::end(role.words), [&](std::string_view word) {
        return !word.empty() && name.contains(shownText(word));
    });
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

/// Of a name, lower case (ASCII): `msgCount_2` has "msg" and "count".
std::vector<std::string> wordsOf(std::string_view path)
{
    const std::string_view name = path.substr(path.rfind('/') + 1);
    std::vector<std::string> words;
    bool isInside = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool isLetter = isUpper(c) || isLower(c) || static_cast<unsigned char>(c) >= 0x80;
        const bool begins = !isInside || (isUpper(c) && isLower(name[i - 1]));
        isInside = isLetter;
        if (!isLetter)
            continue;
        if (begins)
            words.emplace_back();
        words.back() += isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return words;
}

bool isOneOf(std::span<const std::string_view> known, std::string_view word)
{
    return std::find(known.begin(), known.end(), word) != known.end();
}

} // namespace

std::span<const TagRole> tagRoles()
{
    return kRoles;
}

std::size_t findRole(std::string_view name)
{
    const auto found = std::find_if(kRoles.begin(), kRoles.end(),
                                    [&](const TagRole &role) { return role.name == name; });
    return static_cast<std::size_t>(found - kRoles.begin());
}

bool isCounter(const TagInfo &tag)
{
    static constexpr std::string_view kWords[]
        = {"count", "counts", "counter",  "counters", "cnt",    "seq",
           "seqno", "seqnum", "sequence", "uptime",   "zähler", "anzahl"};
    static constexpr std::string_view kUnits[] = {"", "1", "s", "ms", "min", "h", "d"};
    if ((tag.low && tag.high) || !isOneOf(kUnits, tag.unit))
        return false;
    const std::vector<std::string> words = wordsOf(tag.path);
    const bool isCalledSo = std::any_of(
        words.begin(), words.end(), [](const std::string &word) { return isOneOf(kWords, word); });
    return isCalledSo || (!words.empty() && words.back() == "total");
}

std::size_t roleOf(const TagInfo &tag)
{
    const auto found = std::find_if(kRoles.begin(), kRoles.end(), [&](const TagRole &role) {
        return hasUnit(role, tag.unit) && hasWord(role, tag.path);
    });
    return static_cast<std::size_t>(found - kRoles.begin());
}

} // namespace telltale
