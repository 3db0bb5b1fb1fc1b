#include "data/alarms/sibling_path.h"

#include <vector>

namespace telltale {
namespace {

std::vector<std::string_view> levels(std::string_view path)
{
    std::vector<std::string_view> found;
    for (std::size_t from = 0;;) {
        const std::size_t slash = path.find('/', from);
        found.push_back(path.substr(from, slash - from));
        if (slash == std::string_view::npos)
            return found;
        from = slash + 1;
    }
}

} // namespace

std::string siblingPath(std::string_view pattern, std::string_view path, std::string_view other)
{
    if (other.find('*') == std::string_view::npos || pattern.find("**") != std::string_view::npos)
        return std::string(other);
    const std::vector<std::string_view> wanted = levels(pattern);
    const std::vector<std::string_view> given = levels(path);
    std::vector<std::string_view> stars;
    for (std::size_t i = 0; i < wanted.size() && i < given.size(); ++i) {
        if (wanted[i] == "*")
            stars.push_back(given[i]);
    }
    std::string made;
    std::size_t turn = 0;
    for (const std::string_view level : levels(other)) {
        if (!made.empty())
            made += '/';
        made += level == "*" && turn < stars.size() ? stars[turn++] : level;
    }
    return made;
}

} // namespace telltale
