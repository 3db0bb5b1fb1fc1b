#include "data/pipeline/history_import.h"

#include "data/pipeline/idle_data.h"
#include "data/pipeline/import_rows.h"
#include "data/storage/file.h"

#include <thread>
#include <utility>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kBatchSamples = 100'000; ///< a commit
constexpr std::size_t kQueueBatches = 4;
constexpr auto kPatience = 1ms; ///< of the reading side, until there is room
constexpr auto kTellEvery = 500ms;
constexpr std::chrono::milliseconds kSettleTime = 1h;
constexpr std::chrono::milliseconds kSettleAfterStop = 5s; ///< the rest waits for the next start

} // namespace

HistoryImport::HistoryImport(ImportOptions options)
    : m_options(std::move(options))
    , m_queue(kQueueBatches)
{ }

Outcome HistoryImport::run(const OnProgress &onProgress, const OnRefused &onRefused,
                           const OnNote &onNote, const std::atomic<bool> &stop)
{
    m_onProgress = onProgress;
    m_onRefused = onRefused;
    m_onNote = onNote;
    m_stop = &stop;
    Result<std::unique_ptr<ImportRows>> rows = ImportRows::open(m_options, m_registry);
    if (!rows)
        return rows.error();
    if (Outcome made = makeFolder(m_options.dataFolder); !made)
        return made;
    const Result<FolderLock> lock = takeIdleData(m_options.dataFolder, "import");
    if (!lock)
        return lock.error();
    Result<std::unique_ptr<HistoryWriter>> writer
        = HistoryWriter::open({m_options.dataFolder}, m_registry);
    if (!writer)
        return writer.error();
    if (const std::string aside = writer.value()->setAside(); !aside.empty())
        m_onNote(aside);
    const std::size_t tags = m_registry.size();
    const std::uint64_t samples = writer.value()->totals().samples;

    std::thread reading([this, &rows] { readAll(*rows.value()); });
    Outcome outcome = writeAll(*writer.value());
    reading.join();
    if (outcome.ok())
        outcome = m_readOutcome;
    const Outcome settled = writer.value()->settle(outcome.ok() ? kSettleTime : kSettleAfterStop);
    m_summary.tags = m_registry.size() - tags;
    m_summary.added = writer.value()->totals().samples - samples;
    return outcome.ok() ? settled : outcome;
}

/// The reading thread: lines into batches, until there are no more.
void HistoryImport::readAll(ImportRows &rows)
{
    Summary read;
    bool isNoted = false;
    for (bool hasEnded = false; !hasEnded && !m_isGivenUp;) {
        auto batch = std::make_shared<SampleBatch>();
        batch->reserve(kBatchSamples);
        while (batch->size() < kBatchSamples && !hasEnded && !*m_stop) {
            Result<std::optional<ImportRows::Taken>> taken = rows.next(*batch);
            hasEnded = !taken || !taken.value();
            if (!taken)
                m_readOutcome = taken.error();
            if (hasEnded)
                break;
            ++read.lines;
            read.blank += taken.value()->blank;
            if (taken.value()->refused) {
                ++read.refused;
                m_onRefused(rows.line(), *taken.value()->refused);
            }
        }
        if (*m_stop && !hasEnded) {
            m_readOutcome = Error {Error::Code::Cancelled, "stopped: what was read so far is in"};
            hasEnded = true;
        }
        if (!std::exchange(isNoted, isNoted || !rows.note().empty()) && !rows.note().empty())
            m_onNote(rows.note());
        read.samples += batch->size();
        read.fraction = rows.progress();
        if (!offer({std::move(batch), read}))
            break;
    }
    m_queue.close();
}

bool HistoryImport::offer(Piece piece)
{
    while (!m_queue.tryPush(piece)) {
        if (m_isGivenUp)
            return false;
        std::this_thread::sleep_for(kPatience);
    }
    return true;
}

Outcome HistoryImport::writeAll(HistoryWriter &writer)
{
    auto told = std::chrono::steady_clock::now();
    while (std::optional<Piece> piece = m_queue.pop(1h)) {
        if (Outcome stored = store(writer, piece->batch); !stored) {
            m_isGivenUp = true;
            return stored;
        }
        m_summary = piece->read;
        if (std::chrono::steady_clock::now() - told < kTellEvery)
            continue;
        told = std::chrono::steady_clock::now();
        m_onProgress(m_summary);
    }
    m_onProgress(m_summary);
    return {};
}

/// The position in the raw journal and its counters stay: nothing of this came through it.
Outcome HistoryImport::store(HistoryWriter &writer, const SampleBatchPtr &batch)
{
    const HistoryTotals totals = writer.totals();
    if (Outcome appended = writer.append(batch); !appended)
        return appended;
    if (Outcome committed = writer.commit(totals.position, totals); !committed)
        return committed;
    for (;;) {
        const Result<bool> more = writer.maintain();
        if (!more)
            return more.error();
        if (!more.value())
            return {};
    }
}

} // namespace telltale
