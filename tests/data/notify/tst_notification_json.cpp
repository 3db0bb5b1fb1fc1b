#include "data/notify/notification_json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace telltale;
using Kind = AlarmNotification::Kind;

/// What a channel is given.
class TestNotificationJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alarmIsTold();
    void digestIsTold();
    void keyIsPlain_data();
    void keyIsPlain();
    void keysDiffer();
    void valueThatIsNoNumberIsLeftOut();
};

namespace {

AlarmNotification raised()
{
    AlarmNotification made {1'790'000'000'123'456, Kind::Raise, "hi@works/p", 12, 1, 0};
    made.store = "0123456789abcdef";
    AlarmRow about;
    about.title = "Pressure high";
    about.tag = "works/p";
    about.asset = "works";
    about.priority = 1;
    about.state = AlarmState::Unacked;
    about.value = 95.25;
    about.unit = "bar";
    about.limit = 80.0;
    about.action = "Open the <b>valve</b>\n";
    about.respondWithinSeconds = 180.0;
    made.about = about;
    return made;
}

QJsonObject objectOf(const AlarmNotification &notification)
{
    const std::string text = notificationToJson(notification, "desk");
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

} // namespace

void TestNotificationJson::alarmIsTold()
{
    const std::string text = notificationToJson(raised(), "desk");
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), std::ptrdiff_t(0)); // one line
    const QJsonObject object = objectOf(raised());
    const auto says = [&object](const char *name) { return object.value(QLatin1String(name)); };
    QCOMPARE(says("version").toInt(), 1);
    QCOMPARE(says("kind").toString(), QStringLiteral("raise"));
    QCOMPARE(says("alarm").toString(), QStringLiteral("hi@works/p"));
    QCOMPARE(says("occurrence").toInt(), 12);
    QCOMPARE(says("key").toString(), QStringLiteral("raise/12/1/desk/0123456789abcdef/hi@works/p"));
    QCOMPARE(says("time").toString(), QStringLiteral("2026-09-21T14:13:20.123456Z"));
    QCOMPARE(says("priority").toInt(), 1);
    QCOMPARE(says("state").toString(), QStringLiteral("UNACK"));
    QCOMPARE(says("value").toDouble(), 95.25);
    QCOMPARE(says("limit").toDouble(), 80.0);
    QCOMPARE(says("action").toString(), QStringLiteral("Open the <b>valve</b>\n"));
    QCOMPARE(says("station").toString(), QStringLiteral("desk"));
    QVERIFY(!object.contains(QStringLiteral("count")));
}

void TestNotificationJson::digestIsTold()
{
    AlarmNotification digest;
    digest.kind = Kind::Digest;
    digest.count = 7;
    QJsonObject object = objectOf(digest);
    QCOMPARE(object.value(QStringLiteral("count")).toInt(), 7);
    QCOMPARE(object.value(QStringLiteral("undelivered")).toBool(true), false);
    QVERIFY(!object.contains(QStringLiteral("alarm")));
    digest.channel = "mail";
    object = objectOf(digest);
    QVERIFY(object.value(QStringLiteral("undelivered")).toBool());
}

void TestNotificationJson::keyIsPlain_data()
{
    QTest::addColumn<QByteArray>("alarm");
    QTest::newRow("line break") << QByteArray("a\r\nX-Evil: 1");
    QTest::newRow("umlaut") << QByteArray("Kühlung heiß");
    QTest::newRow("zero") << QByteArray("a\0b", 3);
    QTest::newRow("long") << QByteArray(5000, 'x');
}

void TestNotificationJson::keyIsPlain()
{
    QFETCH(QByteArray, alarm); // and the name of the station
    AlarmNotification made = raised();
    made.alarm = alarm.toStdString();
    const std::string key = notificationKey(made, alarm.toStdString());
    QVERIFY(key.size() <= 1024);
    QVERIFY(
        std::all_of(key.begin(), key.end(), [](char byte) { return byte > ' ' && byte < 127; }));
}

void TestNotificationJson::keysDiffer()
{
    const std::string long1 = std::string(5000, 'x') + "1";
    const std::string long2 = std::string(5000, 'x') + "2";
    const std::vector<AlarmNotification::Key> keys {
        {"a", 1, Kind::Raise, 1},   {"a", 1, Kind::Repeat, 1},  {"a", 1, Kind::Repeat, 2},
        {"a", 2, Kind::Raise, 1},   {"a/b", 1, Kind::Raise, 1}, {"a%2Fb", 1, Kind::Raise, 1},
        {long1, 1, Kind::Raise, 1}, {long2, 1, Kind::Raise, 1}};
    std::vector<std::string> texts;
    for (const AlarmNotification::Key &key : keys) {
        AlarmNotification made {0, key.kind, key.alarm, key.occurrence, key.number};
        for (const char *store : {"0123456789abcdef", "fedcba9876543210"}) { // after a damaged file
            made.store = store;
            texts.push_back(notificationKey(made, "desk"));
            texts.push_back(notificationKey(made, "desk/2"));
        }
    }
    std::sort(texts.begin(), texts.end());
    QVERIFY(std::adjacent_find(texts.begin(), texts.end()) == texts.end());
}

void TestNotificationJson::valueThatIsNoNumberIsLeftOut()
{
    AlarmNotification notification = raised();
    notification.about->value = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!objectOf(notification).contains(QStringLiteral("value")));
}

QTEST_GUILESS_MAIN(TestNotificationJson)
#include "tst_notification_json.moc"
