#include "widgets/common/wrap_delegate.h"

#include "widgets/common/theme.h"

#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>

namespace telltale {
namespace {

const QChar kThinSpace(0x2009);
const QChar kThinSpaceThatHolds(0x202F);

/// Paths have no spaces: they break where they must.
QTextOption wrapping(const QModelIndex &index)
{
    QTextOption option(Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

int linesOf(const QString &text, const QFont &font, const QTextOption &option, int width)
{
    if (QFontMetricsF(font).horizontalAdvance(text) < width)
        return 1;
    QTextLayout layout(text, font);
    layout.setTextOption(option);
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        ++lines;
    }
    layout.endLayout();
    return lines;
}

/// A number is not broken at the thin spaces of its thousands.
QString wholeNumbers(QString text)
{
    return text.replace(kThinSpace, kThinSpaceThatHolds);
}

} // namespace

QSize WrapDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const QFont font = theme.font(isStrong(index) ? Theme::Type::Strong : Theme::Type::Text);
    const int width = std::max(1, option.rect.width() - 2 * theme.measure(kPadding));
    const int more
        = linesOf(wholeNumbers(index.data().toString()), font, wrapping(index), width) - 1;
    return {option.rect.width(),
            theme.measure(Theme::kTableRow) + std::max(0, more) * QFontMetrics(font).lineSpacing()};
}

void WrapDelegate::paintText(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    painter.drawText(QRectF(cell), wholeNumbers(text(index, cell.width())), wrapping(index));
}

} // namespace telltale
