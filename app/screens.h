#pragma once

#include <QString>

#include <string>

class QApplication;

namespace telltale {

struct WorkspaceSettings;

/// Sets the look and the language for all windows of the process: command line first, then the
/// workspace, then this computer. `language` empty: not given.
void prepareScreens(QApplication &application, const WorkspaceSettings &settings,
                    const QString &language, const QString &theme);

/// Switches the language of a running program; windows are told by QEvent::LanguageChange.
void setLanguage(QApplication &application, const QString &language);

} // namespace telltale
