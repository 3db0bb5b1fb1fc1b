#include "widgets/common/wrap_delegate.h"

#include "widgets/common/theme.h"

#include "models/value_text.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>
#include <QToolTip>

#include <algorithm>

namespace telltale {
namespace {

constexpr int kSteps = 8; ///< of a line: how well cut words fill their lines
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

WrapDelegate::WrapDelegate(QObject *parent, int mostLines)
    : RowDelegate(parent)
    , m_mostLines(mostLines)
{ }

/// What is far too long is not laid out for that.
bool WrapDelegate::isTooLong(const QString &text, const QFont &font, const QTextOption &option,
                             int width) const
{
    return m_mostLines > 0
        && (QFontMetricsF(font).horizontalAdvance(text) > m_mostLines * width
            || linesOf(text, font, option, width) > m_mostLines);
}

/// Lines break where words end, which takes some of their room.
QString WrapDelegate::fitted(const QString &text, const QFont &font, const QTextOption &option,
                             int width) const
{
    if (!isTooLong(text, font, option, width))
        return text;
    const QFontMetrics metrics(font);
    QString cut;
    for (int room = m_mostLines * width; room >= width; room -= std::max(1, width / kSteps)) {
        cut = metrics.elidedText(text, Qt::ElideMiddle, room);
        if (!isTooLong(cut, font, option, width))
            break;
    }
    return cut;
}

QSize WrapDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const QFont font = theme.font(isStrong(index) ? Theme::Type::Strong : Theme::Type::Text);
    const int width = std::max(1, option.rect.width() - 2 * theme.measure(kPadding));
    const QString text = wholeNumbers(index.data().toString());
    const int lines = isTooLong(text, font, wrapping(index), width)
        ? m_mostLines
        : linesOf(text, font, wrapping(index), width);
    const int more = lines - 1;
    return {option.rect.width(),
            theme.measure(Theme::kTableRow) + std::max(0, more) * QFontMetrics(font).lineSpacing()};
}

void WrapDelegate::paintText(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const QString whole = wholeNumbers(text(index, cell.width()));
    painter.drawText(QRectF(cell), fitted(whole, painter.font(), wrapping(index), cell.width()),
                     wrapping(index));
}

/// Of what is cut the whole text, even where its row has something else to tell.
bool WrapDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Theme &theme = Theme::instance();
    const QFont font = theme.font(isStrong(index) ? Theme::Type::Strong : Theme::Type::Text);
    const int width = std::max(1, option.rect.width() - 2 * theme.measure(kPadding));
    const QString text = index.data().toString();
    if (event->type() != QEvent::ToolTip
        || !isTooLong(wholeNumbers(text), font, wrapping(index), width))
        return RowDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), tooltipText(text), view);
    return true;
}

} // namespace telltale
