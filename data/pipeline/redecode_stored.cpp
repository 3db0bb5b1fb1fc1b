#include "data/pipeline/redecode_stored.h"

#include "data/history/history_writer.h"
#include "data/pipeline/idle_data.h"
#include "data/sources/source_ids.h"
#include "data/storage/space_watch.h"

#include <filesystem>
#include <utility>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kSettleTime = 1h;
constexpr std::chrono::milliseconds kSettleAfterStop = 5s; ///< the rest waits for the next start

Result<std::unique_ptr<RawJournal>> openJournal(const std::string &dataFolder,
                                                const HistoryTotals &totals)
{
    RawJournal::Options options;
    options.folder = dataFolder + "/journal";
    options.atLeast = totals.position;
    options.messagesAtLeast = MessageCounts::fromCounters(totals.counters).lookedAt();
    std::error_code failed;
    if (!std::filesystem::exists(options.folder, failed))
        return Error {Error::Code::NotFound,
                      options.folder + ": there is no raw journal: nothing was recorded here"};
    if (const Result<SpaceWatch::Space> disk = SpaceWatch::ask(options.folder); disk.ok())
        options.fitTo(disk->size);
    return RawJournal::open(options);
}

Outcome setDecoding(const RedecodeRequest &request, const TagRegistry &registry,
                    SourceOptions &decoding)
{
    const Result<SourceIds> ids = SourceIds::load(request.dataFolder, registry.largestSource());
    if (!ids.ok())
        return ids.error();
    for (const ConnectionConfig &config : request.connections) {
        if (const auto known = ids->all().find(config.name); known != ids->all().end())
            decoding.set(known->second, {config.families});
    }
    return {};
}

/// The position in the journal and the counts stay: all of it was counted before.
Outcome store(HistoryWriter &writer, const SampleBatchPtr &batch)
{
    const HistoryTotals totals = writer.totals();
    if (Outcome appended = writer.append(batch); !appended.ok())
        return appended;
    if (Outcome committed = writer.commit(totals.position, totals); !committed.ok())
        return committed;
    for (;;) {
        const Result<bool> more = writer.maintain();
        if (!more.ok())
            return more.error();
        if (!more.value())
            return {};
    }
}

} // namespace

Outcome redecodeStored(const RedecodeRequest &request,
                       const std::function<void(const Redecode::Counts &)> &onProgress,
                       const std::atomic<bool> &stop, Redecode::Counts &counts)
{
    const Result<FolderLock> lock = takeIdleData(request.dataFolder, "decode again");
    if (!lock.ok())
        return lock.error();
    TagRegistry registry;
    Result<std::unique_ptr<HistoryWriter>> writer
        = HistoryWriter::open({request.dataFolder}, registry);
    if (!writer.ok())
        return writer.error();
    const JournalPosition end = writer.value()->totals().position;
    Result<std::unique_ptr<RawJournal>> journal
        = openJournal(request.dataFolder, writer.value()->totals());
    if (!journal.ok())
        return journal.error();
    Result<std::unique_ptr<HistoryReader>> reader = HistoryReader::open(request.dataFolder);
    if (!reader.ok())
        return reader.error();
    SourceOptions decoding;
    if (Outcome set = setDecoding(request, registry, decoding); !set.ok())
        return set;
    Redecode redecode(
        {*journal.value(), registry, *reader.value(), end,
         [&writer](const SampleBatchPtr &batch) { return store(*writer.value(), batch); },
         onProgress},
        {{}, &decoding, request.arrived});
    const Outcome done = redecode.run(stop);
    counts = redecode.counts();
    const Outcome settled = writer.value()->settle(done.ok() ? kSettleTime : kSettleAfterStop);
    return done.ok() ? settled : done;
}

} // namespace telltale
