#include "widgets/overview/overview_page.h"

#include "widgets/common/beside.h"
#include "widgets/common/head_row.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/theme.h"
#include "widgets/connect/command_question.h"
#include "widgets/connect/subscribe_all_question.h"
#include "widgets/overview/alarm_panel.h"
#include "widgets/overview/area_panel.h"
#include "widgets/overview/empty_plant.h"
#include "widgets/overview/tile_grid.h"

#include "models/kpi_tile_model.h"
#include "models/page_catalog.h"
#include "models/rules_in_force.h"
#include "models/value_text.h"

#include "data/telemetry/status_board.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>
#include <array>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::hours, 4> kSpans {1h, 8h, 24h, 168h};
constexpr int kTileRows = 2; ///< leave room for the alarms on a screen of 720 pixels
constexpr int kTallRows = 3; ///< on tall screens,
constexpr double kTilesPart = 0.6; ///< where they may take this of the page
constexpr int kTall = 1300;
constexpr std::size_t kAllTiles = 1000;
constexpr int kBesideFrom = 620; ///< width for alarms and areas side by side

} // namespace

OverviewPage::OverviewPage(const Plant &plant, const AssetTreeModel &assets, QWidget *parent)
    : Page(plant, parent)
    , m_model(new KpiTileModel(plant, this))
    , m_title(new QLabel(title()))
    , m_remark(new QLabel)
    , m_span(new SegmentBar(tr("Period of the curves")))
    , m_report(new QPushButton(tr("Report…")))
    , m_addRule(new QPushButton(tr("Add alarm rule…")))
    , m_more(new QPushButton)
    , m_grid(new TileGrid(plant, *m_model))
    , m_alarms(new AlarmPanel(plant))
    , m_areas(new AreaPanel(plant, assets))
    , m_stack(new QStackedWidget)
    , m_scroll(new QScrollArea)
    , m_question(new SubscribeAllQuestion(plant))
    , m_empty(new EmptyPlant(plant))
    , m_rows(plant.pages->overview().rows)
{
    setObjectName(QStringLiteral("page"));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, Theme::kMargin, 0, 0);
    whole->setSpacing(14);
    whole->addWidget(makeHead());
    auto *questions = new QVBoxLayout;
    questions->setContentsMargins(Theme::kMargin, 0, Theme::kMargin, 0);
    questions->addWidget(m_question);
    questions->addWidget(new CommandQuestion(plant));
    whole->addLayout(questions);
    m_scroll->setWidget(makeBody());
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);
    whole->addWidget(m_stack, 1);
    connect(m_grid, &TileGrid::openRequested, this, &Page::openRequested);
    connect(m_grid, &TileGrid::columnsChanged, this, &OverviewPage::fitTiles);
    connect(m_alarms, &AlarmPanel::openRequested, this, &Page::openRequested);
    connect(m_areas, &AreaPanel::openRequested, this, &Page::openRequested);
    connect(m_empty, &EmptyPlant::openRequested, this, &Page::openRequested);
    connect(m_question, &SubscribeAllQuestion::answered, this, [this] { m_second = 0; });
    connect(m_question, &SubscribeAllQuestion::chooseTopics, this, [this](const QString &name) {
        Q_EMIT openRequested(QStringLiteral("connections#topics:") + name);
    });
    connect(&Theme::instance(), &Theme::changed, this, &OverviewPage::applyTheme);
    connect(m_more, &QPushButton::toggled, this, &OverviewPage::fitTiles);
    applyTheme();
    m_model->setPage(plant.pages->overview());
    chooseSpan(0);
}

QString OverviewPage::title() const
{
    return tr("Overview");
}

void OverviewPage::frame(Timestamp now)
{
    m_hasFramed = true;
    const Timestamp at = m_standsAt.value_or(now);
    const bool isEmpty = !hasPlant();
    showStatus(at);
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_span->setVisible(!isEmpty);
    m_report->setVisible(!isEmpty);
    m_remark->setVisible(!isEmpty);
    m_addRule->setVisible(!isEmpty && !RulesInForce::anyOf(m_plant.workspace->rules));
    if (isEmpty)
        return;
    m_model->frame(at);
    showRemark(at);
    showLeft();
    m_alarms->frame(at);
    m_areas->frame(at);
}

bool OverviewPage::isComplete() const
{
    const bool isEmpty = m_stack->currentWidget() == m_empty;
    return m_hasFramed && (isEmpty || (m_model->isComplete() && m_areas->isComplete()));
}

void OverviewPage::takeOver(const Page &before)
{
    const auto *same = qobject_cast<const OverviewPage *>(&before);
    if (!same)
        return;
    m_span->setCurrent(same->m_span->current());
    chooseSpan(same->m_span->current());
    m_more->setChecked(same->m_more->isChecked());
}

void OverviewPage::standAt(Timestamp time)
{
    m_standsAt = time;
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitTiles();
}

