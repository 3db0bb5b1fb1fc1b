#include "data/history/history_file.h"

#include "data/history/history_schema.h"
#include "data/history/roll_up.h"

#include <sys/stat.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace telltale {
namespace {

constexpr std::size_t kMostMissing = 1000; ///< parts of a file that are told one by one

std::int64_t justAfter(std::int64_t time)
{
    return time == std::numeric_limits<std::int64_t>::max() ? time : time + 1;
}

} // namespace

std::uint64_t HistoryFile::identityOf(const std::string &path)
{
    struct stat status
    { };
    return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

Result<std::unique_ptr<HistoryFile>> HistoryFile::open(const std::string &path)
{
    const std::uint64_t identity = identityOf(path);
    Result<Database> database = openHistoryForReading(path);
    if (!database.ok())
        return database.error();
    Result<LastStore> last = LastStore::openForReading(database.value());
    if (!last.ok())
        return last.error();
    Result<ChunkIndex> chunks = ChunkIndex::open(database.value());
    if (!chunks.ok())
        return chunks.error();
    std::unique_ptr<HistoryFile> file(new HistoryFile(
        path, std::move(database).value(), std::move(last).value(), std::move(chunks).value()));
    file->m_identity = identity;
    return file;
}

HistoryFile::HistoryFile(std::string path, Database database, LastStore last, ChunkIndex chunks)
    : m_path(std::move(path))
    , m_database(std::move(database))
    , m_last(std::move(last))
    , m_chunks(std::move(chunks))
{ }

Outcome HistoryFile::begin(std::chrono::steady_clock::time_point deadline)
{
    m_chunks.forget();
    m_missing.clear();
    m_database.setDeadline(deadline);
    return m_database.execute("BEGIN");
}

void HistoryFile::end()
{
    m_database.clearDeadline(); // or the rollback is cancelled, too
    m_database.rollback();
}

bool HistoryFile::isCurrent() const
{
    return identityOf(m_path) == m_identity && !m_database.hasChangedUnseen();
}

Result<std::optional<Sample>> HistoryFile::newestAt(TagId tag, std::int64_t time)
{
    constexpr std::int64_t kFirst = std::numeric_limits<std::int64_t>::min();
    for (std::int64_t upTo = time; upTo > kFirst;) {
        const auto chunk = m_chunks.upTo(tag, upTo);
        if (!chunk.ok() && !isOfFile(chunk.error()))
            return chunk.error();
        if (!chunk.ok())
            noteDamage(chunk.error(), kFirst, upTo);
        if (!chunk.ok() || !chunk.value())
            break;
        const Result<std::optional<Sample>> sample = newestIn(*chunk.value(), tag, time);
        if (sample.ok() || !isOfFile(sample.error()))
            return sample;
        noteDamage(sample.error(), chunk.value()->summary.first, chunk.value()->summary.last);
        upTo = chunk.value()->summary.first - 1;
    }
    return std::optional<Sample>();
}

Result<std::optional<Sample>> HistoryFile::newestIn(const StoredChunk &chunk, TagId tag,
                                                    std::int64_t time)
{
    if (chunk.isRollUp())
        return std::optional(sampleOf(tag, chunk.summary, time));
    const Result<SampleColumns> samples = m_chunks.load(chunk);
    if (!samples.ok())
        return samples.error();
    const auto after = std::upper_bound(samples->times.begin(), samples->times.end(), time);
    if (after == samples->times.begin())
        return Error {Error::Code::Damaged, "a chunk begins later than its summary says"};
    const auto index = static_cast<std::size_t>(after - samples->times.begin()) - 1;
    return std::optional(samples->sample(tag, index));
}

void HistoryFile::noteDamage(const Error &why, std::int64_t first, std::int64_t last)
{
    const TimeRange missing {timestampFromMicroseconds(first),
                             timestampFromMicroseconds(justAfter(last))};
    if (!m_damage)
        m_damage = HistoryDamage {m_path, why.detail, missing};
    m_damage->missing.from = std::min(m_damage->missing.from, missing.from);
    m_damage->missing.to = std::max(m_damage->missing.to, missing.to);
    if (m_missing.size() < kMostMissing)
        m_missing.push_back(missing);
}

} // namespace telltale
