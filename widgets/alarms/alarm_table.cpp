#include "widgets/alarms/alarm_table.h"

#include "widgets/alarms/alarm_delegate.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/pointer_hold.h"

#include "models/alarm_filter_model.h"
#include "models/alarm_list_model.h"
#include "models/flood_model.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <optional>
#include <utility>

namespace telltale {
namespace {

/// The key under which columns are remembered.
QString nameOf(AlarmList list)
{
    switch (list) {
    case AlarmList::Active:
        break;
    case AlarmList::Shelved:
        return QStringLiteral("alarms_shelved");
    case AlarmList::Suppressed:
        return QStringLiteral("alarms_suppressed");
    case AlarmList::OutOfService:
        return QStringLiteral("alarms_out_of_service");
    }
    return QStringLiteral("alarms");
}

QString accessibleNameOf(AlarmList list)
{
    switch (list) {
    case AlarmList::Active:
        break;
    case AlarmList::Shelved:
        return AlarmTable::tr("Shelved alarms");
    case AlarmList::Suppressed:
        return AlarmTable::tr("Alarms suppressed by design");
    case AlarmList::OutOfService:
        return AlarmTable::tr("Alarms out of service");
    }
    return AlarmTable::tr("Active alarms");
}

std::vector<DataTable::ColumnSize> activeColumns(bool hasComments)
{
    return {{AlarmDelegate::priorityWidth(),
             4}, // what is left over is for what to do first, then for the place
            {AlarmDelegate::stateWidth(), 4},
            {100, 10},
            {94, 4, 4},
            {94, 110},
            {168, 24},
            {84, 6, 5},
            {60, 10, 3},
            {68, 24, 2},
            {58, 2, 6},
            {150, 240, 7},
            {88, 8, 1},
            hasComments ? DataTable::ColumnSize {120, 120, 8} : DataTable::ColumnSize {0}};
}

/// Whose words are read whole where there is room.
std::vector<int> fittedColumns()
{
    return {AlarmListModel::AssetColumn, AlarmListModel::TitleColumn, AlarmListModel::LimitColumn,
            AlarmListModel::ActionColumn};
}

/// What a hidden alarm was when it came is of no use; why it is hidden is.
std::vector<DataTable::ColumnSize> hiddenColumns(AlarmList list)
{
    const DataTable::ColumnSize none {0};
    const bool isShelf = list == AlarmList::Shelved;
    const bool isByPerson = list != AlarmList::Suppressed;
    const bool maybeTooLong = list == AlarmList::OutOfService;
    return {{AlarmDelegate::priorityWidth(), 8},
            {140, 4, 5},
            {100, 14},
            {maybeTooLong ? 180 : 94, 6, maybeTooLong ? 0 : 4},
            {94, 40},
            {168, 30},
            none,
            {60, 12, 3},
            {68, 20, 2},
            none,
            none,
            none,
            none,
            {84, 6, 6},
            isShelf ? DataTable::ColumnSize {150, 20} : none,
            isByPerson ? DataTable::ColumnSize {90, 10, 1} : none,
            {140, 60}};
}

} // namespace

AlarmTable::AlarmTable(AlarmListModel &list, AlarmFilterModel &filter, QWidget *parent)
    : DataTable(nameOf(list.list()), accessibleNameOf(list.list()), parent)
    , m_list(list)
    , m_filter(filter)
    , m_flood(new FloodModel(list, filter, this))
    , m_hold(new PointerHold(*this))
{
    setItemDelegate(new AlarmDelegate(this));
    setModel(&filter);
    fitToWords(fittedColumns());
    connect(this, &QAbstractItemView::pressed, this, &AlarmTable::rowPicked);
    if (list.list() == AlarmList::Active)
        keepSpace();
    setColumns(list.list() == AlarmList::Active ? activeColumns(false)
                                                : hiddenColumns(list.list()));
    horizontalHeader()->setSectionsClickable(true);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &AlarmTable::cycleSort);
    connect(&m_filter, &AlarmFilterModel::orderChanged, this, [this](bool isTemporary) {
        if (!isTemporary)
            m_sortedColumn = -1;
        if (showsFlood())
            m_flood->arrange();
        horizontalHeader()->setSortIndicatorShown(isTemporary);
        horizontalHeader()->setSortIndicator(m_sortedColumn, m_sortedOrder);
    });
    connect(&BlinkClock::instance(), &BlinkClock::ticked, this, &AlarmTable::repaintMarkers);
    connect(this, &QAbstractItemView::clicked, this, &AlarmTable::toggleUnit);
    connect(m_hold, &PointerHold::touched, &m_filter, &AlarmFilterModel::touch);
    followSelection();
}

