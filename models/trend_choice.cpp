#include "models/trend_choice.h"

#include "data/telemetry/tag_registry.h"

namespace telltale {

TrendChoice TrendChoice::of(const TagRegistry &tags, const std::vector<TagId> &wanted,
                            const QStringList &shown)
{
    TrendChoice choice;
    for (const TagId tag : wanted) {
        const QString path = QString::fromStdString(tags.path(tag));
        if (shown.contains(path) || choice.added.contains(path))
            continue;
        if (shown.size() + choice.added.size() < kMost)
            choice.added << path;
        else
            ++choice.leftOut;
    }
    return choice;
}

} // namespace telltale
