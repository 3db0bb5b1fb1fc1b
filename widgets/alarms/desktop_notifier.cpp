#include "widgets/alarms/desktop_notifier.h"

#include "models/alarm_words.h"
#include "models/alerts.h"
#include "models/area_names.h"
#include "models/gui_call.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>

#include <algorithm>
#include <memory>

namespace telltale {
namespace {

constexpr int kPatienceMs = 2'000;
constexpr std::size_t kShownSingly = 3; ///< of those that come at once
constexpr int kNormal = 1; ///< urgencies of the service
constexpr int kCritical = 2;

struct Words
{
    QString summary;
    QString body;
    int urgency = kNormal;
};

Words wordsOf(const AlarmRow &row, const TagRegistry &tags)
{
    const QString summary = QStringLiteral("P%1 %2 · %3")
                                .arg(row.priority)
                                .arg(AlarmWords::priority(row.priority), AlarmWords::title(row));
    QStringList body {placeName(tags, row.asset), AlarmWords::action(row)};
    body.removeAll(QString());
    return {summary, body.join(QLatin1Char('\n')), row.priority == 1 ? kCritical : kNormal};
}

} // namespace

/// The connection to the bus, made by the first job.
struct DesktopNotifier::Bus
{
    explicit Bus(QString address)
        : name(QStringLiteral("telltale-%1").arg(reinterpret_cast<quintptr>(this)))
        , connection(address.isEmpty()
                         ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, name)
                         : QDBusConnection::connectToBus(address, name))
    { }
    ~Bus() { QDBusConnection::disconnectFromBus(name); }

    QDBusMessage call(const char *method, const QVariantList &arguments = {}) const
    {
        QDBusMessage message = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.Notifications"),
            QStringLiteral("/org/freedesktop/Notifications"),
            QStringLiteral("org.freedesktop.Notifications"), QLatin1String(method));
        message.setArguments(arguments);
        return connection.call(message, QDBus::Block, kPatienceMs);
    }

    Alerts::Outlet test()
    {
        const QDBusMessage answer = call("GetCapabilities");
        if (answer.type() == QDBusMessage::ErrorMessage)
            return {Alerts::Outlet::State::Absent, answer.errorMessage().toStdString()};
        takesMarkup
            = answer.arguments().value(0).toStringList().contains(QStringLiteral("body-markup"));
        return {Alerts::Outlet::State::Works, {}};
    }

    /// Names of devices are texts, whatever is in them.
    Alerts::Outlet notify(const Words &words) const
    {
        const QVariantMap hints {
            {QStringLiteral("urgency"), QVariant::fromValue(static_cast<uchar>(words.urgency))}};
        const QString body = takesMarkup ? words.body.toHtmlEscaped() : words.body;
        const QDBusMessage answer
            = call("Notify",
                   {QStringLiteral("Telltale"), 0U, QStringLiteral("telltale"), words.summary, body,
                    QStringList(), hints, -1});
        if (answer.type() == QDBusMessage::ErrorMessage)
            return {Alerts::Outlet::State::Failed, answer.errorMessage().toStdString()};
        return {Alerts::Outlet::State::Works, {}};
    }

    const QString name;
    QDBusConnection connection;
    bool takesMarkup = false;
};

DesktopNotifier::DesktopNotifier(Alerts &alerts, const TagRegistry &tags,
                                 std::function<bool()> isWatched, const QString &bus,
                                 QObject *parent)
    : QObject(parent)
    , m_alerts(alerts)
    , m_tags(tags)
    , m_isWatched(std::move(isWatched))
{
    connect(&m_alerts, &Alerts::urgentCame, this, &DesktopNotifier::show);
    const auto tell = onGuiThread<Alerts::Outlet>(
        this, [this](const Alerts::Outlet &outlet) { m_alerts.setDesktop(outlet); });
    m_bus = std::make_shared<std::unique_ptr<Bus>>();
    m_jobs.run([made = m_bus, bus, tell] {
        *made = std::make_unique<Bus>(bus);
        tell((*made)->test());
    });
}

DesktopNotifier::~DesktopNotifier() = default;

void DesktopNotifier::show(const std::vector<AlarmRow> &alarms)
{
    if (m_isWatched())
        return;
    std::vector<Words> all;
    for (std::size_t i = 0; i < std::min(alarms.size(), kShownSingly); ++i)
        all.push_back(wordsOf(alarms[i], m_tags));
    if (const auto more = static_cast<int>(alarms.size() - all.size()); more > 0)
        all.push_back({tr("%n more urgent alarm(s)", nullptr, more), {}, kNormal});
    const auto tell = onGuiThread<Alerts::Outlet>(
        this, [this](const Alerts::Outlet &outlet) { m_alerts.setDesktop(outlet); });
    m_jobs.run([bus = m_bus, all, tell] {
        for (const Words &words : all)
            tell((*bus)->notify(words));
    });
}

} // namespace telltale
