#include "data/telemetry/calendar_time.h"

namespace telltale {
namespace {

using namespace std::chrono;

/// Takes what was understood from the front of a text.
class Cursor
{
public:
    explicit Cursor(std::string_view text)
        : m_text(text)
    { }

    bool isDone() const { return m_text.empty(); }
    bool isAtDigit() const { return !m_text.empty() && isDigit(m_text.front()); }

    bool either(char one, char other) { return literal(one) || literal(other); }

    bool literal(char byte)
    {
        if (m_text.empty() || m_text.front() != byte)
            return false;
        m_text.remove_prefix(1);
        return true;
    }

    /// From `least` to `most` digits.
    bool number(int &value, std::size_t least, std::size_t most)
    {
        std::size_t digits = 0;
        value = 0;
        while (digits < most && digits < m_text.size() && isDigit(m_text[digits]))
            value = value * 10 + (m_text[digits++] - '0');
        m_text.remove_prefix(digits);
        return digits >= least;
    }

    /// Digits after a decimal point, as µs; what is finer is cut off.
    bool fraction(int &microseconds)
    {
        std::size_t digits = 0;
        int value = 0;
        for (; digits < m_text.size() && isDigit(m_text[digits]); ++digits)
            value = digits < 6 ? value * 10 + (m_text[digits] - '0') : value;
        for (std::size_t i = digits; i < 6; ++i)
            value *= 10;
        m_text.remove_prefix(digits);
        microseconds = value;
        return digits > 0;
    }

    /// `Z`, `+01`, `+01:00`, `-0130`.
    bool zone(std::optional<int> &offset)
    {
        if (either('Z', 'z')) {
            offset = 0;
            return true;
        }
        const bool isWest = literal('-');
        if (!isWest && !literal('+'))
            return false;
        int hours = 0;
        int minutes = 0;
        if (!number(hours, 2, 2))
            return false;
        const bool hasColon = literal(':');
        if ((hasColon || !isDone()) && !number(minutes, 2, 2))
            return false;
        offset = (isWest ? -1 : 1) * (hours * 60 + minutes);
        return hours < 24 && minutes < 60;
    }

private:
    static bool isDigit(char byte) { return byte >= '0' && byte <= '9'; }
    std::string_view m_text;
};

bool parseField(Cursor &text, char field, CalendarTime &time)
{
    switch (field) {
    case 'Y':
        return text.number(time.year, 4, 4);
    case 'm':
        return text.number(time.month, 1, 2);
    case 'd':
        return text.number(time.day, 1, 2);
    case 'H':
        return text.number(time.hour, 1, 2);
    case 'M':
        return text.number(time.minute, 1, 2);
    case 'S':
        return text.number(time.second, 1, 2);
    case 'f':
        return text.fraction(time.microsecond);
    case 'z':
        return text.zone(time.offset);
    default:
        return text.literal(field);
    }
}

bool isMidnight(const CalendarTime &time)
{
    return time.minute == 0 && time.second == 0 && time.microsecond == 0;
}

/// Leap seconds come at the end of a UTC day and nowhere else.
bool isLeapSecond(const CalendarTime &time)
{
    const Timestamp after = toUtc(time) - microseconds(time.microsecond);
    return time.second == 60 && time.offset && after == floor<days>(after);
}

std::optional<CalendarTime> validOnly(const CalendarTime &time)
{
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// What follows the date, in the same form: basic ones have no colons.
bool parseClock(Cursor &cursor, bool isBasic, CalendarTime &time)
{
    if (!cursor.number(time.hour, 2, 2) || (!isBasic && !cursor.literal(':'))
        || !cursor.number(time.minute, 2, 2))
        return false;
    const bool hasSecond = isBasic ? cursor.isAtDigit() : cursor.literal(':');
    if (!hasSecond)
        return true;
    return cursor.number(time.second, 2, 2)
        && (!cursor.either('.', ',') || cursor.fraction(time.microsecond));
}

} // namespace

bool CalendarTime::isValid() const
{
    const year_month_day date {std::chrono::year {year},
                               std::chrono::month {static_cast<unsigned>(month)},
                               std::chrono::day {static_cast<unsigned>(day)}};
    return date.ok() && (hour < 24 || (hour == 24 && isMidnight(*this))) && minute < 60
        && (second < 60 || isLeapSecond(*this));
}

Timestamp toUtc(const CalendarTime &time)
{
    const year_month_day date {year {time.year}, month {static_cast<unsigned>(time.month)},
                               day {static_cast<unsigned>(time.day)}};
    return sys_days(date) + hours(time.hour) + minutes(time.minute - time.offset.value_or(0))
        + seconds(time.second) + microseconds(time.microsecond);
}

std::optional<CalendarTime> parseIsoTime(std::string_view text)
{
    Cursor cursor(text);
    CalendarTime time;
    if (!cursor.number(time.year, 4, 4))
        return std::nullopt;
    const bool isBasic = !cursor.literal('-');
    if (!cursor.number(time.month, 2, 2) || (!isBasic && !cursor.literal('-'))
        || !cursor.number(time.day, 2, 2))
        return std::nullopt;
    if (cursor.isDone()) // digits alone are a number
        return isBasic ? std::nullopt : validOnly(time);
    if ((!cursor.either('T', 't') && !cursor.literal(' ')) || !parseClock(cursor, isBasic, time))
        return std::nullopt;
    if (!cursor.isDone() && (!cursor.zone(time.offset) || !cursor.isDone()))
        return std::nullopt;
    return validOnly(time);
}

std::optional<CalendarTime> parseTime(std::string_view text, std::string_view pattern)
{
    Cursor cursor(text);
    CalendarTime time;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool isField = pattern[i] == '%' && i + 1 < pattern.size();
        const bool fits
            = isField ? parseField(cursor, pattern[++i], time) : cursor.literal(pattern[i]);
        if (!fits)
            return std::nullopt;
    }
    return cursor.isDone() ? validOnly(time) : std::nullopt;
}

} // namespace telltale
