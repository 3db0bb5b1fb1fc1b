#pragma once

#include "models/plant.h"

#include <QString>

#include <span>

class QWidget;

namespace telltale {

class AssetTreeModel;
class Page;

/// One kind of page. A new page is one file and one line in page_table.cpp.
struct PageKind
{
    const char *prefix; ///< of the key; ends in `:` where something must follow
    const char *name; ///< for the palette, to be translated; null: only with what follows
    Page *(*make)(const Plant &plant, const AssetTreeModel &assets, const QString &key,
                  QWidget *parent);
};

/// A part of a page that has a name of its own.
struct PagePart
{
    const char *place; ///< `key#part`
    const char *name; ///< for the palette, to be translated
};

std::span<const PageKind> pageTable();
std::span<const PagePart> pageParts();
/// The page that is always there.
inline QString overviewKey()
{
    return QStringLiteral("overview");
}
bool knowsPage(const QString &key);
/// What a page of which there is one is called; empty for those of an asset or of tags.
QString pageName(const QString &key);
/// A page for `key`, or null if no kind knows it.
Page *makePage(const Plant &plant, const AssetTreeModel &assets, const QString &key,
               QWidget *parent = nullptr);

} // namespace telltale
