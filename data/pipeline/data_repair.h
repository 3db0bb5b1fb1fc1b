#pragma once

#include "data/history/history_repair.h"
#include "data/pipeline/data_check.h"

#include <string>
#include <vector>

namespace telltale {

/// Checks all that is stored in a data folder, replaces each damaged history file by what can be
/// read of it, and checks once more. The damaged file is set aside, never deleted. What is damaged
/// of the alarms is only told.
/// Thread  one.
class DataRepair
{
public:
    struct Summary
    {
        std::vector<Damage> found;
        std::vector<HistoryRepair::Saved> repaired;
        std::vector<Damage> left; ///< of what was found, and is so still
        DataCheck::Counts counts; ///< as it is now
    };

    DataRepair(std::string folder, HistoryCheck::OnProgress onProgress);

    /// Errors  Busy: another process owns the data; DiskFull, DiskError: what was repaired before
    ///         stays so, the rest is as it was.
    Outcome run();
    const Summary &summary() const { return m_summary; }

private:
    Outcome check(std::vector<Damage> &damages);
    Outcome repair();
    bool isDamaged(const std::string &file) const;

    const std::string m_folder;
    const HistoryCheck::OnProgress m_onProgress;
    Summary m_summary;
};

} // namespace telltale
