#include "tests/bench/history_ingest.h"

#include "data/history/history_reader.h"
#include "data/history/history_schema.h"
#include "data/storage/database.h"
#include "data/storage/file.h"
#include "tests/bench/history_load.h"

#include <QTemporaryDir>

#include <algorithm>
#include <numeric>
#include <optional>
#include <vector>

namespace telltale::bench {
namespace {

constexpr std::uint32_t kTags = 1'000;
constexpr std::size_t kSamples = 3'000'000; ///< of history, a run
constexpr std::size_t kFloorSamples = 1'000'000; ///< of the row table, a run
constexpr int kPairs = 3;
constexpr int kCheckpointPages = 512; ///< as history does

struct Run
{
    double samplesPerSecond = 0.0;
    double worst = 0.0; ///< seconds
};

/// One table of samples by tag and time, and the checksum of each batch.
class RowTable
{
public:
    bool open(const std::string &path)
    {
        Result<Database> made = Database::open(path, Database::Mode::ReadWrite, kHistoryPageSize);
        if (!made.ok())
            return false;
        m_database.emplace(std::move(made).value());
        return m_database
                   ->execute("CREATE TABLE sample (tag INTEGER, time INTEGER, value REAL,"
                             " quality INTEGER, flags INTEGER, PRIMARY KEY (tag, time))"
                             " WITHOUT ROWID;"
                             "CREATE TABLE batch (id INTEGER PRIMARY KEY, checksum INTEGER)")
                   .ok()
            && m_database
                   ->prepareAll(
                       {{&m_insert, "INSERT OR REPLACE INTO sample VALUES(?1,?2,?3,?4,?5)"},
                        {&m_checksum, "INSERT INTO batch(checksum) VALUES(?1)"}})
                   .ok();
    }

    /// Puts the samples in, in the given order.
    bool take(const SampleBatch &batch, const std::vector<std::size_t> &order)
    {
        if (!m_database->begin().ok())
            return false;
        for (const std::size_t i : order) {
            m_insert.bind(1, std::int64_t {batch.tags()[i].value}).bind(2, batch.times()[i]);
            m_insert.bind(3, batch.values()[i]);
            m_insert.bind(4, std::int64_t {batch.qualities()[i].bits});
            m_insert.bind(5, std::int64_t {batch.flags()[i].bits});
            if (!m_insert.run().ok())
                return false;
        }
        const std::uint32_t sum = crc32c(batch.values().data(), batch.size() * sizeof(double),
                                         crc32c(batch.times().data(), batch.size() * 8));
        m_checksum.bind(1, std::int64_t {sum});
        if (!m_checksum.run().ok() || !m_database->commit().ok())
            return false;
        return m_database->walPages() < kCheckpointPages || m_database->checkpoint(false).ok();
    }

private:
    std::optional<Database> m_database;
    Statement m_insert;
    Statement m_checksum;
};

/// The order of the table's key, in which a batch goes in fastest.
std::vector<std::size_t> byKey(const SampleBatch &batch)
{
    std::vector<std::size_t> order(batch.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&batch](std::size_t left, std::size_t right) {
        return batch.tags()[left] < batch.tags()[right];
    });
    return order;
}

std::optional<Run> runRows(std::size_t perCommit)
{
    const QTemporaryDir folder;
    RowTable table;
    if (!table.open(folder.filePath(QStringLiteral("rows.db")).toStdString()))
        return std::nullopt;
    PlantLoad load(kTags);
    double spent = 0.0;
    for (std::size_t done = 0; done < kFloorSamples; done += perCommit) {
        const SampleBatchPtr batch = load.batch(perCommit);
        const double began = secondsNow();
        if (!table.take(*batch, byKey(*batch)))
            return std::nullopt;
        spent += secondsNow() - began;
    }
    return Run {static_cast<double>(kFloorSamples) / spent, 0.0};
}

std::optional<Run> runHistory(std::size_t perCommit)
{
    const QTemporaryDir folder;
    TagRegistry registry;
    for (std::uint32_t tag = 0; tag < kTags; ++tag)
        registry.intern("bench/" + std::to_string(tag));
    auto writer = HistoryWriter::open({folder.path().toStdString()}, registry);
    if (!writer.ok())
        return std::nullopt;
    PlantLoad load(kTags);
    Run run;
    double spent = 0.0;
    std::uint64_t position = 0;
    for (std::size_t done = 0; done < kSamples; done += perCommit) {
        const SampleBatchPtr batch = load.batch(perCommit);
        const double began = secondsNow();
        const double longest = takeIn(*writer.value(), batch, ++position);
        if (longest < 0.0)
            return std::nullopt;
        spent += secondsNow() - began;
        run.worst = std::max(run.worst, longest);
    }
    run.samplesPerSecond = static_cast<double>(kSamples) / spent;
    return run;
}

struct Pairs
{
    std::optional<double> history; ///< samples/s
    std::optional<double> rows;
    double worst = 0.0;
};

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Pairs measure(std::size_t perCommit)
{
    std::vector<double> history;
    std::vector<double> rows;
    Pairs pairs;
    for (int i = 0; i < kPairs; ++i) {
        const auto floor = runRows(perCommit);
        const auto run = runHistory(perCommit);
        if (!floor || !run)
            return pairs;
        rows.push_back(floor->samplesPerSecond);
        history.push_back(run->samplesPerSecond);
        pairs.worst = std::max(pairs.worst, run->worst);
    }
    pairs.history = medianOf(history);
    pairs.rows = medianOf(rows);
    return pairs;
}

} // namespace

void addIngestFigures(Report &report)
{
    const Pairs large = measure(100'000);
    const Pairs small = measure(10'000);
    using Better = Figure::Better;
    report.add({"history.ingest_ratio_100k", "samples/s", large.history, large.rows, 6.0,
                Better::AtLeast, true});
    report.add({"history.ingest_ratio_10k", "samples/s", small.history, small.rows, 15.0,
                Better::AtLeast, true});
    report.add({"history.ingest_samples_per_s",
                "samples/s",
                large.history,
                {},
                2'500'000.0,
                Better::AtLeast,
                false});
    report.add(
        {"history.worst_commit_ms",
         "ms",
         large.history ? std::optional(std::max(large.worst, small.worst) * 1000.0) : std::nullopt,
         {},
         100.0,
         Better::AtMost,
         false});
}

} // namespace telltale::bench
