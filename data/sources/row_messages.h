#pragma once

#include "data/sources/row_time.h"

#include <string>
#include <string_view>
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
    struct TopicPart
    {
        std::string text;
        int column = -1; ///< -1: `text` as it is
    };
    explicit RowMessages(RowTime time)
        : m_time(std::move(time))
    { }
    Outcome readTemplate(const std::string &text);
    std::string topicOf(const std::vector<std::string_view> &cells) const;

    std::vector<std::string> m_header;
    RowTime m_time;
    std::vector<TopicPart> m_topic;
    std::vector<bool> m_isMember; ///< by column
    std::string m_timeMember;
    std::chrono::microseconds m_shift {0};
};

/// A cell as JSON: the number it is, with the file's digits, else a text.
std::string jsonOfCell(std::string_view cell);

} // namespace telltale
