#include "app/command.h"
#include "app/options.h"
#include "app/row_options.h"

#include "data/sources/broker_url.h"
#include "data/sources/replay_publisher.h"

#include <algorithm>
#include <atomic>
#include <cinttypes>
#include <cstdio>

namespace telltale {
namespace {

constexpr double kSlowest = 1e-3;
constexpr double kFastest = 1e6;

void declare(Options &options)
{
    options.addArgument(QStringLiteral("FILE"),
                        QStringLiteral("CSV with a heading, .csv or .csv.gz."));
    options.add(QStringLiteral("broker"), QStringLiteral("mqtt://host:port or mqtts://host:port."),
                QStringLiteral("URL"));
    options.add(QStringLiteral("speed"),
                QStringLiteral("Times faster than it was, 60 or 60x; or max."),
                QStringLiteral("N"));
    options.add(QStringLiteral("qos"), QStringLiteral("0, 1 or 2; default 1."),
                QStringLiteral("N"));
    options.add(QStringLiteral("rebase"),
                QStringLiteral("now: shift all times so that the first row is now."),
                QStringLiteral("now"));
    addRowOptions(options);
    options.addCaFile();
}

Outcome readSpeed(const QString &text, double &speed)
{
    if (text.isEmpty() || text == QLatin1String("max"))
        return {};
    bool isNumber = false;
    speed = (text.endsWith(QLatin1Char('x')) ? text.chopped(1) : text).toDouble(&isNumber);
    if (!isNumber || !(speed >= kSlowest && speed <= kFastest))
        return Error {Error::Code::WrongUse,
                      "--speed is a number from 0.001 to 1000000 such as 60 or 60x, or max"};
    return {};
}

Result<ReplayOptions> replayOptions(const Options &options)
{
    ReplayOptions replay;
    if (options.arguments().size() != 1 || !options.isSet(QStringLiteral("broker")))
        return Error {Error::Code::WrongUse, "replay needs a FILE and --broker URL"};
    replay.file = options.arguments().first().toStdString();
    replay.url = options.value(QStringLiteral("broker")).toStdString();
    if (const Result<BrokerUrl> url = parseBrokerUrl(replay.url); !url.ok())
        return Error {Error::Code::WrongUse, url.error().detail};
    if (const Outcome speed = readSpeed(options.value(QStringLiteral("speed")), replay.speed);
        !speed.ok())
        return speed.error();
    if (options.isSet(QStringLiteral("rebase"))
        && options.value(QStringLiteral("rebase")) != QLatin1String("now"))
        return Error {Error::Code::WrongUse, "--rebase knows only now"};
    replay.rebaseNow = options.isSet(QStringLiteral("rebase"));
    bool isNumber = true;
    if (options.isSet(QStringLiteral("qos")))
        replay.qos = options.value(QStringLiteral("qos")).toInt(&isNumber);
    if (!isNumber || replay.qos < 0 || replay.qos > 2)
        return Error {Error::Code::WrongUse, "--qos is 0, 1 or 2"};
    replay.topicTemplate = options.value(QStringLiteral("topic-template")).toStdString();
    if (const Outcome read = readRowOptions(options, replay.time, replay.delimiter); !read.ok())
        return read.error();
    replay.caFile = options.fileName(QStringLiteral("ca-file"));
    replay.credentials.user = qEnvironmentVariable("TELLTALE_MQTT_USER").toStdString();
    replay.credentials.password = qEnvironmentVariable("TELLTALE_MQTT_PASSWORD").toStdString();
    return replay;
}

void showProgress(const ReplayPublisher::Progress &progress)
{
    if (progress.total == 0)
        return; // nothing but a heading
    const double share = static_cast<double>(progress.rows) / static_cast<double>(progress.total);
    std::fprintf(stderr, "\r%5.1f %% of %" PRIu64 " rows, %" PRIu64 " acknowledged",
                 std::min(share, 1.0) * 100.0, progress.total, progress.acknowledged);
}

Outcome play(ReplayPublisher &replay)
{
    std::atomic<bool> stop = false;
    Outcome done;
    const auto work = [&] {
        done = replay.run(
            showProgress,
            [](const std::string &note) { std::fprintf(stderr, "\ntelltale: %s\n", note.c_str()); },
            stop);
    };
    runUntilSignal(work, [&stop] { stop = true; });
    return done;
}

} // namespace

int runReplay(const QStringList &arguments)
{
    Options options(QStringLiteral("replay"));
    declare(options);
    if (const std::optional<int> answered = options.answer(arguments))
        return *answered;
    const Result<ReplayOptions> wanted = replayOptions(options);
    if (!wanted.ok())
        return fail(wanted.error());
    ReplayPublisher replay(wanted.value());
    const Outcome done = play(replay);
    const ReplayPublisher::Progress &progress = replay.progress();
    if (progress.rows > 0)
        std::fputc('\n', stderr); // after the line of the progress
    if (progress.rows > 0 || done.ok())
        std::printf("%" PRIu64 " rows, %" PRIu64 " messages acknowledged, %" PRIu64
                    " rows refused\n",
                    progress.rows, progress.acknowledged, progress.refused);
    return done.ok() ? afterPrinting(kSuccess) : fail(done.error());
}

} // namespace telltale
