#pragma once

#include <QStringList>

#include <vector>

namespace telltale {

class ReportCanvas;

/// One column of a table on paper.
struct ReportColumn
{
    QString heading;
    double share = 1.0; ///< of the width
    bool isNumber = false; ///< right-aligned
};

/// A table that goes on over pages, its headings repeated on each.
class ReportTable
{
public:
    ReportTable(ReportCanvas &canvas, std::vector<ReportColumn> columns);

    /// `priority`: an alarm marker before the first cell; 0: none. `under`: quiet, below the first.
    void row(const QStringList &cells, const QString &under = {}, int priority = 0);

private:
    void paintHeadings();
    double cellWidth(std::size_t column) const;

    ReportCanvas &m_canvas;
    std::vector<ReportColumn> m_columns;
    double m_shares = 0.0;
};

} // namespace telltale
