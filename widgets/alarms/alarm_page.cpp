#include "widgets/alarms/alarm_page.h"

#include "widgets/alarms/alarm_head.h"
#include "widgets/alarms/alarm_list_view.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/alarms/journal_view.h"
#include "widgets/alarms/rules_view.h"
#include "widgets/common/error_words.h"
#include "widgets/common/figure_tile.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/surface.h"
#include "widgets/common/theme.h"

#include "models/alarm_filter_model.h"
#include "models/alarm_journal.h"
#include "models/alarm_list_model.h"
#include "models/alarm_words.h"
#include "models/journal_job.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kFiguresEvery = 10s;
constexpr std::chrono::milliseconds kFiguresPace = 1s; ///< while alarms come
constexpr int kFiguresRest = 20; ///< as long as counting takes, up to kFiguresEvery
constexpr int kRoomForFigures = 640; ///< height of the window
const QChar kEnDash(0x2013);

} // namespace

AlarmPage::AlarmPage(const Plant &plant, QWidget *parent)
    : Page(plant, parent)
    , m_journal(new AlarmJournal(journalOfFolder(plant.dataFolder),
                                 searchOfFolder(plant.dataFolder), this))
    , m_head(new AlarmHead)
    , m_list(new AlarmListView(plant))
    , m_journalView(new JournalView(plant, *m_journal))
    , m_segments(new QStackedWidget)
    , m_counting(new JournalJob(journalOfFolder(plant.dataFolder), this))
    , m_pace(kFiguresPace)
{
    setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kMargin, 14, Theme::kMargin, Theme::kMargin);
    column->setSpacing(Theme::kGap);
    column->addWidget(m_head);
    m_figuresRow = makeFigures();
    column->addWidget(m_figuresRow);
    auto *surface = new Surface;
    auto *inside = new QVBoxLayout(surface);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_segments);
    m_segments->addWidget(m_list);
    m_segments->addWidget(m_journalView);
    column->addWidget(surface, 1);
    m_head->setCounts(0, 0);
    m_head->setHiddenCounts(0, 0, 0);
    setFocusProxy(&m_list->table());
    connect(m_head->segments(), &SegmentBar::chosen, this, &AlarmPage::showSegment);
    connect(m_head, &AlarmHead::acknowledge, m_list, &AlarmListView::acknowledge);
    connect(m_head, &AlarmHead::acknowledgeVisible, m_list, &AlarmListView::acknowledgeVisible);
    connect(m_head, &AlarmHead::silence, m_list, &AlarmListView::silence);
    connect(m_head, &AlarmHead::areaChosen, &m_list->filter(), &AlarmFilterModel::setArea);
    connect(m_head->journalFilter(), &QLineEdit::textChanged, m_journalView,
            &JournalView::setFilter);
    connect(m_list, &AlarmListView::addRuleRequested, this,
            [this] { showPart(QStringLiteral("add-rule")); });
    connectList(*m_list);
}

void AlarmPage::connectList(AlarmListView &list)
{
    connect(m_head->filter(), &QLineEdit::textChanged, &list.filter(), &AlarmFilterModel::setText);
    connect(&list, &AlarmListView::openRequested, this, &Page::openRequested);
    connect(&list, &AlarmListView::ruleRequested, this,
            [this](const QString &id) { rules().openRule(id); });
    connect(&list, &AlarmListView::delaysRequested, this,
            [this](const QString &rule, const QString &tag) { rules().proposeDelays(rule, tag); });
}

AlarmListView &AlarmPage::hiddenList(Segment segment)
{
    constexpr AlarmList kLists[]
        = {AlarmList::Shelved, AlarmList::Suppressed, AlarmList::OutOfService};
    const auto place = static_cast<std::size_t>(segment - ShelvedSegment);
    AlarmListView *&list = m_hiddenLists.at(place);
    if (!list) {
        list = new AlarmListView(m_plant, kLists[place]);
        list->filter().setText(m_head->filter()->text());
        m_segments->addWidget(list);
        connectList(*list);
    }
    return *list;
}

bool AlarmPage::showsHidden() const
{
    return m_segment >= ShelvedSegment && m_segment <= OutOfServiceSegment;
}

