#pragma once

#include "models/alarm_occurrences.h"
#include "models/trend_window.h"

#include "data/alarms/key_figures.h"
#include "data/history/history_reader.h"
#include "data/telemetry/result.h"

#include <QLocale>
#include <QTimeZone>

#include <atomic>
#include <map>
#include <string>
#include <vector>

namespace telltale {

class AlarmReader;
class TagRegistry;
class Workspace;

/// What is to be reported.
struct ReportOptions
{
    std::string name = "overview"; ///< `overview`: the tags of its tiles; `asset:PATH`: one asset
    TimeRange range;
    QTimeZone zone; ///< of every time in it; named on the cover
    Timestamp generatedAt {};
    std::string generatedBy; ///< empty: nobody is named
    std::map<SourceId, std::string> connections; ///< names, of those whose gaps are named
    QLocale locale; ///< of numbers and dates; the words follow the installed translation

    TimeRange covered() const; ///< of the range: the future has no data yet
};

/// One tag of a report: its data at the resolution of the paper, and its figures.
struct ReportTag
{
    TrendTrace trace;
    std::string asset; ///< how the plant calls it
    TrendStatistics figures;
    std::uint64_t good = 0; ///< samples of good quality; uncertain ones are none
    std::uint64_t bad = 0; ///< samples without a number; texts of good quality among them
    std::uint64_t samples() const { return figures.samples + bad; }
    double covered = 1.0; ///< share of the period in which somebody measured, 0..1
    /// Of the samples, and of the time: what is missing in a gap is not good. 0..1; 0 without any.
    double goodShare() const;
};

/// Everything that stands in a report.
struct ReportData
{
    ReportOptions options;
    std::string site; ///< or what else the plant is called
    std::string asset; ///< path; empty: the overview
    std::string assetName; ///< how the plant calls it
    std::vector<ReportTag> tags;
    std::size_t left = 0; ///< tags that found no room
    std::vector<HistoryGap> gaps; ///< in which samples of the tags are missing, by time
    std::vector<HistoryDamage> damages; ///< of history: samples of the range are missing
    std::vector<AlarmOccurrence> alarms; ///< by time
    bool hasAlarmJournal = false;
    std::optional<KeyFigures> alarmLoad; ///< absent: there is no alarm journal
    bool hasMoreAlarms = false; ///< than found room in `alarms`; the load is that of all

    std::uint64_t samples() const;
    double goodShare() const; ///< of all tags, each by its samples
};

/// How far the gathering is, for whoever waits on another thread and may want it stopped.
struct ReportProgress
{
    CancelFlag cancel;
    std::atomic<int> done = 0; ///< tags
    std::atomic<int> total = 0; ///< 0: not known yet
};

/// What the plant is called: its site, else its workspace.
std::string siteOf(const Workspace &workspace);

/// Gathers it from history and the alarm journal; takes as long as reading takes.
/// Thread  any that owns the readers.
/// Errors  NotFound: no such asset or report, naming those there are; WrongUse: an empty range;
///         Cancelled; else of the readers.
Result<ReportData> gatherReport(const ReportOptions &options, HistoryReader &history,
                                AlarmReader *alarms, const TagRegistry &tags,
                                const Workspace &workspace, ReportProgress *progress = nullptr);

} // namespace telltale
