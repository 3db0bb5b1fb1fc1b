#include "widgets/overview/area_panel.h"

#include "widgets/common/alarm_marker.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/data_table.h"
#include "widgets/common/row_delegate.h"
#include "widgets/common/theme.h"
#include "widgets/tiles/spark_painter.h"

#include "models/alarm_words.h"
#include "models/row_table_model.h"
#include "models/value_text.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace telltale {
namespace {

constexpr int kMarker = 17;
constexpr int kTallestRow = 160;
constexpr int kName = 1; ///< column
constexpr int kStates = 16; ///< a marker travels as priority * kStates + state

/// Rows whose first cell is an alarm marker and whose last one is a curve.
class AreaDelegate final : public RowDelegate
{
public:
    AreaDelegate(const AssetTree &tree, const AreaCurves &curves, QObject *parent)
        : RowDelegate(parent)
        , m_tree(tree)
        , m_curves(curves)
    { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        RowDelegate::paint(painter, option, index);
        if (index.column() != index.model()->columnCount() - 1)
            return;
        const std::string area = index.data(RowTableModel::KeyRole).toString().toStdString();
        const Sparkline *curve = m_curves.curve(m_tree.find(area));
        if (!curve)
            return;
        const int padding = Theme::instance().measure(kPadding);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintSpark(*painter, option.rect.adjusted(padding, 6, -padding, -7), *curve, {}, false);
        painter->restore();
    }

protected:
    /// Both ends of a path tell areas of one name apart.
    QString text(const QModelIndex &index, int room) const override
    {
        const QString whole = RowDelegate::text(index, room);
        const QFontMetrics metrics(Theme::instance().font(Theme::Type::Text));
        return index.column() == kName ? metrics.elidedText(whole, Qt::ElideMiddle, room) : whole;
    }
    int paintLead(QPainter &painter, const QRect &cell, const QModelIndex &index) const override
    {
        const int coded = index.column() == 0 ? index.data(RowTableModel::ValueRole).toInt() : 0;
        if (coded < kStates)
            return 0;
        const int size = Theme::instance().measure(kMarker);
        const auto state = static_cast<AlarmState>(coded % kStates);
        const QRectF marker(cell.left(), cell.center().y() - size / 2.0 + 0.5, size, size);
        paintAlarmMarker(painter, marker, coded / kStates, state);
        return size;
    }

private:
    const AssetTree &m_tree;
    const AreaCurves &m_curves;
};

/// Marker, area, assets, alarms, live; figures after them.
DataTable::ColumnSize columnSize(int column)
{
    switch (column) {
    case 0: // what follows has its own padding
        return {RowDelegate::kPadding + kMarker, 0, 0};
    case 1:
        return {64, 3, 0};
    case 2:
        return {60, 1, 3};
    case 3:
        return {60, 1, 0};
    case 4:
        return {84, 1, 5};
    case 5:
        return {96, 4, 1};
    default:
        return {84, 2, 2};
    }
}

TableCell countCell(std::size_t count, const QString &text)
{
    return {text, static_cast<qulonglong>(count), true};
}

} // namespace

AreaPanel::AreaPanel(const Plant &plant, const AssetTreeModel &assets, QWidget *parent)
    : Panel(tr("Areas"), parent)
    , m_assets(assets)
    , m_summary(plant, assets)
    , m_curves(new AreaCurves(plant, this))
    , m_table(new DataTable(QStringLiteral("overview-areas"), tr("Areas, worst first")))
{
    m_table->setItemDelegate(new AreaDelegate(assets.tree(), *m_curves, m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(Theme::instance().measure(150));
    m_table->viewport()->installEventFilter(this);
    content()->addWidget(m_table, 1);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT openRequested(QStringLiteral("asset:")
                             + index.data(RowTableModel::KeyRole).toString());
    });
    connect(m_curves, &AreaCurves::changed, this, [this] { m_table->viewport()->update(); });
    connect(&BlinkClock::instance(), &BlinkClock::ticked, this, [this] {
        if (isVisible())
            m_table->viewport()->update(
                QRect(0, 0, m_table->columnWidth(0), m_table->viewport()->height()));
    });
}

void AreaPanel::frame(Timestamp now)
{
    const std::int64_t second = toMicroseconds(now) / 1'000'000;
    const bool isWhole = m_assets.isComplete();
    if (second == m_second && isWhole == m_isWhole)
        return;
    m_second = second;
    m_isWhole = isWhole;
    const std::vector<AreaSummary::Area> &areas = m_summary.refresh(now);
    m_curves->refresh(m_summary, now);
    makeColumns();
    show(areas);
}

