#include "widgets/alarms/key_figures_page.h"

#include "widgets/alarms/verdict_delegate.h"
#include "widgets/common/data_table.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/error_words.h"
#include "widgets/common/head_row.h"
#include "widgets/common/labels.h"
#include "widgets/common/panel.h"
#include "widgets/common/period_edit.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/theme.h"

#include "models/frequent_table.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/workspace/workspace.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kLivePace = 10s;
constexpr int kRest = 20; ///< the live ones take at most this part of the time
constexpr auto kPeriodPace = 5min;
constexpr int kWorstRows = 2; ///< seen at least
constexpr int kFigureRows = 4;

int heightOf(int rows)
{
    const Theme &theme = Theme::instance();
    return theme.measure(Theme::kPanelHeader + Theme::kTableHeader) + 2
        + rows * theme.measure(Theme::kTableRow);
}

JournalJob::Work<KeyFigureList> counting(KeyFigureRequest request)
{
    return [request = std::move(request)](const JournalSource &source, const CancelFlag &cancel) {
        return countKeyFigures(source, request, cancel);
    };
}

/// Both with their dates, unless all of it is of one day; that stands once, unless it is today.
std::pair<QString, QString> endsOf(TimeRange range, Timestamp now, const QTimeZone &zone)
{
    const auto dayOf = [&zone](Timestamp time) {
        return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, zone).date();
    };
    const bool isOneDay = dayOf(range.from) == dayOf(range.to);
    return {timeText(range.from, isOneDay ? now : range.to, zone),
            timeText(range.to, range.from, zone)};
}

} // namespace

KeyFiguresPage::KeyFiguresPage(const Plant &plant, QWidget *parent)
    : Page(plant, parent)
    , m_live(new JournalJob(journalOfFolder(plant.dataFolder), this))
    , m_job(new JournalJob(journalOfFolder(plant.dataFolder), this))
    , m_model(new KeyFigureModel(this))
    , m_worstModel(new RowTableModel(FrequentTable::columns(), this))
    , m_chosen(new PeriodEdit(plant.zone, {plant.clock->now() - 24h, plant.clock->now()}))
    , m_pace(kLivePace)
{
    setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kMargin, 14, Theme::kMargin, Theme::kMargin);
    column->setSpacing(Theme::kGap);
    column->addWidget(makeHead());
    m_chosen->hide();
    column->addWidget(m_chosen);
    connect(m_chosen, &PeriodEdit::changed, this, &KeyFiguresPage::choose);
    column->addWidget(makeFigures(), 3);
    column->addWidget(makeWorst(), 1);
    setFocusProxy(m_table);
    showPeriod(SevenDays);
}

QString KeyFiguresPage::title() const
{
    return tr("Key figures");
}

QWidget *KeyFiguresPage::makeHead()
{
    auto *head = new HeadRow;
    auto *name = new QLabel(title());
    name->setFont(Theme::instance().font(Theme::Type::Title));
    m_said = new ElidedLabel;
    m_said->setObjectName(QStringLiteral("second"));
    m_said->setTextFormat(Qt::PlainText);
    head->start()->addWidget(name);
    head->start()->addWidget(m_said, 1);
    m_periods = new SegmentBar(tr("Period of the key figures"));
    m_periods->setSegments({tr("7 days"), tr("30 days"), tr("From … to")});
    m_count = new QPushButton(tr("Count again"));
    m_count->setObjectName(QStringLiteral("count"));
    m_count->setAutoDefault(false);
    head->end()->addWidget(m_periods);
    head->end()->addWidget(m_count);
    connect(m_periods, &SegmentBar::chosen, this, &KeyFiguresPage::showPeriod);
    connect(m_count, &QPushButton::clicked, this, &KeyFiguresPage::countOrStop);
    return head;
}

