#include "data/sources/row_topic.h"

#include "data/sources/row_cells.h"

#include <algorithm>
#include <filesystem>

namespace telltale {
namespace {

/// As one level of a topic.
std::string levelOf(std::string_view cell)
{
    std::string level(cell);
    for (char &byte : level) {
        if (byte == '/' || byte == '+' || byte == '#' || byte == '\0')
            byte = '-';
    }
    return level.empty() ? "unknown" : level;
}

} // namespace

Result<RowTopic> RowTopic::create(const std::vector<std::string> &header, const std::string &text)
{
    RowTopic topic;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        if (open != at)
            topic.m_parts.push_back({text.substr(at, open - at), -1});
        if (open == std::string::npos)
            break;
        const std::size_t close = text.find('}', open);
        const std::string name = text.substr(open + 1, close - open - 1);
        const auto found = std::find(header.begin(), header.end(), name);
        if (close == std::string::npos || found == header.end())
            return Error {Error::Code::WrongUse,
                          "the topic template names {" + name + "}, which is no column"};
        topic.m_parts.push_back({{}, static_cast<int>(found - header.begin())});
        topic.m_columns.push_back(static_cast<std::size_t>(found - header.begin()));
        at = close + 1;
    }
    const bool hasWildcard = text.find_first_of("+#") != std::string::npos;
    if (topic.m_parts.empty() || hasWildcard)
        return Error {Error::Code::WrongUse, "\"" + text + "\" is no topic"};
    return topic;
}

std::string RowTopic::of(const std::vector<std::string_view> &cells) const
{
    std::string topic;
    for (const Part &part : m_parts)
        topic
            += part.column < 0 ? part.text : levelOf(cells[static_cast<std::size_t>(part.column)]);
    return topic;
}

std::optional<std::string> groupTemplate(const std::vector<std::string> &header)
{
    for (const std::string &column : header) {
        if (loweredCell(column) == "station" || loweredCell(column) == "machineid")
            return "{" + column + "}";
    }
    return std::nullopt;
}

std::string stemOfTable(const std::string &file)
{
    std::filesystem::path name = std::filesystem::path(file).filename();
    if (loweredCell(name.extension().string()) == ".gz")
        name = name.stem();
    return name.stem().string();
}

} // namespace telltale
