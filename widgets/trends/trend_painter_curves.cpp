#include "widgets/trends/trend_painter.h"

#include "widgets/common/theme.h"
#include "widgets/trends/column_raster.h"

#include <QImage>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <utility>

// How a TrendPainter draws what was measured.

namespace telltale {
namespace {

constexpr double kEnvelopePart = 0.2;
constexpr double kStretch = 8.0; ///< pixels of a plot that are drawn as one
constexpr double kMostTurns = 2.5; ///< what a line may go up and down, in heights of its stretches
constexpr std::size_t kNeighbours = 2; ///< of a stretch on either side: with it, a place
constexpr double kMostTurnsOfPlace = 5.0; ///< there alone
constexpr double kStraight = 1.05; ///< up or down, but not both: drawn as it is
constexpr double kLeastHeight = 6.0; ///< pixels: a line that hardly moves stays a line

/// The sum of the largest numbers is none.
double meanOf(const TrendRange::Column &column)
{
    const double mean = column.sum / column.count;
    return std::isfinite(mean) ? mean : std::midpoint(column.min, column.max);
}

} // namespace

/// Points of one unbroken piece of a line; a break begins a new piece.
struct TrendPainter::Line
{
    explicit Line(bool step)
        : isStep(step)
    { }
    bool isStep;
    std::vector<QPolygonF> pieces;
    bool isBroken = true;

    void add(double x, double y)
    {
        if (isBroken)
            pieces.emplace_back();
        QPolygonF &piece = pieces.back();
        if (isStep && !isBroken)
            piece << QPointF(x, piece.last().y());
        piece << QPointF(x, y);
        isBroken = false;
    }
    void breakHere() { isBroken = true; }
};

/// The area between the lowest and the highest of neighbouring columns.
struct TrendPainter::Envelope
{
    QPolygonF upper;
    QPolygonF lower;

    void add(double middle, double half, double highest, double lowest)
    {
        if (upper.isEmpty()) {
            upper << QPointF(middle - half, highest);
            lower << QPointF(middle - half, lowest);
        }
        upper << QPointF(middle + half, highest);
        lower << QPointF(middle + half, lowest);
    }
};

/// A sample, or the samples of a column, where they are drawn.
struct TrendPainter::Spot
{
    std::int64_t stretch = 0;
    double x = 0.0;
    double y = 0.0; ///< of the mean
    double top = 0.0;
    double bottom = 0.0;
    double weight = 1.0; ///< samples
    bool isBroken = false; ///< the line does not come here from the one before
};

/// Spots next to one another.
struct TrendPainter::Stretch
{
    std::size_t begin = 0;
    std::size_t end = 0;
    double mean = 0.0; ///< pixels, as all of these
    double top = 0.0;
    double bottom = 0.0;
    double height = 0.0; ///< from the highest to the lowest mean of a spot
    double travel = 0.0; ///< up and down from mean to mean
    bool isBusy = false; ///< drawn as an envelope and a mean

