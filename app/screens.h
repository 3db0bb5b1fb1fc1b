#pragma once

#include <QString>

#include <string>

class QApplication;

namespace telltale {

struct WorkspaceSettings;

/// The language to speak: `given` if it is not empty, then the workspace's, then this computer's.
QString languageFor(const WorkspaceSettings &settings, const QString &given);

/// Sets the look and the language for all windows of the process; `language` and `theme` are empty
/// where they were not given.
void prepareScreens(QApplication &application, const WorkspaceSettings &settings,
                    const QString &language, const QString &theme);

/// Switches the language of a running program; windows are told by QEvent::LanguageChange.
void setLanguage(QApplication &application, const QString &language);

} // namespace telltale
