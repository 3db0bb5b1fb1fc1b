#include "tests/data/alarms/service_bench.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <mutex>

#include <fcntl.h>
#include <stdio.h>

using namespace telltale;
using test::contains;
using test::ServiceBench;
using Key = AlarmNotification::Key;
using Kind = AlarmNotification::Kind;

/// Notifications between the alarm service and whoever carries them out of the program.
class TestAlarmOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notificationIsStoredBeforeItIsCarried();
    void carrierGetsWhatTheStoreHeld();
    void storesDiffer();
    void carrierGetsWhatCouldNotBeReadAtTheStart();
    void confirmedByAllIsGone();
    void confirmedByOneWaitsForTheOthers();
    void killedProgramKeepsWhatIsUnsent();
    void unwantedOneLeavesAtOnce();
    void nothingIsStoredForNobody();
    void digestStandsForWhatWasGivenUp();
    void digestThatGrowsIsTheSame();
    void failingChannelIsAnAlarm();
    void failingChannelIsKnownAfterRestart();
};

namespace {

const Key kFirst {"hi", 1, Kind::Raise, 1};

/// Keeps what it is given.
class Carrier final : public NotificationCarrier
{
public:
    void stored(std::vector<StoredNotification> notifications) override
    {
        const std::lock_guard lock(m_mutex);
        for (StoredNotification &one : notifications)
            m_all.push_back(std::move(one));
    }
    std::vector<StoredNotification> all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_all;
    }
    std::size_t count() const { return all().size(); }

private:
    mutable std::mutex m_mutex;
    std::vector<StoredNotification> m_all;
};

class NobodyElse final : public NotificationCarrier
{
public:
    void stored(std::vector<StoredNotification>) override { }
    bool wants(const AlarmNotification &) const override { return false; }
};

AlarmNotification digestOf(const char *channel, std::uint64_t count)
{
    AlarmNotification digest;
    digest.kind = Kind::Digest;
    digest.alarm = std::string("$channel/") + channel;
    digest.channel = channel;
    digest.count = count;
    return digest;
}

/// Three occurrences of `hi`, far enough apart not to chatter.
void raiseThrice(ServiceBench &bench)
{
    for (int i = 0; i < 3; ++i) {
        bench.sample("T", 99);
        bench.sample("T", 20);
        bench.pass(std::chrono::minutes(2));
    }
}

} // namespace

void TestAlarmOutbox::notificationIsStoredBeforeItIsCarried()
{
    Carrier carrier; // outlives the service
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service->setCarrier(&carrier);
    bench.sample("T", 99);
    QTRY_COMPARE(carrier.count(), std::size_t(1));
    QCOMPARE(bench.outbox().waiting.size(), std::size_t(1));
    const AlarmNotification one = carrier.all().at(0).notification;
    QVERIFY(one.key() == kFirst);
    QVERIFY(one.about.has_value());
    QCOMPARE(one.about->tag, std::string("T"));
    QCOMPARE(one.about->unit, std::string("bar"));
    QCOMPARE(one.about->value, 99.0);
}

void TestAlarmOutbox::carrierGetsWhatTheStoreHeld()
{
    Carrier carrier; // outlives the service
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    raiseThrice(bench);
    bench.restart();
    bench.service->setCarrier(&carrier);
    QCOMPARE(carrier.count(), std::size_t(3));
    for (std::uint64_t i = 0; i < 3; ++i) {
        const AlarmNotification one = carrier.all().at(i).notification;
        QCOMPARE(one.occurrence, i + 1); // in their order
        QVERIFY(one.about && one.about->value == 99.0);
    }
}

/// Occurrences are counted anew in a new file: a receiver must not take one for another.
void TestAlarmOutbox::storesDiffer()
{
    Carrier carrier; // outlives the services
    QTemporaryDir folders[2];
    ServiceBench first(folders[0].path());
    ServiceBench second(folders[1].path());
    for (ServiceBench *bench : {&first, &second}) {
        bench->service->setCarrier(&carrier);
        bench->sample("T", 99);
    }
    QTRY_COMPARE(carrier.count(), std::size_t(2));
    const std::vector<StoredNotification> all = carrier.all();
    QCOMPARE(all[0].notification.store.size(), std::size_t(16));
    QVERIFY(all[0].notification.store != all[1].notification.store);
    first.restart();
    first.service->setCarrier(&carrier);
    QCOMPARE(carrier.count(), std::size_t(3));
    const std::string again = carrier.all().at(2).notification.store;
    QVERIFY(again == all[0].notification.store || again == all[1].notification.store);
}

