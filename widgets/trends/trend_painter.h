#pragma once

#include "models/axis_scale.h"
#include "models/gap_words.h"
#include "models/trend_window.h"

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QFontMetricsF;
class QPainter;

namespace telltale {

class ColumnRaster;

/// The colours and fonts of a chart, so that window and paper can differ.
struct TrendLook
{
    QColor ground; ///< what the chart lies on
    QColor grid;
    QColor text;
    QColor second;
    QColor hatch;
    QFont axisFont;
    double lineWidth = 1.5;

    static TrendLook ofTheme();
};

/// A limit drawn across a chart: dashed, with its words at the right end.
struct TrendLimit
{
    double value = 0.0;
    QString label; ///< "high 85"
    int priority = 3;
};

/// A time an alarm was active: tinted, with a bar on top.
struct TrendBand
{
    TimeRange range;
    int priority = 3;
};

/// Draws one chart of a trend inside `plot`, without transparency, so that a window, an image and a
/// PDF get the same: vectors only, but traces on an image of Format_RGB32 go straight into its
/// pixels. Nothing is drawn outside of `plot` but axis labels.
class TrendPainter
{
public:
    TrendPainter(QPainter &painter, const QRectF &plot, TimeRange range, const AxisScale &scale,
                 const TrendLook &look);

    void bands(const std::vector<TrendBand> &bands);
    /// Hatches the gaps; their words, which stay within the plot, are drawn apart.
    void gaps(const std::vector<HistoryGap> &gaps);
    /// Where they hide none of `traces` and do not overlap; the longest gap first, those of devices
    /// last. Where only roll-ups of them are left, that has a line along the lower edge, too.
    void gapLabels(const std::vector<HistoryGap> &gaps,
                   const std::vector<const TrendTrace *> &traces);
    void grid(const std::vector<TimeTick> &ticks);
    void valueLabels();
    /// What the labels of `scale` take beside a plot.
    static double axisWidth(const AxisScale &scale, const QFontMetricsF &metrics);
    /// Those that have room: within `device`, half of them may stand beside the plot.
    void timeLabels(const std::vector<TimeTick> &ticks, const QRectF &device);
    /// Their words stand where they hide none of `traces`, if there is room for that.
    void limits(const std::vector<TrendLimit> &limits,
                const std::vector<const TrendTrace *> &traces);
    /// The stored part: envelope and mean where dense or all but a block of ink, every sample where
    /// sparse.
    void stored(const TrendTrace &trace, const QColor &colour);
    /// What came since, joined to the stored part.
    void live(const TrendTrace &trace, const QColor &colour, Timestamp now);

    double x(std::int64_t time) const;
    double y(double value) const;

private:
    struct Line;
    struct Envelope;
    struct Spot;
    struct Stretch;
    static std::vector<Stretch> stretchesOf(const std::vector<Spot> &spots);
    static bool isInk(const std::vector<Stretch> &stretches);
    QRectF areaOf(const TimeRange &range) const;
    void rollUpLabel(const TimeRange &range, const std::vector<const TrendTrace *> &traces,
                     std::vector<QRectF> &taken);
    std::optional<ColumnRaster> raster() const;
    std::vector<Spot> spotsOfColumns(const TrendTrace &trace) const;
    std::vector<Spot> spotsOfSamples(const TrendTrace &trace) const;
    std::int64_t stretchAt(std::int64_t time) const;
    void curve(const TrendTrace &trace, const std::vector<Spot> &spots, const QColor &colour);
    QRectF limitLabel(double at, const QString &words,
                      const std::vector<const TrendTrace *> &traces) const;
    bool isCrossed(const QRectF &area, const std::vector<const TrendTrace *> &traces) const;
    void fill(const Envelope &envelope, const QColor &colour);
    void draw(const Line &line, const QColor &colour);

    QPainter &m_painter;
    const QRectF m_plot;
    const TimeRange m_range;
    const AxisScale m_scale;
    const TrendLook m_look;
};

} // namespace telltale
