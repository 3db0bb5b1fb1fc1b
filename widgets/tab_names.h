#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace telltale {

class TagRegistry;

/// What stands on the tab of a page, and in its tool tip. Empty text: its key does not say it.
struct TabName
{
    QString text;
    QString tip;
};

/// Of the pages of `keys`: an asset is called by as much of its path as tells it from all others of
/// the plant, a trend by the asset and the name of its first tag.
/// Shape   one per key, in their order.
std::vector<TabName> tabNames(const TagRegistry &tags, const QStringList &keys);

} // namespace telltale
