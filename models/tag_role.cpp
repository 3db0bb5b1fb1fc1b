#include "models/tag_role.h"

#include "models/value_text.h"

#include <array>
#include <string_view>

namespace telltale {
namespace {

struct UnitRole
{
    std::string_view unit;
    TagRole role;
};

constexpr std::array kUnits {
    UnitRole {"m³/h", TagRole::Flow},      UnitRole {"m3/h", TagRole::Flow},
    UnitRole {"l/s", TagRole::Flow},       UnitRole {"l/min", TagRole::Flow},
    UnitRole {"l/h", TagRole::Flow},       UnitRole {"kg/h", TagRole::Flow},
    UnitRole {"t/h", TagRole::Flow},       UnitRole {"bar", TagRole::Pressure},
    UnitRole {"mbar", TagRole::Pressure},  UnitRole {"Pa", TagRole::Pressure},
    UnitRole {"hPa", TagRole::Pressure},   UnitRole {"kPa", TagRole::Pressure},
    UnitRole {"W", TagRole::Power},        UnitRole {"kW", TagRole::Power},
    UnitRole {"MW", TagRole::Power},       UnitRole {"1/min", TagRole::Speed},
    UnitRole {"rpm", TagRole::Speed},      UnitRole {"Hz", TagRole::Speed},
    UnitRole {"°C", TagRole::Temperature}, UnitRole {"K", TagRole::Temperature},
    UnitRole {"°F", TagRole::Temperature}, UnitRole {"mm/s", TagRole::Vibration},
    UnitRole {"m/s²", TagRole::Vibration},
};

bool isLevel(const TagInfo &tag)
{
    const QString name
        = shownText(std::string_view(tag.path).substr(tag.path.rfind('/') + 1)).toLower();
    return tag.unit == "%"
        && (name.contains(QStringLiteral("level")) || name.contains(QStringLiteral("füllstand")));
}

} // namespace

TagRole roleOf(const TagInfo &tag)
{
    if (isLevel(tag))
        return TagRole::Level;
    for (const UnitRole &known : kUnits) {
        if (known.unit == tag.unit)
            return known.role;
    }
    return TagRole::Other;
}

} // namespace telltale
