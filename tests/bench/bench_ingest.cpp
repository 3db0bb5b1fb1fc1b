#include "tests/bench/client_watch.h"
#include "tests/bench/figure.h"
#include "tests/bench/ingest_clients.h"
#include "tests/bench/ingest_windows.h"
#include "tests/bench/stored_probe.h"
#include "tests/bench/timed_application.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/mqtt_flood.h"

#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

/// How much the whole path costs beside a client that does nothing, on the same broker and machine,
/// and how soon what comes is stored and seen. JSON of a time and one value (about 50 bytes), 1,000
/// topics, QoS 0. Where there is a floor: runs of floor and river in turn; the pair with the median
/// ratio is reported.
namespace telltale::bench {
namespace {

constexpr double kPacedRate = 50'000.0;
constexpr double kAlarmRate = 10'000.0;
constexpr std::uint64_t kPacedMessages = 250'000;
constexpr std::uint64_t kUnpacedMessages = 300'000;
constexpr std::uint64_t kAlarmMessages = 120'000;
constexpr std::uint64_t kStoredEvery = 500; ///< a probe in so many messages
constexpr std::uint64_t kAlarmEvery = 1'000;
constexpr std::size_t kStoredLeast = 400;
constexpr std::size_t kPairs = 5;
constexpr double kLeastHeld = 0.98; ///< of the rate that was asked for
constexpr int kAttempts = 4;
constexpr int kChildPatienceMs = 60'000;
const char kStoredTopic[] = "bench/probe";

using test::MqttFlood;

std::uint64_t microsecondsNow()
{
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(
                                          std::chrono::system_clock::now().time_since_epoch())
                                          .count());
}

/// Messages whose times follow the clock at `rate`: what a live chart shows.
MqttFlood::Maker messagesAt(double rate)
{
    const std::uint64_t began = microsecondsNow();
    const double step = 1e6 / rate;
    return [began, step](std::uint64_t n, MqttFlood::Message &message) {
        message.topic = "bench/line" + std::to_string(n % 1000 / 100) + "/m"
            + std::to_string(n % 1000) + "/value";
        message.payload = "{\"ts\":"
            + std::to_string(began + static_cast<std::uint64_t>(static_cast<double>(n) * step))
            + ",\"value\":" + std::to_string(static_cast<double>(n % 7919) * 0.125) + "}";
    };
}

/// The same with a probe now and then, whose time is that of its publishing.
MqttFlood::Maker withProbes(double rate, std::uint64_t every,
                            const std::function<std::string(std::uint64_t)> &topic)
{
    return
        [ordinary = messagesAt(rate), every, topic](std::uint64_t n, MqttFlood::Message &message) {
            ordinary(n, message);
            if (n % every != every / 2)
                return;
            message.topic = topic(n / every);
            message.payload = "{\"ts\":" + std::to_string(microsecondsNow()) + ",\"value\":100}";
        };
}

/// What is published to a child.
struct Load
{
    std::uint16_t port = 0;
    std::uint64_t count = 0;
    double rate = 0.0; ///< messages/s; 0: as fast as the broker takes them
    std::function<MqttFlood::Maker()> messages; ///< asked for when the child is ready
};

/// What became of a child.
struct ChildRun
{
    QByteArray line; ///< printed at its end; empty if it failed
    bool isHeld = true; ///< the load came at its rate
};

bool isHeld(const Load &load, std::chrono::duration<double> took)
{
    const double rate = static_cast<double>(load.count) / took.count();
    if (rate >= kLeastHeld * load.rate)
        return true;
    std::fprintf(stderr, "bench: %.0f messages/s were published, not %.0f\n", rate, load.rate);
    return false;
}

/// Runs this program as `mode` under a load.
ChildRun runChild(const QStringList &mode, const Load &load, const QString &folder)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(
        QCoreApplication::applicationFilePath(),
        QStringList {mode[0], QString::number(load.port), QString::number(load.count), folder}
            + mode.mid(1));
    if (!child.waitForReadyRead(kChildPatienceMs) || !child.readLine().startsWith("ready"))
        return {};
    MqttFlood flood(load.port);
    const MqttFlood::Maker maker = load.messages();
    const auto began = std::chrono::steady_clock::now();
    if (!flood.connect() || !flood.publish(0, load.count, 0, load.rate, maker)) {
        std::fprintf(stderr, "bench: %s\n", flood.failure().c_str());
        return {};
    }
    const bool held = isHeld(load, std::chrono::steady_clock::now() - began);
    if (!child.waitForFinished(kChildPatienceMs) || child.exitCode() != 0)
        return {{}, held};
    return {child.readAllStandardOutput(), held};
}

