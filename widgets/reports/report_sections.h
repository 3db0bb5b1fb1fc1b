#pragma once

#include "widgets/reports/report_canvas.h"

#include "models/report_data.h"

#include <QCoreApplication>

namespace telltale {

/// What stands on the pages of a report, one section after the other.
class ReportSections
{
    Q_DECLARE_TR_FUNCTIONS(ReportSections)

public:
    ReportSections(ReportCanvas &canvas, const ReportData &data, const Workspace &workspace);
    void paint();

    static QString title(const ReportData &data);
    static QString footer(const ReportData &data);

private:
    void paintCover();
    void paintFact(const QString &name, const QString &value);
    void paintFigures();
    void paintGaps();
    void paintAlarms();
    QString alarmCounts() const;
    QString placeAndAnswer(const AlarmOccurrence &alarm) const;
    QString timeText(Timestamp time) const;
    QString longTime(Timestamp time) const;
    QString number(double value, int decimals) const;
    QString share(double part) const;
    QString pathBelow(const std::string &path) const;

    ReportCanvas &m_canvas;
    const ReportData &m_data;
    const Workspace &m_workspace;
};

} // namespace telltale
