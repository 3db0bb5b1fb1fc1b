#pragma once

#include "models/asset_tree.h"

#include "data/telemetry/timestamp.h"

#include <QFrame>
#include <QStringList>

#include <optional>
#include <set>

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
    /// Paths that are open in the tree; nullopt: nothing has been opened or closed yet.
    std::optional<QStringList> expanded() const;
    /// Opens these, and those that the tree does not have yet as soon as it does.
    void expand(const QStringList &paths);
    /// Shows where the page `key` is, without opening anything.
    void select(const QString &key);

Q_SIGNALS:
    void openRequested(const QString &key);
    void expandedChanged(); ///< by whomever

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void open(const QModelIndex &index);
    void filter(const QString &text);
    void openFirstLevels();
    void openAwaited();
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
    bool m_isRestored = false; ///< what is open is as somebody left it
    std::set<AssetTree::Node> m_opened; ///< at the first start
    std::size_t m_openedOf = 0; ///< size of the tree then
    QStringList m_awaited; ///< paths to open that are not in the tree yet
    std::int64_t m_second = 0;
};

} // namespace telltale
