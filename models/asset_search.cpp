#include "models/asset_search.h"

#include <QString>

#include <algorithm>
#include <cstring>

namespace telltale {
namespace {

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lowered(std::string_view text)
{
    if (!isAscii(text))
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
            .toLower()
            .toStdString();
    std::string low(text);
    for (char &c : low)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return low;
}

/// std::string_view::find() looks at first bytes one by one; the C library does not.
std::size_t firstOf(std::string_view text, std::string_view word, std::size_t from)
{
    const void *at = memmem(text.data() + from, text.size() - from, word.data(), word.size());
    return at ? static_cast<std::size_t>(static_cast<const char *>(at) - text.data())
              : std::string::npos;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    const std::string low = lowered(text);
    for (std::size_t from = low.find_first_not_of(' '); from != std::string::npos;) {
        const std::size_t to = std::min(low.find(' ', from), low.size());
        words.push_back(low.substr(from, to - from));
        from = low.find_first_not_of(' ', to);
    }
    // The longest first: it is the rarest.
    std::sort(words.begin(), words.end(),
              [](const auto &a, const auto &b) { return a.size() > b.size(); });
    return words;
}

} // namespace

void AssetSearch::add(std::string_view path)
{
    m_starts.push_back(m_paths.size());
    m_paths += lowered(path);
    m_paths += '\n';
}

AssetSearch::Found AssetSearch::find(std::string_view text, std::size_t limit) const
{
    Found found;
    const std::vector<std::string> words = wordsOf(text);
    if (words.empty())
        return found;
    std::size_t tag = 0;
    for (std::size_t at = firstOf(m_paths, words.front(), 0); at != std::string::npos;) {
        while (tag + 1 < m_starts.size() && m_starts[tag + 1] <= at)
            ++tag;
        const std::string_view path = line(tag);
        const bool hasAll = std::all_of(words.begin() + 1, words.end(), [&](const auto &word) {
            return firstOf(path, word, 0) != std::string::npos;
        });
        found.total += hasAll ? 1 : 0;
        if (hasAll && found.tags.size() < limit)
            found.tags.push_back({static_cast<std::uint32_t>(tag)});
        at = tag + 1 < m_starts.size() ? firstOf(m_paths, words.front(), m_starts[tag + 1])
                                       : std::string::npos;
    }
    return found;
}

std::string_view AssetSearch::line(std::size_t tag) const
{
    const std::size_t end = tag + 1 < m_starts.size() ? m_starts[tag + 1] : m_paths.size();
    return std::string_view(m_paths).substr(m_starts[tag], end - m_starts[tag] - 1);
}

} // namespace telltale
