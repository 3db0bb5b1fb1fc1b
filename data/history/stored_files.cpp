#include "data/history/stored_files.h"

#include "data/history/history_schema.h"
#include "data/history/sample_stream.h"

#include <algorithm>

namespace telltale {

bool StoredFiles::areSeveral() const
{
    return historyFiles(m_folder).size() > 1;
}

Outcome StoredFiles::refresh()
{
    const std::vector<std::string> paths = historyFiles(m_folder);
    const bool isSame = std::equal(paths.begin(), paths.end(), m_files.begin(), m_files.end(),
                                   [](const std::string &path, const auto &file) {
                                       return file->path() == path && file->isCurrent();
                                   });
    if (isSame)
        return {};
    m_files.clear();
    for (const std::string &path : paths) {
        Result<std::unique_ptr<HistoryFile>> file = HistoryFile::open(path);
        if (file.ok())
            m_files.push_back(std::move(file).value());
        else if (file.error().code != Error::Code::NotFound && !isOfFile(file.error()))
            return file.error();
    }
    return {};
}

Result<std::size_t> StoredFiles::count(TagId tag, const SampleColumns &samples)
{
    Outcome begun = refresh();
    for (std::size_t i = 0; i < m_files.size() && begun.ok(); ++i)
        begun = m_files[i]->begin(std::chrono::steady_clock::time_point::max());
    const Result<std::size_t> counted = begun.ok() ? countIn(tag, samples) : begun.error();
    for (const auto &file : m_files)
        file->end();
    return counted;
}

Result<std::size_t> StoredFiles::countIn(TagId tag, const SampleColumns &samples)
{
    const std::vector<std::int64_t> &times = samples.times;
    const TimeRange range {timestampFromMicroseconds(times.front()),
                           timestampFromMicroseconds(times.back() + 1)};
    SampleStream stream(m_files, {}, tag, range, nullptr);
    std::size_t found = 0;
    auto next = times.begin();
    const Outcome read = stream.run([&](const SampleColumns &stored, std::size_t index) {
        const std::int64_t time = stored.times[index];
        next = std::lower_bound(next, times.end(), time);
        found += next != times.end() && *next == time ? 1 : 0;
        return next != times.end();
    });
    return read.ok() ? Result<std::size_t>(found) : read.error();
}

} // namespace telltale
