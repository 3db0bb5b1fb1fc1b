#include "widgets/tiles/state_tile.h"

#include "widgets/common/theme.h"

#include "models/value_text.h"

#include <QPainter>

namespace telltale {
namespace {

constexpr int kStripHeight = 10;

struct Share
{
    int known = 0;
    int on = 0;
};

/// Columns of the curve, the last value holding until the next one or a gap.
template <typename Visit> Share walk(const Sparkline &spark, Visit visit)
{
    Share share;
    int index = 0;
    std::optional<bool> isOn;
    for (const Sparkline::Column &column : spark.columns()) {
        if (column.isGap)
            isOn.reset();
        if (column.hasValue)
            isOn = column.last != 0.0;
        if (isOn) {
            ++share.known;
            share.on += *isOn ? 1 : 0;
            visit(index, *isOn);
        }
        ++index;
    }
    return share;
}

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
    const Share share = walk(data().spark, [](int, bool) {});
    if (share.known == 0)
        return tr("Said %1").arg(clockText(data().sample.time));
    return tr("On for %1 % of the time shown").arg(100 * share.on / share.known);
}

int StateTile::paintGraph(QPainter &painter, const QRect &graph) const
{
    if (!isOnOff())
        return 0;
    const Theme &theme = Theme::instance();
    const int high = theme.measure(kStripHeight);
    const QRectF strip(graph.left(), graph.center().y() - high / 2.0, graph.width(), high);
    const double step = strip.width() / Sparkline::kColumns;
    walk(data().spark, [&](int column, bool isOn) {
        const QRectF cell(strip.left() + column * step, strip.top(), step + 0.5, high);
        painter.fillRect(cell, isOn ? theme.trace(0) : theme.color(Theme::Role::Band));
    });
    return 0;
}

} // namespace telltale
