#pragma once

#include "models/alerts.h"

#include <QString>
#include <QVariantList>

#include <memory>

class QDBusConnection;
class QDBusMessage;

namespace telltale {

/// What a notification of the desktop says.
struct DesktopNote
{
    enum class Urgency { Normal = 1, Critical = 2 }; ///< numbers of the service

    QString summary;
    QString body;
    Urgency urgency = Urgency::Normal;
};

/// The notification service of a desktop (org.freedesktop.Notifications), over a connection of its
/// own to a bus.
/// Thread  one, which waits for the service: at most two seconds a call.
class DesktopBus
{
public:
    /// Without an address there is no bus: none is started.
    explicit DesktopBus(QString address);
    ~DesktopBus();
    DesktopBus(const DesktopBus &) = delete;
    DesktopBus &operator=(const DesktopBus &) = delete;

    /// Anew, whatever was before; says whether there is a service.
    Alerts::Outlet connect();
    bool isConnected() const;
    /// To a bus that went away it is connected anew.
    Alerts::Outlet notify(const DesktopNote &note);

private:
    void disconnect();
    QDBusMessage call(const char *method, const QVariantList &arguments = {}) const;
    Alerts::Outlet tryNotify(const DesktopNote &note) const;

    const QString m_address;
    QString m_name; ///< of the connection in this process
    std::unique_ptr<QDBusConnection> m_connection;
    bool m_takesMarkup = false;
};

} // namespace telltale
