#include "app/command.h"
#include "app/options.h"

#include "data/pipeline/redecode_stored.h"
#include "data/sources/json_object.h"
#include "data/telemetry/clock.h"
#include "data/workspace/workspace.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <cinttypes>
#include <cstdio>

namespace telltale {
namespace {

constexpr qint64 kTellEveryMs = 500;

Result<RedecodeRequest> requestOf(const Options &options)
{
    RedecodeRequest request;
    request.dataFolder = options.dataFolder();
    if (const Outcome read = readRange(options, Clock::system().now(), request.arrived); !read.ok())
        return read.error();
    if (!QFileInfo::exists(QString::fromStdString(request.dataFolder)))
        return Error {Error::Code::NotFound,
                      request.dataFolder
                          + ": there is no such folder; name the one of the data with --data"};
    Result<Workspace> workspace = Workspace::load(options.workspaceFolder());
    if (!workspace.ok())
        return workspace.error();
    request.connections = workspace->connections;
    return request;
}

void print(const Redecode::Counts &in, double seconds, bool isJson)
{
    if (!isJson) {
        std::printf("%" PRIu64 " messages decoded again in %.1f s, %" PRIu64
                    " of them not understood: %" PRIu64 " samples, %" PRIu64 " new, %" PRIu64
                    " corrected, %" PRIu64
                    " of a time of which only roll-ups are left and not stored, the "
                    "others as they are stored; %" PRIu64 " new tags\n",
                    in.messages, seconds, in.notDecoded, in.samples, in.added, in.corrected,
                    in.rolledUp, in.tags);
        return;
    }
    JsonObject json;
    const auto count = [&json](const char *name, std::uint64_t value) {
        json.addRaw(name, std::to_string(value));
    };
    count("messages", in.messages);
    count("not_decoded", in.notDecoded);
    count("samples", in.samples);
    count("added", in.added);
    count("corrected", in.corrected);
    count("rolled_up", in.rolledUp);
    count("tags", in.tags);
    json.add("seconds", seconds, 3);
    std::printf("%s\n", json.text().c_str());
}

} // namespace

int runRedecode(const QStringList &arguments)
{
    Options options(QStringLiteral("redecode"));
    options.add(QStringLiteral("from"), QStringLiteral("Messages that arrived then or later."),
                QStringLiteral("TIME"));
    options.add(QStringLiteral("to"), QStringLiteral("Messages that arrived before."),
                QStringLiteral("TIME"));
    if (const std::optional<int> answered = options.answer(arguments))
        return *answered;
    const Result<RedecodeRequest> request = requestOf(options);
    if (!request.ok())
        return fail(request.error());
    QElapsedTimer clock;
    clock.start();
    std::atomic<bool> stop = false;
    Redecode::Counts counts;
    Outcome done;
    qint64 told = 0;
    const auto tell = [&](const Redecode::Counts &in) {
        if (clock.elapsed() - told < kTellEveryMs)
            return;
        told = clock.elapsed();
        std::fprintf(stderr, "\r%5.1f %%  %" PRIu64 " messages, %" PRIu64 " samples",
                     in.fraction * 100.0, in.messages, in.samples);
    };
    runUntilSignal([&] { done = redecodeStored(request.value(), tell, stop, counts); },
                   [&stop] { stop = true; });
    if (told > 0)
        std::fputc('\n', stderr); // after the line of the progress
    if (done.ok() || counts.messages > 0)
        print(counts, static_cast<double>(clock.elapsed()) / 1000.0, options.wantsJson());
    return done.ok() ? afterPrinting(kSuccess) : fail(done.error());
}

} // namespace telltale
