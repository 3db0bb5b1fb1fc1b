#pragma once

#include <QStringList>

#include <memory>

class QMimeData;

namespace telltale {

/// Tags that are dragged from one view to another, by their paths; as text, one a line, for other
/// programs and from them.
class TagMime
{
public:
    static constexpr QLatin1String kType {"application/x-telltale-tags"};

    static QStringList types(); ///< that of() offers
    static std::unique_ptr<QMimeData> of(const QStringList &paths);
    static bool holdsTags(const QMimeData &data);
    /// Those of a text need not be tags.
    static QStringList paths(const QMimeData &data);
};

} // namespace telltale
