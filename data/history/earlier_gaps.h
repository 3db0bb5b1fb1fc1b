#pragma once

#include "data/history/gap.h"
#include "data/history/log_store.h"

#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// What files before the newest know of gaps. Opens one more of them, from new to old, while none
/// of those that are open knows; those that cannot be read know nothing.
/// Thread  that of the writer.
class EarlierGaps
{
public:
    EarlierGaps(std::string folder, std::string newest);
    /// In the newest of them that has it; none: the gap is new.
    std::optional<Timestamp> endOf(const HistoryGap &gap);

private:
    struct File
    {
        Database database;
        GapLookup gaps;
    };
    bool openNext(); ///< false: there is none
    void openFile(const std::string &path);

    std::string m_folder;
    std::string m_newest;
    std::optional<std::vector<std::string>> m_left; ///< paths, the next one last
    std::vector<File> m_files; ///< from new to old
};

} // namespace telltale
