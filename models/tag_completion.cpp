#include "models/tag_completion.h"

#include "models/value_text.h"

#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <functional>

namespace telltale {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Most texts are ASCII, and a path need not be decoded to be searched for one.
std::function<bool(std::string_view)> contains(const QString &text)
{
    const std::string utf8 = text.toStdString();
    const bool isAscii = static_cast<qsizetype>(utf8.size()) == text.size();
    if (!isAscii)
        return [text](std::string_view path) {
            return QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size()))
                .contains(text, Qt::CaseInsensitive);
        };
    return [utf8](std::string_view path) {
        return std::search(path.begin(), path.end(), utf8.begin(), utf8.end(),
                           [](char left, char right) { return lower(left) == lower(right); })
            != path.end();
    };
}

std::vector<std::string> pathsWith(const QString &text, const TagRegistry &tags, std::size_t most)
{
    std::vector<std::string> found;
    const auto isMeant = contains(text);
    for (const std::string_view path : tags.viewPaths(0, tags.size())) {
        if (found.size() == most)
            break;
        if (isMeant(path))
            found.emplace_back(path);
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

TagCompletion::TagCompletion(const TagRegistry &tags, QObject *parent)
    : QAbstractListModel(parent)
    , m_tags(tags)
{ }

void TagCompletion::find(const QString &text)
{
    beginResetModel();
    m_paths = text.isEmpty() ? std::vector<std::string>() : pathsWith(text, m_tags, kMost);
    endResetModel();
}

int TagCompletion::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_paths.size());
}

QVariant TagCompletion::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::string &path = m_paths[static_cast<std::size_t>(index.row())];
    if (role == PathRole)
        return QString::fromStdString(path);
    return role == Qt::DisplayRole ? shownText(path) : QVariant();
}

} // namespace telltale
