#include "widgets/tab_names.h"

#include "models/area_names.h"
#include "models/trend_key.h"
#include "models/value_text.h"

#include "data/telemetry/tag_registry.h"

#include <QCoreApplication>

#include <string>

namespace telltale {
namespace {

/// What the key of a page of an asset or of tags says.
struct Subject
{
    QStringList paths; ///< of the asset, or of the tags
    bool isAsset = false;
    std::string asset() const
    {
        const std::string path = paths.isEmpty() ? std::string() : paths.front().toStdString();
        return isAsset ? path : assetPath(path);
    }
};

Subject subjectOf(const QString &key)
{
    const QString rest = key.section(QLatin1Char(':'), 1);
    if (key.startsWith(QLatin1String("asset:")))
        return {{rest}, true};
    if (key.startsWith(QLatin1String("trend:")))
        return {TrendKey::paths(key), false};
    return {};
}

QString trendText(const TagRegistry &tags, const Subject &subject, const QString &asset)
{
    TagInfo first;
    first.path = subject.paths.front().toStdString();
    if (const TagId tag = tags.find(first.path); tag.isValid())
        first = tags.info(tag);
    const QString between = asset.isEmpty() ? QString() : QStringLiteral(" · ");
    const QString name = asset + between + tagTitle(first);
    const auto others = subject.paths.size() - 1;
    return others == 0
        ? QCoreApplication::translate("TabNames", "Trend: %1").arg(name)
        : QCoreApplication::translate("TabNames", "Trends: %1 +%2").arg(name).arg(others);
}

} // namespace

std::vector<TabName> tabNames(const TagRegistry &tags, const QStringList &keys)
{
    std::vector<Subject> subjects;
    std::vector<std::string> assets;
    for (const QString &key : keys) {
        subjects.push_back(subjectOf(key));
        assets.push_back(subjects.back().asset());
    }
    const std::vector<QString> names = pathNames(tags, assets);
    std::vector<TabName> tabs;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const Subject &subject = subjects[i];
        QStringList tip;
        for (const QString &path : subject.paths)
            tip << shownText(path.toStdString());
        if (subject.paths.isEmpty())
            tabs.push_back({});
        else
            tabs.push_back({subject.isAsset ? names[i] : trendText(tags, subject, names[i]),
                            tooltipText(tip.join(QLatin1Char('\n')))});
    }
    return tabs;
}

} // namespace telltale
