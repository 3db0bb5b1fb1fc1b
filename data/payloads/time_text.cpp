#include "data/payloads/time_text.h"

#include "data/telemetry/calendar_time.h"
#include "data/telemetry/timestamp_text.h"

#include <cmath>

namespace telltale {
namespace {

using namespace std::chrono;

constexpr Timestamp kEarliest = sys_days(2000y / January / 1);
constexpr double kLargestWhole = 9'007'199'254'740'992.0; ///< whole doubles are exact below it

} // namespace

std::optional<Timestamp> readIsoTime(std::string_view text)
{
    const std::optional<CalendarTime> time = parseIsoTime(text);
    const bool isWhole = time && time->offset && text.find(' ') == std::string_view::npos;
    return isWhole ? std::optional(toUtc(*time)) : std::nullopt;
}

std::optional<Timestamp> readNumberTime(const TreeValue &value)
{
    switch (value.kind) {
    case TreeValue::Kind::Time:
        return timestampFromMicroseconds(static_cast<std::int64_t>(value.bits));
    case TreeValue::Kind::Overflow:
        return Timestamp::max();
    case TreeValue::Kind::Integer:
        return timestampFromEpoch(static_cast<std::int64_t>(value.bits));
    case TreeValue::Kind::Unsigned:
        return timestampFromMicroseconds(static_cast<std::int64_t>(value.bits / 1000U));
    case TreeValue::Kind::Number:
        if (std::abs(value.number) < kLargestWhole && std::trunc(value.number) == value.number)
            return timestampFromEpoch(static_cast<std::int64_t>(value.number));
        return timestampFromEpoch(value.number);
    default:
        return std::nullopt;
    }
}

bool isPlausibleTime(Timestamp time, Timestamp arrival)
{
    return time >= kEarliest && time <= arrival + days(1);
}

} // namespace telltale
