#include "widgets/common/row_delegate.h"

#include "widgets/common/theme.h"

#include "models/row_table_model.h"
#include "models/value_text.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace telltale {

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const QRect cell = option.rect;
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(cell, theme.color(Theme::Role::Selection));
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1),
                      theme.color(Theme::Role::Grid));
    const int padding = theme.measure(kPadding);
    QRect inner = cell.adjusted(padding, 0, -padding, -1);
    const int lead = paintLead(*painter, inner, index);
    inner.setLeft(inner.left() + lead);
    painter->setFont(theme.font(isStrong(index) ? Theme::Type::Strong : Theme::Type::Text));
    painter->setPen(theme.color(isQuiet(index) ? Theme::Role::Second : Theme::Role::Text));
    paintText(*painter, inner, index);
    painter->restore();
}

void RowDelegate::paintText(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const QString shown
        = painter.fontMetrics().elidedText(text(index, cell.width()), Qt::ElideRight, cell.width());
    const int alignment = index.data(Qt::TextAlignmentRole).toInt();
    painter.drawText(cell, alignment | Qt::TextSingleLine, shown);
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                            const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const int room = option.rect.width() - 2 * Theme::instance().measure(kPadding);
    const QFontMetrics metrics(Theme::instance().font(Theme::Type::Strong));
    if (event->type() != QEvent::ToolTip || index.data(Qt::ToolTipRole).isValid()
        || metrics.horizontalAdvance(text) <= room)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), tooltipText(text), view);
    return true;
}

QString RowDelegate::neededText(const QModelIndex &index) const
{
    return index.data(Qt::DisplayRole).toString();
}

QString RowDelegate::text(const QModelIndex &index, int room) const
{
    Q_UNUSED(room)
    return index.data(Qt::DisplayRole).toString();
}

int RowDelegate::paintLead(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    Q_UNUSED(painter)
    Q_UNUSED(cell)
    Q_UNUSED(index)
    return 0;
}

bool RowDelegate::isStrong(const QModelIndex &index) const
{
    Q_UNUSED(index)
    return false;
}

bool RowDelegate::isQuiet(const QModelIndex &index) const
{
    return index.data(RowTableModel::QuietRole).toBool();
}

} // namespace telltale
