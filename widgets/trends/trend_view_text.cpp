#include "widgets/trends/trend_view.h"

#include "widgets/common/error_words.h"

#include "models/value_text.h"

#include "data/telemetry/clock.h"

#include <QDateTime>
#include <QLocale>

// What a TrendView reads out.

namespace telltale {
namespace {

constexpr std::chrono::minutes kShowSeconds {15}; ///< below, times have seconds

} // namespace

QString TrendView::rangeText() const
{
    const auto local = [this](Timestamp time) {
        return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, m_plant.zone);
    };
    const QDateTime from = local(m_window.range().from);
    const QDateTime to = local(m_window.range().to);
    const bool isToday
        = from.date() == to.date() && to.date() == local(m_plant.clock->now()).date();
    QString format
        = m_window.span() < kShowSeconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm");
    if (!isToday)
        format.prepend(QStringLiteral("d MMM "));
    return QStringLiteral("%1 – %2 %3")
        .arg(QLocale().toString(from, format), QLocale().toString(to, format),
             m_plant.zone.abbreviation(to));
}

QString TrendView::troubleText() const
{
    const std::optional<Error> error = m_window.error();
    return error ? ErrorWords::sentence(*error) : QString();
}

QString TrendView::crosshairText() const
{
    if (!m_mouse || m_charts.empty())
        return {};
    const Timestamp at = timeAt(*m_mouse);
    QStringList values;
    for (const TrendTrace &trace : m_window.traces()) {
        const std::optional<double> value = valueAtCursor(trace, at);
        if (value)
            values << (numberText(*value, trace.info.decimals, QLocale()) + QLatin1Char(' ')
                       + shownText(trace.info.unit))
                          .trimmed();
    }
    return timeText(at, m_window.range().to, m_plant.zone) + QStringLiteral(": ")
        + values.join(QStringLiteral(" · "));
}

QString TrendView::copyText() const
{
    QString text;
    const auto cell = [](double value) { return QString::number(value, 'g', 17); };
    if (const std::optional<TimeRange> between = cursors()) {
        text = tr("Tag\tUnit\tFirst\tLast\tMin\tMax\tMean\tIntegral (h)\tSamples")
            + QLatin1Char('\n');
        for (const TrendTrace &trace : m_window.traces()) {
            const TrendStatistics figures = statisticsOf(trace, *between);
            text += QStringList {QString::fromStdString(trace.info.path),
                                 QString::fromStdString(trace.info.unit),
                                 cell(figures.first),
                                 cell(figures.last),
                                 cell(figures.min),
                                 cell(figures.max),
                                 cell(figures.mean),
                                 cell(figures.integral),
                                 QString::number(figures.samples)}
                        .join(QLatin1Char('\t'))
                + QLatin1Char('\n');
        }
        return text;
    }
    const Timestamp at = m_mouse ? timeAt(*m_mouse) : m_window.range().to;
    text = tr("Tag\tTime\tValue\tUnit") + QLatin1Char('\n');
    for (const TrendTrace &trace : m_window.traces()) {
        const std::optional<double> value = valueAtCursor(trace, at);
        const QString time = QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000, m_plant.zone)
                                 .toString(Qt::ISODateWithMs);
        text += QStringList {QString::fromStdString(trace.info.path), time,
                             value ? cell(*value) : QString(),
                             QString::fromStdString(trace.info.unit)}
                    .join(QLatin1Char('\t'))
            + QLatin1Char('\n');
    }
    return text;
}

} // namespace telltale
