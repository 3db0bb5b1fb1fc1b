#pragma once

#include "data/sources/csv_rows.h"
#include "data/sources/mqtt_publisher.h"
#include "data/sources/row_messages.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace telltale {

/// Plays a table to a broker: one JSON message per row, paced by the rows' own times or as fast as
/// the broker acknowledges.
/// Thread  one; blocks until the file is through and acknowledged, or it is stopped.
class ReplayPublisher
{
public:
    struct Progress
    {
        std::uint64_t rows = 0; ///< read
        std::uint64_t published = 0; ///< handed over to be published
        std::uint64_t acknowledged = 0;
        std::uint64_t refused = 0; ///< rows that could not be read
        std::uint64_t total = 0; ///< rows of the file
    };
    using OnProgress = std::function<void(const Progress &)>; ///< at most twice a second, and last
    using OnNote = std::function<void(const std::string &)>; ///< English, for stderr

    explicit ReplayPublisher(const ReplayOptions &options)
        : m_options(options)
    { }

    /// Errors  of the file and its heading; why there is no connection; Cancelled.
    Outcome run(const OnProgress &onProgress, const OnNote &onNote, const std::atomic<bool> &stop);
    const Progress &progress() const { return m_progress; }

private:
    struct Survey
    {
        std::uint64_t rows = 0;
        std::chrono::microseconds shift {0}; ///< of all times, if they are to be rebased
    };
    Result<Survey> survey(const std::atomic<bool> &stop) const;
    Outcome connect(const std::atomic<bool> &stop);
    Outcome publishAll(CsvRows &rows, RowMessages &messages, const std::atomic<bool> &stop);
    Outcome publishOne(RowMessages::Message message, const std::atomic<bool> &stop);
    void pace(Timestamp time, const std::atomic<bool> &stop);
    Outcome finish(const std::atomic<bool> &stop);
    void refuse(std::uint64_t line, const Error &error);
    void tell(bool isLast);

    ReplayOptions m_options;
    OnProgress m_onProgress;
    OnNote m_onNote;
    std::unique_ptr<MqttPublisher> m_publisher;
    Progress m_progress;
    std::chrono::steady_clock::time_point m_begin {};
    std::chrono::steady_clock::time_point m_told {};
    std::optional<Timestamp> m_first; ///< time of the first row
};

} // namespace telltale