/// Runs in a folder of its own, again if the load did not come at its rate: that would be another
/// measurement. The line it printed; empty if it failed or the rate was never held.
QByteArray runHeld(const std::function<ChildRun(const QString &folder)> &run)
{
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const QTemporaryDir folder;
        const ChildRun child = run(folder.path());
        if (child.isHeld)
            return child.line;
    }
    return {};
}

bool isWhole(const QString &mode, unsigned long long received, std::uint64_t count)
{
    if (received != count)
        std::fprintf(stderr, "bench: %s received %llu of %llu\n", qPrintable(mode), received,
                     static_cast<unsigned long long>(count));
    return received == count;
}

/// None if it failed or lost something.
std::optional<ClientResult> runClient(const QString &mode, std::uint16_t port, std::uint64_t count,
                                      double rate)
{
    const Load load {port, count, rate,
                     [rate] { return messagesAt(rate > 0.0 ? rate : kPacedRate); }};
    const QByteArray line
        = runHeld([&](const QString &folder) { return runChild({mode}, load, folder); });
    ClientResult result;
    unsigned long long received = 0;
    if (std::sscanf(line.constData(), "%llu %lf %lf", &received, &result.cpuPerMessage,
                    &result.seconds)
        != 3)
        return std::nullopt;
    result.received = received;
    return isWhole(mode, received, count) ? std::optional(result) : std::nullopt;
}

std::optional<WindowResult> runWindowClient(const QString &page, const Load &load)
{
    const QString mode = QStringLiteral("--window");
    const QByteArray line = runHeld([&](const QString &folder) {
        return runChild({mode, page}, load, folder);
    });
    WindowResult result;
    unsigned long long received = 0;
    unsigned long long shown = 0;
    if (std::sscanf(line.constData(), "%llu %lf %llu %lf", &received, &result.worstEvent, &shown,
                    &result.alarmP99)
        != 4)
        return std::nullopt;
    result.received = received;
    result.alarmsShown = shown;
    return isWhole(mode, received, load.count) ? std::optional(result) : std::nullopt;
}

/// Runs beside their floor, one right after the other: what disturbs one disturbs both.
class Pairs
{
public:
    void add(std::optional<double> value, std::optional<double> floor)
    {
        if (value && floor && *floor > 0.0)
            m_pairs.push_back({*value, *floor});
    }
    /// With the pair of the median ratio; not measured if a run failed or lost something.
    void report(Report &report, Figure figure) const
    {
        std::vector<Pair> sorted = m_pairs;
        std::sort(sorted.begin(), sorted.end(), [](const Pair &left, const Pair &right) {
            return left.value / left.floor < right.value / right.floor;
        });
        if (sorted.size() == kPairs) {
            figure.value = sorted[sorted.size() / 2].value;
            figure.floor = sorted[sorted.size() / 2].floor;
        }
        report.add(figure);
    }

private:
    struct Pair
    {
        double value = 0.0;
        double floor = 0.0;
    };
    std::vector<Pair> m_pairs;
};

void measurePaced(Report &report, std::uint16_t port)
{
    Pairs river;
    Pairs charts;
    const auto run = [port](const char *mode) -> std::optional<double> {
        const auto result = runClient(QString::fromLatin1(mode), port, kPacedMessages, kPacedRate);
        return result ? std::optional(result->cpuPerMessage) : std::nullopt;
    };
    for (std::size_t pair = 0; pair < kPairs; ++pair) {
        const auto floor = run("--empty");
        river.add(run("--river"), floor);
        charts.add(run("--charts"), floor);
    }
    const auto figure = [](const char *name, double goal) {
        return Figure {name, "us/message",           std::nullopt, std::nullopt,
                       goal, Figure::Better::AtMost, true};
    };
    river.report(report, figure("ingest.cpu_ratio", 1.2));
    charts.report(report, figure("ingest.cpu_ratio_window", 1.6));
}

