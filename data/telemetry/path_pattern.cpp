#include "data/telemetry/path_pattern.h"

#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace telltale {

PathPattern::PathPattern(std::string pattern)
    : m_text(std::move(pattern))
{
    const std::size_t first = std::min(m_text.find('*'), m_text.size());
    m_isExact = first == m_text.size();
    m_prefix = m_text.substr(0, first);
    for (std::size_t i = first; i < m_text.size(); ++i) {
        if (m_text[i] != '*') {
            m_steps.push_back({Kind::Literal, m_text[i]});
            continue;
        }
        const bool startsLevel = i == 0 || m_text[i - 1] == '/';
        const std::size_t end = std::min(m_text.find_first_not_of('*', i), m_text.size());
        const bool isDouble = end - i > 1;
        i = end - 1;
        if (isDouble && startsLevel && end < m_text.size() && m_text[end] == '/') {
            m_steps.push_back({Kind::MaybeLevels, '\0'});
            m_steps.push_back({Kind::Levels, '\0'});
            i = end;
        } else {
            m_steps.push_back({isDouble ? Kind::AcrossLevels : Kind::WithinLevel, '\0'});
        }
    }
    const auto last = std::find_if(m_steps.rbegin(), m_steps.rend(),
                                   [](const Step &step) { return step.kind != Kind::Literal; });
    m_suffix = m_text.substr(m_text.size()
                             - static_cast<std::size_t>(std::distance(m_steps.rbegin(), last)));
    m_steps.erase(last.base(), m_steps.end());
}

bool PathPattern::matches(std::string_view path) const
{
    if (m_isExact)
        return path == m_text;
    if (!path.starts_with(m_prefix) || !path.ends_with(m_suffix)
        || path.size() < m_prefix.size() + m_suffix.size())
        return false; // as most do, at little cost
    if (path.starts_with('$') && m_prefix.empty())
        return false;
    std::vector<bool> states(m_steps.size() + 1, false);
    std::vector<bool> next(states.size(), false);
    states[0] = true;
    spread(states);
    path.remove_prefix(m_prefix.size());
    path.remove_suffix(m_suffix.size());
    for (const char byte : path) {
        advance(states, byte, next);
        spread(next);
        states.swap(next);
    }
    return states.back();
}

void PathPattern::spread(std::vector<bool> &states) const
{
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (!states[i])
            continue;
        const Kind kind = m_steps[i].kind;
        if (kind == Kind::WithinLevel || kind == Kind::AcrossLevels || kind == Kind::MaybeLevels)
            states[i + 1] = true;
        if (kind == Kind::MaybeLevels)
            states[i + 2] = true;
    }
}

void PathPattern::advance(const std::vector<bool> &from, char next, std::vector<bool> &to) const
{
    std::fill(to.begin(), to.end(), false);
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (!from[i])
            continue;
        const Step &step = m_steps[i];
        if (step.kind == Kind::Literal && step.literal == next)
            to[i + 1] = true;
        if (step.kind == Kind::AcrossLevels || step.kind == Kind::Levels
            || (step.kind == Kind::WithinLevel && next != '/'))
            to[i] = true;
        if (step.kind == Kind::Levels && next == '/')
            to[i + 1] = true;
    }
}

std::vector<TagId> matchingTags(const TagRegistry &registry, const PathPattern &pattern)
{
    if (const TagId exact = registry.find(pattern.text()); exact.isValid())
        return {exact};
    if (pattern.isExact())
        return {};
    const std::vector<std::string_view> paths = registry.viewPaths(0, registry.size());
    std::vector<TagId> tags;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (pattern.matches(paths[i]))
            tags.push_back({static_cast<std::uint32_t>(i)});
    }
    std::sort(tags.begin(), tags.end(),
              [&paths](TagId left, TagId right) { return paths[left.value] < paths[right.value]; });
    return tags;
}

} // namespace telltale
