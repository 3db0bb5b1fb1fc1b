#include "models/axis_scale.h"

#include "models/value_text.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace telltale {
namespace {

constexpr double kLeastFilled = 1.0 / 3.0;
constexpr double kLeastSpan = 1e-3; // of the values,
constexpr double kFlatSpan = 0.1; // and where they are all the same
constexpr double kLeastPercent = 2.0; ///< span of an axis
constexpr double kWholePercent = 100.0;
constexpr double kMost = std::numeric_limits<double>::max();
constexpr double kLeastStep = 1e-300;
constexpr double kMostStep = 1e308;
constexpr double kFarOutside = 1e6; ///< heights of an axis
constexpr double kRounding = 1e-9; ///< of a step
constexpr int kMostTicks = 100;
constexpr int kMostDecimals = 9;
constexpr qsizetype kLongLabel = 9; ///< characters; longer ones rather as powers of ten
constexpr int kMostDays = 400; ///< walked through in steps below a day
constexpr qint64 kSecond = 1000;
constexpr qint64 kHour = 3600 * kSecond;
constexpr qint64 kDay = 24 * kHour;
/// Steps below a day, ms.
constexpr std::array<qint64, 22> kSteps {1,
                                         2,
                                         5,
                                         10,
                                         20,
                                         50,
                                         100,
                                         200,
                                         500,
                                         kSecond,
                                         2 * kSecond,
                                         5 * kSecond,
                                         10 * kSecond,
                                         30 * kSecond,
                                         60 * kSecond,
                                         120 * kSecond,
                                         300 * kSecond,
                                         600 * kSecond,
                                         1800 * kSecond,
                                         kHour,
                                         3 * kHour,
                                         6 * kHour};

double roundStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * 0.999)
            return factor * power;
    }
    return 10.0 * power;
}

/// Of an axis with so many steps, and at least two.
double stepOf(double low, double high, int steps)
{
    const double count = std::max(2, steps);
    return std::min(roundStep(std::max(high / count - low / count, kLeastStep)), kMostStep);
}

/// A line that is flat, or so nearly, lies in the middle of its chart, but for zero.
void widen(double &low, double &high)
{
    const double size = std::max(std::fabs(low), std::fabs(high));
    if (size == 0.0) {
        high = 1.0;
        return;
    }
    const double least = size * (high > low ? kLeastSpan : kFlatSpan);
    const double missing = std::max(0.0, least - (high - low));
    low = std::max(low - missing / 2, -kMost);
    high = std::min(high + missing / 2, kMost);
}

int decimalsOf(double step)
{
    return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - kRounding)), 0, kMostDecimals);
}

/// Of ten, in its first digit.
int powerOf(double value)
{
    return static_cast<int>(std::floor(std::log10(std::fabs(value)) + kRounding));
}

qsizetype longest(const QStringList &texts)
{
    qsizetype most = 0;
    for (const QString &text : texts)
        most = std::max(most, text.size());
    return most;
}

qint64 milliseconds(Timestamp time)
{
    return static_cast<qint64>(std::floor(static_cast<double>(toMicroseconds(time)) / 1000.0));
}

bool comesTwice(qint64 at, const QTime &time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at - kHour, zone).time() == time
        || QDateTime::fromMSecsSinceEpoch(at + kHour, zone).time() == time;
}

QString labelOf(qint64 at, qint64 step, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, zone);
    if (local.time() == QTime(0, 0) && step >= 60 * kSecond)
        return locale.toString(local.date(), QStringLiteral("dd MMM"));
    QString label = local.toString(step < kSecond            ? QStringLiteral("HH:mm:ss.zzz")
                                       : step < 60 * kSecond ? QStringLiteral("HH:mm:ss")
                                                             : QStringLiteral("HH:mm"));
    if (comesTwice(at, local.time(), zone))
        label += QLatin1Char(' ') + zone.abbreviation(local);
    return label;
}

/// Marks on multiples of a step of at most half a day, by the clock on the wall: on days of 23 and
/// 25 hours they stand at the same hours as on others.
std::vector<TimeTick> ticksWithinDays(TimeRange range, qint64 step, const QTimeZone &zone,
                                      const QLocale &locale)
{
    std::vector<TimeTick> ticks;
    const qint64 begin = milliseconds(range.from);
    const qint64 end = milliseconds(range.to);
    const qint64 stride = std::min(step, kHour);
    QDate date = QDateTime::fromMSecsSinceEpoch(begin, zone).date();
    for (int days = 0; days < kMostDays; ++days, date = date.addDays(1)) {
        const qint64 midnight = date.startOfDay(zone).toMSecsSinceEpoch();
        const qint64 next = date.addDays(1).startOfDay(zone).toMSecsSinceEpoch();
        const qint64 gone = std::max<qint64>(0, begin - midnight);
        for (qint64 at = midnight + (gone + stride - 1) / stride * stride; at < std::min(next, end);
             at += stride) {
            const QTime time = QDateTime::fromMSecsSinceEpoch(at, zone).time();
            if (step <= kHour || time.msecsSinceStartOfDay() % step == 0)
                ticks.push_back(
                    {timestampFromMicroseconds(at * 1000), labelOf(at, step, zone, locale)});
        }
        if (next >= end)
            break;
    }
    return ticks;
}

