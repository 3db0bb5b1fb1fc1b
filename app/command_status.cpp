#include "app/command.h"
#include "app/options.h"

#include "data/history/history_reader.h"
#include "data/pipeline/message_decoder.h"
#include "data/pipeline/status_json.h"
#include "data/storage/file.h"
#include "data/telemetry/clock.h"

#include <cinttypes>
#include <cstdio>

namespace telltale {
namespace {

/// The owner's newest state; or, when nobody runs, what history itself says.
Result<PlantStatus> readStatus(const std::string &folder)
{
    const std::optional<std::string> owner = FolderLock::ownerOf(folder);
    PlantStatus status;
    if (const Result<std::string> content = readFile(folder + "/status.json"); content.ok()) {
        Result<PlantStatus> read = statusFromJson(content.value());
        if (!read.ok())
            return read.error();
        status = std::move(read).value();
    }
    if (owner) {
        status.owner = *owner;
        return status;
    }
    Result<std::unique_ptr<HistoryReader>> reader = HistoryReader::open(folder);
    if (!reader.ok())
        return reader.error();
    const Result<HistoryTotals> totals = reader.value()->totals();
    if (!totals.ok())
        return totals.error();
    const MessageCounts counts = MessageCounts::fromCounters(totals.value().counters);
    Counters &counters = status.counters;
    counters.decoded = counts.decoded;
    counters.stored = counts.decoded;
    counters.dropped = counts.dropped;
    counters.samples = totals.value().samples;
    counters.received = std::max(counters.received, counts.lookedAt());
    counters.journalPending = counters.received - counts.lookedAt();
    status.connections.clear();
    status.owner.clear();
    status.messageRate = 0.0;
    return status;
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
        std::printf("dropped         %" PRIu64 " (%s)\n", count, cause.c_str());
    std::printf("journal pending %" PRIu64 "\n", counters.journalPending);
    std::printf("samples         %" PRIu64 "\n", counters.samples);
    for (const ConnectionStatus &connection : status.connections) {
        const bool isUp = connection.state == ConnectionStatus::State::Connected;
        std::printf("connection      %s %s: %s\n", connection.name.c_str(), connection.url.c_str(),
                    isUp                           ? "connected"
                        : connection.cause.empty() ? "not connected"
                                                   : connection.cause.c_str());
    }
    for (const Problem &problem : status.problems)
        std::printf("problem         %s: %s %s\n", problem.area.c_str(), problem.cause.c_str(),
                    problem.remedy.c_str());
}

} // namespace

int runStatus(const QStringList &arguments)
{
    Options options(QStringLiteral("status"));
    if (const Outcome parsed = options.parse(arguments); !parsed.ok())
        return fail(parsed.error());
    if (options.isSet(QStringLiteral("help"))) {
        std::fputs(qPrintable(options.helpText()), stdout);
        return kSuccess;
    }
    if (const Outcome made = makeFolder(options.dataFolder()); !made.ok())
        return fail(made.error());
    const Result<PlantStatus> status = readStatus(options.dataFolder());
    if (!status.ok())
        return fail(status.error());
    if (options.wantsJson())
        std::fputs(statusToJson(status.value()).c_str(), stdout);
    else
        printPlain(status.value());
    return kSuccess;
}

} // namespace telltale
