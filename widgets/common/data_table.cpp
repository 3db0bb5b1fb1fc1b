#include "widgets/common/data_table.h"

#include "widgets/common/row_delegate.h"
#include "widgets/common/table_copy.h"
#include "widgets/common/theme.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>

namespace telltale {
namespace {

QString settingKey(const QString &name)
{
    return QStringLiteral("tables/") + name;
}

} // namespace

DataTable::DataTable(const QString &name, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_name(name)
{
    setAccessibleName(accessibleName);
    setItemDelegate(new RowDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(24);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionResized, this, &DataTable::rememberColumns);
    connect(header, &QHeaderView::sectionMoved, this, &DataTable::rememberColumns);
    connect(header, &QWidget::customContextMenuRequested, this, &DataTable::showColumnMenu);
    TableCopy::install(*this);
    connect(&Theme::instance(), &Theme::changed, this, &DataTable::applyTheme);
    applyTheme();
}

void DataTable::setColumns(std::vector<ColumnSize> sizes)
{
    m_sizes = std::move(sizes);
    m_isSizedByHand = restoreColumns();
    fitColumns();
}

std::pair<int, int> DataTable::visibleRows() const
{
    if (!model() || model()->rowCount() == 0)
        return {-1, -1};
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    return {first, last < 0 ? model()->rowCount() - 1 : last};
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void DataTable::applyTheme()
{
    const Theme &theme = Theme::instance();
    verticalHeader()->setDefaultSectionSize(theme.measure(Theme::kTableRow));
    horizontalHeader()->setFixedHeight(theme.measure(Theme::kTableHeader));
    fitColumns();
    viewport()->update();
}

void DataTable::fitColumns()
{
    if (!model() || m_sizes.empty() || m_isSizedByHand)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    const Theme &theme = Theme::instance();
    int left = viewport()->width();
    int shares = 0;
    for (std::size_t i = 0; i < m_sizes.size(); ++i) {
        if (isColumnHidden(static_cast<int>(i)))
            continue;
        left -= theme.measure(m_sizes[i].least);
        shares += m_sizes[i].share;
    }
    for (std::size_t i = 0; i < m_sizes.size(); ++i) {
        const int share = shares > 0 && left > 0 ? left * m_sizes[i].share / shares : 0;
        setColumnWidth(static_cast<int>(i), theme.measure(m_sizes[i].least) + share);
    }
}

void DataTable::rememberColumns()
{
    if (m_isFitting || m_sizes.empty() || !isVisible())
        return;
    m_isSizedByHand = true;
    QSettings settings;
    settings.setValue(settingKey(m_name), horizontalHeader()->saveState());
}

bool DataTable::restoreColumns()
{
    const QByteArray state = QSettings().value(settingKey(m_name)).toByteArray();
    const QScopedValueRollback fitting(m_isFitting, true);
    return !state.isEmpty() && horizontalHeader()->restoreState(state);
}

void DataTable::showColumnMenu(const QPoint &at)
{
    QMenu menu(this);
    for (int column = 0; model() && column < model()->columnCount(); ++column) {
        const QString heading = model()->headerData(column, Qt::Horizontal).toString();
        QAction *action = menu.addAction(heading);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column > 0);
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu.addSeparator();
    const QAction *standard = menu.addAction(tr("Standard columns"));
    if (menu.exec(horizontalHeader()->mapToGlobal(at)) != standard) {
        rememberColumns();
        fitColumns();
        return;
    }
    for (int column = 0; column < horizontalHeader()->count(); ++column)
        setColumnHidden(column, false);
    QSettings().remove(settingKey(m_name));
    m_isSizedByHand = false;
    fitColumns();
}

} // namespace telltale
