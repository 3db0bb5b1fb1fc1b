#include "widgets/connect/speakers_panel.h"

#include "widgets/common/data_table.h"
#include "widgets/common/theme.h"

#include "models/row_table_model.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/status_board.h"

#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

constexpr int kRowsOfNothing = 3; ///< the height of the words for it
constexpr std::int64_t kShowEvery = 5; ///< s: rates change slowly, and areas may be many

} // namespace

SpeakersPanel::SpeakersPanel(const Plant &plant, QWidget *parent)
    : Panel(tr("What speaks here"), parent)
    , m_plant(plant)
    , m_census(*plant.tags)
    , m_rows(new RowTableModel(SpeakerCensus::columns(), this))
    , m_table(new DataTable(QStringLiteral("speaking_areas"), tr("What speaks here")))
{
    auto *overview = new QPushButton(tr("Overview"));
    overview->setAutoDefault(false);
    headerEnd()->addWidget(overview);
    connect(overview, &QPushButton::clicked, this,
            [this] { Q_EMIT openRequested(QStringLiteral("overview")); });
    m_table->setModel(m_rows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    showFamilies(false);
    m_table->fitToWords();
    content()->addWidget(m_table);
    setFocusProxy(m_table); // not the button
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SpeakersPanel::shown);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT openRequested(QStringLiteral("asset:")
                             + index.data(RowTableModel::KeyRole).toString());
    });
}

/// A column of dashes says nothing: a view has not heard which family brought what.
void SpeakersPanel::showFamilies(bool areKnown)
{
    const DataTable::ColumnSize family
        = areKnown ? DataTable::ColumnSize {110, 12, 1} : DataTable::ColumnSize {0};
    m_table->setColumns({{180, 16}, family, {90, 6}, {180, 30, 3}, {82, 4}, {92, 4, 2}, {90, 4}});
    m_knowsFamilies = areKnown;
}

void SpeakersPanel::count()
{
    m_isCounting = m_census.update();
    m_hasUnshown = m_hasUnshown || m_isCounting;
}

void SpeakersPanel::frame(const ConnectionStatus *connection, Timestamp now)
{
    const std::int64_t second = toMicroseconds(now) / 1'000'000;
    const bool isQuiet = isComplete() && m_rows->rowCount() > 0;
    if (second - m_shownAt < (isQuiet ? kShowEvery : 1))
        return;
    m_shownAt = second;
    show(connection);
}

void SpeakersPanel::show(const ConnectionStatus *connection)
{
    m_hasUnshown = false;
    m_source = connection ? std::optional(connection->source) : std::nullopt;
    std::vector<TableRow> rows;
    if (connection)
        rows = m_census.rows(connection->source, *m_plant.live, m_plant.clock->now());
    const bool areKnown = std::any_of(rows.begin(), rows.end(), SpeakerCensus::hasFamily);
    if (areKnown != m_knowsFamilies)
        showFamilies(areKnown);
    m_rows->setTableRows(std::move(rows));
    m_table->setWordsOfNothing(wordsOfNothing(connection));
    fitWords();
    setRemark(connection ? totalWords(m_census.totals(connection->source)) : QString());
    Q_EMIT shown();
}

std::optional<std::string> SpeakersPanel::area() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty()
        ? std::nullopt
        : std::optional(rows.front().data(RowTableModel::KeyRole).toString().toStdString());
}

int SpeakersPanel::wantedHeight() const
{
    const Theme &theme = Theme::instance();
    const int rows = m_rows->rowCount() > 0 ? m_rows->rowCount() : kRowsOfNothing;
    const int table = theme.measure(Theme::kTableHeader + rows * Theme::kTableRow);
    return theme.measure(Theme::kPanelHeader + 4) + std::max(table, m_table->minimumHeight());
}

void SpeakersPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    fitWords();
}

/// In a low window, too, the words for nothing are not cut: the page is scrolled then.
void SpeakersPanel::fitWords()
{
    m_table->setMinimumHeight(m_rows->rowCount() > 0 ? 0 : m_table->heightOfNothing());
}

/// What will stand here, and what it takes.
QString SpeakersPanel::wordsOfNothing(const ConnectionStatus *connection)
{
    const QString what = tr("Areas with their assets, payload families and rates appear here.");
    const auto with = [&what](const QString &toDo) { return what + QLatin1Char('\n') + toDo; };
    if (!connection)
        return with(tr("The connection is not being tried: it may be switched off."));
    if (connection->state != ConnectionStatus::State::Connected)
        return with(tr("First the connection must stand: its layers above say what is missing."));
    if (connection->granted.empty())
        return with(
            tr("Somebody has to say what to subscribe to: answer the question above, or choose "
               "topics with Edit…"));
    return with(tr("Nothing has come yet: devices show up with their first message; if none does, "
                   "check the topics with Edit…"));
}

/// Of all, and how many areas are listed where not all are.
QString SpeakersPanel::totalWords(const SpeakerCensus::Totals &totals) const
{
    const auto shown = static_cast<std::size_t>(m_rows->rowCount());
    const auto number = [](std::size_t count) { return static_cast<int>(count); };
    QStringList all {
        tr("%1 area(s)", nullptr, number(totals.areas)).arg(countText(totals.areas)),
        tr("%1 asset(s)", nullptr, number(totals.assets)).arg(countText(totals.assets)),
        tr("%1 tag(s)", nullptr, number(totals.tags)).arg(countText(totals.tags))};
    if (shown < totals.areas)
        all << tr("the first %1 areas are listed").arg(countText(shown));
    return all.join(QStringLiteral(" · "));
}

} // namespace telltale