QWidget &AlarmPage::widgetOf(Segment segment)
{
    switch (segment) {
    case ActiveSegment:
        return *m_list;
    case JournalSegment:
        return *m_journalView;
    case RulesSegment:
        return rules();
    default:
        return hiddenList(segment);
    }
}

/// Null: it has none.
QLineEdit *AlarmPage::filterOf(Segment segment) const
{
    switch (segment) {
    case JournalSegment:
        return m_head->journalFilter();
    case RulesSegment:
        return nullptr;
    default:
        return m_head->filter();
    }
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
    m_lastMinutes = new FigureTile(tr("Last 10 min"));
    m_standing = new FigureTile(tr("Standing"));
    m_chattering = new FigureTile(tr("Chattering"));
    m_acknowledging = new FigureTile(tr("Time to acknowledge"));
    m_new = new FigureTile(tr("Not acknowledged"));
    for (FigureTile *tile :
         {m_perHour, m_lastMinutes, m_standing, m_chattering, m_acknowledging, m_new})
        line->addWidget(tile, 1);
    return row;
}

void AlarmPage::frame(Timestamp now)
{
    m_list->frame(now);
    if (showsHidden())
        hiddenList(m_segment).frame(now);
    m_hasFrame = true;
    const std::uint64_t version = m_list->list().snapshot().version;
    const bool isNew = version != m_version;
    const auto pace = version == m_figuresVersion ? kFiguresEvery : m_pace;
    const auto steady = m_plant.clock->steady();
    const bool isDue = !m_counting->isRunning() && (!m_figuresAt || steady - *m_figuresAt >= pace);
    if (isDue)
        askFigures(now);
    if (m_segment == RulesSegment)
        rules().frame(now);
    if ((isDue || isNew) && m_segment == JournalSegment)
        m_journalView->refresh();
    if (isNew || m_areas.isEmpty())
        showAreas();
    if (!isNew && m_version != 0)
        return;
    m_version = version;
    showSnapshot();
}

bool AlarmPage::isComplete() const
{
    return m_hasFrame && (!m_figures.empty() || !m_figuresFault.isEmpty())
        && (m_segment != ActiveSegment || m_list->isComplete())
        && (!showsHidden()
            || m_hiddenLists.at(static_cast<std::size_t>(m_segment - ShelvedSegment))->isComplete())
        && (m_segment != JournalSegment || m_journalView->isComplete())
        && (m_segment != RulesSegment || m_rules->isComplete());
}

RulesView &AlarmPage::rules()
{
    if (!m_rules) {
        m_rules = new RulesView(m_plant);
        connect(m_rules, &RulesView::openRequested, this, &Page::openRequested);
        m_segments->addWidget(m_rules);
    }
    return *m_rules;
}

void AlarmPage::takeOver(const Page &before)
{
    const auto *same = qobject_cast<const AlarmPage *>(&before);
    if (!same)
        return;
    showSegment(same->m_segment);
    m_head->filter()->setText(same->m_head->filter()->text());
    m_head->journalFilter()->setText(same->m_head->journalFilter()->text());
}

void AlarmPage::showPart(const QString &part)
{
    const bool isWorst = part.section(QLatin1Char(':'), 0, 0) == QLatin1String("worst");
    if (part == QLatin1String("shelved"))
        showSegment(ShelvedSegment);
    else if (part == QLatin1String("suppressed"))
        showSegment(SuppressedSegment);
    else if (part == QLatin1String("out-of-service"))
        showSegment(OutOfServiceSegment);
    else if (part == QLatin1String("journal"))
        showSegment(JournalSegment);
    else if (part == QLatin1String("rules") || part == QLatin1String("add-rule") || isWorst)
        showSegment(RulesSegment);
    else
        showSegment(ActiveSegment);
    if (part == QLatin1String("add-rule"))
        rules().addRule();
    else if (isWorst)
        rules().showWorst(part.section(QLatin1Char(':'), 1));
}

