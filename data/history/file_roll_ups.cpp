#include "data/history/file_roll_ups.h"

#include "data/history/history_schema.h"
#include "data/history/log_store.h"
#include "data/history/sample_stream.h"

#include <algorithm>
#include <filesystem>

namespace telltale {

Result<std::unique_ptr<FileRollUps>> FileRollUps::open(const std::string &path)
{
    std::unique_ptr<FileRollUps> rollUps(new FileRollUps);
    if (Outcome opened = rollUps->openAll(path); !opened.ok())
        return opened.error();
    return rollUps;
}

/// Only those that have to do with the time of the one at `path`.
Outcome FileRollUps::openAll(const std::string &path)
{
    Result<std::unique_ptr<HistoryFile>> own = HistoryFile::open(path);
    if (!own.ok())
        return own.error();
    const Result<HistoryState> state = readState(own.value()->database());
    if (!state.ok())
        return state.error();
    m_own = own.value().get();
    const std::filesystem::path place(path);
    for (const std::string &each : historyFiles(place.parent_path().string())) {
        if (std::filesystem::path(each).filename() == place.filename()) {
            m_files.push_back(std::move(own).value());
            continue;
        }
        Result<std::unique_ptr<HistoryFile>> file = HistoryFile::open(each);
        if (!file.ok())
            continue;
        const Result<HistoryState> other = readState(file.value()->database());
        if (other.ok() && other->oldest <= state->newest && state->oldest <= other->newest)
            m_files.push_back(std::move(file).value());
    }
    const bool isThere = std::any_of(m_files.begin(), m_files.end(),
                                     [this](const auto &file) { return file.get() == m_own; });
    return isThere ? Outcome() : Outcome(Error {Error::Code::DiskError, path + ": is not there"});
}

void FileRollUps::begin(TagId tag, std::int64_t width, std::int64_t from, std::int64_t end)
{
    m_tag = tag;
    m_builder.emplace(width);
    m_from = from;
    m_end = end;
}

Result<bool> FileRollUps::step(std::size_t samples, std::vector<ChunkSummary> &rollUps)
{
    Outcome begun;
    for (std::size_t i = 0; i < m_files.size() && begun.ok(); ++i)
        begun = m_files[i]->begin(std::chrono::steady_clock::time_point::max());
    const Result<bool> more = begun.ok() ? take(samples, rollUps) : begun.error();
    for (const auto &file : m_files)
        file->end();
    if (more.ok() && m_own->damage())
        return Error {Error::Code::Damaged, m_own->damage()->why};
    return more;
}

Result<bool> FileRollUps::take(std::size_t samples, std::vector<ChunkSummary> &rollUps)
{
    const TimeRange range {timestampFromMicroseconds(m_from), timestampFromMicroseconds(m_end)};
    SampleStream stream(m_files, {}, m_tag, range, nullptr);
    std::size_t taken = 0;
    const auto keep = [&rollUps](const std::optional<ChunkSummary> &ended) {
        if (ended)
            rollUps.push_back(*ended);
    };
    const Outcome read = stream.run([&](const SampleColumns &columns, std::size_t index) {
        if (taken == samples)
            return false;
        ++taken;
        m_from = columns.times[index] + 1;
        if (stream.file() == m_own && !stream.cameAgain())
            keep(m_builder->add(columns, index));
        return true;
    });
    if (!read.ok())
        return read.error();
    if (taken == samples)
        return true;
    keep(m_builder->finish());
    return false;
}

} // namespace telltale
