#include "models/hiding.h"

#include "models/shifts.h"
#include "models/value_text.h"

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kWarnedBefore = 5min; ///< alarms.md 4.2
constexpr auto kLong = 24h; ///< out of service; there, too
const QChar kEnDash(0x2013);

std::chrono::seconds longestShelf(const AlarmRow &alarm, Timestamp now)
{
    const std::chrono::seconds rule(static_cast<std::int64_t>(std::floor(alarm.maxShelveSeconds)));
    if (!alarm.shelfLimit)
        return rule;
    return std::clamp(std::chrono::floor<std::chrono::seconds>(*alarm.shelfLimit - now), 0s, rule);
}

std::string refusalOfReset(AlarmState state)
{
    switch (state) {
    case AlarmState::LatchedAcked:
        return {};
    case AlarmState::LatchedUnacked:
        return "ack_first";
    case AlarmState::Unacked:
    case AlarmState::Acked:
        return "condition_active";
    case AlarmState::Normal:
    case AlarmState::ReturnedUnacked:
        return "nothing_to_reset";
    default:
        return "suppressed";
    }
}

std::string refusalOf(AlarmAction::Kind kind, const AlarmRow &alarm)
{
    const bool isOut = alarm.state == AlarmState::OutOfService;
    switch (kind) {
    case AlarmAction::Kind::Reset:
        return refusalOfReset(alarm.state);
    case AlarmAction::Kind::Shelve:
        if (isOut)
            return "out_of_service";
        return alarm.maxShelveSeconds > 0.0 ? std::string() : "not_shelvable";
    case AlarmAction::Kind::Unshelve:
        return alarm.until ? std::string() : "not_shelved";
    case AlarmAction::Kind::OutOfService:
        return isOut ? "already_out_of_service" : std::string();
    case AlarmAction::Kind::ReturnToService:
        return isOut ? std::string() : "not_out_of_service";
    default:
        return {};
    }
}

} // namespace

std::vector<Hiding::Length> Hiding::lengths(Timestamp now, const QTimeZone &zone,
                                            const std::vector<std::string> &shifts)
{
    std::vector<Length> lengths {{tr("15 min", "how long"), 15min},
                                 {tr("1 h", "how long"), 1h},
                                 {tr("8 h", "how long"), 8h}};
    if (const std::optional<Timestamp> end = endOfShift(now, zone, shifts))
        lengths.push_back({tr("end of shift, %1").arg(timeText(*end, *end, zone).left(5)),
                           std::chrono::ceil<std::chrono::seconds>(*end - now)});
    return lengths;
}

std::optional<Timestamp> Hiding::endOfShift(Timestamp now, const QTimeZone &zone,
                                            const std::vector<std::string> &shifts)
{
    const std::optional<TimeRange> shift = shiftAt(now, zone, shifts);
    return shift ? std::optional(shift->to) : std::nullopt;
}

std::chrono::seconds Hiding::longestShelf(const std::vector<AlarmRow> &alarms, Timestamp now)
{
    std::optional<std::chrono::seconds> longest;
    for (const AlarmRow &alarm : alarms) {
        const std::chrono::seconds one = telltale::longestShelf(alarm, now);
        longest = std::min(longest.value_or(one), one);
    }
    return longest.value_or(0s);
}

std::string Hiding::refusal(AlarmAction::Kind kind, const std::vector<AlarmRow> &alarms)
{
    for (const AlarmRow &alarm : alarms) {
        if (std::string refused = refusalOf(kind, alarm); !refused.empty())
            return refused;
    }
    return {};
}

QString Hiding::kind(AlarmState state)
{
    switch (state) {
    case AlarmState::Shelved:
        return tr("Shelved");
    case AlarmState::Suppressed:
        return tr("Suppressed by design");
    default:
        return tr("Out of service");
    }
}

QString Hiding::why(const AlarmRow &row)
{
    const bool isByAlarm = row.state == AlarmState::Suppressed && !row.hiddenBy.empty();
    return isByAlarm ? tr("alarm %1 is on", "the id of its rule").arg(shownText(row.hiddenBy))
                     : shownText(row.hiddenReason);
}

bool Hiding::isTooLong(const AlarmRow &row, Timestamp now)
{
    return row.state == AlarmState::OutOfService
        && (!row.hiddenSince || now - *row.hiddenSince > kLong);
}

QString Hiding::age(const AlarmRow &row, Timestamp now)
{
    const QString age = row.hiddenSince ? ageText(now - *row.hiddenSince) : QString(kEnDash);
    return isTooLong(row, now) ? age + QStringLiteral(" · ") + tooLong() : age;
}

QString Hiding::tooLong()
{
    return tr("OVER 24 h", "how long an alarm has been out of service");
}

QString Hiding::end(const AlarmRow &row, Timestamp now, const QTimeZone &zone)
{
    if (!row.until)
        return {};
    const auto left = std::max(std::chrono::microseconds(0), *row.until - now);
    //: %1 a time of day, %2 the time until then
    return tr("%1, in %2").arg(timeText(*row.until, now, zone), ageText(left));
}

QString Hiding::sentence(const AlarmRow &row, Timestamp now, const QTimeZone &zone)
{
    QStringList parts;
    if (row.until)
        parts << tr("until %1").arg(end(row, now, zone));
    if (row.hiddenSince)
        parts << tr("since %1").arg(timeText(*row.hiddenSince, now, zone));
    if (row.state != AlarmState::Suppressed && !row.hiddenBy.empty())
        parts << shownText(row.hiddenBy);
    if (const QString words = why(row); !words.isEmpty())
        parts << words;
    return parts.join(QStringLiteral(" · "));
}

const AlarmRow *Hiding::endsSoon(const std::vector<AlarmRow> &hidden, Timestamp now)
{
    const AlarmRow *next = nullptr;
    for (const AlarmRow &row : hidden) {
        const bool isSoon = row.until && *row.until - now <= kWarnedBefore;
        if (isSoon && (!next || *row.until < *next->until))
            next = &row;
    }
    return next;
}

} // namespace telltale
