#pragma once

#include "data/sources/replay_options.h"
#include "data/sources/time_text.h"
#include "data/telemetry/calendar_time.h"
#include "data/telemetry/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

class QTimeZone;

namespace telltale {

/// Reads the time of a table's rows.
/// Thread  one.
class RowTime
{
public:
    /// Finds the time columns in the heading: those asked for, else `timestamp`, `datetime`,
    /// `date/time`, `time`, `ts`, `date` (any case), else year, month, day, hour ...
    /// Errors  WrongUse: no such column or zone.
    static Result<RowTime> create(const std::vector<std::string> &header,
                                  const RowTimeOptions &options);
    RowTime(RowTime &&) noexcept;
    ~RowTime();

    /// Errors  Malformed: what stands there is no time.
    Result<Timestamp> read(const std::vector<std::string_view> &cells);
    /// Indices of the columns it reads.
    const std::vector<std::size_t> &columns() const { return m_columns; }
    /// Some time said no zone and none was given: it was taken as UTC.
    bool assumedUtc() const { return m_assumedUtc; }

private:
    explicit RowTime(const RowTimeOptions &options);
    std::optional<Timestamp> parse(std::string_view text);
    Timestamp resolve(const CalendarTime &time);
    Result<Timestamp> readParts(const std::vector<std::string_view> &cells);

    RowTimeOptions m_options;
    std::vector<std::size_t> m_columns; ///< one, or year, month, day ...
    bool m_hasParts = false;
    bool m_assumedUtc = false;
    std::string m_guessed; ///< pattern that fitted last
    bool m_wasEpoch = false; ///< the last time: no text of an epoch fits anything else
    std::unique_ptr<QTimeZone> m_zone; ///< null: UTC
};

} // namespace telltale
