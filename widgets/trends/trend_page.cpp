#include "widgets/trends/trend_page.h"

#include "widgets/common/data_table.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/head_row.h"
#include "widgets/common/notice.h"
#include "widgets/common/panel.h"
#include "widgets/common/row_delegate.h"
#include "widgets/common/theme.h"
#include "widgets/tab_names.h"
#include "widgets/trends/add_tags_dialog.h"
#include "widgets/trends/alarm_bands.h"
#include "widgets/trends/range_bar.h"
#include "widgets/trends/trend_limits.h"
#include "widgets/trends/trend_view.h"

#include "models/area_names.h"
#include "models/row_table_model.h"
#include "models/tag_mime.h"
#include "models/trend_key.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/future_limit.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr int kMostRows = 6;
constexpr int kLeastTrends = 180; ///< height
constexpr int kMostLetters = 80; ///< of what was dropped and is no tag

/// The colour of its trace before each tag's name.
class FigureDelegate : public RowDelegate
{
public:
    FigureDelegate(const TrendView &view, QObject *parent)
        : RowDelegate(parent)
        , m_view(view)
    { }

protected:
    int paintLead(QPainter &painter, const QRect &cell, const QModelIndex &index) const override
    {
        if (index.column() != 0)
            return 0;
        painter.fillRect(QRect(cell.left(), cell.center().y() - 1, 14, 3),
                         m_view.colourOf(static_cast<std::size_t>(index.row())));
        return 22;
    }

private:
    const TrendView &m_view;
};

std::vector<TableColumn> columns()
{
    return {{TrendPage::tr("Tag")},          {TrendPage::tr("Unit")},
            {TrendPage::tr("First"), true},  {TrendPage::tr("Last"), true},
            {QStringLiteral("Δ"), true},     {TrendPage::tr("Min"), true},
            {TrendPage::tr("Max"), true},    {TrendPage::tr("Mean"), true},
            {TrendPage::tr("Samples"), true}};
}

TableCell number(double value, int decimals)
{
    return {numberText(value, decimals, QLocale()), value};
}

TableRow rowOf(const TrendTrace &trace, const QString &title, TimeRange range)
{
    const TrendStatistics figures = statisticsOf(trace, range);
    const int decimals = trace.info.decimals;
    TableRow row {trace.info.path, {{title}, {shownText(trace.info.unit), {}, true}}};
    row.tip = shownText(trace.info.path);
    if (figures.samples == 0) {
        row.cells.resize(8, {QStringLiteral("–"), {}, true});
        row.cells.push_back(number(0, 0));
        return row;
    }
    for (const double value : {figures.first, figures.last, figures.last - figures.first,
                               figures.min, figures.max, figures.mean})
        row.cells.push_back(number(value, decimals));
    row.cells.push_back(number(static_cast<double>(figures.samples), 0));
    return row;
}

} // namespace

TrendPage::TrendPage(const Plant &plant, const QString &tags, QWidget *parent)
    : Page(plant, parent)
    , m_view(new TrendView(plant))
    , m_bands(new AlarmBands(
          plant, *m_view, [](const std::string &) { return true; }, this))
    , m_panel(new Panel(tr("Trends")))
    , m_title(new ElidedLabel)
    , m_remark(new QLabel)
    , m_hint(new ElidedLabel(
          tr("Wheel zoom · drag pan · Shift+drag box · Backspace undo · X cursors")))
    , m_figures(new RowTableModel(columns(), this))
    , m_table(new DataTable(QStringLiteral("trend-figures"), tr("Figures of the tags shown")))
{
    setObjectName(QStringLiteral("page"));
    setAcceptDrops(true);
    setFocusProxy(m_view);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_view);
    m_hint->setObjectName(QStringLiteral("second"));
    m_panel->headerEnd()->addWidget(m_hint);
    m_panel->content()->addWidget(scroll);
    scroll->setMinimumHeight(Theme::instance().measure(kLeastTrends));
    m_table->setModel(m_figures);
    m_table->setItemDelegate(new FigureDelegate(*m_view, m_table));
    m_table->setColumns({{200, 4},
                         {60, 0},
                         {72, 1, 2},
                         {72, 1, 1},
                         {72, 1, 3},
                         {72, 1},
                         {72, 1},
                         {72, 1},
                         {80, 1, 4}});
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *below = new Panel(tr("Figures"));
    below->content()->addWidget(m_table);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(Theme::kMargin, Theme::kMargin, Theme::kMargin, Theme::kMargin);
    whole->setSpacing(Theme::kMargin);
    whole->addWidget(makeHead());
    whole->addWidget(m_panel, 1);
    whole->addWidget(below);
    m_view->window().followUpTo(1h);
    connect(m_view, &TrendView::viewChanged, this, [this] { m_second = 0; });
    connect(&m_view->window(), &TrendWindow::liveTaken, this, [this] { m_hasNews = true; });
    connect(m_view, &TrendView::heightWanted, m_view, &QWidget::setMinimumHeight,
            Qt::QueuedConnection);
    connect(m_view, &TrendView::crosshairMoved, this, &TrendPage::showRemark);
    connect(m_view, &TrendView::cursorsMoved, this, &TrendPage::showFigures);
    connect(m_table, &QWidget::customContextMenuRequested, this, &TrendPage::showTagMenu);
    addPaths(TrendKey::paths(TrendKey::kPrefix + tags));
}

