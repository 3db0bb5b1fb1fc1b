#pragma once

#include "data/history/sqlite_history_reader.h"

#include <functional>

namespace telltale {

/// What a call takes from the writer's tail is older than the list of files and what it finds in
/// them, so that a sample that is being sealed, be it into a file just begun, is seen twice rather
/// than never. `look` takes it; of a tail that follows the log once that has been read.
class SqliteHistoryReader::Snapshot
{
public:
    using Look = std::function<void(const HistoryTail &)>;

    /// `tag`: the only one `look` asks about.
    Snapshot(SqliteHistoryReader &reader, std::optional<TagId> tag, const Look &look)
        : m_reader(reader)
        , m_deadline(std::chrono::steady_clock::now() + reader.m_patience)
    {
        const std::shared_ptr<HistoryTail> owned = HistoryTail::find(reader.m_folder);
        if (owned && look)
            look(*owned);
        m_outcome = reader.refresh();
        for (std::size_t i = 0; i < reader.m_files.size() && m_outcome.ok(); ++i)
            m_outcome = reader.m_files[i]->begin(m_deadline);
        if (owned || !look || !m_outcome.ok())
            return;
        m_outcome = reader.followLog(tag);
        if (m_outcome.ok() && reader.m_followed)
            look(*reader.m_followed);
    }
    explicit Snapshot(SqliteHistoryReader &reader)
        : Snapshot(reader, {}, {})
    { }
    ~Snapshot()
    {
        for (const auto &file : m_reader.m_files)
            file->end();
    }
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;
    bool ok() const { return m_outcome.ok(); }
    const Error &error() const { return m_outcome.error(); }
    /// Nobody may read on: the files' write-ahead logs have waited long enough.
    bool isOver() const { return std::chrono::steady_clock::now() >= m_deadline; }

private:
    SqliteHistoryReader &m_reader;
    std::chrono::steady_clock::time_point m_deadline;
    Outcome m_outcome;
};

} // namespace telltale
