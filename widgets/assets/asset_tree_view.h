#pragma once

#include <QTreeView>

namespace telltale {

/// The tree of the asset dock. Enter or a click opens the page of what is under it; tags and assets
/// can be dragged to a trend; keys that mean something to the window (Space, Backspace) are left to
/// it.
/// Thread  GUI.
class AssetTreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit AssetTreeView(QWidget *parent = nullptr);

Q_SIGNALS:
    void opened(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;

private:
    void repaintMarkers();
};

} // namespace telltale
