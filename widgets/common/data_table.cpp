#include "widgets/common/data_table.h"

#include "widgets/common/column_memory.h"
#include "widgets/common/even_room.h"
#include "widgets/common/row_delegate.h"
#include "widgets/common/table_copy.h"
#include "widgets/common/theme.h"
#include "widgets/common/wrap_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>
#include <numeric>
#include <utility>

namespace telltale {
namespace {

constexpr int kMeasuredRows = 50; ///< whose words columns are fitted to

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
    table->fitToWords();
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
    if (m_widest.empty())
        return fitColumns();
    m_widest.clear(); // other columns, other words
    takeWords();
}

void DataTable::fitToWords(std::vector<int> columns)
{
    m_fitted = std::move(columns);
    const QAbstractItemModel *from = model();
    if (m_fitted.empty())
        connect(from, &QAbstractItemModel::dataChanged, this, &DataTable::takeWords,
                Qt::UniqueConnection);
    connect(from, &QAbstractItemModel::rowsInserted, this, &DataTable::takeWords,
            Qt::UniqueConnection);
    takeWords();
}

/// Only ever wider, so that columns do not jump while their words change.
void DataTable::takeWords()
{
    std::vector<int> columns = m_fitted;
    if (columns.empty()) {
        columns.resize(static_cast<std::size_t>(model()->columnCount()));
        std::iota(columns.begin(), columns.end(), 0);
    }
    std::vector<int> widest = m_widest;
    widest.resize(static_cast<std::size_t>(model()->columnCount()));
    for (const int column : columns) {
        int &width = widest[static_cast<std::size_t>(column)];
        width = std::max(width, widthOfWords(column));
    }
    if (std::exchange(m_widest, widest) != widest)
        fitColumns();
}

/// Of its heading and of the words of its first rows.
int DataTable::widthOfWords(int column) const
{
    const Theme &theme = Theme::instance();
    const bool mayBeStrong = !m_fitted.empty(); // as new alarms are
    const QFontMetrics metrics(theme.font(mayBeStrong ? Theme::Type::Strong : Theme::Type::Text));
    const auto *delegate = qobject_cast<const RowDelegate *>(itemDelegate());
    int width = 0;
    if (!horizontalHeader()->isHidden())
        width = QFontMetrics(theme.font(Theme::Type::Label))
                    .horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString());
    for (int row = 0; row < std::min(model()->rowCount(), kMeasuredRows); ++row) {
        const QString words = delegate->neededText(model()->index(row, column));
        width = std::max(width, metrics.horizontalAdvance(words));
    }
    return width + 2 * theme.measure(RowDelegate::kPadding) + 1;
}

void DataTable::setWordsOfNothing(const QString &words)
{
    if (std::exchange(m_nothing, words) == words)
        return;
    setAccessibleDescription(words);
    viewport()->update();
}

int DataTable::heightOfNothing() const
{
    const QFontMetrics metrics(Theme::instance().font(Theme::Type::Text));
    const QRect room(0, 0, std::max(1, viewport()->width() - 2 * Theme::kMargin), 0);
    const QRect words = metrics.boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, m_nothing);
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->height();
    return header + words.height() + 2 * Theme::kGrid;
}

void DataTable::wrapRows(int mostLines)
{
    m_wrapsRows = true;
    setItemDelegate(new WrapDelegate(this, mostLines));
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

void DataTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_nothing.isEmpty() || (model() && model()->rowCount() > 0))
        return;
    const Theme &theme = Theme::instance();
    QPainter painter(viewport());
    painter.setFont(theme.font(Theme::Type::Text));
    painter.setPen(theme.color(Theme::Role::Second));
    painter.drawText(viewport()->rect().adjusted(Theme::kMargin, 0, -Theme::kMargin, 0),
                     Qt::AlignCenter | Qt::TextWordWrap, m_nothing);
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
    const std::vector<int> widths = columnWidths();
    for (int i = 0; i < static_cast<int>(widths.size()); ++i) {
        if (!isColumnHidden(i))
            setColumnWidth(i, widths[static_cast<std::size_t>(i)]);
    }
    fitRows();
}

/// The least widths, then what cut words lack, then the shares of what is left. Where room is
/// short, a column of short words gives what it has beyond them.
std::vector<int> DataTable::columnWidths() const
{
    std::vector<int> widths;
    std::vector<int> lacking;
    std::vector<int> given;
    int left = viewport()->width();
    int shares = 0;
    for (int i = 0; i < static_cast<int>(m_sizes.size()); ++i) {
        const ColumnSize size
            = isColumnHidden(i) ? ColumnSize {0} : m_sizes[static_cast<std::size_t>(i)];
        const int least = Theme::instance().measure(size.least);
        const int wanted = least > 0 && wantedWidth(i) > 0 ? wantedWidth(i) : least;
        widths.push_back(std::min(least, wanted));
        lacking.push_back(wanted - widths.back());
        given.push_back(least - widths.back());
        left -= widths.back();
        shares += size.share;
    }
    const std::vector<int> words = evenRoom(lacking, left);
    left -= std::accumulate(words.begin(), words.end(), 0);
    const std::vector<int> back = evenRoom(given, left);
    left -= std::accumulate(back.begin(), back.end(), 0);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const int share = isColumnHidden(static_cast<int>(i)) ? 0 : m_sizes[i].share;
        const int more = shares > 0 && left > 0 ? left * share / shares : 0;
        left -= more;
        shares -= share;
        widths[i] += words[i] + back[i] + more;
    }
    return widths;
}

/// 0 where nobody asked for it.
int DataTable::wantedWidth(int column) const
{
    const auto index = static_cast<std::size_t>(column);
    return index < m_widest.size() ? m_widest[index] : 0;
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
