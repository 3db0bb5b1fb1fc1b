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
    for (std::size_t i = 0; i < m_files.size() || openNext(); ++i) {
        const auto end = m_files[i].gaps.endOf(gap);
        if (end.ok() && end.value())
            return end.value();
    }
    return std::nullopt;
}

bool EarlierGaps::openNext()
{
    if (!m_left) {
        m_left = historyFiles(m_folder);
        std::erase(*m_left, m_newest);
    }
    const std::size_t known = m_files.size();
    while (!m_left->empty() && m_files.size() == known) {
        openFile(m_left->back());
        m_left->pop_back();
    }
    return m_files.size() > known;
}

void EarlierGaps::openFile(const std::string &path)
{
    Result<Database> database = openHistoryForReading(path);
    if (!database.ok())
        return;
    Result<GapLookup> gaps = GapLookup::open(database.value());
    if (gaps.ok())
        m_files.push_back({std::move(database).value(), std::move(gaps).value()});
}

} // namespace telltale
