#pragma once

#include "data/history/history_file.h"
#include "data/history/sample_columns.h"

#include <memory>
#include <string>
#include <vector>

namespace telltale {

/// What a folder's history files have, as last committed: the writer asks whether samples that come
/// late are stored before, in whatever file.
/// Thread  the writer's.
class StoredFiles
{
public:
    explicit StoredFiles(std::string folder)
        : m_folder(std::move(folder))
    { }
    /// More than the one that is written.
    bool areSeveral() const;
    /// Closes the files: some were replaced or deleted.
    void close() { m_files.clear(); }
    /// How many of the ordered `samples` have a time at which one of the tag is stored.
    /// Errors  those of a file that cannot be read.
    Result<std::size_t> count(TagId tag, const SampleColumns &samples);

private:
    Outcome refresh();
    Result<std::size_t> countIn(TagId tag, const SampleColumns &samples);

    std::string m_folder;
    std::vector<std::unique_ptr<HistoryFile>> m_files;
};

} // namespace telltale