    static Stretch of(const std::vector<Spot> &spots, std::size_t begin, std::size_t end)
    {
        Stretch stretch {begin, end, 0.0, spots[begin].top, spots[begin].bottom};
        double highest = spots[begin].y;
        double lowest = highest;
        double weight = 0.0;
        for (std::size_t i = begin; i < end; ++i) {
            const Spot &spot = spots[i];
            weight += spot.weight;
            stretch.mean += (spot.y - stretch.mean) * spot.weight / weight;
            stretch.top = std::min(stretch.top, spot.top);
            stretch.bottom = std::max(stretch.bottom, spot.bottom);
            highest = std::min(highest, spot.y);
            lowest = std::max(lowest, spot.y);
            stretch.travel += i == begin ? 0.0 : std::fabs(spot.y - spots[i - 1].y);
        }
        stretch.height = lowest - highest;
        return stretch;
    }
};

std::vector<TrendPainter::Stretch> TrendPainter::stretchesOf(const std::vector<Spot> &spots)
{
    std::vector<Stretch> stretches;
    for (std::size_t begin = 0; begin < spots.size();) {
        std::size_t end = begin + 1;
        while (end < spots.size() && spots[end].stretch == spots[begin].stretch
               && !spots[end].isBroken)
            ++end;
        stretches.push_back(Stretch::of(spots, begin, end));
        begin = end;
    }
    if (!isInk(stretches))
        return stretches;
    for (Stretch &stretch : stretches)
        stretch.isBusy = stretch.travel > kStraight * stretch.height;
    return stretches;
}

/// All of it is judged as one, so that a curve has one look: noise would else be drawn as samples
/// here and as an envelope there, by chance. Nor may a single place be nothing but ink.
bool TrendPainter::isInk(const std::vector<Stretch> &stretches)
{
    double travel = 0.0;
    double height = 0.0;
    for (const Stretch &stretch : stretches) {
        const bool isMoving = stretch.height > kLeastHeight;
        travel += isMoving ? stretch.travel : 0.0;
        height += isMoving ? stretch.height : 0.0;
    }
    if (travel > kMostTurns * height)
        return true;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const std::size_t first = i - std::min(i, kNeighbours);
        const std::size_t last = std::min(i + kNeighbours, stretches.size() - 1);
        travel = height = 0.0;
        for (std::size_t near = first; near <= last; ++near) {
            travel += stretches[near].travel;
            height += stretches[near].height;
        }
        if (travel > kMostTurnsOfPlace * height
            && height > kLeastHeight * static_cast<double>(last - first + 1))
            return true;
    }
    return false;
}

void TrendPainter::stored(const TrendTrace &trace, const QColor &colour)
{
    m_painter.save();
    m_painter.setClipRect(m_plot.adjusted(0.0, -1.0, 0.0, 1.0), Qt::IntersectClip);
    curve(trace, trace.data.isDense() ? spotsOfColumns(trace) : spotsOfSamples(trace), colour);
    m_painter.restore();
}

std::vector<TrendPainter::Spot> TrendPainter::spotsOfColumns(const TrendTrace &trace) const
{
    const TrendJoins joins(trace);
    std::vector<Spot> spots;
    bool isBroken = true;
    std::int64_t before = 0;
    for (const TrendRange::Column &column : trace.data.columns) {
        isBroken = isBroken || (column.bad > 0 && column.count == 0);
        if (column.count == 0)
            continue;
        isBroken = isBroken || !joins.isJoined(before, column.firstTime);
        const std::int64_t time = column.firstTime + (column.lastTime - column.firstTime) / 2;
        spots.push_back({stretchAt(time), x(time), y(meanOf(column)), y(column.max), y(column.min),
                         static_cast<double>(column.count), std::exchange(isBroken, false)});
        before = column.lastTime;
    }
    return spots;
}

std::vector<TrendPainter::Spot> TrendPainter::spotsOfSamples(const TrendTrace &trace) const
{
    const TrendJoins joins(trace);
    std::vector<Spot> spots;
    bool isBroken = true;
    std::int64_t before = 0;
    const auto add = [&](const Sample &sample) {
        const std::int64_t time = toMicroseconds(sample.time);
        isBroken = isBroken || !isDrawn(sample) || (before != 0 && !joins.isJoined(before, time));
        if (isDrawn(sample)) {
            const double at = y(sample.value);
            spots.push_back(
                {stretchAt(time), x(time), at, at, at, 1.0, std::exchange(isBroken, false)});
        }
        before = time;
    };
    if (trace.data.before)
        add(*trace.data.before);
    for (const Sample &sample : trace.data.samples)
        add(sample);
    return spots;
}

/// Which of the stretches of equal length, counted from 1970, so that they stay as time moves on.
std::int64_t TrendPainter::stretchAt(std::int64_t time) const
{
    const double length = static_cast<double>((m_range.to - m_range.from).count()) * kStretch
        / std::max(1.0, m_plot.width());
    return static_cast<std::int64_t>(std::floor(static_cast<double>(time) / length));
}

