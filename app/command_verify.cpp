#include "app/command.h"
#include "app/options.h"

#include "data/pipeline/data_check.h"
#include "data/sources/json_object.h"
#include "data/telemetry/timestamp_text.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <cinttypes>
#include <cstdio>
#include <optional>
#include <vector>

namespace telltale {
namespace {

constexpr qint64 kTellEveryMs = 500;

void printDamage(const Damage &damage)
{
    std::printf("\n%s: %s\n", damage.file.c_str(), damage.what.c_str());
    if (!damage.tag.empty())
        std::printf("  tag %s\n", printable(damage.tag).constData());
    if (damage.range)
        std::printf("  from %s to %s\n", isoText(damage.range->from).c_str(),
                    isoText(damage.range->to).c_str());
}

void printPlain(const DataCheck::Counts &counts, const std::vector<Damage> &damages)
{
    for (const Damage &damage : damages)
        printDamage(damage);
    std::printf("%s%zu history files, %" PRIu64 " samples in %" PRIu64
                " chunks and the log, %" PRIu64 " alarm entries: %s\n",
                damages.empty() ? "" : "\n", counts.history.files, counts.history.samples,
                counts.history.chunks, counts.alarmEntries,
                damages.empty() ? "all is as it was written" : "damaged");
    if (!damages.empty())
        std::printf(
            "What is not named above can be read: save it with telltale export. To have the "
            "rest again, end the\nprogram and put the files back from a backup. A file that "
            "cannot be opened is set aside at the next\nstart, never deleted.\n");
}

std::string jsonOf(const Damage &damage)
{
    JsonObject json;
    json.add("file", std::string_view(damage.file)).add("what", std::string_view(damage.what));
    if (!damage.tag.empty())
        json.add("tag", std::string_view(damage.tag));
    if (damage.range)
        json.add("from", std::string_view(isoText(damage.range->from)))
            .add("to", std::string_view(isoText(damage.range->to)));
    return json.text();
}

void printJson(const DataCheck::Counts &counts, const std::vector<Damage> &damages)
{
    std::string list;
    for (const Damage &damage : damages)
        list += (list.empty() ? "" : ",") + jsonOf(damage);
    JsonObject json;
    json.add("ok", damages.empty());
    json.addRaw("files", std::to_string(counts.history.files));
    json.addRaw("chunks", std::to_string(counts.history.chunks));
    json.addRaw("samples", std::to_string(counts.history.samples));
    json.addRaw("alarm_entries", std::to_string(counts.alarmEntries));
    json.addRaw("damage", "[" + list + "]");
    std::printf("%s\n", json.text().c_str());
}

} // namespace

int runVerify(const QStringList &arguments)
{
    Options options(QStringLiteral("verify"));
    if (const std::optional<int> answered = options.answer(arguments))
        return *answered;
    if (!QFileInfo::exists(QString::fromStdString(options.dataFolder())))
        return fail(
            Error {Error::Code::NotFound,
                   options.dataFolder()
                       + ": there is no such folder; name the one of the data with --data"});
    QElapsedTimer told;
    told.start();
    bool hasTold = false;
    std::vector<Damage> damages;
    DataCheck check(
        options.dataFolder(), [&damages](const Damage &damage) { damages.push_back(damage); },
        [&told, &hasTold](std::uint64_t done, std::uint64_t total) {
            if (told.elapsed() < kTellEveryMs)
                return;
            told.restart();
            hasTold = true;
            std::fprintf(stderr, "\r%5.1f %% looked at", // log and chunks share samples
                         100.0 * static_cast<double>(done) / static_cast<double>(total));
        });
    const Outcome done = check.run();
    if (hasTold)
        std::fputs(done.ok() ? "\r100.0 % looked at\n" : "\n", stderr);
    if (!done.ok())
        return fail(done.error());
    if (options.wantsJson())
        printJson(check.counts(), damages);
    else
        printPlain(check.counts(), damages);
    return afterPrinting(damages.empty() ? kSuccess : kFailure);
}

} // namespace telltale
