#include "widgets/assets/asset_alarms_panel.h"

#include "widgets/alarms/alarm_delegate.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/data_table.h"
#include "widgets/common/notice.h"
#include "widgets/common/theme.h"

#include "models/alarm_list_model.h"
#include "models/alarm_periods.h"
#include "models/alarm_request.h"
#include "models/alarm_words.h"
#include "models/value_text.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/clock.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace telltale {
namespace {

using List = AlarmListModel;
constexpr int kMostRows = 6;

/// The alarms of one asset, in the order of the alarm list.
class OwnAlarms : public QSortFilterProxyModel
{
public:
    OwnAlarms(const List &list, std::string asset, QObject *parent)
        : QSortFilterProxyModel(parent)
        , m_list(list)
        , m_asset(std::move(asset))
    { }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const AlarmRow &alarm = m_list.alarm(row);
        return !alarm.isSystem
            && (liesBelow(alarm.tag, m_asset) || liesBelow(alarm.asset, m_asset));
    }

private:
    const List &m_list;
    const std::string m_asset;
};

/// On the page of one asset its name goes without saying; several need the room of the priority's
/// word.
std::vector<DataTable::ColumnSize> columnSizes(bool namesAssets)
{
    std::vector<DataTable::ColumnSize> sizes(List::ColumnCount, {0, 0, 0});
    sizes[List::PriorityColumn] = {namesAssets ? 44 : AlarmDelegate::priorityWidth(), 0};
    if (namesAssets)
        sizes[List::AssetColumn] = {88, 1};
    sizes[List::TitleColumn] = {120, 2};
    sizes[List::AgeColumn] = {92, 0, namesAssets ? 1 : 0};
    return sizes;
}

QString orDash(const std::string &text)
{
    return text.empty() ? QStringLiteral("–") : shownText(text);
}

} // namespace

AssetAlarmsPanel::AssetAlarmsPanel(const Plant &plant, const std::string &asset, QWidget *parent)
    : Panel(tr("Alarms"), parent)
    , m_plant(plant)
    , m_asset(asset)
    , m_list(new AlarmListModel(plant, this))
    , m_own(new OwnAlarms(*m_list, asset, this))
    , m_table(new DataTable(QStringLiteral("asset-page-alarms"), tr("Alarms of this asset")))
    , m_quiet(new QLabel(tr("No alarm is active here.")))
    , m_response(new QWidget)
    , m_lines(new QGridLayout(m_response))
{
    m_own->setSourceModel(m_list);
    auto *delegate = new AlarmDelegate(m_table);
    delegate->setAlwaysShort(true);
    m_table->setItemDelegate(delegate);
    m_table->leaveNoSuccessor(*m_own);
    m_table->setModel(m_own);
    QHeaderView *header = m_table->horizontalHeader();
    header->moveSection(header->visualIndex(List::AgeColumn), List::ColumnCount - 1);
    header->hide();
    m_table->setColumns(columnSizes(false));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->installEventFilter(this);
    m_table->keepSpace();
    m_quiet->setObjectName(QStringLiteral("second"));
    m_quiet->setContentsMargins(14, 8, 14, 8);
    m_lines->setContentsMargins(14, 8, 14, 10);
    m_lines->setHorizontalSpacing(Theme::kGap);
    m_lines->setVerticalSpacing(4);
    m_lines->setColumnStretch(1, 1);
    m_consequence = addLine(tr("If nothing is done"));
    m_action = addLine(tr("Do", "what the operator does about an alarm"));
    m_timeLeft = addLine(tr("Time left"));
    content()->addWidget(m_table);
    content()->addWidget(m_quiet);
    content()->addWidget(m_response);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { m_second = 0; });
    connect(&BlinkClock::instance(), &BlinkClock::ticked, m_table->viewport(),
            qOverload<>(&QWidget::update));
    showRows();
}

QLabel *AssetAlarmsPanel::addLine(const QString &heading)
{
    const int row = m_lines->rowCount();
    auto *name = new QLabel(heading);
    name->setObjectName(QStringLiteral("second"));
    auto *text = new QLabel;
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleName(heading);
    m_lines->addWidget(name, row, 0, Qt::AlignTop);
    m_lines->addWidget(text, row, 1);
    return text;
}

QString AssetAlarmsPanel::timeLeft() const
{
    return m_timeLeft->text();
}

void AssetAlarmsPanel::frame(Timestamp now)
{
    const bool hasChanged = m_list->refresh();
    const std::int64_t second = toMicroseconds(now) / 1'000'000;
    if (!hasChanged && second == m_second)
        return;
    m_second = second;
    showRows();
    if (m_list->rowCount() > 0)
        m_list->refreshAges(now, 0, m_list->rowCount() - 1);
    m_table->fitToWords({List::AssetColumn, List::TitleColumn, List::AgeColumn});
    showResponse(now);
}

bool AssetAlarmsPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isSpace = watched == m_table && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!isSpace)
        return Panel::eventFilter(watched, event);
    if (!static_cast<QKeyEvent *>(event)->isAutoRepeat()) // one press, one alarm
        acknowledgeChosen();
    return true;
}

/// The current row, or the first.
const AlarmRow *AssetAlarmsPanel::chosen() const
{
    if (m_own->rowCount() == 0)
        return nullptr;
    const int row = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : 0;
    return &m_list->alarm(m_own->mapToSource(m_own->index(row, 0)).row());
}

/// It stays chosen, wherever it goes; where it is gone, another one is to be seen before it is
/// acknowledged.
void AssetAlarmsPanel::acknowledgeChosen()
{
    const AlarmRow *row = chosen();
    if (!row)
        return;
    const bool hasCurrent = m_table->currentIndex().isValid();
    if (!hasCurrent)
        m_table->selectRow(0);
    if (!hasCurrent && m_hasAnswered)
        return;
    m_hasAnswered = true;
    AlarmRequest::acknowledge(m_plant, *row, this, [this](const QString &refusal) {
        Notice::say(*this, refusal); // otherwise the list itself answers
    });
}

void AssetAlarmsPanel::showRows()
{
    const int rows = m_own->rowCount();
    int waiting = 0;
    bool namesAssets = false;
    for (int row = 0; row < rows; ++row) {
        const AlarmRow &alarm = m_list->alarm(m_own->mapToSource(m_own->index(row, 0)).row());
        waiting += needsAcknowledgement(alarm.state) ? 1 : 0;
        namesAssets = namesAssets || alarm.asset != m_asset;
    }
    if (namesAssets != m_namesAssets) {
        m_namesAssets = namesAssets;
        m_table->setColumns(columnSizes(namesAssets));
    }
    setRemark(rows == 0 ? QString() : tr("%1 to acknowledge · %2 in all").arg(waiting).arg(rows));
    m_table->setFixedHeight(std::min(rows, kMostRows)
                            * Theme::instance().measure(Theme::kTableRow));
    m_table->setVisible(rows > 0);
    m_response->setVisible(rows > 0);
    m_quiet->setVisible(rows == 0);
}

void AssetAlarmsPanel::showResponse(Timestamp now)
{
    const AlarmRow *row = chosen();
    if (!row)
        return;
    m_consequence->setText(orDash(row->consequence));
    m_action->setText(orDash(row->action));
    m_timeLeft->setText(AlarmWords::timeLeft(*row, now));
}

} // namespace telltale
