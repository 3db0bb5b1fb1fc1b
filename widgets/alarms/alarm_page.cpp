#include "widgets/alarms/alarm_page.h"

#include "widgets/alarms/alarm_head.h"
#include "widgets/alarms/alarm_list_view.h"
#include "widgets/common/figure_tile.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/theme.h"

#include "models/alarm_filter_model.h"
#include "models/alarm_list_model.h"
#include "models/value_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace telltale {

AlarmPage::AlarmPage(const Plant &plant, QWidget *parent)
    : Page(plant, parent)
    , m_head(new AlarmHead)
    , m_list(new AlarmListView(plant))
    , m_segments(new QStackedWidget)
{
    setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kMargin, 14, Theme::kMargin, Theme::kMargin);
    column->setSpacing(Theme::kGap);
    column->addWidget(m_head);
    m_figures = makeFigures();
    column->addWidget(m_figures);
    m_segments->setObjectName(QStringLiteral("panel"));
    m_segments->addWidget(m_list);
    m_segments->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_segments, 1);
    m_head->setActiveCount(0);
    connect(m_head->segments(), &SegmentBar::chosen, this, &AlarmPage::showSegment);
    connect(m_head, &AlarmHead::acknowledge, m_list, &AlarmListView::acknowledge);
    connect(m_head, &AlarmHead::acknowledgeVisible, m_list, &AlarmListView::acknowledgeVisible);
    connect(m_head, &AlarmHead::silence, m_list, &AlarmListView::silence);
    connect(m_head, &AlarmHead::comment, m_list, &AlarmListView::comment);
    connect(m_head->filter(), &QLineEdit::textChanged, &m_list->filter(),
            &AlarmFilterModel::setText);
    connect(m_head->areas(), &QComboBox::currentIndexChanged, this,
            [this] { m_list->filter().setArea(m_head->areas()->currentData().toString()); });
}

QString AlarmPage::title() const
{
    return tr("Alarms");
}

QWidget *AlarmPage::makeFigures()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::kGap);
    m_perHour = new FigureTile(tr("Per hour"));
    m_standing = new FigureTile(tr("Standing"));
    m_new = new FigureTile(tr("Not acknowledged"));
    for (FigureTile *tile : {m_perHour, m_standing, m_new})
        line->addWidget(tile, 1);
    return row;
}

void AlarmPage::frame(Timestamp now)
{
    m_list->frame(now);
    m_isComplete = true;
    const std::uint64_t version = m_list->list().snapshot().version;
    if (version == m_version && m_version != 0)
        return;
    m_version = version;
    showFigures();
    showAreas();
    m_head->setActiveCount(m_list->list().rowCount());
}

bool AlarmPage::isComplete() const
{
    return m_isComplete;
}

void AlarmPage::showSegment(int segment)
{
    m_segments->setCurrentIndex(segment);
    m_head->showListControls(segment == 0);
    m_figures->setVisible(segment == 0);
}

void AlarmPage::showFigures()
{
    const AlarmSnapshot &snapshot = m_list->list().snapshot();
    std::uint32_t standing = 0;
    std::uint32_t unacknowledged = 0;
    for (int priority = 1; priority <= 4; ++priority) {
        standing += snapshot.activeByPriority[priority];
        unacknowledged += snapshot.newByPriority[priority];
    }
    m_perHour->setFigure(numberText(snapshot.perHour, -1, QLocale()), tr("target ≤ 6"));
    m_standing->setFigure(QString::number(standing), tr("target ≤ 9"));
    m_new->setFigure(QString::number(unacknowledged),
                     tr("%n of priority 1", nullptr, static_cast<int>(snapshot.newByPriority[1])));
}

void AlarmPage::showAreas()
{
    QStringList areas;
    for (const AlarmRow &row : m_list->list().snapshot().rows) {
        if (!row.isSystem)
            areas << QString::fromStdString(assetPath(row.asset));
    }
    areas.removeDuplicates();
    areas.removeAll(QString());
    areas.sort(Qt::CaseInsensitive);
    if (areas == m_areas)
        return;
    m_areas = areas;
    m_head->setAreas(areas);
}

} // namespace telltale
