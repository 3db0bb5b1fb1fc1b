#include "data/history/history_file.h"

#include "data/history/history_schema.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

std::uint64_t identityOf(const std::string &path)
{
    struct stat status
    { };
    return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

} // namespace

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
    return identityOf(m_path) == m_identity;
}

Result<std::optional<Sample>> HistoryFile::newestAt(TagId tag, std::int64_t time)
{
    const auto chunk = m_chunks.upTo(tag, time);
    if (!chunk.ok())
        return chunk.error();
    if (!chunk.value())
        return std::optional<Sample>();
    const Result<SampleColumns> samples = m_chunks.load(*chunk.value());
    if (!samples.ok())
        return samples.error();
    const auto after = std::upper_bound(samples->times.begin(), samples->times.end(), time);
    if (after == samples->times.begin())
        return Error {Error::Code::Damaged, "a chunk begins later than its summary says"};
    const auto index = static_cast<std::size_t>(after - samples->times.begin()) - 1;
    return std::optional(samples->sample(tag, index));
}

} // namespace telltale