/// Something else is in the way of the file when the service starts, and goes.
void TestAlarmOutbox::carrierGetsWhatCouldNotBeReadAtTheStart()
{
    Carrier carrier; // outlives the service
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    raiseThrice(bench);
    bench.service.reset();
    const QString file = folder.filePath(QStringLiteral("alarms.db"));
    QVERIFY(QFile::rename(file, file + QStringLiteral(".away")));
    QVERIFY(QDir().mkdir(file));
    bench.restart();
    QVERIFY(bench.service);
    bench.service->setCarrier(&carrier);
    bench.service->setRules({{}, {test::limitRule("hi", "T", 80.0)}}, "again");
    bench.sample("T", 50);
    bench.sample("T", 98); // the first occurrence, as this life counts
    QTRY_VERIFY(!bench.service->storeError().empty());
    QCOMPARE(carrier.count(), std::size_t(0));
    // Both at once: the service looks again at any moment, and would make a file of its own.
    QCOMPARE(::renameat2(AT_FDCWD, qPrintable(file), AT_FDCWD,
                         qPrintable(file + QStringLiteral(".away")), RENAME_EXCHANGE),
             0);
    QTRY_COMPARE(carrier.count(), std::size_t(4));
    for (std::uint64_t i = 0; i < 3; ++i)
        QCOMPARE(carrier.all().at(i).notification.about->value, 99.0);
    QCOMPARE(carrier.all().at(3).notification.about->value, 98.0);
    const AlarmOutbox outbox = bench.outbox();
    QCOMPARE(outbox.waiting.size(), std::size_t(3));
    QCOMPARE(outbox.waiting.at(0).about->value, 98.0); // stands for both of its key
}

void TestAlarmOutbox::confirmedByAllIsGone()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    QTRY_COMPARE(bench.outbox().waiting.size(), std::size_t(1));
    bench.service->settle({{kFirst, "mail", true}}, std::nullopt);
    QTRY_COMPARE(bench.outbox().waiting.size(), std::size_t(0));
    QCOMPARE(bench.outbox().dropped, std::uint64_t(0)); // sent, not lost
}

void TestAlarmOutbox::confirmedByOneWaitsForTheOthers()
{
    Carrier carrier; // outlives the service
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    QTRY_COMPARE(bench.outbox().waiting.size(), std::size_t(1));
    bench.service->settle({{kFirst, "mail", false}}, std::nullopt);
    bench.restart();
    bench.service->setCarrier(&carrier);
    QCOMPARE(carrier.count(), std::size_t(1));
    QVERIFY(carrier.all().at(0).settled == std::vector<std::string> {"mail"});
}

void TestAlarmOutbox::killedProgramKeepsWhatIsUnsent()
{
    Carrier carrier; // outlives the service
    QTemporaryDir folder;
    QTemporaryDir copy;
    ServiceBench bench(folder.path());
    raiseThrice(bench);
    QTRY_COMPARE(bench.outbox().waiting.size(), std::size_t(3));
    bench.service->settle({{kFirst, "mail", true}}, std::nullopt);
    QTRY_COMPARE(bench.outbox().waiting.size(), std::size_t(2));
    for (const char *name : {"alarms.db", "alarms.db-wal"})
        QVERIFY(
            QFile::copy(folder.filePath(QLatin1String(name)), copy.filePath(QLatin1String(name))));
    ServiceBench next(copy.path());
    next.service->setCarrier(&carrier);
    QCOMPARE(carrier.count(), std::size_t(2));
    QCOMPARE(carrier.all().at(0).notification.occurrence, std::uint64_t(2));
}