QString TrendPage::key() const
{
    return TrendKey::of(m_paths);
}

QString TrendPage::title() const
{
    if (m_paths.isEmpty())
        return tr("Trends");
    return tabNames(*m_plant.tags, {key()}).front().text;
}

QWidget *TrendPage::makeHead()
{
    auto *head = new HeadRow;
    m_title->setFont(Theme::instance().font(Theme::Type::Title));
    m_remark->setObjectName(QStringLiteral("second"));
    auto *add = new QPushButton(tr("Add tags…"));
    auto *report = new QPushButton(tr("Report…"));
    add->setAutoDefault(false);
    report->setAutoDefault(false);
    head->start()->addWidget(m_title);
    head->start()->addWidget(m_remark, 1);
    head->end()->addWidget(new RangeBar(*m_view));
    head->end()->addWidget(add);
    head->end()->addWidget(report);
    connect(add, &QPushButton::clicked, this, &TrendPage::askForTags);
    connect(report, &QPushButton::clicked, this, [this] { Q_EMIT reportRequested(key()); });
    connect(&Theme::instance(), &Theme::changed, this,
            [this] { m_title->setFont(Theme::instance().font(Theme::Type::Title)); });
    return head;
}

void TrendPage::addPaths(const QStringList &paths)
{
    QStringList all = m_paths;
    for (const QString &path : paths) {
        const QString trimmed = path.trimmed();
        if (!trimmed.isEmpty() && !all.contains(trimmed) && all.size() < TrendChoice::kMost)
            all << trimmed;
    }
    setPaths(all);
}

void TrendPage::removePath(const QString &path)
{
    QStringList left = m_paths;
    left.removeAll(path);
    setPaths(left);
}

void TrendPage::setPaths(const QStringList &paths)
{
    if (paths != m_paths)
        Q_EMIT keyChanging(TrendKey::of(paths));
    m_paths = paths;
    takeTags();
}

void TrendPage::takeTags()
{
    m_knownTags = m_plant.tags->size();
    m_tags.clear();
    for (const QString &path : m_paths) {
        const TagId tag = m_plant.tags->find(path.toStdString());
        if (tag.isValid())
            m_tags.push_back(tag);
    }
    m_view->setTags(m_tags);
    const int rows = std::clamp(static_cast<int>(m_tags.size()), 1, kMostRows);
    const Theme &theme = Theme::instance();
    m_table->setFixedHeight(rows * theme.measure(Theme::kTableRow)
                            + theme.measure(Theme::kTableHeader));
    showLimits();
    m_bands->show();
    m_second = 0;
    showTitle();
    Q_EMIT titleChanged();
}

/// Names come later than tags, sometimes.
void TrendPage::showTitle()
{
    const QString words = title();
    if (words == m_title->text())
        return;
    m_title->setText(words);
    Q_EMIT titleChanged();
}

void TrendPage::showLimits()
{
    m_rules = m_plant.workspace->rules;
    for (const TrendTrace &trace : m_view->window().traces())
        m_view->setLimits(trace.tag, limitsOf(m_plant, trace.info));
}

void TrendPage::frame(Timestamp now)
{
    m_hasFramed = true;
    m_view->frame(m_standsAt.value_or(now));
    m_bands->frame(now);
    const std::int64_t second = toMicroseconds(now) / 1'000'000;
    if (m_hasNews)
        showFigures();
    if (second == m_second)
        return;
    if (m_knownTags != m_plant.tags->size()
        && m_tags.size() < static_cast<std::size_t>(m_paths.size()))
        takeTags();
    if (m_rules != m_plant.workspace->rules)
        showLimits();
    showTitle();
    showFigures();
    showRemark();
    // Until it is loaded, the figures are looked at again with every frame.
    m_second = m_view->isComplete() ? second : 0;
}