void AlarmPage::showSegment(int segment)
{
    m_segment = static_cast<Segment>(segment);
    m_head->segments()->setCurrent(segment);
    const bool hadKeys = m_segments->isAncestorOf(QApplication::focusWidget());
    m_segments->setCurrentWidget(&widgetOf(m_segment));
    if (hadKeys && (showsHidden() || segment == ActiveSegment))
        (showsHidden() ? hiddenList(m_segment) : *m_list).table().setFocus();
    m_head->showControls(segment == ActiveSegment, filterOf(m_segment));
    giveWay();
    if (segment == JournalSegment)
        m_journalView->refresh();
    if (showsHidden())
        hiddenList(m_segment).frame(m_plant.clock->now());
}

void AlarmPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    giveWay();
}

/// In a low window the list needs the room of the figures.
void AlarmPage::giveWay()
{
    const bool hasRoom = window()->height() >= Theme::instance().measure(kRoomForFigures);
    m_figuresRow->setVisible(m_segment == ActiveSegment && hasRoom);
}

void AlarmPage::showSnapshot()
{
    const AlarmSnapshot &snapshot = m_list->list().snapshot();
    std::uint32_t standing = 0;
    std::uint32_t unacknowledged = 0;
    for (int priority = 1; priority <= 4; ++priority) {
        standing += snapshot.activeByPriority[priority];
        unacknowledged += snapshot.newByPriority[priority] + snapshot.returnedByPriority[priority];
    }
    m_head->setCounts(standing, snapshot.rows.size() - standing);
    m_head->setHiddenCounts(snapshot.shelved, snapshot.suppressedByDesign, snapshot.outOfService);
    m_perHour->setFigure(numberText(snapshot.perHour, 1, QLocale()), tr("target ≤ 6"));
    m_standing->setFigure(QString::number(standing), tr("target ≤ 9"));
    const auto critical
        = static_cast<int>(snapshot.newByPriority[1] + snapshot.returnedByPriority[1]);
    m_new->setFigure(QString::number(unacknowledged), tr("%n of priority 1", nullptr, critical));
    showFigures();
}

/// The longer it takes, the less often.
void AlarmPage::askFigures(Timestamp now)
{
    m_figuresAt = m_plant.clock->steady();
    m_figuresVersion = m_list->list().snapshot().version;
    m_took.start();
    const Timestamp end = now + 1s; // what was journaled just now belongs to it
    KeyFigureRequest request;
    request.ranges = {{now - 10min, end}, {now - 1h, end}, {now - 24h, end}};
    m_counting->run<KeyFigureList>(
        [request](const JournalSource &source, const CancelFlag &cancel) {
            return countKeyFigures(source, request, cancel);
        },
        [this](const Result<KeyFigureList> &figures) { takeFigures(figures); });
}

void AlarmPage::takeFigures(const Result<KeyFigureList> &figures)
{
    const std::chrono::milliseconds took(m_took.elapsed());
    m_pace
        = std::clamp<std::chrono::milliseconds>(kFiguresRest * took, kFiguresPace, kFiguresEvery);
    m_figures = figures.ok() ? figures.value() : KeyFigureList();
    m_figuresFault = figures.ok() ? QString() : ErrorWords::title(figures.error().code);
    showFigures();
}

void AlarmPage::showFigures()
{
    if (m_figures.empty())
        return showNoFigures();
    const KeyFigures &hour = m_figures[1];
    const AcknowledgeTimes &all = m_figures[2].acknowledged[0];
    const AcknowledgeTimes &critical = m_figures[2].acknowledged[1];
    const auto age = [](double seconds) {
        return ageText(std::chrono::microseconds(std::llround(seconds * 1e6)));
    };
    const std::optional<FrequentAlarm> &worst = hour.worstChattering;
    m_lastMinutes->setFigure(QString::number(m_figures[0].annunciated), tr("flood > 10"));
    m_chattering->setFigure(QString::number(hour.chattering),
                            worst ? AlarmWords::title(worst->alarm, worst->title)
                                  : tr("last hour"));
    m_acknowledging->setFigure(all.count > 0 ? age(all.medianSeconds) : QString(kEnDash),
                               critical.count > 0
                                   ? tr("median, priority 1 %1").arg(age(critical.medianSeconds))
                                   : tr("median, last 24 h"));
}

/// Of the journal: it was not read yet, or cannot be.
void AlarmPage::showNoFigures()
{
    for (FigureTile *tile : {m_lastMinutes, m_chattering, m_acknowledging})
        tile->setFigure(QString(kEnDash), m_figuresFault);
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
