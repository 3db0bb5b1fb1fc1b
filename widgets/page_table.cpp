#include "widgets/page_table.h"

#include "widgets/alarms/alarm_page.h"
#include "widgets/alarms/handover_page.h"
#include "widgets/alarms/key_figures_page.h"
#include "widgets/assets/asset_page.h"
#include "widgets/connect/connections_page.h"
#include "widgets/overview/overview_page.h"
#include "widgets/status/status_page.h"
#include "widgets/trends/trend_page.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace telltale {
namespace {

QString keyRest(const QString &key)
{
    return key.mid(key.indexOf(QLatin1Char(':')) + 1);
}

// clang-format off
constexpr PageKind kKinds[] = {
    {"overview", QT_TRANSLATE_NOOP("PageTable", "Overview"),
     [](const Plant &plant, const AssetTreeModel &assets, const QString &, QWidget *parent) -> Page * { return new OverviewPage(plant, assets, parent); }},
    {"alarms", QT_TRANSLATE_NOOP("PageTable", "Alarms"),
     [](const Plant &plant, const AssetTreeModel &, const QString &, QWidget *parent) -> Page * { return new AlarmPage(plant, parent); }},
    {"key-figures", QT_TRANSLATE_NOOP("PageTable", "Key figures"),
     [](const Plant &plant, const AssetTreeModel &, const QString &, QWidget *parent) -> Page * { return new KeyFiguresPage(plant, parent); }},
    {"handover", QT_TRANSLATE_NOOP("PageTable", "Shift hand-over"),
     [](const Plant &plant, const AssetTreeModel &, const QString &, QWidget *parent) -> Page * { return new HandoverPage(plant, parent); }},
    {"asset:", nullptr,
     [](const Plant &plant, const AssetTreeModel &assets, const QString &path, QWidget *parent) -> Page * { return new AssetPage(plant, assets, path, parent); }},
    {"trend:", nullptr,
     [](const Plant &plant, const AssetTreeModel &, const QString &tags, QWidget *parent) -> Page * { return new TrendPage(plant, tags, parent); }},
    {"connections", QT_TRANSLATE_NOOP("PageTable", "Connections"),
     [](const Plant &plant, const AssetTreeModel &, const QString &, QWidget *parent) -> Page * { return new ConnectionsPage(plant, parent); }},
    {"status", QT_TRANSLATE_NOOP("PageTable", "Status"),
     [](const Plant &plant, const AssetTreeModel &, const QString &, QWidget *parent) -> Page * { return new StatusPage(plant, parent); }},
};
constexpr PagePart kParts[] = {
    {"alarms#shelved", QT_TRANSLATE_NOOP("PageTable", "Shelved alarms")},
    {"alarms#suppressed", QT_TRANSLATE_NOOP("PageTable", "Alarms suppressed by design")},
    {"alarms#out-of-service", QT_TRANSLATE_NOOP("PageTable", "Alarms out of service")},
    {"alarms#journal", QT_TRANSLATE_NOOP("PageTable", "Alarm journal")},
    {"alarms#rules", QT_TRANSLATE_NOOP("PageTable", "Alarm rules")},
};
// clang-format on

bool isOfKind(const QString &key, const PageKind &kind)
{
    const QString prefix = QLatin1String(kind.prefix);
    return prefix.endsWith(QLatin1Char(':')) ? key.startsWith(prefix) && key.size() > prefix.size()
                                             : key == prefix;
}

} // namespace

std::span<const PageKind> pageTable()
{
    return kKinds;
}

std::span<const PagePart> pageParts()
{
    return kParts;
}

bool knowsPage(const QString &key)
{
    return std::any_of(std::begin(kKinds), std::end(kKinds),
                       [&](const PageKind &kind) { return isOfKind(key, kind); });
}

QString pageName(const QString &key)
{
    for (const PageKind &kind : kKinds) {
        if (kind.name && isOfKind(key, kind))
            return QCoreApplication::translate("PageTable", kind.name);
    }
    return {};
}

Page *makePage(const Plant &plant, const AssetTreeModel &assets, const QString &key,
               QWidget *parent)
{
    for (const PageKind &kind : kKinds) {
        if (isOfKind(key, kind))
            return kind.make(plant, assets, keyRest(key), parent);
    }
    return nullptr;
}

} // namespace telltale
