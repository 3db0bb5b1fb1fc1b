#include "data/history/earlier_gaps.h"

#include "data/history/history_schema.h"

#include <utility>

namespace telltale {

EarlierGaps::EarlierGaps(std::string folder, std::string newest)
    : m_folder(std::move(folder))
    , m_newest(std::move(newest))
{ }

std::optional<Timestamp> EarlierGaps::endOf(const HistoryGap &gap)
{
    if (!std::exchange(m_isOpen, true))
        open();
    for (File &file : m_files) {
        const auto end = file.gaps.endOf(gap);
        if (end.ok() && end.value())
            return end.value();
    }
    return std::nullopt;
}

void EarlierGaps::open()
{
    const std::vector<std::string> paths = historyFiles(m_folder);
    for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
        if (*path == m_newest)
            continue;
        Result<Database> database = openHistoryForReading(*path);
        if (!database.ok())
            continue;
        Result<GapLookup> gaps = GapLookup::open(database.value());
        if (gaps.ok())
            m_files.push_back({std::move(database).value(), std::move(gaps).value()});
    }
}

} // namespace telltale
