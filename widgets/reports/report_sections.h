#pragma once

#include "widgets/reports/report_canvas.h"

#include "models/report_data.h"

#include <QCoreApplication>

namespace telltale {

/// A line of the contents.
struct ReportEntry
{
    QString title;
    int page = 0;
};

/// What stands on the pages of a report, one section after the other.
class ReportSections
{
    Q_DECLARE_TR_FUNCTIONS(ReportSections)

public:
    /// `contents`: what a first painting found; empty while that is being done.
    ReportSections(ReportCanvas &canvas, const ReportData &data, const Workspace &workspace,
                   std::vector<ReportEntry> contents);
    void paint();

    const std::vector<ReportEntry> &found() const { return m_found; }

    static QString title(const ReportData &data);
    static QString footer(const ReportData &data);

private:
    void paintCover();
    void paintContents();
    void begin(const QString &title, double following = 60.0);
    void paintFigures();
    void paintTrends();
    void paintGaps();
    void paintAlarms();
    void paintAlarmLoad(const KeyFigures &load);
    QString alarmCounts() const;
    QString valueText(const AlarmOccurrence &alarm) const;
    QString quantity(double value, const AlarmOccurrence &alarm) const;
    QString limitText(const AlarmOccurrence &alarm) const; ///< of one that has a limit
    QString connectionOf(const HistoryGap &gap) const;
    QString placeAndAnswer(const AlarmOccurrence &alarm) const;
    QString timeText(Timestamp time) const;
    bool hasTwoOffsets() const;
    QString longTime(Timestamp time) const;
    QString number(double value, int decimals) const;
    QString share(double part) const;
    QString pathBelow(const std::string &path) const;

    ReportCanvas &m_canvas;
    const ReportData &m_data;
    const Workspace &m_workspace;
    const std::vector<ReportEntry> m_contents;
    std::vector<ReportEntry> m_found;
};

} // namespace telltale