void AreaPanel::show(const std::vector<AreaSummary::Area> &areas)
{
    std::vector<TableRow> rows;
    for (const AreaSummary::Area &area : areas)
        rows.push_back(makeRow(area));
    m_rows->setTableRows(std::move(rows));
    fitToWords();
    setRemark(
        areas.size() < m_summary.count()
            ? tr("the worst %1 of %2").arg(countText(areas.size()), countText(m_summary.count()))
            : tr("worst first"));
    fitRows();
}

TableRow AreaPanel::makeRow(const AreaSummary::Area &area) const
{
    TableRow row;
    row.key = m_assets.tree().path(area.node);
    row.cells.push_back(
        {QString(), area.alarms.priority * kStates + static_cast<int>(area.alarms.state), false,
         area.alarms.priority > 0 ? AlarmWords::marker(area.alarms.priority, area.alarms.state)
                                  : QString()});
    row.cells.push_back({area.name, {}, false});
    row.cells.push_back(countCell(area.assets, countText(area.assets)));
    row.cells.push_back(
        countCell(area.alarms.active,
                  area.alarms.active == 0 ? QStringLiteral("–") : countText(area.alarms.active)));
    row.cells.push_back(
        countCell(area.fresh, tr("%1 of %2").arg(countText(area.fresh), countText(area.tags))));
    for (std::size_t i = 0; i < m_summary.figures().size(); ++i)
        row.cells.push_back({figureText(area, i), area.figures[i].value_or(0.0),
                             area.hasTooMany[i] || area.isBehind[i]});
    row.cells.push_back({QString(), {}, false});
    return row;
}

QString AreaPanel::figureText(const AreaSummary::Area &area, std::size_t index) const
{
    const AreaSummary::Figure &figure = m_summary.figures()[index];
    if (area.hasTooMany[index])
        return tr("over %1 values").arg(countText(AreaSummary::kMostValues));
    if (!area.figures[index])
        return QStringLiteral("–");
    return QStringLiteral("%1 %2").arg(
        numberText(*area.figures[index], std::max(figure.decimals, 1), QLocale()),
        shownText(figure.unit));
}

void AreaPanel::setTall(bool isTall)
{
    m_isTall = isTall;
    fitRows();
}

bool AreaPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitRows();
    return Panel::eventFilter(watched, event);
}

void AreaPanel::fitRows()
{
    const Theme &theme = Theme::instance();
    const int usual = theme.measure(Theme::kTableRow);
    const int rows = m_rows ? std::max(1, m_rows->rowCount()) : 1;
    const int filling = m_table->viewport()->height() / rows;
    m_table->verticalHeader()->setDefaultSectionSize(
        m_isTall ? std::clamp(filling, usual, theme.measure(kTallestRow)) : usual);
}

void AreaPanel::makeColumns()
{
    QStringList headings {QString(), tr("Area"), tr("Assets"), tr("Alarms"), tr("Live")};
    for (const AreaSummary::Figure &figure : m_summary.figures())
        headings << heading(figure);
    headings << tr("Last 24 h");
    if (m_rows && headings == m_headings)
        return;
    m_headings = headings;
    std::vector<TableColumn> columns;
    std::vector<DataTable::ColumnSize> sizes;
    for (int i = 0; i < headings.size(); ++i) {
        const bool isCurve = i == headings.size() - 1;
        columns.push_back({headings[i], i > 1 && !isCurve});
        sizes.push_back(isCurve ? DataTable::ColumnSize {152, 2, 4} : columnSize(i));
    }
    RowTableModel *old = m_rows;
    m_rows = new RowTableModel(std::move(columns), this);
    m_table->setModel(m_rows);
    fitToWords();
    m_table->setColumns(std::move(sizes));
    delete old;
}

/// Of all but the marker and the curve.
void AreaPanel::fitToWords()
{
    std::vector<int> columns(static_cast<std::size_t>(m_rows->columnCount()) - 2);
    std::iota(columns.begin(), columns.end(), kName);
    m_table->fitToWords(std::move(columns));
}

QString AreaPanel::heading(const AreaSummary::Figure &figure) const
{
    return figure.isSum ? tr("%1, sum").arg(figure.title) : tr("%1, mean").arg(figure.title);
}

} // namespace telltale