/// A kill would leave it to be taken for one that was lost.
void TestAlarmOutbox::unwantedOneLeavesAtOnce()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.sample("T", 99);
    QTRY_COMPARE(bench.outbox().waiting.size(), std::size_t(1));
    QVERIFY(bench.act(AlarmAction::Kind::AcknowledgeVisible, {}).ok()); // all is stored
    bench.service->settle({{kFirst, {}, true}}, std::nullopt);
    QTRY_COMPARE(bench.outbox().waiting.size(), std::size_t(0));
}

void TestAlarmOutbox::nothingIsStoredForNobody()
{
    NobodyElse nobody; // outlives the service
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service->setCarrier(&nobody);
    bench.sample("T", 99);
    QTRY_VERIFY(contains(bench.stored(), "ALARM hi"));
    QCOMPARE(bench.outbox().waiting.size(), std::size_t(0)); // of the same transaction
    bench.service->setCarrier(nullptr);
    bench.pass(std::chrono::minutes(2));
    bench.sample("T", 20);
    bench.sample("T", 99);
    QTRY_COMPARE(bench.outbox().waiting.size(), std::size_t(1));
}

void TestAlarmOutbox::digestStandsForWhatWasGivenUp()
{
    Carrier carrier; // outlives the service
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    raiseThrice(bench);
    bench.service->setCarrier(&carrier);
    QTRY_COMPARE(carrier.count(), std::size_t(3));
    std::vector<AlarmDelivery> given;
    for (const StoredNotification &one : carrier.all())
        given.push_back({one.notification.key(), "mail", true});
    bench.service->settle(given, digestOf("mail", 3));
    QTRY_COMPARE(carrier.count(), std::size_t(4));
    const AlarmOutbox outbox = bench.outbox();
    QCOMPARE(outbox.waiting.size(), std::size_t(1));
    QCOMPARE(outbox.waiting.at(0).count, std::uint64_t(3));
    QCOMPARE(outbox.waiting.at(0).channel, std::string("mail"));
    QVERIFY(!outbox.waiting.at(0).about);
}

void TestAlarmOutbox::digestThatGrowsIsTheSame()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service->settle({}, digestOf("mail", 3));
    QTRY_COMPARE(bench.outbox().waiting.size(), std::size_t(1));
    bench.service->settle({}, digestOf("mail", 5));
    QTRY_COMPARE(bench.outbox().waiting.at(0).count, std::uint64_t(5));
    QCOMPARE(bench.outbox().waiting.size(), std::size_t(1));
}

void TestAlarmOutbox::failingChannelIsAnAlarm()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service->nameChannels({"pager", "mail"});
    QCOMPARE(bench.shown("$channel/mail"), std::string("NORM"));
    bench.service->channelChanged("mail", ChannelNews::Failing, bench.clock.now());
    QTRY_COMPARE(bench.shown("$channel/mail"), std::string("UNACK"));
    QCOMPARE(bench.rows().at(0).priority, 2);
    bench.service->channelChanged("pager", ChannelNews::Works, bench.clock.now()); // another one
    QCOMPARE(bench.shown("$channel/mail"), std::string("UNACK"));
    bench.service->channelChanged("mail", ChannelNews::Works, bench.clock.now());
    QTRY_COMPARE(bench.shown("$channel/mail"), std::string("RTNUN"));
}

void TestAlarmOutbox::failingChannelIsKnownAfterRestart()
{
    QTemporaryDir folder;
    ServiceBench bench(folder.path());
    bench.service->channelChanged("mail", ChannelNews::Failing, bench.clock.now());
    QTRY_COMPARE(bench.shown("$channel/mail"), std::string("UNACK"));
    bench.restart();
    bench.service->nameChannels({"pager", "mail"});
    QCOMPARE(bench.shown("$channel/mail"), std::string("UNACK")); // nobody knows better yet
    bench.service->channelChanged("mail", ChannelNews::Works, bench.clock.now());
    QTRY_COMPARE(bench.shown("$channel/mail"), std::string("RTNUN"));
}

QTEST_GUILESS_MAIN(TestAlarmOutbox)
#include "tst_alarm_outbox.moc"
