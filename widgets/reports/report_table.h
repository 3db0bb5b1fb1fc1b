#pragma once

#include <QStringList>

#include <vector>

namespace telltale {

class ReportCanvas;

/// One column of a table on paper.
struct ReportColumn
{
    QString heading;
    double share = 1.0; ///< of the width that no column needs
    bool isNumber = false; ///< right-aligned
};

/// A table that goes on over pages, its headings repeated on each. Columns are as wide as what
/// stands in them; where the paper is too narrow, the widest wrap. Nothing is cut.
class ReportTable
{
public:
    ReportTable(ReportCanvas &canvas, std::vector<ReportColumn> columns);

    /// `priority`: an alarm marker before the first cell; 0: none. `under`: quiet, below the cells.
    void row(const QStringList &cells, const QString &under = {}, int priority = 0);
    /// Of its headings and first row, which stay together; after the last row.
    double leastHeight();
    /// Once, after the last row.
    void paint();

private:
    struct Row
    {
        QStringList cells;
        QString under;
        int priority = 0;
    };

    /// A row as it fits the columns.
    struct Lines
    {
        std::vector<QStringList> cells;
        qsizetype most = 1; ///< of a cell
        QStringList under;
        double height = 0.0;
    };

    void shareWidth();
    Lines linesOf(const Row &row) const;
    void paintHeadings();
    void paintRow(const Row &row);
    void paintCells(const std::vector<QStringList> &cells, qsizetype line, int priority);
    double indent(std::size_t column, int priority) const;
    double gap(std::size_t column) const;

    ReportCanvas &m_canvas;
    std::vector<ReportColumn> m_columns;
    std::vector<Row> m_rows;
    std::vector<double> m_widths; ///< with the gap; first what the cells need, then what they get
};

} // namespace telltale
