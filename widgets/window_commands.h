#pragma once

#include "widgets/common/command_palette.h"

#include <vector>

class QMenu;

namespace telltale {

class AssetTreeModel;
class MainWindow;

/// Everything the window can do by a key, in one table: it feeds the shortcuts, the menu, the
/// palette and the list of F1.
void addWindowShortcuts(MainWindow &window);
QMenu *makeWindowMenu(MainWindow &window, QWidget *parent);
std::vector<CommandPalette::Command> windowCommands(MainWindow &window);
/// Assets and tags whose path has the words of `text`.
std::vector<CommandPalette::Command> findPlaces(MainWindow &window, const AssetTreeModel &assets,
                                                const QString &text);
/// All keys, those of the pages too: HTML.
QString keyListHtml();
/// A box with them.
void showKeyList(MainWindow &window);

} // namespace telltale
