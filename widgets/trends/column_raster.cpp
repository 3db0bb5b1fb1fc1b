#include "widgets/trends/column_raster.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace telltale {
namespace {

constexpr int kSlices = 8; ///< of a pixel column; up and down the cover is exact

/// What is covered on a vertical line.
struct Slice
{
    double top = std::numeric_limits<double>::infinity();
    double bottom = -std::numeric_limits<double>::infinity();
};

/// A round pen on its way along `points` covers one interval of the vertical line at `x`: the line
/// is connected, and so is what comes within reach of the pen. Its ends are at points or where an
/// edge of the stroke of a straight piece meets the vertical line.
Slice sliceOf(std::span<const QPointF> points, double x, double radius)
{
    Slice slice;
    for (std::size_t i = 0; i < points.size() && points[i].x() <= x + radius; ++i) {
        const QPointF &from = points[i];
        const double aside = from.x() - x;
        if (aside >= -radius) {
            const double reach = std::sqrt(radius * radius - aside * aside);
            slice.top = std::min(slice.top, from.y() - reach);
            slice.bottom = std::max(slice.bottom, from.y() + reach);
        }
        if (i + 1 == points.size() || points[i + 1].x() <= from.x())
            continue;
        const QPointF &to = points[i + 1];
        const double slope = (to.y() - from.y()) / (to.x() - from.x());
        const double steepness = std::sqrt(1.0 + slope * slope);
        const double shift = radius * slope / steepness;
        const double middle = from.y() - slope * aside;
        if (from.x() <= x - shift && x - shift <= to.x())
            slice.top = std::min(slice.top, middle - radius * steepness);
        if (from.x() <= x + shift && x + shift <= to.x())
            slice.bottom = std::max(slice.bottom, middle + radius * steepness);
    }
    return slice;
}

double sliceAt(int column, int slice)
{
    return column + (slice + 0.5) / kSlices;
}

QRgb mixed(QRgb under, QRgb over, unsigned int part256)
{
    const unsigned int rest = 256 - part256;
    const unsigned int redBlue
        = ((under & 0xFF00FFU) * rest + (over & 0xFF00FFU) * part256) >> 8U & 0xFF00FFU;
    const unsigned int green
        = ((under & 0x00FF00U) * rest + (over & 0x00FF00U) * part256) >> 8U & 0x00FF00U;
    return 0xFF000000U | redBlue | green;
}

} // namespace

ColumnRaster::ColumnRaster(QImage &image, const QRect &clip)
    : m_clip(clip.intersected(image.rect()))
    , m_pixels(image.bits())
    , m_stride(image.bytesPerLine())
    , m_edges(static_cast<std::size_t>(std::max(0, m_clip.height())) + 2)
    , m_top(m_clip.height())
    , m_bottom(-1)
{
    Q_ASSERT(image.format() == QImage::Format_RGB32);
}

void ColumnRaster::line(std::span<const QPointF> points, double width, const QColor &colour)
{
    if (points.empty())
        return;
    const double radius = width / 2.0;
    const double left = std::max<double>(m_clip.left(), points.front().x() - radius);
    const double right = std::min<double>(m_clip.right(), points.back().x() + radius);
    if (left > right)
        return;
    for (int column = static_cast<int>(std::floor(left)); column <= right; ++column) {
        for (int i = 0; i < kSlices; ++i) {
            const double x = sliceAt(column, i);
            while (points.size() > 1 && points[1].x() < x - radius)
                points = points.subspan(1);
            const Slice slice = sliceOf(points, x, radius);
            cover(slice.top, slice.bottom);
        }
        paintColumn(column, colour.rgb());
    }
}

void ColumnRaster::area(std::span<const QPointF> upper, std::span<const QPointF> lower,
                        const QColor &colour)
{
    if (upper.empty())
        return;
    const double left = std::max<double>(m_clip.left(), upper.front().x());
    const double right = std::min<double>(m_clip.right(), upper.back().x());
    if (left > right)
        return;
    for (int column = static_cast<int>(std::floor(left)); column <= right; ++column) {
        for (int i = 0; i < kSlices; ++i) {
            const double x = sliceAt(column, i);
            while (upper.size() > 1 && upper[1].x() < x) {
                upper = upper.subspan(1);
                lower = lower.subspan(1);
            }
            if (upper.size() < 2 || x < upper[0].x() || upper[1].x() <= upper[0].x())
                continue;
            const double part = (x - upper[0].x()) / (upper[1].x() - upper[0].x());
            cover(std::lerp(upper[0].y(), upper[1].y(), part),
                  std::lerp(lower[0].y(), lower[1].y(), part));
        }
        paintColumn(column, colour.rgb());
    }
}

/// Adds one slice of the column at hand.
void ColumnRaster::cover(double top, double bottom)
{
    const double begin = std::max<double>(top - m_clip.top(), 0.0);
    const double end = std::min<double>(bottom - m_clip.top(), m_clip.height());
    if (begin >= end)
        return;
    addEdge(begin, 1.0F / kSlices);
    addEdge(end, -1.0F / kSlices);
}

/// From `at` down, the column is covered by so much more; `at` counts from the top of the clip.
void ColumnRaster::addEdge(double at, float weight)
{
    const int row = static_cast<int>(at);
    const float part = static_cast<float>(at - row);
    m_edges[static_cast<std::size_t>(row)] += weight * (1.0F - part);
    m_edges[static_cast<std::size_t>(row) + 1] += weight * part;
    m_top = std::min(m_top, row);
    m_bottom = std::max(m_bottom, row + 1);
}

void ColumnRaster::paintColumn(int column, QRgb colour)
{
    float covered = 0.0F;
    uchar *pixel = m_pixels + (m_clip.top() + m_top) * m_stride
        + column * static_cast<qsizetype>(sizeof(QRgb));
    for (int row = m_top; row <= m_bottom; ++row, pixel += m_stride) {
        float &edge = m_edges[static_cast<std::size_t>(row)];
        covered += edge;
        edge = 0.0F;
        const int part256 = std::min(256, static_cast<int>(covered * 256.0F + 0.5F));
        if (part256 <= 0 || row >= m_clip.height())
            continue;
        auto &place = *reinterpret_cast<QRgb *>(pixel);
        place = mixed(place, colour, static_cast<unsigned int>(part256));
    }
    m_top = m_clip.height();
    m_bottom = -1;
}

} // namespace telltale
