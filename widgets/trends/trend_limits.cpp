#include "widgets/trends/trend_limits.h"

#include "models/value_text.h"

#include "data/telemetry/path_pattern.h"
#include "data/workspace/workspace.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace telltale {
namespace {

TrendLimit limitOf(const AlarmRule &rule, const TagInfo &tag)
{
    const QString value = numberText(rule.limit, tag.decimals, QLocale());
    const QString words = rule.side == AlarmRule::Side::High
        ? QCoreApplication::translate("TrendLimits", "high %1")
        : QCoreApplication::translate("TrendLimits", "low %1");
    return {rule.limit, words.arg(value), rule.priority};
}

} // namespace

std::vector<TrendLimit> limitsOf(const Plant &plant, const TagInfo &tag)
{
    std::vector<TrendLimit> limits;
    for (const AlarmRule &rule : plant.workspace->rules) {
        const bool isMeant = rule.enabled && rule.kind == AlarmRule::Kind::Limit
            && PathPattern(rule.tag).matches(tag.path);
        if (!isMeant)
            continue;
        const TrendLimit limit = limitOf(rule, tag);
        const auto same
            = std::find_if(limits.begin(), limits.end(), [&limit](const TrendLimit &known) {
                  return known.value == limit.value && known.label == limit.label;
              });
        if (same == limits.end())
            limits.push_back(limit);
        else
            same->priority = std::min(same->priority, limit.priority);
    }
    return limits;
}

} // namespace telltale
