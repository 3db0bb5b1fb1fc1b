#include "widgets/assets/asset_tree_view.h"

#include "widgets/assets/asset_delegate.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/theme.h"

#include "models/asset_tree_model.h"

#include <QKeyEvent>
#include <QPainter>

namespace telltale {

AssetTreeView::AssetTreeView(QWidget *parent)
    : QTreeView(parent)
{
    setItemDelegate(new AssetDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setDragDropMode(QAbstractItemView::DragOnly);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(this, &QTreeView::clicked, this, &AssetTreeView::opened);
    connect(this, &QTreeView::doubleClicked, this,
            [this](const QModelIndex &index) { setExpanded(index, !isExpanded(index)); });
    connect(&BlinkClock::instance(), &BlinkClock::ticked, this, &AssetTreeView::repaintMarkers);
    connect(&Theme::instance(), &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void AssetTreeView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Backspace:
        event->ignore();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            Q_EMIT opened(currentIndex());
        return;
    default:
        QTreeView::keyPressEvent(event);
    }
}

void AssetTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    if (selectionModel() && selectionModel()->isSelected(index)) {
        const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
        painter->fillRect(row, Theme::instance().color(Theme::Role::Selection));
    }
    QTreeView::drawRow(painter, option, index);
}

void AssetTreeView::repaintMarkers()
{
    if (!isVisible() || !model())
        return;
    for (QModelIndex index = indexAt({1, 1}); index.isValid(); index = indexBelow(index)) {
        const QRect row = visualRect(index);
        if (row.top() > viewport()->height())
            return;
        const auto state
            = static_cast<AlarmState>(index.data(AssetTreeModel::AlarmStateRole).toInt());
        if (needsAcknowledgement(state))
            viewport()->update(QRect(0, row.top(), viewport()->width(), row.height()));
    }
}

} // namespace telltale
