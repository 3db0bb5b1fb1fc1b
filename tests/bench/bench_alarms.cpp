#include "tests/bench/alarm_rig.h"
#include "tests/bench/alarm_window.h"
#include "tests/bench/client_watch.h"
#include "tests/bench/figure.h"
#include "tests/bench/journal_scale.h"
#include "tests/bench/timed_application.h"

#include <QTemporaryDir>

#include <algorithm>
#include <vector>

/// Alarms at rated load: ten thousand rules, 50,000 samples/s that are judged, a burst of 5,000
/// alarms in one second. Samples go straight to the alarm service: what brings them is the matter
/// of bench_ingest. Then a journal of a million entries, searched from the window. The floor of
/// evaluation is the same run without rules; runs of both in turn, the pair with the median
/// difference is reported.
namespace telltale::bench {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kPairs = 3;
constexpr std::chrono::milliseconds kEvaluating = 12s; ///< longer than the slowest commit pace

/// Per cent of a core that the process uses under load; none if the rate was not held.
std::optional<double> corePercent(AlarmRig::Rules rules)
{
    const QTemporaryDir folder;
    AlarmRig rig;
    if (!rig.open(folder.path().toStdString(), rules))
        return std::nullopt;
    const double before = processorSeconds();
    const bool isHeld = rig.feed(kEvaluating);
    const double used = processorSeconds() - before;
    rig.close();
    if (!isHeld)
        return std::nullopt;
    return 100.0 * used / std::chrono::duration<double>(kEvaluating).count();
}

void measureEvaluation(Report &report)
{
    struct Pair
    {
        double beyond;
        double floor;
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < kPairs; ++i) {
        const std::optional<double> floor = corePercent(AlarmRig::Rules::None);
        const std::optional<double> rated = corePercent(AlarmRig::Rules::Rated);
        if (floor && rated)
            pairs.push_back({*rated - *floor, *floor});
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair &one, const Pair &other) { return one.beyond < other.beyond; });
    Figure figure {"alarms.evaluate_core_percent", "% of a core", std::nullopt, std::nullopt, 10.0,
                   Figure::Better::AtMost,         false};
    if (pairs.size() == kPairs) {
        figure.value = pairs[kPairs / 2].beyond;
        figure.floor = pairs[kPairs / 2].floor;
    }
    report.add(figure);
}

void measureWindow(Report &report, TimedApplication &application)
{
    const AlarmWindowResult result = runAlarmWindow(application);
    const auto add
        = [&report](const char *name, const char *unit, std::optional<double> value, double goal) {
              report.add({name, unit, value, std::nullopt, goal, Figure::Better::AtMost, false});
          };
    add("alarms.shown_p99_ms", "ms", result.shownP99, 50.0);
    add("alarms.burst_lost", "alarms", result.burstLost, 0.0);
    add("alarms.burst_worst_frame_ms", "ms", result.burstWorstFrame, 100.0);
    add("alarms.burst_shown_p99_ms", "ms", result.burstShownP99, 250.0);
}

void measureJournal(Report &report, TimedApplication &application)
{
    const JournalScaleResult result = runJournalScale(application);
    const auto add = [&report](const char *name, std::optional<double> value, double goal) {
        report.add({name, "ms", value, std::nullopt, goal, Figure::Better::AtMost, false});
    };
    add("alarms.journal_search_ms", result.searchMs, 2000.0);
    add("alarms.journal_first_page_ms", result.firstPageMs, 500.0);
    add("alarms.journal_worst_frame_ms", result.worstFrameMs, 50.0);
}

} // namespace
} // namespace telltale::bench

int main(int argc, char **argv)
{
    using namespace telltale::bench;
    ::qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    Report report;
    measureEvaluation(report);
    measureWindow(report, application);
    measureJournal(report, application);
    return report.isOk() ? 0 : 1;
}
