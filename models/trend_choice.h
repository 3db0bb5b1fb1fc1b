#pragma once

#include "data/telemetry/tag.h"

#include <QStringList>

#include <vector>

namespace telltale {

class TagRegistry;

/// What of some tags comes to a trend that shows others already.
struct TrendChoice
{
    static constexpr int kMost = 24; ///< tags in one trend

    static TrendChoice of(const TagRegistry &tags, const std::vector<TagId> &wanted,
                          const QStringList &shown);

    QStringList added; ///< those it does not show yet, as far as there is room
    int leftOut = 0; ///< for want of room
};

} // namespace telltale
