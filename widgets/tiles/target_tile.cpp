#include "widgets/tiles/target_tile.h"

#include "widgets/common/theme.h"

#include "models/value_text.h"

#include <QPainter>

#include <cmath>

namespace telltale {
namespace {

constexpr int kBarTop = 7; ///< below the curve
constexpr int kBarHeight = 4;
constexpr int kMeaningDown = 8;
constexpr double kFull = 1.25; ///< of the target: where the bar ends

void paintBar(QPainter &painter, const QRect &bar, double value, double target)
{
    const Theme &theme = Theme::instance();
    const double full = kFull * std::max(std::fabs(target), 1e-12);
    const double share = std::clamp(value / full, 0.0, 1.0);
    painter.fillRect(bar, theme.color(Theme::Role::Line));
    painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()),
                     theme.color(Theme::Role::Second));
    const double at = bar.left() + bar.width() * std::clamp(target / full, 0.0, 1.0);
    painter.fillRect(QRectF(at - 1, bar.top() - 3, 2, bar.height() + 6),
                     theme.color(Theme::Role::Text));
}

} // namespace

QString TargetTile::liveMeaning() const
{
    const double target = data().target.value_or(0.0);
    return tr("Target %1%2 · %3")
        .arg(numberText(target, data().info.decimals, numbers()), spacedUnit(),
             changeText(data().beyondTarget(), data().sample, data().info, numbers()));
}

int TargetTile::paintGraph(QPainter &painter, const QRect &graph) const
{
    ValueTile::paintGraph(painter, graph);
    if (!isLive())
        return 0;
    const Theme &theme = Theme::instance();
    const QRect bar(graph.left(), graph.bottom() + 1 + theme.measure(kBarTop), graph.width(),
                    kBarHeight);
    paintBar(painter, bar, data().sample.value, data().target.value_or(0.0));
    return theme.measure(kMeaningDown);
}

} // namespace telltale
