#include "data/pipeline/stored_rhythms.h"

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

constexpr int kMostLookUps = 16; ///< of a tag, kept ones between the others included

} // namespace

std::vector<Sample> StoredRhythms::lastValues()
{
    HistoryReader *history = reader();
    Result<std::vector<Sample>> last
        = history ? history->lastValues() : Result<std::vector<Sample>>(std::vector<Sample>());
    return last.ok() ? std::move(last).value() : std::vector<Sample>();
}

std::vector<std::int64_t> StoredRhythms::timesOf(TagId tag, std::int64_t until)
{
    std::vector<std::int64_t> times;
    HistoryReader *history = reader();
    for (int i = 0; history && i < kMostLookUps && times.size() < kMostTimes; ++i) {
        const auto sample = history->valueAt(tag, timestampFromMicroseconds(until));
        if (!sample.ok() || !sample.value())
            break;
        const std::int64_t time = toMicroseconds(sample.value()->time);
        if (sample.value()->flags.isSignOfLife())
            times.push_back(time);
        until = time - 1;
    }
    std::reverse(times.begin(), times.end());
    return times;
}

HistoryReader *StoredRhythms::reader()
{
    if (!m_reader) {
        Result<std::unique_ptr<HistoryReader>> opened = HistoryReader::open(m_folder);
        if (opened.ok())
            m_reader = std::move(opened).value();
    }
    return m_reader.get();
}

} // namespace telltale
