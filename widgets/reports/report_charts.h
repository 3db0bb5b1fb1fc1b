#pragma once

#include "models/axis_scale.h"
#include "models/report_data.h"

#include <QCoreApplication>

#include <map>

namespace telltale {

class ReportCanvas;
struct TrendBand;
struct TrendLimit;
class Workspace;

/// The trends of a report: a chart per unit, as on the screen, drawn as lines.
class ReportCharts
{
    Q_DECLARE_TR_FUNCTIONS(ReportCharts)

public:
    ReportCharts(ReportCanvas &canvas, const ReportData &data, const Workspace &workspace);

    /// No tag has anything to draw.
    bool isEmpty() const { return charts().empty(); }
    void paint();
    static double roomOfOne(); ///< the height a chart needs

private:
    using Members = std::vector<const ReportTag *>;

    std::vector<Members> charts() const;
    bool belongTogether(const ReportTag &one, const ReportTag &other) const;
    void paintChart(const Members &members);
    void paintHeader(const Members &members);
    AxisScale scaleOf(const Members &members, const std::vector<TrendLimit> &limits) const;
    std::vector<TrendLimit> limitsOf(const Members &members) const;
    std::vector<TrendBand> bandsOf(const Members &members) const;
    QString nameOf(const ReportTag &tag) const;

    ReportCanvas &m_canvas;
    const ReportData &m_data;
    const Workspace &m_workspace;
};

} // namespace telltale
