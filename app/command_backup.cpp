#include "app/command.h"
#include "app/options.h"

#include "data/pipeline/data_backup.h"
#include "data/sources/json_object.h"
#include "data/workspace/workspace.h"

#include <QDir>
#include <QElapsedTimer>

#include <cinttypes>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

namespace telltale {
namespace {

constexpr qint64 kTellEveryMs = 500;

/// Where a signal ends it nothing is left.
Outcome play(const DataBackup::Options &wanted, DataBackup::Summary &summary)
{
    CancelFlag stop;
    QElapsedTimer told;
    told.start();
    bool hasTold = false;
    DataBackup backup(
        wanted,
        [&told, &hasTold](DataBackup::Phase phase, std::uint64_t done, std::uint64_t total) {
            if (told.elapsed() < kTellEveryMs)
                return;
            told.restart();
            hasTold = true;
            const bool isCopying = phase == DataBackup::Phase::Copying;
            std::fprintf(stderr, "\r%s %5.1f %% of %" PRIu64 " %s   ",
                         isCopying ? "copied" : "checked",
                         100.0 * static_cast<double>(done) / static_cast<double>(total),
                         isCopying ? total >> 20U : total, isCopying ? "MiB" : "samples");
        },
        &stop);
    Outcome done;
    runUntilSignal([&backup, &done] { done = backup.run(); }, [&stop] { stop.cancel(); });
    if (hasTold)
        std::fputc('\n', stderr); // after the line of the progress
    summary = backup.summary();
    return done;
}

std::string listOf(const std::vector<std::string> &texts)
{
    std::string list;
    for (const std::string &text : texts)
        list += (list.empty() ? "" : ",") + jsonText(text);
    return '[' + list + ']';
}

void print(const DataBackup::Summary &summary, const std::string &target, bool isJson)
{
    for (const std::string &warning : summary.warnings)
        std::fprintf(stderr, "warning: %s\n", warning.c_str());
    if (!isJson) {
        std::printf("%zu files, %" PRIu64 " bytes, %" PRIu64 " samples and %" PRIu64
                    " alarm entries in %s, checked\n",
                    summary.files, summary.bytes, summary.samples, summary.alarmEntries,
                    target.c_str());
        return;
    }
    JsonObject json;
    json.add("folder", std::string_view(target));
    json.addRaw("files", std::to_string(summary.files));
    json.addRaw("bytes", std::to_string(summary.bytes));
    json.addRaw("samples", std::to_string(summary.samples));
    json.addRaw("alarm_entries", std::to_string(summary.alarmEntries));
    json.addRaw("warnings", listOf(summary.warnings));
    std::printf("%s\n", json.text().c_str());
}

} // namespace

int runBackup(const QStringList &arguments)
{
    Options options(QStringLiteral("backup"));
    options.addArgument(QStringLiteral("DIR"),
                        QStringLiteral("A folder that is not there yet, for the copy."));
    if (const std::optional<int> answered = options.answer(arguments))
        return *answered;
    if (options.arguments().size() != 1)
        return fail({Error::Code::WrongUse, "backup needs a DIR to copy to"});
    DataBackup::Options wanted;
    wanted.dataFolder = options.dataFolder();
    wanted.workspaceFolder = options.workspaceFolder();
    wanted.workspaceFiles = Workspace::filesIn(wanted.workspaceFolder);
    wanted.target = QDir::cleanPath(QDir::current().absoluteFilePath(options.arguments().first()))
                        .toStdString();
    DataBackup::Summary summary;
    if (const Outcome done = play(wanted, summary); !done.ok())
        return fail(done.error());
    print(summary, wanted.target, options.wantsJson());
    return afterPrinting(kSuccess);
}

} // namespace telltale
