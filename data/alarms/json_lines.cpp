#include "data/alarms/json_lines.h"

#include <algorithm>

namespace telltale {
namespace {

/// Walks well-formed JSON and tells strings and depth; nothing is decoded.
class Walker
{
public:
    explicit Walker(std::string_view json)
        : m_json(json)
    { }
    bool isAtEnd() const { return m_at >= m_json.size(); }
    std::size_t at() const { return m_at; }
    std::size_t depth() const { return m_depth; }
    char current() const { return m_json[m_at]; }

    /// The string that begins here, without its quotes; the walker stands behind it.
    std::string_view takeString()
    {
        const std::size_t from = ++m_at;
        while (m_at < m_json.size() && m_json[m_at] != '"')
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        const std::size_t to = std::min(m_at, m_json.size());
        ++m_at;
        return m_json.substr(from, to - from);
    }
    /// Whether it stands behind the name of a member, not behind a value.
    bool isBehindName() const
    {
        const std::size_t next = m_json.find_first_not_of(" \t\r\n", m_at);
        return next != std::string_view::npos && m_json[next] == ':';
    }
    void step()
    {
        const char c = m_json[m_at++];
        if (c == '{' || c == '[')
            ++m_depth;
        else if (c == '}' || c == ']')
            --m_depth;
    }

private:
    std::string_view m_json;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;
};

/// Stands behind the name `member` of the outermost object, or at the end. Returns where it begins;
/// 0: there is none.
std::size_t findTopMember(Walker &walker, std::string_view member)
{
    while (!walker.isAtEnd()) {
        const std::size_t from = walker.at();
        if (walker.current() != '"')
            walker.step();
        else if (walker.takeString() == member && walker.depth() == 1 && walker.isBehindName())
            return from;
    }
    return 0;
}

} // namespace

std::size_t lineOfOffset(std::string_view text, std::size_t offset)
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

std::size_t lineOfMember(std::string_view json, std::string_view list, std::size_t index,
                         std::string_view member)
{
    Walker walker(json);
    findTopMember(walker, list);
    std::size_t objects = 0;
    std::size_t line = 1;
    while (!walker.isAtEnd()) {
        const bool isOpening = walker.current() == '{' && walker.depth() == 2;
        if (isOpening && objects++ == index)
            line = lineOfOffset(json, walker.at());
        if (walker.current() != '"') {
            walker.step();
            continue;
        }
        const std::size_t from = walker.at();
        const bool isMember = walker.takeString() == member && walker.isBehindName();
        if (isMember && objects == index + 1 && walker.depth() >= 3)
            return lineOfOffset(json, from);
    }
    return line;
}

std::size_t lineOfTopMember(std::string_view json, std::string_view member)
{
    Walker walker(json);
    return lineOfOffset(json, findTopMember(walker, member));
}

} // namespace telltale
