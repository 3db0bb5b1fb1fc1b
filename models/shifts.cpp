#include "models/shifts.h"

#include <QDateTime>

#include <algorithm>

namespace telltale {
namespace {

Timestamp timestampOf(const QDateTime &time)
{
    return timestampFromMicroseconds(time.toMSecsSinceEpoch() * 1000);
}

} // namespace

/// Of the beginnings around the day of `time`: the last one up to it and the first one behind it.
std::optional<TimeRange> shiftAt(Timestamp time, const QTimeZone &zone,
                                 const std::vector<std::string> &shifts)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, zone).date();
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;
    for (const std::string &shift : shifts) {
        const QTime begins
            = QTime::fromString(QString::fromStdString(shift), QStringLiteral("HH:mm"));
        for (const int day : {-1, 0, 1}) {
            const Timestamp begin = timestampOf(QDateTime(today.addDays(day), begins, zone));
            if (begin <= time)
                from = std::max(from.value_or(begin), begin);
            else
                to = std::min(to.value_or(begin), begin);
        }
    }
    return from && to ? std::optional(TimeRange {*from, *to}) : std::nullopt;
}

TimeRange shiftOrDay(Timestamp time, const QTimeZone &zone, const std::vector<std::string> &shifts)
{
    constexpr const char *kMidnight = "00:00";
    const std::optional<TimeRange> shift = shiftAt(time, zone, shifts);
    return shift ? *shift : shiftAt(time, zone, {kMidnight}).value_or(TimeRange {time, time});
}

} // namespace telltale
