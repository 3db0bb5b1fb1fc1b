#include "widgets/alarms/desktop_notifier.h"

#include "models/alerts.h"

#include "data/alarms/alarm_board.h"

#include "data/telemetry/tag_registry.h"

#include <QDBusConnection>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QVariantMap>

using namespace telltale;
using State = Alerts::Outlet::State;

/// Stands in for the desktop on a bus of its own.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        QString summary;
        QString body;
        int urgency = -1;
    };
    QStringList capabilities;
    QList<Shown> shown;

public Q_SLOTS:
    QStringList GetCapabilities() const { return capabilities; }
    uint Notify(const QString &, uint, const QString &, const QString &summary, const QString &body,
                const QStringList &, const QVariantMap &hints, int)
    {
        shown.append({summary, body, hints.value(QStringLiteral("urgency")).toInt()});
        return static_cast<uint>(shown.size());
    }
};

/// New urgent alarms on the desktop, over a real bus.
class TestDesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void urgentAlarmIsShown();
    void namesAreNoMarkup_data();
    void namesAreNoMarkup();
    void nothingIsShownToWhoeverWatches();
    void manyAreCounted();
    void absentServiceIsSaid();
    void sessionWithoutABusStartsNone();
    void newestWaitWhileTheServiceHangs();
    void serviceThatHangsDoesNotHoldUpTheEnd();
    void busThatWentAwayIsConnectedAnew();

private:
    void publish(std::vector<AlarmRow> rows);
    /// Starts a bus; the address it has.
    QString startBus(QProcess &daemon, const QString &address = {}) const;
    void serve(const QString &bus, const QString &name);

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_bus;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<AlarmBoard> m_board;
    const TagRegistry m_tags;
    std::unique_ptr<Alerts> m_alerts;
    std::uint64_t m_version = 0;
    bool m_isWatched = false;
};

namespace {

AlarmRow row(const char *title, int priority = 1)
{
    AlarmRow made;
    made.id = title;
    made.title = title;
    made.asset = "works/p1";
    made.action = "Open the <b>valve</b>";
    made.priority = priority;
    made.state = AlarmState::Unacked;
    return made;
}

const QString kService = QStringLiteral("desktop");

/// A session without services that are started when asked for: this computer may have a desktop.
const QString kBusConfig = QStringLiteral(
    "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\"\n"
    " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
    "<busconfig><type>session</type><listen>unix:dir=%1</listen><auth>EXTERNAL</auth>\n"
    "<servicedir>%1/none</servicedir>\n"
    "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\n"
    "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>\n");

} // namespace

QString TestDesktopNotifier::startBus(QProcess &daemon, const QString &address) const
{
    const QString config = m_folder.filePath(QStringLiteral("bus.conf"));
    QFile file(config);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(kBusConfig.arg(m_folder.path()).toUtf8());
    file.close();
    QStringList arguments {QStringLiteral("--config-file=") + config, QStringLiteral("--nofork"),
                           QStringLiteral("--print-address")};
    if (!address.isEmpty())
        arguments << QStringLiteral("--address=") + address;
    daemon.start(QStringLiteral("dbus-daemon"), arguments);
    if (!daemon.waitForStarted() || !daemon.waitForReadyRead())
        return {};
    return QString::fromLocal8Bit(daemon.readLine()).trimmed();
}

void TestDesktopNotifier::serve(const QString &bus, const QString &name)
{
    QDBusConnection connection = QDBusConnection::connectToBus(bus, name);
    QVERIFY(connection.registerService(QStringLiteral("org.freedesktop.Notifications")));
    QVERIFY(connection.registerObject(QStringLiteral("/org/freedesktop/Notifications"),
                                      m_desktop.get(), QDBusConnection::ExportAllSlots));
}

void TestDesktopNotifier::initTestCase()
{
    m_bus = startBus(m_daemon);
    QVERIFY2(!m_bus.isEmpty(), "dbus-daemon is missing");
    const QDBusConnection bus = QDBusConnection::connectToBus(m_bus, kService);
    QVERIFY(bus.isConnected());
}

