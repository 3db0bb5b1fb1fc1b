#include "app/command.h"
#include "app/options.h"

#include "data/history/history_damage.h"
#include "data/pipeline/data_repair.h"
#include "data/sources/json_object.h"
#include "data/telemetry/timestamp_text.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <cinttypes>
#include <cstdio>
#include <functional>
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

/// Beyond the newest head a missing end of the alarm journal would not show.
void printHeads(const DataCheck::Counts &counts)
{
    if (counts.newestHead)
        std::printf("%zu signed heads of the alarm journal, the newest at entry %" PRIu64
                    " on %s with key %s\n",
                    counts.signedHeads, counts.newestHead->at.sequence,
                    counts.newestHead->time.c_str(), keyName(counts.newestHead->key).c_str());
    else if (counts.alarmEntries > 0)
        std::printf("no signed head of the alarm journal: it cannot be told whether entries are "
                    "missing at its end\n");
}

void printPlain(const DataCheck::Counts &counts, const std::vector<Damage> &damages)
{
    for (const Damage &damage : damages)
        printDamage(damage);
    const std::string rolledUp = counts.history.rolledUp > 0
        ? " roll-ups of " + std::to_string(counts.history.rolledUp) + " samples that are gone,"
        : "";
    std::printf("%s%zu history files, %" PRIu64 " samples in %" PRIu64
                " chunks and the log,%s %" PRIu64 " alarm entries: %s\n",
                damages.empty() ? "" : "\n", counts.history.files, counts.history.samples,
                counts.history.chunks, rolledUp.c_str(), counts.alarmEntries,
                damages.empty() ? "all is as it was written" : "damaged");
    printHeads(counts);
    if (!damages.empty())
        std::printf(
            "What is not named above can be read: save it with telltale export. To have the "
            "rest again, end the\nprogram and put the files back from a backup. Without one: "
            "telltale verify --repair puts what can be\nread into new files and keeps the damaged "
            "ones.\n");
}

void printRepaired(const HistoryRepair::Saved &saved)
{
    std::printf("\n%s: set aside as %s\n", saved.file.c_str(), saved.aside.c_str());
    if (saved.isEmpty)
        std::printf("  nothing of it can be read\n");
    else
        std::printf("  saved: %" PRIu64 " samples in chunks, %" PRIu64 " groups of the log\n",
                    saved.samples, saved.groups);
    for (const HistoryRepair::Lost &lost : saved.lost) {
        std::printf("  lost: %s, ",
                    lost.tag.empty() ? "of unknown tags" : printable(lost.tag).constData());
        if (lost.samples > 0)
            std::printf("at most %" PRIu64 " samples, ", lost.samples);
        std::printf("%s\n", missingWords(lost.range).c_str());
    }
}

