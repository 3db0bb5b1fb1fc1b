#include "widgets/alarms/verdict_delegate.h"

#include "widgets/common/theme.h"
#include "widgets/common/verdict_marker.h"

#include "models/key_figure_model.h"

#include <optional>

namespace telltale {
namespace {

constexpr int kMarkerSize = 12;
constexpr int kMarkerGap = 6;

std::optional<FigureVerdict> verdictOf(const QModelIndex &index)
{
    const QVariant verdict = index.data(KeyFigureModel::VerdictRole);
    return verdict.isValid() ? std::optional(static_cast<FigureVerdict>(verdict.toInt()))
                             : std::nullopt;
}

} // namespace

int VerdictDelegate::paintLead(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const std::optional<FigureVerdict> verdict = verdictOf(index);
    const bool isWord = index.column() == KeyFigureModel::VerdictColumn;
    const bool isWrong = verdict == FigureVerdict::Off || verdict == FigureVerdict::Act;
    if (!verdict || (!isWord && !isWrong))
        return 0;
    const Theme &theme = Theme::instance();
    const int size = theme.measure(kMarkerSize);
    paintVerdictMarker(painter, QRectF(cell.left(), cell.center().y() - size / 2.0, size, size),
                       *verdict);
    return size + theme.measure(kMarkerGap);
}

bool VerdictDelegate::isStrong(const QModelIndex &index) const
{
    return verdictOf(index) == FigureVerdict::Act;
}

} // namespace telltale
