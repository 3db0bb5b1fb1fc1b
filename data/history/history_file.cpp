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
    std::unique_ptr<HistoryFile> file(
        new HistoryFile(path, std::move(database).value(), std::move(last).value()));
    file->m_identity = identity;
    const std::string columns = std::string("SELECT ") + kChunkColumns + " FROM chunk WHERE tag=?1";
    const Outcome prepared = file->m_database.prepareAll({
        {&file->m_upTo, columns + " AND first<=?2 ORDER BY first DESC LIMIT 1"},
        {&file->m_after, columns + " AND first>?2 ORDER BY first LIMIT 1"},
        {&file->m_between, columns + " AND first>=?2 AND first<?3 ORDER BY first"},
        {&file->m_load, "SELECT data FROM block WHERE id=?1"},
    });
    if (!prepared.ok())
        return prepared.error();
    return file;
}

HistoryFile::HistoryFile(std::string path, Database database, LastStore last)
    : m_path(std::move(path))
    , m_database(std::move(database))
    , m_last(std::move(last))
{ }

bool HistoryFile::isCurrent() const
{
    return identityOf(m_path) == m_identity;
}

Result<std::optional<StoredChunk>> HistoryFile::chunkUpTo(TagId tag, std::int64_t time)
{
    return one(m_upTo, tag, time);
}

Result<std::optional<StoredChunk>> HistoryFile::chunkAfter(TagId tag, std::int64_t time)
{
    return one(m_after, tag, time);
}

Outcome HistoryFile::chunks(TagId tag, std::int64_t from, std::int64_t to,
                            const std::function<bool(const StoredChunk &)> &take)
{
    const auto before = chunkUpTo(tag, from);
    if (!before.ok())
        return before.error();
    // Chunks of a tag do not overlap: only the last that begins before may reach into the range.
    const bool reaches = before.value() && before.value()->summary.last >= from;
    StatementUse use(m_between);
    use->bind(1, std::int64_t {tag.value}).bind(3, to);
    use->bind(2, reaches ? before.value()->summary.first : from);
    for (;;) {
        const Result<bool> row = use->step();
        if (!row.ok())
            return row.error();
        if (!row.value() || !take(chunkOf(m_between)))
            return {};
    }
}

Result<SampleColumns> HistoryFile::load(const StoredChunk &chunk)
{
    StatementUse use(m_load);
    const Result<bool> row = use->bind(1, chunk.block).step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return Error {Error::Code::Damaged, "block " + std::to_string(chunk.block) + " is missing"};
    return decodeChunk(use->blob(0));
}

Result<std::optional<Sample>> HistoryFile::newestAt(TagId tag, std::int64_t time)
{
    const auto chunk = chunkUpTo(tag, time);
    if (!chunk.ok())
        return chunk.error();
    if (!chunk.value())
        return std::optional<Sample>();
    const Result<SampleColumns> samples = load(*chunk.value());
    if (!samples.ok())
        return samples.error();
    const auto after = std::upper_bound(samples->times.begin(), samples->times.end(), time);
    if (after == samples->times.begin())
        return Error {Error::Code::Damaged, "a chunk begins later than its summary says"};
    const auto index = static_cast<std::size_t>(after - samples->times.begin()) - 1;
    return std::optional(samples->sample(tag, index));
}

Result<std::optional<StoredChunk>> HistoryFile::one(Statement &statement, TagId tag,
                                                    std::int64_t time)
{
    StatementUse use(statement);
    const Result<bool> row = use->bind(1, std::int64_t {tag.value}).bind(2, time).step();
    if (!row.ok())
        return row.error();
    return row.value() ? std::optional(chunkOf(statement)) : std::nullopt;
}

} // namespace telltale
