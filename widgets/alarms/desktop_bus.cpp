#include "widgets/alarms/desktop_bus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>

namespace telltale {
namespace {

constexpr int kPatienceMs = 2'000;

using State = Alerts::Outlet::State;

} // namespace

DesktopBus::DesktopBus(QString address)
    : m_address(std::move(address))
    , m_name(QStringLiteral("telltale-%1").arg(reinterpret_cast<quintptr>(this)))
{ }

DesktopBus::~DesktopBus()
{
    disconnect();
}

Alerts::Outlet DesktopBus::connect()
{
    disconnect();
    if (m_address.isEmpty())
        return {State::Absent, "DBUS_SESSION_BUS_ADDRESS is not set"};
    m_connection
        = std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(m_address, m_name));
    const QDBusMessage answer = call("GetCapabilities");
    if (answer.type() == QDBusMessage::ErrorMessage)
        return {State::Absent, answer.errorMessage().toStdString()};
    m_takesMarkup
        = answer.arguments().value(0).toStringList().contains(QStringLiteral("body-markup"));
    return {State::Works, {}};
}

bool DesktopBus::isConnected() const
{
    return m_connection && m_connection->isConnected();
}

void DesktopBus::disconnect()
{
    if (!m_connection)
        return;
    m_connection.reset();
    QDBusConnection::disconnectFromBus(m_name);
}

Alerts::Outlet DesktopBus::notify(const DesktopNote &note)
{
    if (isConnected()) {
        const Alerts::Outlet sent = tryNotify(note);
        if (isConnected())
            return sent;
    }
    const Alerts::Outlet again = connect();
    return again.state == State::Works ? tryNotify(note) : again;
}

/// Names of devices are texts, whatever is in them.
Alerts::Outlet DesktopBus::tryNotify(const DesktopNote &note) const
{
    const QVariantMap hints {
        {QStringLiteral("urgency"), QVariant::fromValue(static_cast<uchar>(note.urgency))}};
    const QString body = m_takesMarkup ? note.body.toHtmlEscaped() : note.body;
    const QDBusMessage answer = call("Notify",
                                     {QStringLiteral("Telltale"), 0U, QStringLiteral("telltale"),
                                      note.summary, body, QStringList(), hints, -1});
    if (answer.type() == QDBusMessage::ErrorMessage)
        return {State::Failed, answer.errorMessage().toStdString()};
    return {State::Works, {}};
}

QDBusMessage DesktopBus::call(const char *method, const QVariantList &arguments) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"),
        QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QLatin1String(method));
    message.setArguments(arguments);
    return m_connection->call(message, QDBus::Block, kPatienceMs);
}

} // namespace telltale
