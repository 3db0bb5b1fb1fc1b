#include "tests/bench/figure.h"
#include "tests/bench/first_paint.h"

#include "app/command.h"
#include "data/history/history_writer.h"
#include "data/storage/file.h"
#include "data/telemetry/clock.h"
#include "data/workspace/workspace.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string_view>
#include <vector>

/// From the start of the desktop program to its first whole picture, on stored data of 1,000 tags.
namespace telltale::bench {
namespace {

using namespace std::chrono_literals;

constexpr int kLines = 10;
constexpr int kMachines = 10;
constexpr int kTags = 10;
constexpr int kSamples = 60;
constexpr std::size_t kNodes = kLines * (1 + kMachines * (1 + kTags)); // and those above
constexpr int kStarts = 7;
constexpr int kPatienceMs = 20'000;

/// An overview whose first tiles are of several tags each, as that of the demo plant.
constexpr std::string_view kOverview = R"({
    "version": 1,
    "tiles": [
        {"tag": "works/line0/*/figure0", "aggregate": "sum"},
        {"tag": "works/*/machine0/figure1", "aggregate": "max"},
        {"kind": "count", "tag": "works/line1/*/figure2"}
    ],
    "fill": "spread"
})";

bool makeOverview(const std::string &workspace)
{
    return makeFolder(workspace + "/pages").ok()
        && writeFileDurably(workspace + "/pages/overview.json", kOverview).ok();
}

/// 60 samples of each tag, and a workspace with one connection that nobody answers.
bool makePlant(const QString &folder)
{
    const std::string data = folder.toStdString() + "/data";
    if (!makeFolder(data).ok())
        return false;
    TagRegistry registry;
    Result<std::unique_ptr<HistoryWriter>> writer = HistoryWriter::open({data}, registry);
    if (!writer.ok())
        return false;
    auto batch = std::make_shared<SampleBatch>();
    const Timestamp now = Clock::system().now();
    for (int n = 0; n < kLines * kMachines * kTags; ++n) {
        const TagId tag = registry.intern("works/line" + std::to_string(n / (kMachines * kTags))
                                          + "/machine" + std::to_string(n / kTags % kMachines)
                                          + "/figure" + std::to_string(n % kTags));
        for (int i = kSamples; i > 0; --i)
            batch->append(tag, now - i * 10s, n + i * 0.5, Quality::good(), {});
    }
    batch->arrival = now;
    if (!writer.value()->append(batch).ok() || !writer.value()->commit({}, {}).ok())
        return false;
    Result<Workspace> workspace = Workspace::load(folder.toStdString() + "/works");
    if (!workspace.ok())
        return false;
    ConnectionConfig connection;
    connection.name = "nobody";
    connection.url = "mqtt://127.0.0.1:9";
    connection.filters = {"works/#"};
    workspace->connections = {connection};
    return workspace->saveConnections().ok() && makeOverview(workspace->folder());
}

/// A display of our own; false where there is no Xvfb.
bool startDisplay(QProcess &server)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("Xvfb"));
    if (program.isEmpty())
        return false;
    server.start(program,
                 {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                  QStringLiteral("0"), QStringLiteral("1920x1080x24"), QStringLiteral("-nolisten"),
                  QStringLiteral("tcp")});
    if (!server.waitForReadyRead(kPatienceMs))
        return false;
    ::qputenv("DISPLAY", ':' + server.readLine().trimmed());
    ::qputenv("QT_QPA_PLATFORM", "xcb"); // whatever this desktop would take
    return true;
}

/// ms from before the start of the process; none if it never was whole, or a tile went blank.
std::optional<double> startOnce(const QString &folder)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const auto began = std::chrono::steady_clock::now();
    program.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--workspace"), folder + QStringLiteral("/works"),
                   QStringLiteral("--data"), folder + QStringLiteral("/data")});
    const bool hasEnded = program.waitForFinished(kPatienceMs);
    if (!hasEnded)
        program.kill();
    program.waitForFinished();
    const QByteArray said = program.readAllStandardOutput();
    long long complete = 0;
    int blank = 0;
    if (!hasEnded || std::sscanf(said.constData(), "complete %lld blank %d", &complete, &blank) != 2
        || blank != 0) {
        std::fprintf(stderr, "bench: the window said \"%s\"\n", said.constData());
        return std::nullopt;
    }
    const std::chrono::duration<double, std::milli> took
        = std::chrono::nanoseconds(complete) - began.time_since_epoch();
    return took.count();
}

/// ms, the median of all starts; none if one of them failed.
std::optional<double> medianStart()
{
    const QTemporaryDir folder;
    std::vector<double> took;
    const bool isMade = makePlant(folder.path());
    for (int i = 0; isMade && i < kStarts; ++i) {
        if (const auto one = startOnce(folder.path()))
            took.push_back(*one);
    }
    if (took.size() != kStarts)
        return std::nullopt;
    std::sort(took.begin(), took.end());
    return took[took.size() / 2];
}

int runBench()
{
    QProcess server;
    std::optional<double> median;
    if (startDisplay(server))
        median = medianStart();
    else
        std::fprintf(stderr, "bench: no display to measure on: install Xvfb (package xvfb)\n");
    Report report;
    report.add({"screens.first_paint_ms", "ms", median, std::nullopt, 150.0, Figure::Better::AtMost,
                false});
    server.terminate();
    server.waitForFinished();
    return report.isOk() ? 0 : 1;
}

} // namespace
} // namespace telltale::bench

int main(int argc, char **argv)
{
    using namespace telltale::bench;
    if (argc > 1) {
        TimedApplication application(argc, argv);
        const FirstPaint firstPaint(application, kNodes);
        return telltale::runDesktop(QCoreApplication::arguments());
    }
    const QCoreApplication application(argc, argv);
    return runBench();
}
