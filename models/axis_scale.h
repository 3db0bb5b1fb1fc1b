#pragma once

#include "data/telemetry/timestamp.h"

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <vector>

namespace telltale {

/// The value axis of a chart: ends on multiples of a 1-2-5 step as far as there are such numbers,
/// and does not jump about. It may span more than a double holds: ask it for places.
/// Unit    that of the values.
struct AxisScale
{
    double low = 0.0;
    double high = 1.0;
    double step = 0.2;
    int decimals = 1; ///< that the step needs
    bool isOnOff = false; ///< 0 and 1 of a two-valued tag: they read "off" and "on"

    std::vector<double> ticks() const;
    /// Where a value lies: 0 at `low`, 1 at `high`; far outside of them no further than that shows.
    double partOf(double value) const;
    double valueAt(double part) const; ///< the other way round
    /// What stands at the ticks, all in one manner: in full, or as powers of ten where that is long
    /// and they are shorter.
    QStringList labels(const QLocale &locale) const;
    bool operator==(const AxisScale &) const = default;
};

/// The scale for values from `low` to `high` with about `ticks` steps, at least two. What is always
/// zero stands on the lower end: most of it cannot be less. `previous` stays while the
/// values lie within it and fill at least a third of it.
AxisScale fitScale(double low, double high, int ticks, const AxisScale *previous = nullptr);

/// `low` to `high` of a percentage, widened so that hundredths of it make no mountains.
void widenPercent(double &low, double &high);

/// From exactly `low` to `high`, as somebody zoomed it, with about `ticks` round steps between.
AxisScale exactScale(double low, double high, int ticks);

/// The scale of tags that are on or off.
AxisScale onOffScale();

/// A mark on the time axis.
struct TimeTick
{
    Timestamp time;
    QString label;
};

/// At most about `count` marks in `range`, on round times of `zone`: days of 23 and 25 hours keep
/// their midnights, and the hour that comes twice is told apart by its zone's short name.
std::vector<TimeTick> timeTicks(TimeRange range, int count, const QTimeZone &zone,
                                const QLocale &locale = QLocale());

} // namespace telltale
