#pragma once

#include "data/telemetry/result.h"

#include <QObject>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace telltale {

class AlarmBoard;
class Alerts;
class Clock;
class FileSaver;
class HistoryQueries;
class LiveValues;
class PageCatalog;
class StatusBoard;
class TagRegistry;
class Workspace;
struct ConnectionConfig;
struct PlantStatus;

/// Everything a page may lean on; assembled by `app`, the same for the owner of the data and for a
/// view of it. Pointers never null and outlive all pages.
struct Plant
{
    TagRegistry *tags = nullptr;
    LiveValues *live = nullptr;
    AlarmBoard *alarms = nullptr;
    Alerts *alerts = nullptr; ///< GUI thread only
    StatusBoard *status = nullptr;
    HistoryQueries *history = nullptr;
    Workspace *workspace = nullptr; ///< GUI thread only
    FileSaver *saver = nullptr; ///< of the workspace's files and what windows remember
    std::shared_ptr<const PageCatalog> pages; ///< built-in ones and the workspace's
    const Clock *clock = nullptr;
    QTimeZone zone;
    std::string user; ///< who sits here: stands in journals and rules
    std::string dataFolder; ///< of history and alarm store
    std::string logFile; ///< empty: the log goes nowhere
    bool isDemoStarting = false; ///< its connection is on the way
    /// What `telltale status --json` prints of it. On any thread, and not bound to this plant.
    std::function<std::string(PlantStatus)> statusJson;
    /// workspace->rules were edited and saved, with the words for the journal why.
    std::function<void(const std::string &reason)> rulesChanged;
    std::function<void()> tagsChanged; ///< workspace->tags were edited and saved
    std::function<void()> connectionsChanged; ///< workspace->connections were edited and saved
    std::function<void(int connection)> retryConnection; ///< index in workspace->connections
    /// Puts a password into the keychain of this computer; without one it serves until the program
    /// ends, and the answer says why. Answers on the GUI thread. Empty: there is no sign-in.
    std::function<void(const ConnectionConfig &connection, const std::string &password,
                       std::function<void(Outcome)> done)>
        storePassword;
    /// "channel: command line" of each channel that would start a program, if somebody allowed it.
    std::vector<std::string> refusedCommands;
    /// They are allowed on this computer from now on, and the session begins anew. Answers on the
    /// GUI thread. Empty: nobody can here.
    std::function<void(std::function<void(const Outcome &)> done)> allowCommands;
};

} // namespace telltale
