#pragma once

#include <QObject>
#include <QTimeZone>

#include <functional>

namespace telltale {

class AlarmBoard;
class Clock;
class HistoryQueries;
class LiveValues;
class StatusBoard;
class TagRegistry;
class Workspace;

/// Everything a page may lean on; assembled by `app`, the same for the owner of the data and for a
/// view of it. Pointers never null and outlive all pages.
struct Plant
{
    TagRegistry *tags = nullptr;
    LiveValues *live = nullptr;
    AlarmBoard *alarms = nullptr;
    StatusBoard *status = nullptr;
    HistoryQueries *history = nullptr;
    Workspace *workspace = nullptr; ///< GUI thread only
    const Clock *clock = nullptr;
    QTimeZone zone;
    std::function<void()> rulesChanged; ///< workspace->rules were edited and saved
    std::function<void()> tagsChanged; ///< workspace->tags were edited and saved
    std::function<void()> connectionsChanged; ///< workspace->connections were edited and saved
    std::function<void(int connection)> retryConnection; ///< index in workspace->connections
};

} // namespace telltale
