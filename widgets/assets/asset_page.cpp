#include "widgets/assets/asset_page.h"

#include "widgets/assets/asset_alarms_panel.h"
#include "widgets/assets/asset_head.h"
#include "widgets/assets/tag_dialog.h"
#include "widgets/common/beside.h"
#include "widgets/common/edit_permission.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/fact_table.h"
#include "widgets/common/head_row.h"
#include "widgets/common/theme.h"
#include "widgets/overview/tile_grid.h"
#include "widgets/trends/alarm_bands.h"
#include "widgets/trends/range_bar.h"
#include "widgets/trends/trend_limits.h"
#include "widgets/trends/trend_view.h"

#include "models/alarm_periods.h"
#include "models/asset_facts.h"
#include "models/asset_tags.h"
#include "models/asset_tree_model.h"
#include "models/kpi_tile_model.h"
#include "models/page_catalog.h"
#include "models/run_time.h"
#include "models/trend_key.h"
#include "models/value_text.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMostTags = 400;
constexpr std::size_t kMostCharts = 5;
constexpr std::size_t kMostTiles = 5;
constexpr std::size_t kMostEvents = 8;
constexpr std::size_t kMenuTags = 40;
constexpr int kSideWidth = 420;
constexpr int kSideNarrow = 340;
constexpr int kLeastTrends = 180; ///< height
constexpr int kBesideFrom = 640; ///< width for trends and side, side by side

/// Below the trends it is as wide as the page and seen whole: the page is scrolled then.
void fitSide(QScrollArea &side, bool isBelow)
{
    const Theme &theme = Theme::instance();
    side.setMinimumWidth(theme.measure(kSideNarrow));
    side.setMaximumWidth(isBelow ? QWIDGETSIZE_MAX : theme.measure(kSideWidth));
    side.setMinimumHeight(isBelow ? side.widget()->sizeHint().height() : 0);
}

} // namespace

AssetPage::AssetPage(const Plant &plant, const AssetTreeModel &assets, const QString &path,
                     QWidget *parent)
    : Page(plant, parent)
    , m_path(path.toStdString())
    , m_assets(assets)
    , m_model(new KpiTileModel(plant, this))
    , m_runTime(new RunTime(plant, this))
    , m_head(new AssetHead(m_path))
    , m_grid(new TileGrid(plant, *m_model))
    , m_view(new TrendView(plant))
    , m_bands(new AlarmBands(
          plant, *m_view, [this](const std::string &tag) { return liesBelow(tag, m_path); }, this))
    , m_trends(new Panel(tr("Trends")))
    , m_hint(new ElidedLabel(tr("Wheel zoom · drag pan · X cursors")))
    , m_alarms(new AssetAlarmsPanel(plant, m_path))
    , m_eventsPanel(new Panel(tr("Events")))
    , m_events(new FactTable(QStringLiteral("asset-events"), tr("Events of this asset"), 104))
    , m_noEvents(new QLabel(tr("Nothing noted yet.")))
    , m_properties(new FactTable(QStringLiteral("asset-facts"), tr("Properties of this asset"), 92))
{
    setObjectName(QStringLiteral("page"));
    setFocusProxy(m_view);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(Theme::kMargin, Theme::kMargin, Theme::kMargin, Theme::kMargin);
    whole->setSpacing(Theme::kMargin);
    whole->addWidget(makeHead());
    whole->addWidget(m_grid);
    auto *below = new Beside(kBesideFrom);
    below->add(makeTrends(), 11);
    QScrollArea *side = makeSide();
    below->add(side, 4);
    connect(below, &Beside::turned, this, [side](bool isBelow) { fitSide(*side, isBelow); });
    whole->addWidget(below, 1);
    m_view->window().followUpTo(1h);
    connect(m_head, &AssetHead::openRequested, this, &Page::openRequested);
    connect(m_grid, &TileGrid::columnsChanged, this, &AssetPage::fitTiles);
    connect(m_grid, &TileGrid::opened, this, [this](std::size_t index) {
        Q_EMIT openRequested(TrendKey::of(m_model->tile(index).path));
    });
    connect(m_runTime, &RunTime::answered, this, [this] { m_second = 0; });
    connect(m_bands, &AlarmBands::taken, this, [this] { m_hasOtherEvents = true; });
    connect(&m_view->window(), &TrendWindow::changed, this, [this] { m_hasOtherEvents = true; });
    connect(m_view, &TrendView::heightWanted, m_view, &QWidget::setMinimumHeight,
            Qt::QueuedConnection);
    connect(m_view, &TrendView::viewChanged, this, &AssetPage::showTrendRemark);
    connect(m_view, &TrendView::crosshairMoved, this, &AssetPage::showTrendRemark);
    connect(m_view, &TrendView::cursorsMoved, this, &AssetPage::showTrendRemark);
}

