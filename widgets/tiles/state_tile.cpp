#include "widgets/tiles/state_tile.h"

#include "widgets/common/theme.h"

#include "models/state_curve.h"
#include "models/value_text.h"

#include <QPainter>

namespace telltale {
namespace {

constexpr int kStripHeight = 10;

} // namespace

bool StateTile::isOnOff() const
{
    return data().sample.flags.kind() == SampleFlags::Kind::Boolean;
}

/// A text is the machine's own word, and marked as such.
QStringList StateTile::valueForms() const
{
    const QStringList forms = Tile::valueForms();
    if (!data().hasValue() || data().sample.quality.isBad())
        return forms;
    if (isOnOff())
        return {data().sample.value != 0.0 ? tr("On", "a machine") : tr("Off", "a machine")};
    return data().isNumber() ? forms : QStringList(numbers().quoteString(forms.front()));
}

QString StateTile::wholeWords() const
{
    return isOnOff() ? valueWords() : Tile::wholeWords();
}

QString StateTile::liveMeaning() const
{
    if (!isOnOff())
        return tr("Said %1").arg(clockText(data().sample.time));
    const std::optional<int> percent = percentOn(statesOf(data().spark));
    return percent ? tr("On for %1 % of the time shown").arg(*percent)
                   : tr("Said %1").arg(clockText(data().sample.time));
}

int StateTile::paintGraph(QPainter &painter, const QRect &graph) const
{
    if (!isOnOff())
        return 0;
    const Theme &theme = Theme::instance();
    const int high = theme.measure(kStripHeight);
    const QRectF strip(graph.left(), graph.center().y() - high / 2.0, graph.width(), high);
    const double step = strip.width() / Sparkline::kColumns;
    QRectF cell(strip.left(), strip.top(), step + 0.5, high);
    for (const std::optional<bool> &isOn : statesOf(data().spark)) {
        if (isOn)
            painter.fillRect(cell, *isOn ? theme.trace(0) : theme.color(Theme::Role::Band));
        cell.translate(step, 0);
    }
    return 0;
}

} // namespace telltale
