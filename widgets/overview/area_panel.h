#pragma once

#include "models/area_curves.h"
#include "models/area_summary.h"
#include "models/asset_tree_model.h"

#include "widgets/common/panel.h"

namespace telltale {

class DataTable;
class RowTableModel;
struct TableRow;

/// The areas of the plant on the overview, worst first: assets, alarms, how many values are live,
/// and the quantities they have in common. Where room is short these stay, and names are cut.
/// Thread  GUI; looks again once a second, and when the assets are all there.
class AreaPanel : public Panel
{
    Q_OBJECT

public:
    AreaPanel(const Plant &plant, const AssetTreeModel &assets, QWidget *parent = nullptr);
    void frame(Timestamp now);
    /// On tall screens rows fill the panel, for larger curves.
    void setTall(bool isTall);
    bool isComplete() const { return m_isWhole && m_curves->isComplete(); }
    DataTable &table() const { return *m_table; }

Q_SIGNALS:
    void openRequested(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const std::vector<AreaSummary::Area> &areas);
    TableRow makeRow(const AreaSummary::Area &area) const;
    QString figureText(const AreaSummary::Area &area, std::size_t index) const;
    void makeColumns();
    void fitToWords();
    void fitRows();
    QString heading(const AreaSummary::Figure &figure) const;

    const AssetTreeModel &m_assets;
    AreaSummary m_summary;
    AreaCurves *m_curves;
    RowTableModel *m_rows = nullptr;
    DataTable *m_table;
    QStringList m_headings;
    bool m_isTall = false;
    std::int64_t m_second = 0;
    bool m_isWhole = false; ///< all tags of the plant had been looked at when it looked last
};

} // namespace telltale
