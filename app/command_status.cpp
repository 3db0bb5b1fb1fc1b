#include "app/command.h"
#include "app/options.h"

#include "models/connection_rows.h"
#include "models/gap_words.h"

#include "data/pipeline/status_file.h"
#include "data/pipeline/status_json.h"
#include "data/storage/file.h"
#include "data/telemetry/payload_remedy.h"

#include <cinttypes>
#include <cstdio>

namespace telltale {
namespace {

QByteArray inWords(const QString &words)
{
    return printable(words.toStdString());
}

void printPlain(const PlantStatus &status)
{
    const Counters &counters = status.counters;
    std::printf("%s\n",
                status.owner.empty() ? "not running" : ("running: " + status.owner).c_str());
    std::printf("received        %" PRIu64 "\n", counters.received);
    std::printf("decoded         %" PRIu64 "\n", counters.decoded);
    std::printf("stored          %" PRIu64 "\n", counters.stored);
    for (const auto &[cause, count] : counters.dropped)
        std::printf("dropped         %" PRIu64 " (%s)\n", count,
                    inWords(ConnectionRows::dropCause(cause)).constData());
    std::printf("journal pending %" PRIu64 "\n", counters.journalPending);
    std::printf("samples         %" PRIu64 "\n", counters.samples);
    if (counters.samplesCorrected > 0)
        std::printf("corrected       %" PRIu64 " (another value of the same tag and time)\n",
                    counters.samplesCorrected);
    for (const auto &[cause, total] : counters.gaps)
        std::printf("gaps            %" PRIu64 " (%s, %.0f s)\n", total.count,
                    inWords(gapCauseWords(cause)).constData(),
                    static_cast<double>(total.length.count()) / 1e6);
    std::printf("tags            %" PRIu64 "\n", status.tags);
    for (const ConnectionStatus &connection : status.connections) {
        const bool isUp = connection.state == ConnectionStatus::State::Connected;
        std::printf("connection      %s %s: %s\n", printable(connection.name).constData(),
                    printable(connection.url).constData(),
                    isUp                           ? "connected"
                        : connection.cause.empty() ? "not connected"
                                                   : printable(connection.cause).constData());
    }
    for (const UndecodedPayload &payload : status.undecoded)
        std::printf("not understood  %" PRIu64 " %s: %s (%s). %s\n", payload.count,
                    printable(payload.topic).constData(),
                    inWords(ConnectionRows::reason(payload.reason)).constData(),
                    printable(payload.looksLike).constData(), remedyOf(payload.reason));
    for (const Problem &problem : status.problems)
        std::printf("problem         %s%s%s: %s. %s\n", problem.area.c_str(),
                    problem.subject.empty() ? "" : " ", printable(problem.subject).constData(),
                    printable(problem.cause).constData(), problem.remedy.c_str());
}

} // namespace

int runStatus(const QStringList &arguments)
{
    Options options(QStringLiteral("status"));
    if (const std::optional<int> answered = options.answer(arguments))
        return *answered;
    if (const Outcome made = makeFolder(options.dataFolder()); !made.ok())
        return fail(made.error());
    Result<PlantStatus> status = statusOf(options.dataFolder());
    if (!status.ok())
        return fail(status.error());
    if (options.wantsJson())
        std::fputs(printedStatus(status.value()).c_str(), stdout);
    else
        printPlain(status.value());
    return afterPrinting(kSuccess);
}

} // namespace telltale
