#pragma once

#include "data/telemetry/timestamp.h"

#include <QFrame>
#include <QModelIndexList>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace telltale {

class AssetFilterModel;
class AssetTreeModel;
class AssetTreeView;

/// The assets at the left of the window: the tree, and over it a field that filters as one types.
/// Thread  GUI.
class AssetDock : public QFrame
{
    Q_OBJECT

public:
    explicit AssetDock(AssetTreeModel &model, QWidget *parent = nullptr);

    AssetTreeModel &model() const { return *m_model; }
    AssetTreeView &tree() const { return *m_tree; }
    QLineEdit &filterField() const { return *m_field; }
    void frame(Timestamp now);
    void focusFilter();
    /// What is open in the tree: for another dock on the same model to open the same.
    QModelIndexList expanded() const;
    void expand(const QModelIndexList &expanded);
    /// Shows where the page `key` is, without opening anything.
    void select(const QString &key);

Q_SIGNALS:
    void openRequested(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void open(const QModelIndex &index);
    void filter(const QString &text);
    void openFirstLevels();
    void applyTheme();

    AssetTreeModel *m_model;
    AssetFilterModel *m_found;
    QFrame *m_header;
    QLabel *m_title;
    QLabel *m_count;
    QLineEdit *m_field;
    QLabel *m_note;
    QStackedWidget *m_stack;
    AssetTreeView *m_tree;
    AssetTreeView *m_results;
    bool m_hasOpened = false;
    std::int64_t m_second = 0;
};

} // namespace telltale
