#include "tests/bench/figure.h"
#include "tests/bench/ingest_clients.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/mqtt_flood.h"

#include <QCoreApplication>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <vector>

/// How much the whole path costs beside a client that does nothing, on the same broker and machine.
/// JSON of a time and one value (about 50 bytes), 1,000 topics, QoS 0. Pairs of runs, floor and
/// river in turn; the medians are reported.
namespace telltale::bench {
namespace {

constexpr double kPacedRate = 50'000.0;
constexpr std::uint64_t kPacedMessages = 250'000;
constexpr std::uint64_t kUnpacedMessages = 300'000;
constexpr int kPairs = 3;
constexpr int kChildPatienceMs = 60'000;

void makeMessage(std::uint64_t n, test::MqttFlood::Message &message)
{
    message.topic = "bench/line" + std::to_string(n % 1000 / 100) + "/m" + std::to_string(n % 1000)
        + "/value";
    message.payload = "{\"ts\":" + std::to_string(1'700'000'000'000'000ULL + n * 20)
        + ",\"value\":" + std::to_string(static_cast<double>(n % 7919) * 0.125) + "}";
}

/// Runs this program as `mode` under a flood; empty if it failed or lost something.
std::optional<ClientResult> runClient(const QString &mode, std::uint16_t port, std::uint64_t count,
                                      double rate)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
                {mode, QString::number(port), QString::number(count)});
    if (!child.waitForReadyRead(kChildPatienceMs) || !child.readLine().startsWith("ready"))
        return std::nullopt;
    test::MqttFlood flood(port);
    if (!flood.connect() || !flood.publish(0, count, 0, rate, makeMessage)) {
        std::fprintf(stderr, "bench: %s\n", flood.failure().c_str());
        return std::nullopt;
    }
    if (!child.waitForFinished(kChildPatienceMs))
        return std::nullopt;
    ClientResult result;
    const QByteArray line = child.readAllStandardOutput();
    unsigned long long received = 0;
    if (std::sscanf(line.constData(), "%llu %lf %lf", &received, &result.cpuPerMessage,
                    &result.seconds)
        != 3)
        return std::nullopt;
    result.received = received;
    if (received != count)
        std::fprintf(stderr, "bench: %s received %llu of %llu\n", qPrintable(mode), received,
                     static_cast<unsigned long long>(count));
    return received == count ? std::optional(result) : std::nullopt;
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
    for (int pair = 0; pair < kPairs; ++pair) {
        if (const auto result
            = runClient(QStringLiteral("--empty"), port, kPacedMessages, kPacedRate))
            floor.push_back(result->cpuPerMessage);
        if (const auto result
            = runClient(QStringLiteral("--river"), port, kPacedMessages, kPacedRate))
            river.push_back(result->cpuPerMessage);
    }
    report.add({"ingest.cpu_ratio", "us/message", median(river), median(floor), 1.2,
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

} // namespace
} // namespace telltale::bench

int main(int argc, char **argv)
{
    using namespace telltale::bench;
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4) {
        const auto port = arguments[2].toUShort();
        const auto count = arguments[3].toULongLong();
        return arguments[1] == QLatin1String("--river") ? runRiver(port, count)
                                                        : runEmptyClient(port, count);
    }
    telltale::test::MosquittoBroker broker;
    if (!broker.start()) {
        std::fprintf(stderr, "bench: mosquitto does not start\n");
        return 1;
    }
    Report report;
    measurePaced(report, broker.port());
    measureUnpaced(report, broker.port());
    return report.isOk() ? 0 : 1;
}
