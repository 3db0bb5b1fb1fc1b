#pragma once

#include "data/telemetry/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace telltale {

/// One rule as the workspace holds it (alarms.md section 2). Times in seconds, limits in the tag's
/// unit. A tag pattern with `*` or `**` binds the rule to every tag it matches.
struct AlarmRule
{
    enum class Kind { Limit, Deviation, Rate, Discrete, Count, Stale, Quality, Connection };
    enum class Side { High, Low };

    std::string id;
    std::string title;
    std::string tag; ///< path or pattern
    Kind kind = Kind::Limit;
    int priority = 3;
    bool enabled = true;

    Side side = Side::High;
    double limit = 0.0;
    double deadband = 0.0;
    double timeoutSeconds = 0.0; ///< stale

    double onDelaySeconds = 0.0;
    double offDelaySeconds = 0.0;

    std::string cause;
    std::string consequence;
    std::string action;
    double respondWithinSeconds = 0.0;
    std::string rationalisedBy;
    std::string rationalisedAt;
    std::string alarmClass;
};

} // namespace telltale
