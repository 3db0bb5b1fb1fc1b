#pragma once

#include "data/storage/save_queue.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace telltale {

/// What a window remembers between two runs: in `window.ini` of the data folder, never in the
/// workspace, which may be shared.
struct WindowLayout
{
    struct Tab
    {
        QString key;
        QString title;
    };
    QByteArray geometry;
    QByteArray splitter;
    QList<Tab> tabs;
    int current = 0;
    QString theme; ///< light, dark; empty: as the workspace says
    double textScale = 1.0;
    bool isBlinking = true; ///< the markers of alarms
    QString language; ///< en, de; empty: as the workspace says
    bool isMuted = false; ///< alarms are not heard
    std::optional<QStringList> expanded; ///< paths that are open in the tree; nullopt: as at first

    static bool isKept(const std::string &dataFolder);
    static WindowLayout load(const std::string &dataFolder);
    /// What is the person's, whatever plant is shown: theme, size of text, blinking, language.
    WindowLayout look() const;
    Outcome save(const std::string &dataFolder) const; ///< on whatever thread
    FileSave toSave(const std::string &dataFolder) const;
};

} // namespace telltale