void measureUnpaced(Report &report, std::uint16_t port)
{
    Pairs pairs;
    const auto run = [port](const char *mode) -> std::optional<double> {
        const auto result = runClient(QString::fromLatin1(mode), port, kUnpacedMessages, 0.0);
        return result ? std::optional(static_cast<double>(result->received) / result->seconds)
                      : std::nullopt;
    };
    for (std::size_t pair = 0; pair < kPairs; ++pair) {
        const auto floor = run("--empty");
        pairs.add(run("--river"), floor);
    }
    pairs.report(report,
                 {"ingest.unpaced_ratio", "messages/s", std::nullopt, std::nullopt, 0.85,
                  Figure::Better::AtLeast, true});
}

void measureStored(Report &report, std::uint16_t port)
{
    const Load load {port, kPacedMessages, kPacedRate, [] {
                         return withProbes(kPacedRate, kStoredEvery,
                                           [](std::uint64_t) { return kStoredTopic; });
                     }};
    std::optional<double> p99;
    const QByteArray line = runHeld([&](const QString &folder) {
        StoredProbe probe(folder.toStdString(), kStoredTopic);
        ChildRun run = runChild({QStringLiteral("--river")}, load, folder);
        p99 = probe.p99(kStoredLeast);
        return run;
    });
    report.add({"ingest.stored_p99_ms", "ms", line.isEmpty() ? std::nullopt : p99, std::nullopt,
                300.0, Figure::Better::AtMost, false});
}

void measureEvents(Report &report, std::uint16_t port)
{
    const auto result = runWindowClient(
        QStringLiteral("overview"),
        {port, kPacedMessages, kPacedRate, [] { return messagesAt(kPacedRate); }});
    report.add({"ingest.worst_event_ms", "ms",
                result ? std::optional(result->worstEvent) : std::nullopt, std::nullopt, 50.0,
                Figure::Better::AtMost, false});
}

void measureAlarms(Report &report, std::uint16_t port)
{
    const auto topic = [](std::uint64_t n) { return "bench/probe/" + std::to_string(n); };
    const auto result = runWindowClient(QStringLiteral("alarms"),
                                        {port, kAlarmMessages, kAlarmRate, [topic] {
                                             return withProbes(kAlarmRate, kAlarmEvery, topic);
                                         }});
    const std::uint64_t probes = kAlarmMessages / kAlarmEvery;
    if (result && result->alarmsShown != probes)
        std::fprintf(stderr, "bench: %llu of %llu alarms were shown\n",
                     static_cast<unsigned long long>(result->alarmsShown),
                     static_cast<unsigned long long>(probes));
    const bool isComplete = result && result->alarmsShown == probes;
    report.add({"ingest.alarm_shown_p99_ms", "ms",
                isComplete ? std::optional(result->alarmP99) : std::nullopt, std::nullopt, 50.0,
                Figure::Better::AtMost, false});
}

/// A child: mode, port, count, folder and, for a window, its page.
int runMode(TimedApplication &application, const QStringList &arguments)
{
    const auto port = arguments[2].toUShort();
    const auto count = arguments[3].toULongLong();
    const std::string folder = arguments[4].toStdString();
    if (arguments[1] == QLatin1String("--charts"))
        return runCharts(application, port, count, folder);
    return runWindow(application, port, count, folder, arguments.value(5).toStdString());
}

int runBench()
{
    test::MosquittoBroker broker;
    if (!broker.start()) {
        std::fprintf(stderr, "bench: mosquitto does not start\n");
        return 1;
    }
    Report report;
    measurePaced(report, broker.port());
    measureUnpaced(report, broker.port());
    measureStored(report, broker.port());
    measureEvents(report, broker.port());
    measureAlarms(report, broker.port());
    return report.isOk() ? 0 : 1;
}

} // namespace
} // namespace telltale::bench

int main(int argc, char **argv)
{
    using namespace telltale::bench;
    const std::string_view mode = argc > 4 ? argv[1] : "";
    if (mode == "--charts" || mode == "--window") {
        ::qputenv("QT_QPA_PLATFORM", "offscreen");
        TimedApplication application(argc, argv);
        return runMode(application, QCoreApplication::arguments());
    }
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (mode == "--river")
        return runRiver(arguments[2].toUShort(), arguments[3].toULongLong(),
                        arguments[4].toStdString());
    if (mode == "--empty")
        return runEmptyClient(arguments[2].toUShort(), arguments[3].toULongLong());
    return runBench();
}
