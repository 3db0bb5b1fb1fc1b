#include "data/pipeline/data_repair.h"

#include "data/history/history_schema.h"
#include "data/pipeline/idle_data.h"

#include <algorithm>
#include <utility>

namespace telltale {

DataRepair::DataRepair(std::string folder, HistoryCheck::OnProgress onProgress)
    : m_folder(std::move(folder))
    , m_onProgress(std::move(onProgress))
{ }

Outcome DataRepair::run()
{
    const Result<FolderLock> lock = takeIdleData(m_folder, "repair");
    if (!lock.ok())
        return lock.error();
    if (Outcome finished = finishRepairs(m_folder); !finished.ok())
        return finished;
    if (Outcome checked = check(m_summary.found); !checked.ok())
        return checked;
    if (Outcome repaired = repair(); !repaired.ok())
        return repaired;
    if (!m_summary.repaired.empty())
        return check(m_summary.left);
    m_summary.left = m_summary.found;
    return {};
}

Outcome DataRepair::check(std::vector<Damage> &damages)
{
    DataCheck check(
        m_folder, [&damages](const Damage &damage) { damages.push_back(damage); }, m_onProgress);
    const Outcome done = check.run();
    m_summary.counts = check.counts();
    return done;
}

/// From old to new: a newer one takes from the one before it what it has lost itself.
Outcome DataRepair::repair()
{
    const std::vector<std::string> files = historyFiles(m_folder);
    for (std::size_t index = 0; index < files.size(); ++index) {
        if (!isDamaged(files[index]))
            continue;
        Result<HistoryRepair::Saved> saved = HistoryRepair(files, index).run();
        if (!saved.ok())
            return saved.error();
        m_summary.repaired.push_back(std::move(saved).value());
    }
    return {};
}

bool DataRepair::isDamaged(const std::string &file) const
{
    return std::any_of(m_summary.found.begin(), m_summary.found.end(),
                       [&file](const Damage &damage) { return damage.file == file; });
}

} // namespace telltale
