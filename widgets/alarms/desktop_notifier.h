#pragma once

#include "data/alarms/alarm_types.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace telltale {

class Alerts;
class TagRegistry;

/// Shows new alarms of priority 1 and 2 as notifications of the desktop (org.freedesktop.
/// Notifications over D-Bus) while nobody works in this program, and tells Alerts whether there is
/// such a service. While that does not answer the newest three wait, and the others are counted.
/// Thread  GUI, which never waits for the bus: at the end one second at most.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    /// `tags` tell assets apart. `isWatched` says whether somebody works in this program now. `bus`
    /// is the address of a session bus; empty: that of this session, if it has one.
    DesktopNotifier(Alerts &alerts, const TagRegistry &tags, std::function<bool()> isWatched,
                    const QString &bus = {}, QObject *parent = nullptr);
    ~DesktopNotifier() override;

private:
    class Work;

    void show(const std::vector<AlarmRow> &alarms);

    const TagRegistry &m_tags;
    const std::function<bool()> m_isWatched;
    const std::shared_ptr<Work> m_work; ///< the thread's too
    std::thread m_thread; ///< left to itself if the bus does not let it end
};

} // namespace telltale
