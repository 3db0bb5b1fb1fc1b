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
#include <string_view>
#include <vector>

/// How much the whole path costs beside a client that does nothing, on the same broker and machine,
/// and how soon what comes is stored and seen. JSON of a time and one value (about 50 bytes), 1,000
/// topics, QoS 0. Where there is a floor: runs of floor and river in turn, the medians are
/// reported.
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
constexpr int kPairs = 3;
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

/// Runs this program as `mode` under a flood; the line it printed at its end, empty if it failed.
QByteArray runChild(const QStringList &mode, std::uint16_t port, std::uint64_t count, double rate,
                    const MqttFlood::Maker &maker, const QString &folder)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
                QStringList {mode[0], QString::number(port), QString::number(count), folder}
                    + mode.mid(1));
    if (!child.waitForReadyRead(kChildPatienceMs) || !child.readLine().startsWith("ready"))
        return {};
    MqttFlood flood(port);
    if (!flood.connect() || !flood.publish(0, count, 0, rate, maker)) {
        std::fprintf(stderr, "bench: %s\n", flood.failure().c_str());
        return {};
    }
    if (!child.waitForFinished(kChildPatienceMs))
        return {};
    return child.readAllStandardOutput();
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
    const QTemporaryDir folder;
    const QByteArray line = runChild({mode}, port, count, rate,
                                     messagesAt(rate > 0.0 ? rate : kPacedRate), folder.path());
    ClientResult result;
    unsigned long long received = 0;
    if (std::sscanf(line.constData(), "%llu %lf %lf", &received, &result.cpuPerMessage,
                    &result.seconds)
        != 3)
        return std::nullopt;
    result.received = received;
    return isWhole(mode, received, count) ? std::optional(result) : std::nullopt;
}

std::optional<WindowResult> runWindowClient(std::uint16_t port, const QString &page,
                                            std::uint64_t count, double rate,
                                            const MqttFlood::Maker &maker)
{
    const QTemporaryDir folder;
    const QByteArray line
        = runChild({QStringLiteral("--window"), page}, port, count, rate, maker, folder.path());
    WindowResult result;
    unsigned long long received = 0;
    unsigned long long shown = 0;
    if (std::sscanf(line.constData(), "%llu %lf %llu %lf", &received, &result.worstEvent, &shown,
                    &result.alarmP99)
        != 4)
        return std::nullopt;
    result.received = received;
    result.alarmsShown = shown;
    return isWhole(QStringLiteral("--window"), received, count) ? std::optional(result)
                                                                : std::nullopt;
}

std::optional<double> median(std::vector<double> values)
{
    if (values.empty())
        return std::nullopt;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void measurePaced(Report &report, std::uint16_t port)
{
    std::vector<double> floor;
    std::vector<double> river;
    std::vector<double> charts;
    const auto run = [port](const char *mode, std::vector<double> &costs) {
        if (const auto result
            = runClient(QString::fromLatin1(mode), port, kPacedMessages, kPacedRate))
            costs.push_back(result->cpuPerMessage);
    };
    for (int pair = 0; pair < kPairs; ++pair) {
        run("--empty", floor);
        run("--river", river);
        run("--charts", charts);
    }
    report.add({"ingest.cpu_ratio", "us/message", median(river), median(floor), 1.2,
                Figure::Better::AtMost, true});
    report.add({"ingest.cpu_ratio_window", "us/message", median(charts), median(floor), 1.6,
                Figure::Better::AtMost, true});
}

void measureUnpaced(Report &report, std::uint16_t port)
{
    std::vector<double> floor;
    std::vector<double> river;
    const auto rate = [](const ClientResult &result) {
        return static_cast<double>(result.received) / result.seconds;
    };
    for (int pair = 0; pair < kPairs; ++pair) {
        if (const auto result = runClient(QStringLiteral("--empty"), port, kUnpacedMessages, 0.0))
            floor.push_back(rate(*result));
        if (const auto result = runClient(QStringLiteral("--river"), port, kUnpacedMessages, 0.0))
            river.push_back(rate(*result));
    }
    report.add({"ingest.unpaced_ratio", "messages/s", median(river), median(floor), 0.85,
                Figure::Better::AtLeast, true});
}

void measureStored(Report &report, std::uint16_t port)
{
    const QTemporaryDir folder;
    StoredProbe probe(folder.path().toStdString(), kStoredTopic);
    runChild({QStringLiteral("--river")}, port, kPacedMessages, kPacedRate,
             withProbes(kPacedRate, kStoredEvery, [](std::uint64_t) { return kStoredTopic; }),
             folder.path());
    report.add({"ingest.stored_p99_ms", "ms", probe.p99(kStoredLeast), std::nullopt, 300.0,
                Figure::Better::AtMost, false});
}

void measureEvents(Report &report, std::uint16_t port)
{
    const auto result = runWindowClient(port, QStringLiteral("overview"), kPacedMessages,
                                        kPacedRate, messagesAt(kPacedRate));
    report.add({"ingest.worst_event_ms", "ms",
                result ? std::optional(result->worstEvent) : std::nullopt, std::nullopt, 50.0,
                Figure::Better::AtMost, false});
}

void measureAlarms(Report &report, std::uint16_t port)
{
    const auto topic = [](std::uint64_t n) { return "bench/probe/" + std::to_string(n); };
    const auto result = runWindowClient(port, QStringLiteral("alarms"), kAlarmMessages, kAlarmRate,
                                        withProbes(kAlarmRate, kAlarmEvery, topic));
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
        return runCharts(port, count, folder);
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
