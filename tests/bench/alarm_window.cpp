#include "tests/bench/alarm_window.h"

#include "tests/bench/alarm_rig.h"
#include "tests/bench/list_paints.h"
#include "tests/bench/row_paints.h"
#include "tests/bench/timed_application.h"
#include "tests/support/fake_plant.h"

#include "data/alarms/chain_walk.h"
#include "models/alarm_list_model.h"
#include "widgets/alarms/alarm_list_view.h"
#include "widgets/alarms/alarm_page.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/main_window.h"

#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <map>
#include <thread>

namespace telltale::bench {
namespace {

using namespace std::chrono_literals;

constexpr int kProbeEvery = 5; ///< batches: ten a second
constexpr auto kProbeTime = AlarmRig::kProbes * kProbeEvery * AlarmRig::kEvery;
constexpr auto kBurstTime = 1s;
constexpr int kBurstBatch = AlarmRig::kBurst / static_cast<int>(kBurstTime / AlarmRig::kEvery);
constexpr auto kTail = 3s; ///< to show what came, and to be quiet again
constexpr std::size_t kMostEntries = 1'000'000;

Plant plantOf(AlarmRig &rig, const test::FakePlant &empty, const std::string &folder)
{
    Plant plant = empty.plant();
    plant.tags = &rig.registry;
    plant.live = &rig.live;
    plant.alarms = &rig.board;
    plant.clock = &Clock::system();
    plant.zone = QTimeZone::utc();
    plant.user = "bench";
    plant.dataFolder = folder;
    return plant;
}

void showFor(std::chrono::milliseconds time)
{
    QTimer::singleShot(time, qApp, leaveLoop);
    QApplication::exec();
}

/// The load comes from a thread of its own while the window lives.
bool feedBeside(AlarmRig &rig, std::chrono::milliseconds time, const AlarmRig::Alarms &alarms)
{
    bool isHeld = false;
    std::thread feeder([&] {
        isHeld = rig.feed(time, alarms);
        QMetaObject::invokeMethod(
            qApp, [] { leaveLoop(); }, Qt::QueuedConnection);
    });
    QApplication::exec();
    feeder.join();
    return isHeld;
}

bool feedProbes(AlarmRig &rig)
{
    return feedBeside(rig, kProbeTime, [&rig](int n) {
        return n % kProbeEvery == 0 ? std::vector {rig.probe(n / kProbeEvery)}
                                    : std::vector<TagId>();
    });
}

bool feedBurst(AlarmRig &rig)
{
    return feedBeside(rig, kBurstTime, [&rig](int n) {
        std::vector<TagId> tags;
        for (int i = 0; i < kBurstBatch; ++i)
            tags.push_back(rig.burst(n * kBurstBatch + i));
        return tags;
    });
}

/// What the stored journal says of the burst.
struct Recorded
{
    std::vector<Timestamp> since; ///< event times of its annunciations, in order
    std::map<std::string, int> times; ///< by alarm
};

/// Nothing if the journal cannot be read or its chain is broken.
std::optional<Recorded> recordedBurst(const std::string &folder)
{
    const auto reader = AlarmReader::open(folder);
    if (!reader.ok())
        return std::nullopt;
    const auto chain = verifyChain(folder);
    const TimeRange always {timestampFromMicroseconds(0),
                            timestampFromMicroseconds(std::int64_t {1} << 60U)};
    const auto entries = reader.value()->journal(always, kMostEntries);
    if (!chain.ok() || !entries.ok()) {
        std::fprintf(stderr, "bench: the alarm journal is not whole\n");
        return std::nullopt;
    }
    Recorded found;
    for (const AlarmJournalEntry &entry : entries.value()) {
        if (entry.type != "ALARM" || !entry.alarm.starts_with("burst"))
            continue;
        found.since.push_back(entry.eventTime);
        ++found.times[entry.alarm];
    }
    return found;
}

double lostOf(const Recorded &recorded)
{
    int once = 0;
    for (const auto &[alarm, times] : recorded.times)
        once += times == 1 ? 1 : 0;
    return AlarmRig::kBurst - once;
}

/// Ten alarms a second.
std::optional<double> measureProbes(TimedApplication &application, AlarmRig &rig,
                                    const AlarmPage &page, const Plant &plant)
{
    RowPaints rows;
    rows.follow(page.list().table());
    application.setHandled([&](QObject *receiver, QEvent *event) {
        if (event->type() == QEvent::Paint)
            rows.painted(receiver, *static_cast<QPaintEvent *>(event), plant);
    });
    const bool isHeld = feedProbes(rig);
    showFor(kTail);
    application.setHandled({});
    if (rows.count() != AlarmRig::kProbes)
        std::fprintf(stderr, "bench: %zu of %d alarms were shown\n", rows.count(),
                     AlarmRig::kProbes);
    const bool isWhole = isHeld && rows.count() == AlarmRig::kProbes;
    return isWhole ? std::optional(rows.p99()) : std::nullopt;
}

} // namespace

AlarmWindowResult runAlarmWindow(TimedApplication &application)
{
    const QTemporaryDir place;
    const std::string folder = place.path().toStdString();
    AlarmRig rig;
    if (!rig.open(folder, AlarmRig::Rules::Rated))
        return {};
    const test::FakePlant empty(test::FakePlant::Content::Empty);
    const Plant plant = plantOf(rig, empty, folder);
    MainWindow window(plant);
    window.openPage(QStringLiteral("alarms"));
    window.show();
    const auto *page = qobject_cast<AlarmPage *>(window.currentPage());
    if (!page)
        return {};
    AlarmWindowResult result;
    result.shownP99 = measureProbes(application, rig, *page, plant);
    ListPaints paints(page->list().table(), page->list().list());
    application.setHandled([&](QObject *receiver, QEvent *event) {
        if (event->type() == QEvent::Paint)
            paints.painted(receiver, Clock::system().now());
    });
    application.forgetWorst();
    const bool isHeld = feedBurst(rig);
    showFor(kTail);
    application.setHandled({});
    const double worst = application.worstMilliseconds();
    window.hide();
    rig.close();
    const std::optional<Recorded> recorded = recordedBurst(folder);
    if (!isHeld || !recorded)
        return result;
    result.burstLost = lostOf(*recorded);
    result.burstWorstFrame = worst;
    result.burstShownP99 = paints.p99(recorded->since);
    return result;
}

} // namespace telltale::bench