bool TrendPage::isComplete() const
{
    return m_hasFramed
        && (m_tags.empty() || (m_view->isComplete() && m_bands->isLoaded() && m_second != 0));
}

void TrendPage::takeOver(const Page &before)
{
    if (const auto *same = qobject_cast<const TrendPage *>(&before))
        m_view->takeOver(*same->m_view);
}

void TrendPage::standAt(Timestamp time)
{
    m_standsAt = time;
    m_view->standAt(time);
}

void TrendPage::showPart(const QString &part)
{
    if (const std::optional<TimeRange> range = TrendKey::rangeOf(part))
        return m_view->navigator().show(*range);
    const int minutes = part.endsWith(QLatin1String("min")) ? part.chopped(3).toInt() : 0;
    if (minutes > 0)
        m_view->navigator().follow(std::chrono::minutes(minutes));
}

/// Live with what came since the range moved on, which it does by whole pixels.
TimeRange TrendPage::shownRange() const
{
    TimeRange range = m_view->window().range();
    if (m_view->window().isLive() && !m_standsAt)
        range.to = std::max(range.to, m_plant.clock->now() + kFutureLimit);
    return range;
}

/// Between the cursors, or of all that is shown.
void TrendPage::showFigures()
{
    m_hasNews = false;
    const TimeRange shown = shownRange();
    const TimeRange range = m_view->cursors().value_or(shown);
    std::vector<TableRow> rows;
    const std::vector<TrendTrace> &traces = m_view->window().traces();
    std::uint64_t samples = 0;
    for (std::size_t i = 0; i < traces.size(); ++i) {
        rows.push_back(rowOf(traces[i], tagName(*m_plant.tags, traces[i].info), range));
        samples += statisticsOf(traces[i], shown).samples;
    }
    m_figures->setTableRows(std::move(rows));
    m_remark->setText(tr("%n tag(s)", nullptr, static_cast<int>(m_tags.size()))
                      + (m_view->hasOnlyTexts()
                             ? QString()
                             : QStringLiteral(" · ") + tr("%1 samples").arg(countText(samples))));
}

void TrendPage::showRemark()
{
    QString remark = m_view->rangeText();
    const QString read = m_view->crosshairText();
    m_hint->setVisible(read.isEmpty()); // its words need the room
    if (!read.isEmpty())
        remark += QStringLiteral(" · ") + tr("crosshair %1").arg(read);
    else if (!m_view->window().isLive())
        remark += QStringLiteral(" · ") + tr("standing still");
    const QString trouble = m_view->troubleText();
    m_panel->setRemark(trouble.isEmpty() ? remark : trouble);
}

void TrendPage::askForTags()
{
    auto *dialog = new AddTagsDialog(m_plant, m_paths, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddTagsDialog::chosen, this, &TrendPage::addPaths);
    connect(dialog, &QDialog::accepted, this, [this] { m_view->setFocus(); }); // keys act on charts
    dialog->open();
}

void TrendPage::showTagMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    const QString path = index.data(RowTableModel::KeyRole).toString();
    QMenu menu(this);
    menu.addAction(tr("Remove from this trend"), this, [this, path] { removePath(path); });
    menu.addAction(tr("Open its asset"), this, [this, path] {
        Q_EMIT openRequested(QStringLiteral("asset:")
                             + QString::fromStdString(assetPath(path.toStdString())));
    });
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

void TrendPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (TagMime::holdsTags(*event->mimeData()))
        event->acceptProposedAction();
}

void TrendPage::dropEvent(QDropEvent *event)
{
    std::vector<TagId> tags;
    QString stranger;
    for (const QString &path : TagMime::paths(*event->mimeData())) {
        if (const TagId tag = m_plant.tags->find(path.toStdString()); tag.isValid())
            tags.push_back(tag);
        else if (stranger.isEmpty())
            stranger = path;
    }
    event->acceptProposedAction();
    const TrendChoice choice = TrendChoice::of(*m_plant.tags, tags, m_paths);
    addPaths(choice.added);
    if (!stranger.isEmpty())
        Notice::say(*this,
                    tr("There is no tag \"%1\".")
                        .arg(shownText(stranger.left(kMostLetters).toStdString())));
    else if (choice.leftOut > 0)
        Notice::say(*this, AddTagsDialog::roomWords(choice.leftOut));
}

} // namespace telltale