void TestDesktopNotifier::init()
{
    m_isWatched = false;
    m_desktop = std::make_unique<FakeDesktop>();
    m_board = std::make_unique<AlarmBoard>();
    m_alerts = std::make_unique<Alerts>(*m_board);
    m_alerts->look();
    QDBusConnection bus(kService);
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.Notifications")));
    bus.unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
    QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), m_desktop.get(),
                               QDBusConnection::ExportAllSlots));
}

void TestDesktopNotifier::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(kService);
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void TestDesktopNotifier::publish(std::vector<AlarmRow> rows)
{
    auto snapshot = std::make_shared<AlarmSnapshot>();
    snapshot->rows = std::move(rows);
    snapshot->version = ++m_version;
    m_board->publish(snapshot);
    m_alerts->look();
}

void TestDesktopNotifier::urgentAlarmIsShown()
{
    const DesktopNotifier notifier(
        *m_alerts, m_tags, [this] { return m_isWatched; }, m_bus);
    QTRY_VERIFY(m_alerts->desktop().state == State::Works);
    publish({row("Pressure high"), row("Flow low", 2), row("Level low", 3)});
    QTRY_COMPARE(m_desktop->shown.size(), 2);
    QCOMPARE(m_desktop->shown.at(0).summary, QStringLiteral("P1 CRIT · Pressure high"));
    QVERIFY(m_desktop->shown.at(0).body.startsWith(QStringLiteral("p1 · works\n")));
    QCOMPARE(m_desktop->shown.at(0).urgency, 2);
    QCOMPARE(m_desktop->shown.at(1).summary, QStringLiteral("P2 HIGH · Flow low"));
    QCOMPARE(m_desktop->shown.at(1).urgency, 1);
}

void TestDesktopNotifier::namesAreNoMarkup_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("body");
    QTest::newRow("service reads markup")
        << QStringList {QStringLiteral("body"), QStringLiteral("body-markup")}
        << QStringLiteral("Open the &lt;b&gt;valve&lt;/b&gt;");
    QTest::newRow("service reads none")
        << QStringList {QStringLiteral("body")} << QStringLiteral("Open the <b>valve</b>");
}

void TestDesktopNotifier::namesAreNoMarkup()
{
    QFETCH(QStringList, capabilities);
    QFETCH(QString, body);
    m_desktop->capabilities = capabilities;
    const DesktopNotifier notifier(
        *m_alerts, m_tags, [] { return false; }, m_bus);
    publish({row("Pressure high")});
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    QVERIFY2(m_desktop->shown.at(0).body.endsWith(body), qPrintable(m_desktop->shown.at(0).body));
}

void TestDesktopNotifier::nothingIsShownToWhoeverWatches()
{
    m_isWatched = true;
    const DesktopNotifier notifier(
        *m_alerts, m_tags, [this] { return m_isWatched; }, m_bus);
    publish({row("Pressure high")});
    m_isWatched = false;
    publish({row("Pressure high"), row("Flow low", 2)});
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    QVERIFY(m_desktop->shown.at(0).summary.contains(QStringLiteral("Flow low")));
}

void TestDesktopNotifier::manyAreCounted()
{
    const DesktopNotifier notifier(
        *m_alerts, m_tags, [] { return false; }, m_bus);
    publish({row("a"), row("b"), row("c"), row("d"), row("e")});
    QTRY_COMPARE(m_desktop->shown.size(), 4);
    QVERIFY2(m_desktop->shown.at(3).summary.startsWith(QLatin1Char('2')),
             qPrintable(m_desktop->shown.at(3).summary));
}

