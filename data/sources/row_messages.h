#pragma once

#include "data/sources/row_time.h"
#include "data/sources/row_topic.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace telltale {

/// Makes one MQTT message of each row of a table: the time in UTC, then every column that is not in
/// the time or the topic. Numbers keep the file's digits, so that they come back bit-exact; `NA`
/// and blank give no member.
/// Thread  one.
class RowMessages
{
public:
    struct Message
    {
        Timestamp time;
        std::string topic;
        std::string payload;
    };

    /// Errors  WrongUse: a column of template or time is not in the heading.
    static Result<RowMessages> create(const std::vector<std::string> &header,
                                      const ReplayOptions &options);

    /// Errors  Malformed: number of cells or time.
    Result<Message> message(const std::vector<std::string_view> &cells);
    Result<Timestamp> time(const std::vector<std::string_view> &cells);
    /// Added to every time from now on.
    void shift(std::chrono::microseconds by) { m_shift = by; }
    bool assumedUtc() const { return m_time.assumedUtc(); }

private:
    RowMessages(RowTime time, RowTopic topic)
        : m_time(std::move(time))
        , m_topic(std::move(topic))
    { }

    std::vector<std::string> m_header;
    RowTime m_time;
    RowTopic m_topic;
    std::vector<bool> m_isMember; ///< by column
    std::string m_timeMember;
    std::chrono::microseconds m_shift {0};
};

} // namespace telltale