AssetPage::~AssetPage() = default;

QString AssetPage::key() const
{
    return QStringLiteral("asset:") + QString::fromStdString(m_path);
}

QString AssetPage::title() const
{
    return shownText(m_path.substr(m_path.rfind('/') + 1));
}

QWidget *AssetPage::makeHead()
{
    auto *head = new HeadRow;
    auto *describe = new QPushButton(tr("Tags…"));
    auto *report = new QPushButton(tr("Report…"));
    describe->setAutoDefault(false);
    report->setAutoDefault(false);
    head->start()->addWidget(m_head, 1);
    head->end()->addWidget(new RangeBar(*m_view));
    head->end()->addWidget(describe);
    head->end()->addWidget(report);
    connect(describe, &QPushButton::clicked, this, &AssetPage::openTagMenu);
    connect(report, &QPushButton::clicked, this, [this] { Q_EMIT reportRequested(key()); });
    return head;
}

QWidget *AssetPage::makeTrends()
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_view);
    scroll->setFocusProxy(m_view);
    m_hint->setObjectName(QStringLiteral("second"));
    m_trends->headerEnd()->addWidget(m_hint);
    m_trends->content()->addWidget(scroll);
    scroll->setMinimumHeight(Theme::instance().measure(kLeastTrends));
    return m_trends;
}

QScrollArea *AssetPage::makeSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::kGap);
    m_noEvents->setObjectName(QStringLiteral("second"));
    m_noEvents->setContentsMargins(14, 8, 14, 8);
    m_eventsPanel->content()->addWidget(m_events);
    m_eventsPanel->content()->addWidget(m_noEvents);
    auto *properties = new Panel(tr("Properties"));
    properties->content()->addWidget(m_properties);
    column->addWidget(m_alarms);
    column->addWidget(m_eventsPanel);
    column->addWidget(properties);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(side);
    fitSide(*scroll, false);
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    return scroll;
}

void AssetPage::frame(Timestamp now)
{
    const Timestamp at = m_standsAt.value_or(now);
    m_hasFramed = true;
    const std::int64_t second = toMicroseconds(now) / 1'000'000;
    if (second != m_second) {
        m_second = second;
        m_hasOtherEvents = true;
        showSecond(at);
    }
    if (std::exchange(m_hasOtherEvents, false))
        showEvents(at);
    m_model->frame(at);
    m_grid->setVisible(m_model->size() > 0);
    m_view->frame(at);
    m_alarms->frame(at);
    m_bands->frame(now);
}

/// What need not be looked at more often than once a second.
void AssetPage::showSecond(Timestamp now)
{
    if (m_knownTags != m_plant.tags->size() || m_revision != m_plant.tags->revision())
        takeTags();
    else if (m_type != assetType(m_plant, m_path, m_tags))
        setPage(); // it has said only now what it is
    else if (m_alarmVersion != m_plant.alarms->version())
        takeAlarms();
    if (m_rules != m_plant.workspace->rules)
        showLimits();
    const AssetTree::Node node = m_assets.tree().find(m_path);
    if (node != AssetTree::kNone)
        m_head->setState(m_assets.states().alarms(node), m_assets.states().health(node, now));
    m_runTime->refresh(now);
    m_properties->setFacts(
        AssetFacts::properties(m_plant, m_tags, m_allTags, m_runTime->words(now), now));
    showTrendRemark();
}

/// Up to the end of what the trends show, with the gaps that are hatched there.
void AssetPage::showEvents(Timestamp now)
{
    const TrendWindow &window = m_view->window();
    const bool isPast = !window.isLive() && window.range().to < now;
    const Timestamp until = isPast ? window.range().to : now;
    m_eventsPanel->setRemark(
        isPast ? tr("up to %1").arg(shortTimeText(until, now, m_plant.zone, QLocale()))
               : QString());
    const std::vector<Fact> events = AssetFacts::events(m_plant, m_path, m_bands->entries(),
                                                        m_view->gaps(), until, kMostEvents);
    m_events->setFacts(events);
    m_events->setVisible(!events.empty());
    m_noEvents->setVisible(events.empty());
}

bool AssetPage::isComplete() const
{
    return m_hasFramed && m_bands->isLoaded() && m_model->isComplete() && m_runTime->isComplete()
        && (m_view->chartCount() == 0 || m_view->isComplete());
}

void AssetPage::takeOver(const Page &before)
{
    if (const auto *same = qobject_cast<const AssetPage *>(&before))
        m_view->takeOver(*same->m_view);
}

void AssetPage::standAt(Timestamp time)
{
    m_standsAt = time;
    m_view->standAt(time);
}

