#include "widgets/connect/speakers_panel.h"

#include "widgets/common/data_table.h"

#include "models/row_table_model.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/status_board.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace telltale {
namespace {

constexpr std::int64_t kShowEvery = 5; ///< s: rates change slowly, and areas may be many

} // namespace

SpeakersPanel::SpeakersPanel(const Plant &plant, QWidget *parent)
    : Panel(tr("What speaks here"), parent)
    , m_plant(plant)
    , m_census(*plant.tags)
    , m_rows(new RowTableModel(SpeakerCensus::columns(), this))
{
    auto *overview = new QPushButton(tr("Overview"));
    overview->setAutoDefault(false);
    headerEnd()->addWidget(overview);
    connect(overview, &QPushButton::clicked, this,
            [this] { Q_EMIT openRequested(QStringLiteral("overview")); });
    auto *table = new DataTable(QStringLiteral("speakers"), tr("What speaks here"));
    table->setModel(m_rows);
    table->setColumns({{190, 16}, {90, 6}, {200, 30, 1}, {70, 4}, {96, 4}});
    content()->addWidget(table);
    setFocusProxy(table); // not the button
    connect(table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT openRequested(QStringLiteral("asset:")
                             + index.data(RowTableModel::KeyRole).toString());
    });
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
    if (!connection) {
        m_rows->setTableRows({});
        setRemark({});
        return;
    }
    const SpeakerCensus::Totals totals = m_census.totals(connection->source);
    m_rows->setTableRows(m_census.rows(connection->source, *m_plant.live, m_plant.clock->now()));
    const auto number = [](std::size_t count) { return static_cast<int>(count); };
    const auto words
        = [](std::size_t count) { return numberText(static_cast<double>(count), 0, QLocale()); };
    setRemark(
        QStringList {tr("%1 area(s)", nullptr, number(totals.areas)).arg(words(totals.areas)),
                     tr("%1 asset(s)", nullptr, number(totals.assets)).arg(words(totals.assets)),
                     tr("%1 tag(s)", nullptr, number(totals.tags)).arg(words(totals.tags))}
            .join(QStringLiteral(" · ")));
}

} // namespace telltale