std::vector<TimeTick> ticksOfDays(TimeRange range, int count, const QTimeZone &zone,
                                  const QLocale &locale)
{
    const qint64 days
        = std::max<qint64>(1, (milliseconds(range.to) - milliseconds(range.from)) / kDay);
    const qint64 step
        = static_cast<qint64>(roundStep(static_cast<double>(days) / std::max(1, count)));
    std::vector<TimeTick> ticks;
    QDate date = QDateTime::fromMSecsSinceEpoch(milliseconds(range.from), zone).date();
    date = date.addDays((step - date.toJulianDay() % step) % step);
    for (; date.startOfDay(zone).toMSecsSinceEpoch() < milliseconds(range.to);
         date = date.addDays(std::max<qint64>(1, step))) {
        const qint64 at = date.startOfDay(zone).toMSecsSinceEpoch();
        if (at >= milliseconds(range.from))
            ticks.push_back(
                {timestampFromMicroseconds(at * 1000),
                 locale.toString(
                     date, days > 300 ? QStringLiteral("dd MMM yyyy") : QStringLiteral("dd MMM"))});
    }
    return ticks;
}

} // namespace

std::vector<double> AxisScale::ticks() const
{
    std::vector<double> values;
    const double first = std::ceil(low / step - kRounding);
    for (int i = 0; i < kMostTicks; ++i) {
        const double value = (first + i) * step;
        if (value - kRounding * step > high)
            break;
        values.push_back(std::fabs(value) < kRounding * step ? 0.0 : value);
    }
    return values;
}

double AxisScale::partOf(double value) const
{
    const double size = std::isfinite(high - low) ? 1.0 : 0.5;
    const double part = (value * size - low * size) / (high * size - low * size);
    return std::clamp(part, -kFarOutside, kFarOutside);
}

double AxisScale::valueAt(double part) const
{
    return std::lerp(low, high, part);
}

QStringList AxisScale::labels(const QLocale &locale) const
{
    if (isOnOff)
        return {QCoreApplication::translate("ValueText", "off"),
                QCoreApplication::translate("ValueText", "on")};
    const std::vector<double> values = ticks();
    QStringList full;
    QStringList powers;
    const int least = powerOf(step);
    for (const double value : values) {
        full << numberText(value, decimals, locale);
        powers << (value == 0.0 ? full.back()
                                : shortNumberText(value, powerOf(value) - least + 1, locale));
    }
    const bool isLost = step < std::pow(10.0, -kMostDecimals);
    const bool isShorter = longest(full) > kLongLabel && longest(powers) < longest(full);
    return isLost || isShorter ? powers : full;
}

AxisScale fitScale(double low, double high, int ticks, const AxisScale *previous)
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        return previous ? *previous : AxisScale {};
    const bool isInside = previous && low >= previous->low && high <= previous->high;
    if (isInside && (high - low >= kLeastFilled * (previous->high - previous->low)))
        return *previous;
    widen(low, high);
    AxisScale scale;
    scale.step = stepOf(low, high, ticks);
    scale.low = std::max(std::floor(low / scale.step + kRounding) * scale.step, -kMost);
    scale.high = std::min(std::ceil(high / scale.step - kRounding) * scale.step, kMost);
    if (scale.high <= scale.low)
        scale.high = scale.low + scale.step;
    scale.decimals = decimalsOf(scale.step);
    return scale;
}

/// To both sides, but not beyond the whole where no value lies there.
void widenPercent(double &low, double &high)
{
    const double missing = kLeastPercent - (high - low);
    if (!(missing > 0.0))
        return;
    const bool isPart = high <= kWholePercent;
    high += missing / 2;
    if (isPart)
        high = std::min(high, kWholePercent);
    low = high - kLeastPercent;
}

AxisScale exactScale(double low, double high, int ticks)
{
    if (!std::isfinite(low) || !std::isfinite(high) || low >= high)
        return {};
    AxisScale scale;
    scale.low = low;
    scale.high = high;
    scale.step = stepOf(low, high, ticks);
    scale.decimals = decimalsOf(scale.step);
    return scale;
}

AxisScale onOffScale()
{
    return {0.0, 1.0, 1.0, 0, true};
}

std::vector<TimeTick> timeTicks(TimeRange range, int count, const QTimeZone &zone,
                                const QLocale &locale)
{
    if (range.to <= range.from || count < 1)
        return {};
    const qint64 rough
        = std::max<qint64>(1, (milliseconds(range.to) - milliseconds(range.from)) / count);
    for (const qint64 step : kSteps) {
        if (step >= rough)
            return ticksWithinDays(range, step, zone, locale);
    }
    if (rough <= 12 * kHour)
        return ticksWithinDays(range, 12 * kHour, zone, locale);
    return ticksOfDays(range, count, zone, locale);
}

} // namespace telltale
