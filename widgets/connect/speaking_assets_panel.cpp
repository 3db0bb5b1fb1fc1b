#include "widgets/connect/speaking_assets_panel.h"

#include "widgets/common/data_table.h"

#include "models/row_table_model.h"
#include "models/speaker_census.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"

#include <QVBoxLayout>

namespace telltale {

SpeakingAssetsPanel::SpeakingAssetsPanel(const Plant &plant, QWidget *parent)
    : Panel(tr("Assets that speak here"), parent)
    , m_plant(plant)
    , m_rows(new RowTableModel(SpeakerCensus::assetColumns(), this))
{
    auto *table = new DataTable(QStringLiteral("speaking_assets"), tr("Assets that speak here"));
    table->setModel(m_rows);
    table->setColumns({{190, 16}, {190, 16}, {70, 4}, {96, 4}, {96, 4}});
    table->fitToWords();
    content()->addWidget(table);
    connect(table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT openRequested(QStringLiteral("asset:")
                             + index.data(RowTableModel::KeyRole).toString());
    });
}

void SpeakingAssetsPanel::show(const SpeakerCensus &census, std::optional<SourceId> source,
                               const std::optional<std::string> &area)
{
    if (!source) {
        m_rows->setTableRows({});
        return setRemark({});
    }
    m_rows->setTableRows(census.assetRows(*source, area, *m_plant.live, m_plant.clock->now()));
    setRemark(remark(census.assets(*source, area), area));
}

/// Of what, and how many of them where not all are listed.
QString SpeakingAssetsPanel::remark(std::size_t all, const std::optional<std::string> &area) const
{
    const auto shown = static_cast<std::size_t>(m_rows->rowCount());
    const QString of = area ? shownText(*area) : tr("of all areas");
    return shown == all ? of
                        : of + QStringLiteral(" · ")
            + tr("the first %1 of %2").arg(countText(shown), countText(all));
}

} // namespace telltale