void printRepair(const DataRepair::Summary &summary)
{
    for (const Damage &damage : summary.found)
        printDamage(damage);
    for (const HistoryRepair::Saved &saved : summary.repaired)
        printRepaired(saved);
    for (const Damage &damage : summary.left)
        std::printf("\nnot repaired: %s: %s\n", damage.file.c_str(), damage.what.c_str());
    const DataCheck::Counts &counts = summary.counts;
    std::printf("%s%zu history files, %" PRIu64 " samples, %" PRIu64 " alarm entries: %s\n",
                summary.found.empty() ? "" : "\n", counts.history.files, counts.history.samples,
                counts.alarmEntries,
                !summary.left.empty()       ? "damaged"
                    : summary.found.empty() ? "all is as it was written, nothing was changed"
                                            : "all that is left is whole");
    printHeads(counts);
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

std::string jsonOf(const SignedHead &head)
{
    JsonObject json;
    json.addRaw("seq", std::to_string(head.at.sequence));
    json.add("time", std::string_view(head.time)).add("key", std::string_view(keyName(head.key)));
    return json.text();
}

std::string jsonOf(const HistoryRepair::Lost &lost)
{
    JsonObject json;
    if (!lost.tag.empty())
        json.add("tag", std::string_view(lost.tag));
    if (lost.samples > 0)
        json.addRaw("samples", std::to_string(lost.samples));
    if (lost.range.from != Timestamp::min())
        json.add("from", std::string_view(isoText(lost.range.from)));
    if (lost.range.to != Timestamp::max())
        json.add("to", std::string_view(isoText(lost.range.to)));
    return json.text();
}

std::string jsonOf(const HistoryRepair::Saved &saved);

template <typename List> std::string listOf(const List &all)
{
    std::string list;
    for (const auto &each : all)
        list += (list.empty() ? "" : ",") + jsonOf(each);
    return '[' + list + ']';
}

std::string jsonOf(const HistoryRepair::Saved &saved)
{
    JsonObject json;
    json.add("file", std::string_view(saved.file)).add("aside", std::string_view(saved.aside));
    json.addRaw("samples", std::to_string(saved.samples));
    json.addRaw("log_groups", std::to_string(saved.groups));
    json.addRaw("lost", listOf(saved.lost));
    return json.text();
}

/// Without a repair `repaired` is null, and what was found is what is left.
void printJson(const DataCheck::Counts &counts, const std::vector<Damage> &damages,
               const DataRepair::Summary *repaired = nullptr)
{
    JsonObject json;
    json.add("ok", repaired ? repaired->left.empty() : damages.empty());
    json.addRaw("files", std::to_string(counts.history.files));
    json.addRaw("chunks", std::to_string(counts.history.chunks));
    json.addRaw("samples", std::to_string(counts.history.samples));
    json.addRaw("rolled_up", std::to_string(counts.history.rolledUp));
    json.addRaw("alarm_entries", std::to_string(counts.alarmEntries));
    json.addRaw("signed_heads", std::to_string(counts.signedHeads));
    if (counts.newestHead)
        json.addRaw("newest_head", jsonOf(*counts.newestHead));
    json.addRaw("damage", listOf(damages));
    if (repaired) {
        json.addRaw("repaired", listOf(repaired->repaired));
        json.addRaw("left", listOf(repaired->left));
    }
    std::printf("%s\n", json.text().c_str());
}

/// Says on stderr how far a check is.
class Progress
{
public:
    Progress() { m_told.start(); }
    void operator()(std::uint64_t done, std::uint64_t total)
    {
        if (m_told.elapsed() < kTellEveryMs)
            return;
        m_told.restart();
        m_hasTold = true;
        std::fprintf(stderr, "\r%5.1f %% looked at", // log and chunks share samples
                     100.0 * static_cast<double>(done) / static_cast<double>(total));
    }
    void end(const Outcome &how) const
    {
        if (m_hasTold)
            std::fputs(how.ok() ? "\r100.0 % looked at\n" : "\n", stderr);
    }

private:
    QElapsedTimer m_told;
    bool m_hasTold = false;
};

int verify(const Options &options)
{
    Progress progress;
    std::vector<Damage> damages;
    DataCheck check(
        options.dataFolder(), [&damages](const Damage &damage) { damages.push_back(damage); },
        std::ref(progress));
    const Outcome done = check.run();
    progress.end(done);
    if (!done.ok())
        return fail(done.error());
    if (options.wantsJson())
        printJson(check.counts(), damages);
    else
        printPlain(check.counts(), damages);
    return afterPrinting(damages.empty() ? kSuccess : kFailure);
}

int repair(const Options &options)
{
    Progress progress;
    DataRepair repair(options.dataFolder(), std::ref(progress));
    const Outcome done = repair.run();
    progress.end(done);
    const DataRepair::Summary &summary = repair.summary();
    if (!done.ok()) {
        for (const HistoryRepair::Saved &saved : summary.repaired)
            printRepaired(saved);
        return fail(done.error());
    }
    if (options.wantsJson())
        printJson(summary.counts, summary.found, &summary);
    else
        printRepair(summary);
    return afterPrinting(summary.left.empty() ? kSuccess : kFailure);
}

} // namespace

int runVerify(const QStringList &arguments)
{
    Options options(QStringLiteral("verify"));
    options.add(QStringLiteral("repair"),
                QStringLiteral("Put what can be read of a damaged history file into a new one; the "
                               "damaged one is kept. No program may use the data meanwhile."));
    if (const std::optional<int> answered = options.answer(arguments))
        return *answered;
    if (!QFileInfo::exists(QString::fromStdString(options.dataFolder())))
        return fail(
            Error {Error::Code::NotFound,
                   options.dataFolder()
                       + ": there is no such folder; name the one of the data with --data"});
    return options.isSet(QStringLiteral("repair")) ? repair(options) : verify(options);
}

} // namespace telltale
