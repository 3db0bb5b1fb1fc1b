#pragma once

#include "data/history/history_file.h"
#include "data/history/roll_up.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// Rolls up the samples that tags have in one file, those that count: not what a newer file of the
/// folder has, too, be it a redelivery, nor a redelivery of what an older one still has. In bounded
/// steps, tag by tag. Thread  that of the writer. Errors  Damaged, DiskError: of that file; others
/// are left out where they cannot be read.
class FileRollUps
{
public:
    static Result<std::unique_ptr<FileRollUps>> open(const std::string &path);

    /// From now on those of `tag`, whose samples lie in [from, end) there.
    void begin(TagId tag, std::int64_t width, std::int64_t from, std::int64_t end);
    /// Appends roll-ups of at most `samples`. False: those are all.
    Result<bool> step(std::size_t samples, std::vector<ChunkSummary> &rollUps);
    /// How many files are open for it.
    std::size_t files() const { return m_files.size(); }

private:
    FileRollUps() = default;
    Outcome openAll(const std::string &path);
    Result<bool> take(std::size_t samples, std::vector<ChunkSummary> &rollUps);

    std::vector<std::unique_ptr<HistoryFile>> m_files; ///< of its time, from old to new
    const HistoryFile *m_own = nullptr; ///< the one of them
    TagId m_tag;
    std::optional<RollUpBuilder> m_builder; ///< of it
    std::int64_t m_from = 0; ///< samples before are done
    std::int64_t m_end = 0;
};

} // namespace telltale
