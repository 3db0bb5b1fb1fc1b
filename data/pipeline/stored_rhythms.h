#pragma once

#include "data/history/history_reader.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace telltale {

/// How devices spoke in earlier lives of the program, as far as history tells. What cannot be read
/// is not known.
/// Thread  one; made on any.
class StoredRhythms
{
public:
    static constexpr std::size_t kMostTimes = 9; ///< of a tag; every answer costs as many look-ups

    explicit StoredRhythms(std::string folder)
        : m_folder(std::move(folder))
    { }

    /// The newest sample of every tag.
    std::vector<Sample> lastValues();
    /// Event times of the newest samples of a tag up to `until`, oldest first, in us UTC: of those
    /// that say its device lived, not what a broker had kept or a person put in.
    std::vector<std::int64_t> timesOf(TagId tag, std::int64_t until);
    /// Closes the files until it is asked again: one that is deleted meanwhile would keep its room.
    void letGo() { m_reader.reset(); }

private:
    HistoryReader *reader();

    std::string m_folder;
    std::unique_ptr<HistoryReader> m_reader; ///< null: not asked lately
};

} // namespace telltale