/// Of the model that is shown.
void AlarmTable::followSelection()
{
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AlarmTable::currentAlarmChanged);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AlarmTable::selectedAlarmsChanged);
}

bool AlarmTable::showsFlood() const
{
    return model() == m_flood;
}

/// Null: it is the heading of a unit.
const AlarmRow *AlarmTable::alarmAt(int row) const
{
    if (showsFlood())
        return m_flood->alarm(row);
    return &m_list.alarm(m_filter.mapToSource(m_filter.index(row, 0)).row());
}

int AlarmTable::rowOf(const AlarmRow &alarm) const
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const AlarmRow *shown = alarmAt(row);
        if (shown && shown->occurrence == alarm.occurrence && shown->id == alarm.id)
            return row;
    }
    return -1;
}

int AlarmTable::placeOf(const AlarmRow &alarm) const
{
    const int row = rowOf(alarm);
    return row < 0 && showsFlood() ? m_flood->headingOf(alarm) : row;
}

void AlarmTable::frame(Timestamp now)
{
    const bool isHeld = m_hold->isHeld();
    m_list.setHeld(isHeld);
    m_filter.setDynamicSortFilter(!isHeld);
    const bool isNew = m_list.refresh();
    if (isNew && m_list.list() == AlarmList::Active)
        showComments();
    const bool isArranged = arrange(isHeld);
    if (isNew || isArranged) {
        Q_EMIT currentAlarmChanged();
        Q_EMIT selectedAlarmsChanged();
    }
    const std::int64_t second = toMicroseconds(now) / 1'000'000;
    if (second != m_agesAt)
        refreshAges(now);
    m_agesAt = second;
}

/// Comments have a column as long as there are some.
void AlarmTable::showComments()
{
    bool hasComments = false;
    for (int row = 0; row < m_list.rowCount() && !hasComments; ++row)
        hasComments = !m_list.alarm(row).comment.empty();
    if (std::exchange(m_hasComments, hasComments) != hasComments)
        setColumns(activeColumns(hasComments));
}

/// A flood that begins or ends moves rows, too: it waits for the pointer. True: the rows of a flood
/// were arranged anew.
bool AlarmTable::arrange(bool isHeld)
{
    const bool isFlood = m_list.list() == AlarmList::Active && m_list.snapshot().flood;
    const bool turns = isFlood != showsFlood() && !isHeld;
    const bool isArranged = (showsFlood() || (turns && isFlood)) && m_flood->update(isHeld);
    if (turns && isFlood)
        showRowsOf(*m_flood);
    else if (turns)
        showRowsOf(m_filter);
    if (turns && !isFlood)
        m_flood->clear();
    if (turns || isArranged)
        spanHeadings();
    return isArranged;
}

/// The words of a unit have the columns that are empty in their row.
void AlarmTable::spanHeadings()
{
    clearSpans();
    for (int row = 0; showsFlood() && row < m_flood->rowCount(); ++row) {
        if (!m_flood->alarm(row))
            setSpan(row, AlarmListModel::AssetColumn, 1,
                    m_flood->columnCount() - AlarmListModel::AssetColumn);
    }
}

