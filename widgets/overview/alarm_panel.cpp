#include "widgets/overview/alarm_panel.h"

#include "widgets/alarms/alarm_delegate.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/data_table.h"
#include "widgets/common/notice.h"
#include "widgets/common/theme.h"

#include "models/alarm_list_model.h"
#include "models/alarm_request.h"
#include "models/value_text.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/clock.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace telltale {
namespace {

using List = AlarmListModel;

std::vector<DataTable::ColumnSize> columnSizes()
{
    std::vector<DataTable::ColumnSize> sizes(List::ColumnCount, {0, 0, 0});
    sizes[List::PriorityColumn] = {AlarmDelegate::priorityWidth(), 0};
    sizes[List::StateColumn] = {AlarmDelegate::stateWidth(), 0};
    sizes[List::AssetColumn] = {96, 3};
    sizes[List::TitleColumn] = {132, 4};
    sizes[List::ValueColumn] = {82, 1};
    sizes[List::LimitColumn] = {76, 1, 2};
    sizes[List::AgeColumn] = {92, 1, 1};
    return sizes;
}

} // namespace

AlarmPanel::AlarmPanel(const Plant &plant, QWidget *parent)
    : Panel(tr("Active alarms"), parent)
    , m_plant(plant)
    , m_list(new AlarmListModel(plant, this))
    , m_table(new DataTable(QStringLiteral("overview-alarms"), tr("Active alarms")))
    , m_quiet(new QLabel(tr("No alarm is active.")))
{
    auto *delegate = new AlarmDelegate(m_table);
    delegate->setAlwaysShort(true);
    m_table->setItemDelegate(delegate);
    m_table->leaveNoSuccessor(*m_list);
    m_table->setModel(m_list);
    m_table->horizontalHeader()->moveSection(
        m_table->horizontalHeader()->visualIndex(List::AgeColumn), List::ColumnCount - 1);
    m_table->setColumns(columnSizes());
    m_table->fitToWords(
        {List::AssetColumn, List::TitleColumn, List::ValueColumn, List::LimitColumn});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(Theme::instance().measure(150));
    m_table->installEventFilter(this);
    m_table->keepSpace();
    m_quiet->setObjectName(QStringLiteral("second"));
    m_quiet->setAlignment(Qt::AlignCenter);
    content()->addWidget(m_table, 1);
    content()->addWidget(m_quiet, 1);
    auto *all = new QPushButton(tr("All alarms"));
    all->setFixedHeight(Theme::instance().measure(24));
    headerEnd()->addWidget(all);
    connect(all, &QPushButton::clicked, this,
            [this] { Q_EMIT openRequested(QStringLiteral("alarms")); });
    connect(m_table, &QTableView::doubleClicked, this, &AlarmPanel::openCurrent);
    connect(&BlinkClock::instance(), &BlinkClock::ticked, this, [this] {
        if (isVisible() && m_list->rowCount() > 0)
            m_table->viewport()->update(
                QRect(0, 0, m_table->columnWidth(0), m_table->viewport()->height()));
    });
    showRemark();
}

void AlarmPanel::frame(Timestamp now)
{
    const bool hasChanged = m_list->refresh();
    const std::int64_t second = toMicroseconds(now) / 1'000'000;
    if (!hasChanged && second == m_second)
        return;
    m_second = second;
    showRemark();
    if (const auto [first, last] = m_table->visibleRows(); first >= 0)
        m_list->refreshAges(now, first, last);
}

bool AlarmPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress
        && m_table->currentIndex().isValid()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Space:
            if (!key->isAutoRepeat()) // one press, one alarm
                acknowledgeCurrent();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            openCurrent();
            return true;
        default:
            break;
        }
    }
    return Panel::eventFilter(watched, event);
}

void AlarmPanel::acknowledgeCurrent()
{
    const AlarmRow &row = m_list->alarm(m_table->currentIndex().row());
    AlarmRequest::acknowledge(m_plant, row, this, [this](const QString &refusal) {
        Notice::say(*this, refusal); // otherwise the list itself answers
    });
}

void AlarmPanel::openCurrent()
{
    if (!m_table->currentIndex().isValid())
        return;
    const AlarmRow &row = m_list->alarm(m_table->currentIndex().row());
    const bool hasAsset = !row.isSystem && !row.asset.empty();
    Q_EMIT openRequested(hasAsset ? QStringLiteral("asset:") + QString::fromStdString(row.asset)
                                  : QStringLiteral("alarms"));
}

void AlarmPanel::showRemark()
{
    const AlarmSnapshot &snapshot = m_list->snapshot();
    std::uint32_t fresh = 0;
    std::uint32_t returned = 0;
    std::uint32_t active = 0;
    for (int priority = 1; priority <= 4; ++priority) {
        fresh += snapshot.newByPriority[priority];
        returned += snapshot.returnedByPriority[priority];
        active += snapshot.activeByPriority[priority];
    }
    QStringList words {tr("%1 new").arg(countText(fresh))};
    if (returned > 0)
        words << tr("%1 returned").arg(countText(returned));
    words << tr("%1 active").arg(countText(active));
    if (snapshot.shelved > 0)
        words << tr("%1 shelved").arg(countText(snapshot.shelved));
    words << tr("%1 per hour (target ≤ 6)").arg(numberText(snapshot.perHour, 1, QLocale()));
    setRemark(words.join(QStringLiteral(" · ")));
    m_table->setVisible(m_list->rowCount() > 0);
    m_quiet->setVisible(m_list->rowCount() == 0);
}

} // namespace telltale