void AssetPage::takeTags()
{
    m_knownTags = m_plant.tags->size();
    m_revision = m_plant.tags->revision();
    m_tags = tagsOfAsset(m_plant, m_path, kMostTags);
    m_allTags = m_plant.tags->tagsBelow(m_path).size();
    m_runTime->setTags(tagsOfOneAsset());
    setPage();
}

void AssetPage::setPage()
{
    m_type = assetType(m_plant, m_path, m_tags);
    const PageDescription page = m_plant.pages->forAsset(m_plant, m_path, m_tags, m_type);
    m_rows = std::max(1, page.rows);
    showTrends(bindTrends(m_plant, page, m_tags, kMostCharts));
    m_model->setPage(page, {m_path, m_tags});
    fitTiles();
}

void AssetPage::showTrends(const std::vector<TagId> &tags)
{
    m_alarmVersion = m_plant.alarms->version();
    m_view->setTags(tags);
    showLimits();
    m_bands->show();
}

/// What came into alarm gets a trend; as long as all in alarm have one, they stay as they are.
void AssetPage::takeAlarms()
{
    m_alarmVersion = m_plant.alarms->version();
    std::vector<TagId> shown;
    for (const TrendTrace &trace : m_view->window().traces())
        shown.push_back(trace.tag);
    const auto isOneOf = [](const std::vector<TagId> &tags, TagId tag) {
        return std::find(tags.begin(), tags.end(), tag) != tags.end();
    };
    const auto isMissing = [&](const AlarmRow &row) {
        const TagId tag = liesBelow(row.tag, m_path) ? m_plant.tags->find(row.tag) : TagId {};
        return isOneOf(m_tags, tag) && !isOneOf(shown, tag);
    };
    const auto snapshot = m_plant.alarms->snapshot();
    if (std::none_of(snapshot->rows.begin(), snapshot->rows.end(), isMissing))
        return;
    const PageDescription page = m_plant.pages->forAsset(m_plant, m_path, m_tags, m_type);
    const std::vector<TagId> tags = bindTrends(m_plant, page, m_tags, kMostCharts);
    if (tags != shown) // there is room for them
        showTrends(tags);
}

/// What is said of a machine is said of the page's own, not of one of those below an area.
std::vector<TagId> AssetPage::tagsOfOneAsset() const
{
    std::vector<TagId> own;
    std::copy_if(m_tags.begin(), m_tags.end(), std::back_inserter(own),
                 [this](TagId tag) { return assetPath(m_plant.tags->path(tag)) == m_path; });
    return own;
}

void AssetPage::fitTiles()
{
    const auto across = std::min(kMostTiles, static_cast<std::size_t>(m_grid->columns()));
    m_model->setRoom(across * static_cast<std::size_t>(m_rows));
}

void AssetPage::showLimits()
{
    m_rules = m_plant.workspace->rules;
    for (const TrendTrace &trace : m_view->window().traces())
        m_view->setLimits(trace.tag, limitsOf(m_plant, trace.info));
}

void AssetPage::showTrendRemark()
{
    QString remark = m_view->rangeText();
    m_hint->setVisible(m_view->crosshairText().isEmpty()); // its words need the room
    if (const QString read = m_view->crosshairText(); !read.isEmpty())
        remark += QStringLiteral(" · ") + tr("crosshair %1").arg(read);
    else if (const auto between = m_view->cursors())
        remark += QStringLiteral(" · ")
            + tr("cursors %1 – %2, %3")
                  .arg(timeText(between->from, m_plant.clock->now(), m_plant.zone),
                       timeText(between->to, m_plant.clock->now(), m_plant.zone),
                       ageText(between->to - between->from));
    else if (!m_view->window().isLive())
        remark += QStringLiteral(" · ") + tr("standing still");
    const QString trouble = m_view->troubleText();
    m_trends->setRemark(trouble.isEmpty() ? remark : trouble);
}

void AssetPage::openTagMenu()
{
    QMenu menu(this);
    for (std::size_t i = 0; i < std::min(m_tags.size(), kMenuTags); ++i) {
        const TagId tag = m_tags[i];
        menu.addAction(buttonText(tagTitle(m_plant.tags->info(tag))), this,
                       [this, tag] { describeTag(tag); });
    }
    if (m_allTags > kMenuTags)
        menu.addAction(tr("%n more in the tree", nullptr, static_cast<int>(m_allTags - kMenuTags)))
            ->setEnabled(false);
    auto *button = qobject_cast<QWidget *>(sender());
    menu.exec(button ? button->mapToGlobal(QPoint(0, button->height())) : QCursor::pos());
}

void AssetPage::describeTag(TagId tag)
{
    if (!mayEdit(m_plant, this))
        return;
    auto *dialog = new TagDialog(m_plant, tag, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace telltale
