#include "widgets/trends/trend_view.h"

#include "widgets/common/error_words.h"

#include "models/gap_words.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/live_values.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

// What a TrendView reads out.

namespace telltale {
namespace {

constexpr std::chrono::minutes kShowSeconds {15}; ///< below, times have seconds

/// As other programs read it, in as few digits as give the same number again.
QString cell(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString line(const QStringList &cells)
{
    return cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

} // namespace

QString TrendView::rangeText() const
{
    const auto local = [this](Timestamp time) {
        return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, m_plant.zone);
    };
    const QDateTime from = local(m_window.range().from);
    const QDateTime to = local(m_window.range().to);
    const QDate today = m_isThen ? QDate() : local(m_plant.clock->now()).date();
    const bool isThisYear = from.date().year() == today.year() && to.date().year() == today.year();
    const QString time
        = m_window.span() < kShowSeconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm");
    QString day;
    if (!isThisYear)
        day = QStringLiteral("d MMM yyyy ");
    else if (from.date() != today || to.date() != today)
        day = QStringLiteral("d MMM ");
    return QStringLiteral("%1 – %2 %3")
        .arg(QLocale().toString(from, day + time),
             QLocale().toString(to, from.date() == to.date() ? time : day + time),
             m_plant.zone.abbreviation(to));
}

QString TrendView::troubleText() const
{
    const std::optional<Error> error = m_window.error();
    return error ? ErrorWords::sentence(*error) : m_trouble;
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
            values << (numberOf(trace, *value) + QLatin1Char(' ') + shownText(trace.info.unit))
                          .trimmed();
    }
    std::vector<const TrendTrace *> traces;
    for (const TrendTrace &trace : m_window.traces())
        traces.push_back(&trace);
    for (const HistoryGap &gap : gapsOf(traces)) {
        if (gap.range.from <= at && at < gap.range.to)
            values << gapWords(gap, m_window.range().to);
    }
    return timeText(at, m_plant.clock->now(), m_plant.zone) + QStringLiteral(": ")
        + values.join(QStringLiteral(" · "));
}

std::vector<HistoryGap> TrendView::gaps() const
{
    std::vector<std::vector<const TrendTrace *>> charts;
    for (const Chart &chart : m_charts) {
        charts.emplace_back();
        for (const std::size_t index : chart.traces)
            charts.back().push_back(&m_window.traces()[index]);
    }
    return gapsOfCharts(charts);
}

bool TrendView::isText(const TrendTrace &trace) const
{
    double low = 0.0;
    double high = 0.0;
    const LiveValues::Value newest = m_plant.live->value(trace.tag);
    return newest.sample.tag.isValid() && newest.sample.flags.kind() == SampleFlags::Kind::Text
        && !valueExtent(trace, m_window.range(), low, high);
}

bool TrendView::hasOnlyTexts() const
{
    return !m_charts.empty()
        && std::all_of(m_charts.begin(), m_charts.end(),
                       [](const Chart &chart) { return chart.isText; });
}

QString TrendView::textWords(const TrendTrace &trace) const
{
    const LiveValues::Value newest = m_plant.live->value(trace.tag);
    return tr("Texts are not drawn as a line. The newest, of %1:")
               .arg(timeText(newest.sample.time, m_plant.clock->now(), m_plant.zone))
        + QLatin1Char('\n') + valueText(newest.sample, trace.info, QLocale());
}

/// As the tiles have it.
QString TrendView::numberOf(const TrendTrace &trace, double value) const
{
    const int seen = m_plant.live->value(trace.tag).decimals;
    return numberText(value, shownDecimals(value, trace.info, seen), QLocale());
}

QString TrendView::figuresText(std::size_t trace) const
{
    const std::optional<TimeRange> between = cursors();
    if (!between)
        return {};
    const TrendTrace &one = m_window.traces()[trace];
    const TrendStatistics figures = statisticsOf(one, *between);
    if (figures.samples == 0)
        return tr("no samples between the cursors");
    const auto number = [this, &one](double value) { return numberOf(one, value); };
    return tr("Δ %1 · min %2 · max %3 · mean %4")
        .arg(number(figures.last - figures.first), number(figures.min), number(figures.max),
             number(figures.mean));
}

QString TrendView::copyText() const
{
    return cursors() ? copyFigures(*cursors()) : copyValues();
}

QString TrendView::copyFigures(TimeRange between) const
{
    QString text = tr("Tag\tUnit\tFirst\tLast\tDelta\tMin\tMax\tMean\tIntegral (h)\tSamples")
        + QLatin1Char('\n');
    for (const TrendTrace &trace : m_window.traces()) {
        const TrendStatistics figures = statisticsOf(trace, between);
        QStringList cells {QString::fromStdString(trace.info.path),
                           QString::fromStdString(trace.info.unit)};
        for (const double figure : {figures.first, figures.last, figures.last - figures.first,
                                    figures.min, figures.max, figures.mean, figures.integral})
            cells << (figures.samples > 0 ? cell(figure) : QString());
        text += line(cells << QString::number(figures.samples));
    }
    return text;
}

QString TrendView::copyValues() const
{
    const Timestamp at = m_mouse ? timeAt(*m_mouse) : m_window.range().to;
    const QString time = QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000, m_plant.zone)
                             .toString(Qt::ISODateWithMs);
    QString text = tr("Tag\tTime\tValue\tUnit") + QLatin1Char('\n');
    for (const TrendTrace &trace : m_window.traces()) {
        const std::optional<double> value = valueAtCursor(trace, at);
        QString shown = value ? cell(*value) : QString();
        if (isText(trace))
            shown = valueText(m_plant.live->value(trace.tag).sample, trace.info, QLocale());
        text += line({QString::fromStdString(trace.info.path), time, shown,
                      QString::fromStdString(trace.info.unit)});
    }
    return text;
}

} // namespace telltale
