#include "data/payloads/time_text.h"

#include "data/telemetry/timestamp_text.h"

#include <cmath>

namespace telltale {
namespace {

using namespace std::chrono;

constexpr Timestamp kEarliest = sys_days(2000y / January / 1);
constexpr double kLargestWhole = 9'007'199'254'740'992.0; ///< whole doubles are exact below it
constexpr int kSecondsOfDay = 86'400;

/// Takes fixed-width fields from the front of a text.
class FieldReader
{
public:
    explicit FieldReader(std::string_view text)
        : m_text(text)
    { }
    bool isAtEnd() const { return m_text.empty(); }
    bool isDigit() const { return !m_text.empty() && m_text[0] >= '0' && m_text[0] <= '9'; }
    bool take(char wanted)
    {
        if (m_text.empty() || m_text[0] != wanted)
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    bool takeEither(char one, char other) { return take(one) || take(other); }
    /// Exactly `width` digits, at most `most`.
    bool number(int width, int most, int &value)
    {
        value = 0;
        for (int i = 0; i < width; ++i) {
            if (!isDigit())
                return false;
            value = value * 10 + digit();
        }
        return value <= most;
    }
    int digit()
    {
        const int value = m_text[0] - '0';
        m_text.remove_prefix(1);
        return value;
    }

private:
    std::string_view m_text;
};

bool readDate(FieldReader &reader, sys_days &date, bool &isBasic)
{
    int y = 0;
    int m = 0;
    int d = 0;
    if (!reader.number(4, 9999, y))
        return false;
    isBasic = !reader.take('-');
    if (!reader.number(2, 12, m) || (!isBasic && !reader.take('-')) || !reader.number(2, 31, d))
        return false;
    const year_month_day day {year(y), month(static_cast<unsigned>(m)),
                              std::chrono::day(static_cast<unsigned>(d))};
    date = day;
    return day.ok();
}

/// Digits after the second; those beyond the sixth are cut.
bool readFraction(FieldReader &reader, microseconds &fraction)
{
    if (!reader.takeEither('.', ','))
        return true;
    if (!reader.isDigit())
        return false;
    for (std::int64_t unit = 100'000; reader.isDigit(); unit /= 10)
        fraction += microseconds(reader.digit() * unit);
    return true;
}

struct ClockTime
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    microseconds fraction {0};
    seconds sinceMidnight() const { return hours(hour) + minutes(minute) + seconds(second); }
};

bool readClock(FieldReader &reader, bool isBasic, ClockTime &clock)
{
    if (!reader.number(2, 24, clock.hour) || (!isBasic && !reader.take(':'))
        || !reader.number(2, 59, clock.minute))
        return false;
    const bool hasSeconds = isBasic ? reader.isDigit() : reader.take(':');
    if (hasSeconds
        && (!reader.number(2, 60, clock.second) || !readFraction(reader, clock.fraction)))
        return false;
    const bool isPastMidnight
        = clock.sinceMidnight() > hours(24) || clock.fraction > microseconds(0);
    return clock.hour < 24 || !isPastMidnight;
}

bool readZone(FieldReader &reader, minutes &offset)
{
    if (reader.takeEither('Z', 'z'))
        return reader.isAtEnd();
    const bool isWest = reader.take('-');
    if (!isWest && !reader.take('+'))
        return false;
    int hour = 0;
    int minute = 0;
    if (!reader.number(2, 23, hour))
        return false;
    if (!reader.isAtEnd()) {
        reader.take(':');
        if (!reader.number(2, 59, minute))
            return false;
    }
    offset = hours(hour) + minutes(minute);
    offset = isWest ? -offset : offset;
    return reader.isAtEnd();
}

/// Leap seconds come at the end of a UTC day and nowhere else.
bool isEndOfDay(sys_seconds afterLeap)
{
    return afterLeap.time_since_epoch().count() % kSecondsOfDay == 0;
}

} // namespace

std::optional<Timestamp> readIsoTime(std::string_view text)
{
    FieldReader reader(text);
    sys_days date;
    bool isBasic = false;
    ClockTime clock;
    minutes offset {0};
    if (!readDate(reader, date, isBasic) || !reader.takeEither('T', 't')
        || !readClock(reader, isBasic, clock) || !readZone(reader, offset))
        return std::nullopt;
    const sys_seconds second = date + clock.sinceMidnight() - offset;
    if (clock.second == 60 && !isEndOfDay(second))
        return std::nullopt;
    return second + clock.fraction;
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