QWidget *OverviewPage::makeHead()
{
    auto *head = new HeadRow;
    head->setContentsMargins(Theme::kMargin, 0, Theme::kMargin, 0);
    m_remark->setObjectName(QStringLiteral("second"));
    m_span->setSegments({tr("1 h"), tr("8 h"), tr("24 h"), tr("7 d")});
    m_addRule->setObjectName(QStringLiteral("primary"));
    m_report->setAutoDefault(false);
    m_more->setAutoDefault(false);
    m_more->setCheckable(true);
    m_more->hide();
    head->start()->addWidget(m_title);
    head->start()->addWidget(m_remark, 1);
    for (QWidget *control : {static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_span),
                             static_cast<QWidget *>(m_report), static_cast<QWidget *>(m_addRule)})
        head->end()->addWidget(control);
    connect(m_report, &QPushButton::clicked, this, [this] { Q_EMIT reportRequested(key()); });
    connect(m_span, &SegmentBar::chosen, this, &OverviewPage::chooseSpan);
    connect(m_addRule, &QPushButton::clicked, this,
            [this] { Q_EMIT openRequested(QStringLiteral("alarms#add-rule")); });
    return head;
}

QWidget *OverviewPage::makeBody()
{
    auto *body = new QWidget;
    auto *whole = new QVBoxLayout(body);
    whole->setContentsMargins(Theme::kMargin, 0, Theme::kMargin, Theme::kMargin);
    whole->setSpacing(Theme::kMargin);
    whole->addWidget(m_grid);
    auto *below = new Beside(kBesideFrom);
    below->add(m_alarms, 3);
    below->add(m_areas, 2);
    whole->addWidget(below, 1);
    return body;
}

/// The program's own figures are there from the beginning, and are no plant.
bool OverviewPage::hasPlant()
{
    const std::size_t known = m_plant.tags->size();
    while (m_ownTags < known
           && m_plant.tags->path({static_cast<std::uint32_t>(m_ownTags)}).starts_with('$'))
        ++m_ownTags;
    return m_ownTags < known;
}

void OverviewPage::showStatus(Timestamp now)
{
    const std::uint64_t version = m_plant.status->version();
    const std::int64_t second = toMicroseconds(now) / 1'000'000;
    if (version == m_statusVersion && second == m_second)
        return;
    m_statusVersion = version;
    m_second = second;
    const PlantStatus status = m_plant.status->status();
    m_question->askAbout(SubscribeAllQuestion::asked(m_plant, status), status);
    m_empty->setStatus(status, now);
}

void OverviewPage::chooseSpan(int segment)
{
    m_model->setSpan(kSpans[static_cast<std::size_t>(segment)]);
}

/// What the curves show, and whether anything is live - or of when all this is; while devices send
/// what they had kept, how far that has come.
void OverviewPage::showRemark(Timestamp now)
{
    const std::array<QString, 4> live {tr("live · last hour"), tr("live · last 8 hours"),
                                       tr("live · last 24 hours"), tr("live · last 7 days")};
    const std::array<QString, 4> stored {tr("last hour"), tr("last 8 hours"), tr("last 24 hours"),
                                         tr("last 7 days")};
    const auto span = static_cast<std::size_t>(std::max(m_span->current(), 0));
    if (m_standsAt) { // of any day: with its date
        m_remark->setText(timeText(now, Timestamp {}, m_plant.zone) + QStringLiteral(" · ")
                          + stored[span]);
        return;
    }
    const std::optional<TimeRange> past = m_model->arrivingPast();
    if (!past) {
        m_remark->setText(m_model->live() == m_model->size() ? live[span]
                                                             : partlyLive(stored[span]));
        return;
    }
    const auto share = 100 * (past->to - past->from)
        / std::max<std::chrono::microseconds>(now - past->from, std::chrono::microseconds(1));
    m_remark->setText(tr("the past is being loaded · %1 % · up to %2")
                          .arg(share)
                          .arg(shortTimeText(past->to, now, m_plant.zone, QLocale())));
}

/// Nothing is called live above tiles that are not.
QString OverviewPage::partlyLive(const QString &period) const
{
    const std::size_t live = m_model->live();
    if (live > 0)
        return tr("%1 of %2 live").arg(live).arg(m_model->size()) + QStringLiteral(" · ") + period;
    const PlantStatus status = m_plant.status->status();
    const bool isConnected = std::any_of(
        status.connections.begin(), status.connections.end(), [](const ConnectionStatus &one) {
            return one.state == ConnectionStatus::State::Connected
                || one.state == ConnectionStatus::State::Connecting;
        });
    return m_model->isWaiting() && isConnected
        ? tr("waiting for the first values") + QStringLiteral(" · ") + period
        : period;
}

void OverviewPage::applyTheme()
{
    m_title->setFont(Theme::instance().font(Theme::Type::Title));
}

void OverviewPage::fitTiles()
{
    const bool isTall = height() > Theme::instance().measure(kTall);
    m_grid->setHeightToFill(isTall ? static_cast<int>(kTilesPart * height()) : 0);
    m_areas->setTall(isTall);
    const int fitting = isTall ? kTallRows : kTileRows;
    const int rows = m_rows > 0 ? m_rows : fitting;
    const auto room = static_cast<std::size_t>(m_grid->columns() * rows);
    const bool showsAll = m_more->isChecked() && !m_plant.pages->overview().tiles.empty();
    m_model->setRoom(showsAll ? kAllTiles : room);
}

/// Tiles a workspace names are never out of reach, whatever the size of the window.
void OverviewPage::showLeft()
{
    const auto left = static_cast<int>(m_model->left());
    m_more->setVisible(left > 0 || m_more->isChecked());
    m_more->setText(left > 0 ? tr("%n more tile(s)", nullptr, left) : tr("Fewer tiles"));
}

} // namespace telltale
