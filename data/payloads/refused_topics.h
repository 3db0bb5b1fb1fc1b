#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// A sample of the topics the tag limit kept out, for the list the user sees.
/// Thread  one.
/// Shape   at most 200 different ones, newest last; the oldest gives way.
class RefusedTopics
{
public:
    void add(std::string_view topic);
    const std::vector<std::string> &all() const { return m_topics; }

private:
    std::vector<std::string> m_topics;
};

} // namespace telltale
