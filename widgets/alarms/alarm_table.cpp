#include "widgets/alarms/alarm_table.h"

#include "widgets/alarms/alarm_delegate.h"
#include "widgets/common/blink_clock.h"

#include "models/alarm_filter_model.h"
#include "models/alarm_list_model.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace telltale {
namespace {

constexpr qint64 kHoldMilliseconds = 2000;

void addToAcknowledge(AlarmTable::Alarms &alarms, const AlarmRow &alarm, bool isCritical)
{
    if (needsAcknowledgement(alarm.state) && (alarm.priority == 1) == isCritical)
        alarms.emplace_back(alarm.id, alarm.occurrence);
}

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

std::vector<DataTable::ColumnSize> activeColumns()
{
    return {{90, 4}, // what is left over is for what to do first, then for the place
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
            {88, 8, 1}};
}

/// What a hidden alarm was when it came is of no use; why it is hidden is.
std::vector<DataTable::ColumnSize> hiddenColumns(AlarmList list)
{
    const DataTable::ColumnSize none {0};
    const bool isShelf = list == AlarmList::Shelved;
    const bool isByPerson = list != AlarmList::Suppressed;
    return {{90, 8},
            {140, 4, 5},
            {100, 14},
            {94, 6, 4},
            {94, 40},
            {168, 30},
            none,
            {60, 12, 3},
            {68, 20, 2},
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
{
    setItemDelegate(new AlarmDelegate(this));
    setModel(&filter);
    connect(this, &QAbstractItemView::pressed, this, &AlarmTable::rowPicked);
    if (list.list() == AlarmList::Active)
        keepSpace();
    setColumns(list.list() == AlarmList::Active ? activeColumns() : hiddenColumns(list.list()));
    setMouseTracking(true);
    horizontalHeader()->setSectionsClickable(true);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &AlarmTable::cycleSort);
    connect(&m_filter, &AlarmFilterModel::orderChanged, this, [this](bool isTemporary) {
        if (!isTemporary)
            m_sortedColumn = -1;
        horizontalHeader()->setSortIndicatorShown(isTemporary);
        horizontalHeader()->setSortIndicator(m_sortedColumn, m_sortedOrder);
    });
    connect(&BlinkClock::instance(), &BlinkClock::ticked, this, &AlarmTable::repaintMarkers);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AlarmTable::currentAlarmChanged);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AlarmTable::selectedAlarmsChanged);
}

AlarmTable::Alarms AlarmTable::selectedAlarms() const
{
    Alarms alarms;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        const AlarmRow *alarm = alarmAt(index.row());
        alarms.emplace_back(alarm->id, alarm->occurrence);
    }
    return alarms;
}

std::vector<AlarmRow> AlarmTable::selectedRows() const
{
    std::vector<AlarmRow> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.push_back(*alarmAt(index.row()));
    return rows;
}

AlarmTable::Alarms AlarmTable::selectedToAcknowledge(bool isCritical) const
{
    Alarms alarms;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        addToAcknowledge(alarms, *alarmAt(index.row()), isCritical);
    return alarms;
}

AlarmTable::Alarms AlarmTable::visibleToAcknowledge(bool isCritical) const
{
    Alarms alarms;
    const auto [first, last] = visibleRows();
    for (int row = first; row >= 0 && row <= last; ++row)
        addToAcknowledge(alarms, *alarmAt(row), isCritical);
    return alarms;
}

const AlarmRow *AlarmTable::currentAlarm() const
{
    return currentIndex().isValid() ? alarmAt(currentIndex().row()) : nullptr;
}

const AlarmRow *AlarmTable::alarmAt(int row) const
{
    return &m_list.alarm(m_filter.mapToSource(m_filter.index(row, 0)).row());
}

int AlarmTable::rowOf(const AlarmRow &alarm) const
{
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        const AlarmRow *shown = alarmAt(row);
        if (shown->occurrence == alarm.occurrence && shown->id == alarm.id)
            return row;
    }
    return -1;
}

void AlarmTable::frame(Timestamp now)
{
    const bool isHeld
        = m_sincePointerMoved.isValid() && !m_sincePointerMoved.hasExpired(kHoldMilliseconds);
    m_list.setHeld(isHeld);
    m_filter.setDynamicSortFilter(!isHeld);
    if (m_list.refresh()) {
        Q_EMIT currentAlarmChanged();
        Q_EMIT selectedAlarmsChanged();
    }
    const std::int64_t second = toMicroseconds(now) / 1'000'000;
    if (second == m_agesAt)
        return;
    m_agesAt = second;
    const auto [first, last] = visibleRows();
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
    if (isPlain && isActive && event->key() == Qt::Key_Space) {
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

bool AlarmTable::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        m_sincePointerMoved.start();
        m_filter.touch();
        break;
    case QEvent::Leave:
        m_sincePointerMoved.invalidate();
        break;
    default:
        break;
    }
    return DataTable::viewportEvent(event);
}

} // namespace telltale
