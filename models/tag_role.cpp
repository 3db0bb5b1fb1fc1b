#include "models/tag_role.h"

#include "models/value_text.h"

#include <algorithm>
#include <array>

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

std::size_t roleOf(const TagInfo &tag)
{
    const auto found = std::find_if(kRoles.begin(), kRoles.end(), [&](const TagRole &role) {
        return hasUnit(role, tag.unit) && hasWord(role, tag.path);
    });
    return static_cast<std::size_t>(found - kRoles.begin());
}

} // namespace telltale