/// Columns and the selected alarms stay what they are; one that goes below a closed heading leaves
/// the selection there, so that no other alarm gets it.
void AlarmTable::showRowsOf(QAbstractItemModel &model)
{
    const std::vector<AlarmRow> selected = selectedRows();
    const std::optional<AlarmRow> current
        = currentAlarm() ? std::optional(*currentAlarm()) : std::nullopt;
    const QByteArray columns = horizontalHeader()->saveState();
    const QItemSelectionModel *before = selectionModel();
    setModel(&model);
    delete before;
    fitToWords(fittedColumns());
    horizontalHeader()->restoreState(columns);
    followSelection();
    QItemSelection rows;
    for (const AlarmRow &alarm : selected) {
        const QModelIndex index = model.index(placeOf(alarm), 0);
        rows.merge(QItemSelection(index, index), QItemSelectionModel::Select);
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const int row = current ? placeOf(*current) : -1;
    selectionModel()->setCurrentIndex(model.index(std::max(0, row), 0), // keys are for the table
                                      QItemSelectionModel::NoUpdate);
    Q_EMIT currentAlarmChanged();
    Q_EMIT selectedAlarmsChanged();
}

void AlarmTable::refreshAges(Timestamp now)
{
    const auto [first, last] = visibleRows();
    if (showsFlood()) {
        m_list.refreshAges(now, -1, -1); // none of its rows is on screen as such
        m_flood->refreshAges(first, last);
        return;
    }
    for (int row = first; row >= 0 && row <= last; ++row) {
        const int source = m_filter.mapToSource(m_filter.index(row, 0)).row();
        m_list.refreshAges(now, source, source);
    }
}

void AlarmTable::repaintMarkers()
{
    if (!isVisible() || m_list.rowCount() == 0)
        return;
    const int column = AlarmListModel::PriorityColumn;
    viewport()->update(columnViewportPosition(column), 0, columnWidth(column),
                       viewport()->height());
}

/// Rising, falling, and back to the order of the list.
void AlarmTable::cycleSort(int column)
{
    const bool isSecond = m_sortedColumn == column && m_sortedOrder == Qt::AscendingOrder;
    const bool isThird = m_sortedColumn == column && !isSecond;
    m_sortedOrder = isSecond ? Qt::DescendingOrder : Qt::AscendingOrder;
    m_sortedColumn = isThird ? -1 : column;
    m_filter.sort(m_sortedColumn, m_sortedOrder);
}

void AlarmTable::keyPressEvent(QKeyEvent *event)
{
    m_filter.touch();
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    const bool isActive = m_list.list() == AlarmList::Active;
    if (isPlain && turnsUnit(*event))
        return event->accept();
    if (isPlain && isActive && event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat()) // a key that is held asks once
            Q_EMIT acknowledgeRequested();
    } else if (isPlain && event->key() == Qt::Key_S) {
        Q_EMIT silenceRequested();
    } else if (isPlain && event->key() == Qt::Key_C) {
        Q_EMIT commentRequested();
    } else {
        DataTable::keyPressEvent(event);
        Q_EMIT rowPicked();
        return;
    }
    event->accept();
}

/// Right opens the unit of the current heading, Left closes it - also from one of its alarms -,
/// Enter does what is not so yet.
bool AlarmTable::turnsUnit(const QKeyEvent &event)
{
    const int row = currentIndex().row();
    if (!showsFlood() || row < 0)
        return false;
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (!alarmAt(row)) {
        if (isEnter)
            return m_flood->setOpen(row, !m_flood->isOpen(row));
        if (event.key() == Qt::Key_Right || event.key() == Qt::Key_Left)
            return m_flood->setOpen(row, event.key() == Qt::Key_Right);
        return false;
    }
    const int heading = m_flood->headingOf(row);
    if (event.key() != Qt::Key_Left || heading < 0)
        return false;
    selectRow(heading);
    return m_flood->setOpen(heading, false);
}

void AlarmTable::toggleUnit(const QModelIndex &heading)
{
    if (showsFlood() && !alarmAt(heading.row()))
        m_flood->setOpen(heading.row(), !m_flood->isOpen(heading.row()));
}

} // namespace telltale
