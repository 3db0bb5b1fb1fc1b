#pragma once

#include "data/alarms/alarm_types.h"
#include "models/job_thread.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace telltale {

class Alerts;
class TagRegistry;

/// Shows new alarms of priority 1 and 2 as notifications of the desktop (org.freedesktop.
/// Notifications over D-Bus) while nobody works in this program, and tells Alerts whether there is
/// such a service.
/// Thread  GUI, which never waits for the bus.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    /// `tags` tell assets apart. `isWatched` says whether somebody works in this program now. `bus`
    /// is the address of a session bus; empty: that of this session.
    DesktopNotifier(Alerts &alerts, const TagRegistry &tags, std::function<bool()> isWatched,
                    const QString &bus = {}, QObject *parent = nullptr);
    ~DesktopNotifier() override;

private:
    struct Bus;

    void show(const std::vector<AlarmRow> &alarms);

    Alerts &m_alerts;
    const TagRegistry &m_tags;
    const std::function<bool()> m_isWatched;
    std::shared_ptr<std::unique_ptr<Bus>> m_bus; ///< the jobs'; made by the first one
    JobThread m_jobs; ///< last: it ends first
};

} // namespace telltale
