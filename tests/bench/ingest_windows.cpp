#include "tests/bench/ingest_windows.h"

#include "tests/bench/river_rig.h"
#include "tests/bench/row_paints.h"
#include "tests/bench/timed_application.h"

#include "app/plant_session.h"
#include "data/workspace/workspace.h"
#include "models/history_queries.h"
#include "widgets/alarms/alarm_list_view.h"
#include "widgets/alarms/alarm_page.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/main_window.h"
#include "widgets/trends/trend_view.h"

#include <QGridLayout>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <thread>

namespace telltale::bench {
namespace {

using namespace std::chrono_literals;

constexpr int kCharts = 10;
constexpr int kChartColumns = 2;
constexpr QSize kChartSize {1000, 400};
constexpr auto kChartFrame = 100ms;
constexpr double kLeastPainted = 0.9; ///< of the frames
constexpr auto kLook = 50ms;
constexpr auto kSilence = 3s;

Plant plantOf(RiverRig &rig, HistoryQueries &history, Workspace &workspace)
{
    Plant plant;
    plant.tags = &rig.registry;
    plant.live = &rig.live;
    plant.alarms = &rig.alarms;
    plant.status = &rig.status;
    plant.history = &history;
    plant.workspace = &workspace;
    plant.clock = &Clock::system();
    plant.zone = QTimeZone::utc();
    plant.user = "bench";
    return plant;
}

std::vector<TrendView *> addCharts(QWidget &window, const Plant &plant)
{
    auto *grid = new QGridLayout(&window);
    std::vector<TrendView *> charts;
    for (int i = 0; i < kCharts; ++i) {
        const std::string topic = "bench/line0/m" + std::to_string(i) + "/value";
        auto *chart = new TrendView(plant, &window);
        chart->setFixedSize(kChartSize);
        chart->setTags({plant.tags->intern(topic)});
        chart->window().follow(60s);
        grid->addWidget(chart, i / kChartColumns, i % kChartColumns);
        charts.push_back(chart);
    }
    return charts;
}

/// Until the charts are on screen, with what history has.
void waitUntilComplete(const std::vector<TrendView *> &charts)
{
    while (!std::all_of(charts.begin(), charts.end(),
                        [](const TrendView *chart) { return chart->isComplete(); }))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCoreApplication::processEvents();
}

AlarmRule probeRule()
{
    AlarmRule rule;
    rule.id = "probe";
    rule.title = "Probe";
    rule.tag = "bench/probe/*";
    rule.limit = 50.0;
    rule.priority = 1;
    rule.cause = rule.consequence = rule.action = "bench";
    rule.respondWithinSeconds = 60.0;
    rule.rationalisedBy = "bench";
    rule.rationalisedAt = "2026-01-01";
    rule.alarmClass = "bench";
    return rule;
}

ConnectionConfig benchConnection(std::uint16_t port)
{
    ConnectionConfig connection;
    connection.name = "bench";
    connection.url = "mqtt://127.0.0.1:" + std::to_string(port);
    connection.filters = {"bench/#"};
    connection.qos = 0;
    return connection;
}

/// Ends the application when everything is stored, or nothing has come for a while.
class LoadEnd
{
public:
    LoadEnd(PlantSession &session, TimedApplication &application, std::uint64_t count)
        : m_session(session)
        , m_application(application)
        , m_count(count)
    {
        QObject::connect(&m_timer, &QTimer::timeout, [this] { look(); });
        m_timer.start(kLook);
    }
    std::uint64_t received() const { return m_received; }

private:
    void look()
    {
        const auto connections = m_session.pipeline()->connections();
        if (connections.empty() || (!m_isReady && connections[0].granted.empty()))
            return;
        const auto now = std::chrono::steady_clock::now();
        if (!m_isReady) {
            m_isReady = true;
            m_lastAt = now;
            m_application.forgetWorst(); // of the start, which is another figure
            std::puts("ready");
            std::fflush(stdout);
        }
        if (connections[0].received != m_received)
            m_lastAt = now;
        m_received = connections[0].received;
        const bool isStored
            = m_session.plant().status->status().counters.stored >= m_count && m_received > 0;
        if (isStored || (m_received > 0 && now - m_lastAt > kSilence))
            leaveLoop();
    }

    PlantSession &m_session;
    TimedApplication &m_application;
    const std::uint64_t m_count;
    QTimer m_timer;
    bool m_isReady = false;
    std::uint64_t m_received = 0;
    std::chrono::steady_clock::time_point m_lastAt;
};

} // namespace

int runCharts(TimedApplication &application, std::uint16_t port, std::uint64_t count,
              const std::string &folder)
{
    RiverRig rig;
    if (!rig.open(folder, port))
        return 1;
    Result<Workspace> workspace = Workspace::load(folder + "/workspace");
    if (!workspace.ok())
        return 1;
    HistoryQueries history(folder);
    const Plant plant = plantOf(rig, history, workspace.value());
    ClientResult result;
    int paints = 0;
    {
        QWidget window;
        const std::vector<TrendView *> charts = addCharts(window, plant);
        window.show();
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, [&] {
            for (TrendView *chart : charts)
                chart->frame(plant.clock->now());
        });
        timer.setTimerType(Qt::PreciseTimer);
        timer.start(kChartFrame);
        waitUntilComplete(charts);
        application.setHandled([&paints](QObject *receiver, QEvent *event) {
            if (event->type() == QEvent::Paint && qobject_cast<TrendView *>(receiver))
                ++paints;
        });
        std::thread watcher([&] {
            result = rig.watchMessages(count);
            QMetaObject::invokeMethod(
                qApp, [] { leaveLoop(); }, Qt::QueuedConnection);
        });
        QApplication::exec();
        watcher.join();
        application.setHandled({});
    }
    rig.pipeline->stop();
    const double wanted = result.seconds / std::chrono::duration<double>(kChartFrame).count();
    if (paints < kLeastPainted * wanted * kCharts) {
        std::fprintf(stderr, "bench: %d charts were painted, not %.0f\n", paints, wanted * kCharts);
        return 1;
    }
    return print(result);
}

int runWindow(TimedApplication &application, std::uint16_t port, std::uint64_t count,
              const std::string &folder, const std::string &page)
{
    Result<std::unique_ptr<PlantSession>> session
        = PlantSession::open({folder + "/workspace", folder, PlantSession::Use::Own,
                              benchConnection(port), false, true});
    if (!session.ok()) {
        std::fprintf(stderr, "bench: %s\n", session.error().detail.c_str());
        return 1;
    }
    session.value()->workspace().rules = {probeRule()};
    MainWindow window(session.value()->plant());
    window.openPage(QString::fromStdString(page));
    window.show();
    RowPaints paints;
    if (const auto *alarms = qobject_cast<AlarmPage *>(window.currentPage()))
        paints.follow(alarms->list().table());
    application.setHandled([&](QObject *receiver, QEvent *event) {
        if (event->type() == QEvent::Paint)
            paints.painted(receiver, *static_cast<QPaintEvent *>(event), session.value()->plant());
    });
    if (!session.value()->start().ok())
        return 1;
    const LoadEnd end(*session.value(), application, count);
    QApplication::exec();
    application.setHandled({});
    std::printf("%llu %.6f %llu %.6f\n", static_cast<unsigned long long>(end.received()),
                application.worstMilliseconds(), static_cast<unsigned long long>(paints.count()),
                paints.p99());
    std::fflush(stdout);
    window.hide();
    session.value()->stop();
    return 0;
}

} // namespace telltale::bench