void TestDesktopNotifier::absentServiceIsSaid()
{
    QVERIFY(QDBusConnection(kService).unregisterService(
        QStringLiteral("org.freedesktop.Notifications")));
    const DesktopNotifier notifier(
        *m_alerts, m_tags, [] { return false; }, m_bus);
    QTRY_VERIFY(m_alerts->desktop().state == State::Absent);
    QVERIFY(!m_alerts->desktop().detail.empty());
    AlarmBoard other;
    Alerts alone(other);
    const DesktopNotifier nowhere(
        alone, m_tags, [] { return false; }, QStringLiteral("unix:path=/nonexistent/bus"));
    QTRY_VERIFY(alone.desktop().state == State::Absent);
}

/// A bus that were started for this program alone would have no desktop.
void TestDesktopNotifier::sessionWithoutABusStartsNone()
{
    const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    {
        const DesktopNotifier notifier(*m_alerts, m_tags, [] { return false; });
        QTRY_VERIFY(m_alerts->desktop().state == State::Absent);
        QCOMPARE(m_alerts->desktop().detail, std::string("DBUS_SESSION_BUS_ADDRESS is not set"));
        publish({row("Pressure high")});
    }
    if (!before.isEmpty())
        qputenv("DBUS_SESSION_BUS_ADDRESS", before);
}

/// It answers on this thread: not as long as that is busy here.
void TestDesktopNotifier::newestWaitWhileTheServiceHangs()
{
    constexpr int kAlarms = 100;
    const DesktopNotifier notifier(
        *m_alerts, m_tags, [] { return false; }, m_bus);
    QTRY_VERIFY(m_alerts->desktop().state == State::Works);
    for (int i = 0; i < kAlarms; ++i)
        publish({row(qPrintable(QStringLiteral("alarm %1").arg(i)))});
    const auto last = [this] {
        return m_desktop->shown.isEmpty() ? QString() : m_desktop->shown.last().summary;
    };
    QTRY_VERIFY2(last().contains(QStringLiteral("more urgent")), qPrintable(last()));
    const auto singly = m_desktop->shown.size() - 1; // three, and the one that was on its way
    QVERIFY(singly == 3 || singly == 4);
    QCOMPARE(last().section(QLatin1Char(' '), 0, 0).toInt(), kAlarms - static_cast<int>(singly));
    QVERIFY(m_desktop->shown.at(singly - 3).summary.endsWith(QStringLiteral("alarm 99")));
}

void TestDesktopNotifier::serviceThatHangsDoesNotHoldUpTheEnd()
{
    auto notifier = std::make_unique<DesktopNotifier>(
        *m_alerts, m_tags, [] { return false; }, m_bus);
    QTRY_VERIFY(m_alerts->desktop().state == State::Works);
    publish({row("a"), row("b"), row("c"), row("d"), row("e")});
    QElapsedTimer took;
    took.start();
    notifier.reset(); // two seconds for each of the four would be eight
    QVERIFY2(took.elapsed() < 4'000, qPrintable(QString::number(took.elapsed())));
    QCoreApplication::processEvents(); // what was on its way
}

void TestDesktopNotifier::busThatWentAwayIsConnectedAnew()
{
    const QTemporaryDir folder;
    const QString address = QStringLiteral("unix:path=") + folder.filePath(QStringLiteral("bus"));
    QProcess first;
    QVERIFY(!startBus(first, address).isEmpty());
    serve(address, QStringLiteral("first"));
    const DesktopNotifier notifier(
        *m_alerts, m_tags, [] { return false; }, address);
    QTRY_VERIFY(m_alerts->desktop().state == State::Works);
    first.terminate();
    QVERIFY(first.waitForFinished());
    QDBusConnection::disconnectFromBus(QStringLiteral("first"));
    QFile::remove(folder.filePath(QStringLiteral("bus")));
    QProcess second;
    QVERIFY(!startBus(second, address).isEmpty());
    serve(address, QStringLiteral("second"));
    publish({row("Pressure high")});
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    QTRY_VERIFY(m_alerts->desktop().state == State::Works);
    QDBusConnection::disconnectFromBus(QStringLiteral("second"));
    second.terminate();
    QVERIFY(second.waitForFinished());
}

QTEST_MAIN(TestDesktopNotifier)
#include "tst_desktop_notifier.moc"