/// Envelope from the lowest to the highest of each column, the mean on top. Where the line would go
/// up and down so often that nothing but ink is left, those of whole stretches.
void TrendPainter::curve(const TrendTrace &trace, const std::vector<Spot> &spots,
                         const QColor &colour)
{
    Line line(trace.isStep);
    Envelope envelope;
    const bool isDense = trace.data.isDense();
    const double half = isDense
        ? m_plot.width() / std::max(2.0, 2.0 * static_cast<double>(trace.data.columns.size()))
        : 0.5;
    const QColor tint = mixed(m_look.ground, colour, kEnvelopePart);
    for (const Stretch &stretch : stretchesOf(spots)) {
        if (spots[stretch.begin].isBroken)
            line.breakHere();
        if (line.isBroken || (!isDense && !stretch.isBusy))
            fill(std::exchange(envelope, {}), tint);
        if (stretch.isBusy) {
            const double left = spots[stretch.begin].x;
            const double right = spots[stretch.end - 1].x;
            envelope.add((left + right) / 2, (right - left) / 2 + half, stretch.top,
                         stretch.bottom);
            if (trace.isStep)
                line.add(left, stretch.mean);
            line.add(trace.isStep ? right : (left + right) / 2, stretch.mean);
            continue;
        }
        for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
            if (isDense)
                envelope.add(spots[i].x, half, spots[i].top, spots[i].bottom);
            line.add(spots[i].x, spots[i].y);
        }
    }
    fill(envelope, tint);
    draw(line, colour);
}

void TrendPainter::live(const TrendTrace &trace, const QColor &colour, Timestamp now)
{
    m_painter.save();
    m_painter.setClipRect(m_plot.adjusted(0.0, -1.0, 0.0, 1.0), Qt::IntersectClip);
    const TrendJoins joins(trace);
    Line line(trace.isStep);
    std::int64_t last = 0;
    for (auto column = trace.data.columns.rbegin();
         column != trace.data.columns.rend() && line.pieces.empty(); ++column) {
        if (column->count > 0)
            line.add(x(last = column->lastTime), y(column->last));
    }
    if (!trace.data.samples.empty() && isDrawn(trace.data.samples.back()))
        line.add(x(last = toMicroseconds(trace.data.samples.back().time)),
                 y(trace.data.samples.back().value));
    for (const Sample &sample : trace.live) {
        const std::int64_t time = toMicroseconds(sample.time);
        if (!isDrawn(sample) || (last != 0 && !joins.isJoined(last, time)))
            line.breakHere();
        if (isDrawn(sample))
            line.add(x(time), y(sample.value));
        last = time;
    }
    // A value that holds until it changes is known up to now.
    if (trace.isStep && !line.pieces.empty() && !line.isBroken)
        line.add(x(toMicroseconds(heldUntil(trace, last, now))), line.pieces.back().last().y());
    draw(line, colour);
    m_painter.restore();
}

/// For the pixels of an image; none if it is paper that is drawn on.
std::optional<ColumnRaster> TrendPainter::raster() const
{
    auto *image = dynamic_cast<QImage *>(m_painter.device());
    if (!image || image->format() != QImage::Format_RGB32)
        return std::nullopt;
    const QRectF clip = m_painter.deviceTransform().mapRect(m_painter.clipBoundingRect());
    return ColumnRaster(*image, clip.toRect());
}

void TrendPainter::fill(const Envelope &envelope, const QColor &colour)
{
    if (std::optional<ColumnRaster> pixels = raster()) {
        const QPolygonF upper = m_painter.deviceTransform().map(envelope.upper);
        const QPolygonF lower = m_painter.deviceTransform().map(envelope.lower);
        return pixels->area({upper.cbegin(), upper.cend()}, {lower.cbegin(), lower.cend()}, colour);
    }
    QPolygonF outline = envelope.upper;
    std::copy(envelope.lower.rbegin(), envelope.lower.rend(), std::back_inserter(outline));
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawPolygon(outline);
    m_painter.setBrush(Qt::NoBrush);
}

void TrendPainter::draw(const Line &line, const QColor &colour)
{
    if (std::optional<ColumnRaster> pixels = raster()) {
        const double width = m_look.lineWidth * m_painter.deviceTransform().m11();
        for (const QPolygonF &piece : line.pieces) {
            const QPolygonF points = m_painter.deviceTransform().map(piece);
            pixels->line({points.cbegin(), points.cend()}, width, colour);
        }
        return;
    }
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(colour, m_look.lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF &piece : line.pieces) {
        if (piece.size() == 1)
            m_painter.drawPoint(piece.first());
        else
            m_painter.drawPolyline(piece);
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace telltale
