#pragma once

#include <QString>

class QWidget;

namespace telltale {

struct Plant;

/// Asks where the report of a page should go, gathers it off the GUI thread, writes it and says
/// what became of it, with a way to open it. The window stays free meanwhile; `parent` going away
/// gives it up. Thread GUI.
void requestReport(QWidget &parent, const Plant &plant, const QString &pageKey);

} // namespace telltale
