#include "widgets/common/data_table.h"

#include "widgets/common/column_memory.h"
#include "widgets/common/row_delegate.h"
#include "widgets/common/table_copy.h"
#include "widgets/common/theme.h"
#include "widgets/common/wrap_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

namespace telltale {
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
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(24);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->viewport()->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this, &DataTable::columnsChanged);
    connect(header, &QHeaderView::sectionMoved, this, &DataTable::columnsChanged);
    connect(header, &QWidget::customContextMenuRequested, this, &DataTable::showColumnMenu);
    TableCopy::install(*this);
    connect(&Theme::instance(), &Theme::changed, this, &DataTable::applyTheme);
    applyTheme();
}

DataTable *DataTable::plain(const QString &name, const QString &accessibleName,
                            QAbstractItemModel *model, std::vector<ColumnSize> sizes)
{
    auto *table = new DataTable(name, accessibleName);
    table->setModel(model);
    table->horizontalHeader()->hide();
    table->setColumns(std::move(sizes));
    return table;
}

/// Told before the view, which would move on to a neighbour.
void DataTable::leaveNoSuccessor(QAbstractItemModel &model)
{
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                const int row = currentIndex().row();
                if (row >= first && row <= last)
                    selectionModel()->clear();
            });
}

void DataTable::setColumns(std::vector<ColumnSize> sizes)
{
    m_sizes = std::move(sizes);
    m_isSizedByHand = restoreColumns();
    fitColumns();
}

void DataTable::wrapRows()
{
    m_wrapsRows = true;
    setItemDelegate(new WrapDelegate(this));
    setWordWrap(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    fitRows();
}

void DataTable::fitRows()
{
    if (m_wrapsRows && model())
        resizeRowsToContents();
}

std::pair<int, int> DataTable::visibleRows() const
{
    if (!model() || model()->rowCount() == 0)
        return {-1, -1};
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    return {first, last < 0 ? model()->rowCount() - 1 : last};
}

bool DataTable::event(QEvent *event)
{
    const bool isSpace = event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!isSpace || !m_keepsSpace || !currentIndex().isValid())
        return QTableView::event(event);
    event->accept(); // comes back as a key
    return true;
}

bool DataTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == horizontalHeader()->viewport()) {
        const bool isPress = event->type() == QEvent::MouseButtonPress
            || event->type() == QEvent::MouseButtonDblClick;
        m_isHandOnHeading = m_isHandOnHeading || isPress;
        if (event->type() == QEvent::MouseButtonRelease) // a moved column is let go of with it
            QMetaObject::invokeMethod(
                this, [this] { m_isHandOnHeading = false; }, Qt::QueuedConnection);
    }
    return QTableView::eventFilter(watched, event);
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
    leaveOutColumns();
    const Theme &theme = Theme::instance();
    int left = viewport()->width();
    int shares = 0;
    for (int i = 0; i < static_cast<int>(m_sizes.size()); ++i) {
        if (isColumnHidden(i))
            continue;
        left -= theme.measure(m_sizes[static_cast<std::size_t>(i)].least);
        shares += m_sizes[static_cast<std::size_t>(i)].share;
    }
    for (int i = 0; i < static_cast<int>(m_sizes.size()); ++i) {
        const ColumnSize &size = m_sizes[static_cast<std::size_t>(i)];
        if (isColumnHidden(i))
            continue;
        const int more = shares > 0 && left > 0 ? left * size.share / shares : 0;
        left -= more;
        shares -= size.share;
        setColumnWidth(i, theme.measure(size.least) + more);
    }
    fitRows();
}

/// Hides the columns that give way first until the others have their least width.
void DataTable::leaveOutColumns()
{
    const Theme &theme = Theme::instance();
    int needed = 0;
    std::vector<int> order;
    for (int i = 0; i < static_cast<int>(m_sizes.size()); ++i) {
        const ColumnSize &size = m_sizes[static_cast<std::size_t>(i)];
        needed += theme.measure(size.least);
        setColumnHidden(i, size.least == 0);
        if (size.givesWay > 0)
            order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [this](int a, int b) {
        return m_sizes[static_cast<std::size_t>(a)].givesWay
            > m_sizes[static_cast<std::size_t>(b)].givesWay;
    });
    for (const int column : order) {
        if (needed <= viewport()->width())
            return;
        setColumnHidden(column, true);
        needed -= theme.measure(m_sizes[static_cast<std::size_t>(column)].least);
    }
}

/// By a hand on the heading, or by the header itself, which also does so when rows are sorted anew.
void DataTable::columnsChanged()
{
    if (m_isHandOnHeading && !m_isFitting && !m_sizes.empty())
        rememberColumns();
    if (!m_isFitting)
        fitRows();
}

void DataTable::rememberColumns()
{
    m_isSizedByHand = true;
    ColumnMemory::instance().keep(m_name, horizontalHeader()->saveState());
}

bool DataTable::restoreColumns()
{
    const QByteArray state = ColumnMemory::instance().state(m_name);
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
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            rememberColumns();
        });
    }
    menu.addSeparator();
    const QAction *standard = menu.addAction(tr("Standard columns"));
    if (menu.exec(horizontalHeader()->mapToGlobal(at)) != standard)
        return;
    for (int column = 0; column < horizontalHeader()->count(); ++column)
        setColumnHidden(column, false);
    ColumnMemory::instance().forget(m_name);
    m_isSizedByHand = false;
    fitColumns();
}

} // namespace telltale