QWidget *KeyFiguresPage::makeFigures()
{
    auto *panel = new Panel(tr("Alarms and what they ask of people"));
    m_table = new DataTable(QStringLiteral("key_figures"), tr("Key figures"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new VerdictDelegate(m_table));
    m_table->setColumns({{230, 30},
                         {86, 6, 3},
                         {86, 6, 2},
                         {86, 6},
                         {92, 6},
                         {150, 12, 1},
                         {140, 10, 4},
                         {140, 10}});
    panel->content()->addWidget(m_table);
    panel->setMinimumHeight(heightOf(kFigureRows));
    return panel;
}

QWidget *KeyFiguresPage::makeWorst()
{
    auto *panel = new Panel(tr("The ten most frequent alarms of the period"));
    auto *cures = new QPushButton(tr("Cures…"));
    cures->setObjectName(QStringLiteral("cures"));
    cures->setAutoDefault(false);
    connect(cures, &QPushButton::clicked, this,
            [this] { Q_EMIT openRequested(QStringLiteral("alarms#worst")); });
    panel->headerEnd()->addWidget(cures);
    m_worst = new DataTable(QStringLiteral("frequent_alarms"), tr("The ten most frequent alarms"));
    m_worst->setModel(m_worstModel);
    m_worst->setSelectionMode(QAbstractItemView::SingleSelection);
    m_worst->setColumns({{200, 20}, {150, 20, 1}, {84, 4, 2}, {72, 4}, {72, 4, 3}, {180, 20, 4}});
    m_none = wholeLabel(QStringLiteral("second"));
    m_none->setAlignment(Qt::AlignCenter);
    panel->content()->addWidget(m_worst, 1);
    panel->content()->addWidget(m_none);
    panel->setMinimumHeight(heightOf(kWorstRows));
    connect(m_worst, &QAbstractItemView::activated, this, &KeyFiguresPage::openWorst);
    return panel;
}

/// What would cure it; of an alarm that no rule has (any more) there is only its asset.
void KeyFiguresPage::openWorst(const QModelIndex &index)
{
    const std::string rule
        = ruleOfAlarm(index.data(RowTableModel::KeyRole).toString().toStdString());
    if (findRule(m_plant.workspace->rules, rule)) {
        Q_EMIT openRequested(QStringLiteral("alarms#worst:") + QString::fromStdString(rule));
        return;
    }
    const QString tag = index.siblingAtColumn(FrequentTable::PlaceColumn)
                            .data(RowTableModel::ValueRole)
                            .toString();
    const std::string asset = assetPath(tag.toStdString());
    if (!asset.empty())
        Q_EMIT openRequested(QStringLiteral("asset:") + QString::fromStdString(asset));
}

void KeyFiguresPage::takeOver(const Page &before)
{
    const auto *same = qobject_cast<const KeyFiguresPage *>(&before);
    if (!same)
        return;
    m_chosen->setRange(same->m_chosen->range());
    showPeriod(same->m_period);
}

void KeyFiguresPage::showPeriod(int period)
{
    m_period = static_cast<Period>(period);
    m_periods->setCurrent(period);
    m_chosen->setVisible(m_period == Chosen);
    m_model->setPeriodName(m_period == SevenDays        ? tr("7 days")
                               : m_period == ThirtyDays ? tr("30 days")
                                                        : tr("Period"));
    choose();
}

/// Counted with the next frame.
void KeyFiguresPage::choose()
{
    m_job->cancel();
    m_periodAsked.reset();
    m_hasPeriod = false;
    m_isStopped = false;
    m_model->clear(KeyFigureModel::PeriodColumn);
    m_worstModel->setTableRows({});
    showState(tr("Reading the journal …"));
}

std::optional<TimeRange> KeyFiguresPage::range(Timestamp now) const
{
    if (m_period != Chosen)
        return TimeRange {now - (m_period == SevenDays ? 7 * 24h : 30 * 24h), now};
    TimeRange chosen = m_chosen->range();
    chosen.to = std::min(chosen.to, now);
    return chosen.from < chosen.to ? std::optional(chosen) : std::nullopt;
}

void KeyFiguresPage::frame(Timestamp now)
{
    now = m_standsAt.value_or(now);
    if (!m_live->isRunning() && isOver(m_liveAsked, m_pace))
        countLive(now);
    const bool isPast = m_hasPeriod && m_period == Chosen && m_chosen->range().to < m_periodAt;
    const bool isOld = !isPast && isOver(m_periodAsked, kPeriodPace);
    if (isOld && !m_isStopped && !m_job->isRunning())
        countPeriod(now);
}

/// Never asked, or `pace` ago.
bool KeyFiguresPage::isOver(const std::optional<std::chrono::microseconds> &asked,
                            std::chrono::microseconds pace) const
{
    return !asked || m_plant.clock->steady() - *asked >= pace;
}

KeyFigureRequest KeyFiguresPage::request(std::vector<TimeRange> ranges, Timestamp now) const
{
    return {std::move(ranges), FigureRules(m_plant.workspace->rules), m_plant.alarms->snapshot(),
            now};
}

/// The longer it takes, the less often.
void KeyFiguresPage::countLive(Timestamp now)
{
    m_liveAsked = m_plant.clock->steady();
    m_took.start();
    m_live->run<KeyFigureList>(
        counting(request({{now - 10min, now}, {now - 1h, now}, {now - 24h, now}}, now)),
        [this](const Result<KeyFigureList> &figures) {
            const std::chrono::milliseconds took(m_took.elapsed());
            m_pace = std::max(kLivePace, kRest * took);
            m_hasLive = true;
            constexpr KeyFigureModel::Column kSpans[]
                = {KeyFigureModel::TenMinutesColumn, KeyFigureModel::HourColumn,
                   KeyFigureModel::DayColumn};
            for (std::size_t i = 0; i < std::size(kSpans); ++i) {
                if (figures.ok())
                    m_model->setFigures(kSpans[i], figures.value()[i]);
                else
                    m_model->clear(kSpans[i]);
            }
        });
}

void KeyFiguresPage::countPeriod(Timestamp now)
{
    m_periodAsked = m_plant.clock->steady();
    m_periodAt = now;
    const std::optional<TimeRange> wanted = range(now);
    if (!wanted) {
        m_hasPeriod = true;
        return showState(tr("The period ends before it begins."));
    }
    m_job->run<KeyFigureList>(
        counting(request({*wanted}, now)),
        [this, now](const Result<KeyFigureList> &figures) { takePeriod(figures, now); });
    m_count->setText(tr("Stop"));
}

void KeyFiguresPage::takePeriod(const Result<KeyFigureList> &figures, Timestamp now)
{
    m_hasPeriod = true;
    if (!figures.ok()) {
        m_model->clear(KeyFigureModel::PeriodColumn);
        m_worstModel->setTableRows({});
        return showState(ErrorWords::sentence(figures.error()));
    }
    const KeyFigures &counted = figures.value().front();
    m_model->setFigures(KeyFigureModel::PeriodColumn, counted);
    m_worstModel->setTableRows(FrequentTable::rows(counted, *m_plant.tags));
    const TimeRange range = counted.range;
    const auto [from, to] = endsOf(range, now, m_plant.zone);
    //: %1 and %2 times, %3 how many
    showState(tr("%1 to %2 · alarms that came: %3").arg(from, to, countText(counted.annunciated)),
              tr("No alarm came in this period."));
}

void KeyFiguresPage::countOrStop()
{
    const bool wasRunning = m_job->isRunning();
    choose();
    if (!wasRunning)
        return;
    m_isStopped = true;
    m_hasPeriod = true;
    showState(tr("Stopped; nothing is counted of the period."));
}

/// `none`: why there are no alarms, if there are none.
void KeyFiguresPage::showState(const QString &words, const QString &none)
{
    const bool isEmpty = m_worstModel->rowCount() == 0;
    m_said->setText(words);
    m_count->setText(m_job->isRunning() ? tr("Stop") : tr("Count again"));
    m_worst->setVisible(!isEmpty);
    m_none->setVisible(isEmpty);
    m_none->setText(none);
}

} // namespace telltale
