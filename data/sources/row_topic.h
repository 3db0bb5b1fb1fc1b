#pragma once

#include "data/telemetry/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// The topic of a table's rows by a template with columns in braces: `site/{station}`.
/// Thread  one.
class RowTopic
{
public:
    /// Errors  WrongUse: a column that is not in the heading, or no topic.
    static Result<RowTopic> create(const std::vector<std::string> &header, const std::string &text);

    std::string of(const std::vector<std::string_view> &cells) const;
    /// Indices of the columns it reads.
    const std::vector<std::size_t> &columns() const { return m_columns; }

private:
    struct Part
    {
        std::string text;
        int column = -1; ///< -1: `text` as it is
    };
    std::vector<Part> m_parts;
    std::vector<std::size_t> m_columns;
};

/// `{station}` or `{machineID}` if the heading has such a column: rows of several things.
std::optional<std::string> groupTemplate(const std::vector<std::string> &header);

/// `a` of `b/a.csv.gz`.
std::string stemOfTable(const std::string &file);

} // namespace telltale
