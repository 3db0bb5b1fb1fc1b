#include "data/notify/notifier.h"
#include "tests/data/alarms/service_bench.h"
#include "tests/data/notify/http_receiver.h"
#include "tests/support/fixed_credentials.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <future>
#include <set>

using namespace telltale;
using namespace std::chrono_literals;
using test::HttpReceiver;
using test::ServiceBench;

/// From the alarm to a server of this computer.
class TestNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alarmArrivesAndLeavesTheOutbox();
    void channelsGetWhatTheyWant();
    void floodIsToldToThoseItIsFor();
    void unwantedLeavesTheOutbox();
    void unwantedIsNotStored();
    void heldChannelKeepsThemUntilItIsAllowed();
    void discardedAreCountedAndSaid_data();
    void discardedAreCountedAndSaid();
    void failingChannelKeepsItAndIsAProblem();
    void oneFailingChannelHoldsUpNoOther();
    void undeliveredBecomesDigestAndAlarm();
    void stoppedOneGoesOnAfterTheStart();
    void whatIsUnderWayMayArriveWhileTheRestStops();
    void channelThatCannotBeStoppedIsLeftBehind();
};

namespace {

constexpr RetryPolicy kQuick {1ms, 20ms, 1h};

ChannelConfig webhook(const char *name, quint16 port, const char *more = "")
{
    const std::string text = R"({"version": 1, "channels": [{"kind": "webhook", "name": ")"
        + std::string(name) + R"(", "allow_http": true, "allow_local": true, )" + more
        + R"( "url": "http://127.0.0.1:)" + std::to_string(port) + "/\"}]}";
    std::vector<ChannelConfig> channels;
    const Outcome read = readChannels(text, channels);
    if (!read)
        qFatal("%s", read.error().detail.c_str());
    return channels.front();
}

/// A service and who carries its notifications; ended in the right order.
struct Rig
{
    explicit Rig(const QString &folder, std::chrono::seconds later = {})
        : bench(folder, later)
    { }
    ~Rig() { end(); }
    void start(const std::vector<ChannelConfig> &channels)
    {
        notifier = std::make_unique<Notifier>(
            Notifier::Doors {*bench.service, credentials, problems, bench.clock}, "desk", kQuick);
        notifier->start(channels);
    }
    void end()
    {
        if (notifier)
            notifier->stop(1s);
        notifier.reset();
        bench.service.reset();
    }
    /// One more occurrence, far enough from the last not to chatter.
    void raise()
    {
        bench.pass(2min);
        bench.sample("T", 20);
        bench.sample("T", 99);
    }
    ChannelStatus status(std::size_t channel = 0) const { return notifier->status().at(channel); }
    std::size_t waiting() const { return bench.outbox().waiting.size(); }

    ServiceBench bench;
    test::FixedCredentials credentials;
    ProblemList problems;
    std::unique_ptr<Notifier> notifier;
};

/// A life that ends with so many notifications its channel "test" could not deliver: whether it
/// did.
bool leaveUndelivered(const QString &folder, const HttpReceiver &server, std::size_t count)
{
    Rig rig(folder);
    rig.start({webhook("test", server.port())});
    for (std::size_t i = 0; i < count; ++i)
        rig.raise();
    return QTest::qWaitFor([&] { return rig.waiting() == count && !server.requests().empty(); });
}

QByteArray keyOf(const HttpReceiver::Request &request)
{
    return request.headers.value("idempotency-key");
}

/// Empty: there was none.
QJsonObject lastDigest(const HttpReceiver &server)
{
    QJsonObject last;
    for (const auto &request : server.requests()) {
        const QJsonObject told = QJsonDocument::fromJson(request.body).object();
        if (told.value(QStringLiteral("kind")) == QLatin1String("digest"))
            last = told;
    }
    return last;
}

/// Time passes until `isDone`; what waits for it is tried again.
template <typename IsDone> bool passUntil(Rig &rig, IsDone isDone)
{
    return QTest::qWaitFor(
        [&] {
            rig.bench.clock.advance(50ms);
            return isDone();
        },
        20'000);
}

} // namespace

void TestNotifier::alarmArrivesAndLeavesTheOutbox()
{
    HttpReceiver server([](const auto &) { return HttpReceiver::status(200); });
    QTemporaryDir folder;
    Rig rig(folder.path());
    rig.start({webhook("test", server.port())});
    rig.raise();
    QTRY_COMPARE(server.requests().size(), std::size_t(1));
    const QJsonObject told = QJsonDocument::fromJson(server.requests().at(0).body).object();
    QCOMPARE(told.value(QStringLiteral("title")).toString(), QStringLiteral("Pressure high"));
    QCOMPARE(told.value(QStringLiteral("station")).toString(), QStringLiteral("desk"));
    QTRY_COMPARE(rig.waiting(), std::size_t(0));
    QCOMPARE(rig.status().sent, std::uint64_t(1));
    QCOMPARE(rig.status().waiting, std::uint64_t(0));
}

void TestNotifier::channelsGetWhatTheyWant()
{
    HttpReceiver all([](const auto &) { return HttpReceiver::status(200); });
    HttpReceiver urgent([](const auto &) { return HttpReceiver::status(200); });
    QTemporaryDir folder;
    Rig rig(folder.path());
    rig.start(
        {webhook("all", all.port()), webhook("urgent", urgent.port(), R"("priorities": [1, 2],)")});
    rig.raise(); // priority 3
    rig.bench.service->recordingChanged(Recording::HistoryStopped, rig.bench.clock.now());
    QTRY_COMPARE(all.requests().size(), std::size_t(2));
    QTRY_COMPARE(urgent.requests().size(), std::size_t(1));
    QTRY_COMPARE(rig.waiting(), std::size_t(0));
    QVERIFY(keyOf(urgent.requests().at(0)).startsWith("raise/1/1/desk/"));
    QVERIFY(keyOf(urgent.requests().at(0)).endsWith("/$recording"));
}

/// Who has nothing to do with the part of the plant where it is hears nothing of it.
void TestNotifier::floodIsToldToThoseItIsFor()
{
    HttpReceiver all([](const auto &) { return HttpReceiver::status(200); });
    HttpReceiver one([](const auto &) { return HttpReceiver::status(200); });
    HttpReceiver other([](const auto &) { return HttpReceiver::status(200); });
    QTemporaryDir folder;
    Rig rig(folder.path());
    RuleSet rules;
    for (int i = 0; i < 16; ++i) {
        const std::string tag = (i < 14 ? "works/a/" : "works/b/") + std::to_string(i);
        rules.rules.push_back(test::limitRule("u" + std::to_string(i), tag, 80));
    }
    rig.bench.service->setRules(rules, "units");
    rig.start({webhook("all", all.port()), webhook("b", one.port(), R"("tags": ["works/b/*"],)"),
               webhook("c", other.port(), R"("tags": ["works/c/*"],)")});
    for (const AlarmRule &rule : rules.rules)
        rig.bench.sample(rule.tag.c_str(), 99);
    QTRY_VERIFY(rig.bench.board.snapshot()->flood);
    rig.bench.pass(61s);
    QTRY_VERIFY(!lastDigest(all).isEmpty() && !lastDigest(one).isEmpty());
    QTRY_COMPARE(rig.waiting(), std::size_t(0));
    QVERIFY(lastDigest(all).value(QStringLiteral("count")).toInt() > 2);
    QCOMPARE(lastDigest(one).value(QStringLiteral("count")).toInt(), 2);
    QCOMPARE(one.requests().size(), std::size_t(1));
    QVERIFY(other.requests().empty());
}

void TestNotifier::unwantedLeavesTheOutbox()
{
    QTemporaryDir folder;
    Rig rig(folder.path());
    rig.raise();
    QTRY_COMPARE(rig.waiting(), std::size_t(1)); // who will want it is not known yet
    rig.start({});
    QTRY_COMPARE(rig.waiting(), std::size_t(0));
}

/// Whatever happens then, the next start finds none of which it had to say that it was lost.
void TestNotifier::unwantedIsNotStored()
{
    HttpReceiver server([](const auto &) { return HttpReceiver::status(200); });
    QTemporaryDir folder;
    Rig rig(folder.path());
    rig.start({webhook("urgent", server.port(), R"("priorities": [1],)")});
    rig.raise(); // priority 3
    QTRY_VERIFY(test::contains(rig.bench.stored(), "ALARM hi"));
    QCOMPARE(rig.waiting(), std::size_t(0)); // of the same transaction
    QVERIFY(server.requests().empty());
}

/// Somebody edits a channel that runs a program: nothing waits less for that, and what comes before
/// he agrees anew waits, too.
void TestNotifier::heldChannelKeepsThemUntilItIsAllowed()
{
    std::atomic<int> status = 500;
    HttpReceiver server([&status](const auto &) { return HttpReceiver::status(status); });
    QTemporaryDir folder;
    QVERIFY(leaveUndelivered(folder.path(), server, 1));
    status = 200;
    const std::size_t before = server.requests().size();
    ChannelConfig held = webhook("test", server.port());
    held.isHeld = true;
    for (int life = 1; life <= 2; ++life) {
        Rig rig(folder.path(), std::chrono::minutes(10) * life);
        rig.start({held});
        rig.raise();
        QTRY_COMPARE(rig.status().waiting, std::uint64_t(1 + life));
        QCOMPARE(rig.waiting(), std::size_t(1 + life));
        QVERIFY(rig.status().isHeld);
        QVERIFY(rig.problems.all().empty());
    }
    QCOMPARE(server.requests().size(), before);
    Rig rig(folder.path(), 30min);
    rig.start({webhook("test", server.port())});
    QTRY_COMPARE(rig.waiting(), std::size_t(0));
    QCOMPARE(server.requests().size(), before + 3);
    QCOMPARE(rig.status().sent, std::uint64_t(3));
    QVERIFY(!rig.status().isHeld);
}

void TestNotifier::discardedAreCountedAndSaid_data()
{
    QTest::addColumn<QByteArray>("name"); ///< of the channel afterwards; empty: there is none
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("as it was") << QByteArray("test") << QByteArray() << false;
    QTest::newRow("renamed") << QByteArray("other") << QByteArray()
                             << false; // a new one wants them
    QTest::newRow("off") << QByteArray("test") << QByteArray("\"enabled\": false,") << true;
    QTest::newRow("wants less") << QByteArray("test") << QByteArray("\"priorities\": [1],") << true;
    QTest::newRow("taken out") << QByteArray() << QByteArray() << true;
}

void TestNotifier::discardedAreCountedAndSaid()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, more);
    QFETCH(bool, isSaid);
    HttpReceiver server([](const auto &) { return HttpReceiver::status(500); });
    QTemporaryDir folder;
    QVERIFY(leaveUndelivered(folder.path(), server, 2));
    std::vector<ChannelConfig> channels;
    if (!name.isEmpty())
        channels = {webhook(name.constData(), server.port(), more.constData())};
    Rig rig(folder.path(), 10min);
    rig.start(channels);
    QTRY_COMPARE(rig.waiting(), std::size_t(isSaid ? 0 : 2));
    const std::vector<Problem> problems = rig.problems.all();
    const auto said = std::count_if(problems.begin(), problems.end(), [](const Problem &problem) {
        return problem.cause.starts_with("2 notifications of an earlier run were discarded");
    });
    QCOMPARE(said, isSaid ? 1 : 0);
}

void TestNotifier::failingChannelKeepsItAndIsAProblem()
{
    std::atomic<int> status = 503;
    HttpReceiver server([&status](const auto &) { return HttpReceiver::status(status); });
    QTemporaryDir folder;
    Rig rig(folder.path());
    rig.start({webhook("test", server.port())});
    rig.raise();
    QVERIFY(passUntil(rig, [&] { return server.requests().size() >= 3; }));
    QCOMPARE(rig.waiting(), std::size_t(1));
    const ChannelStatus failing = rig.status();
    QVERIFY(failing.failingSince != Timestamp {});
    QVERIFY(failing.cause.find("503") != std::string::npos);
    QVERIFY(!failing.remedy.empty());
    QCOMPARE(rig.problems.all().size(), std::size_t(1));
    QCOMPARE(rig.problems.all().at(0).subject, std::string("test"));
    QCOMPARE(rig.bench.shown("$channel/test"), std::string("NORM")); // not for an hour yet
    status = 200;
    QVERIFY(passUntil(rig, [&] { return rig.waiting() == 0; }));
    QVERIFY(rig.problems.all().empty());
    QVERIFY(rig.status().failingSince == Timestamp {});
    std::set<QByteArray> keys;
    for (const auto &request : server.requests())
        keys.insert(keyOf(request));
    QCOMPARE(keys.size(), std::size_t(1)); // the same to the receiver, however often
}

void TestNotifier::oneFailingChannelHoldsUpNoOther()
{
    HttpReceiver silent([](const auto &) { return QByteArray(); });
    HttpReceiver server([](const auto &) { return HttpReceiver::status(200); });
    QTemporaryDir folder;
    Rig rig(folder.path());
    rig.start({webhook("silent", silent.port()), webhook("test", server.port())});
    rig.raise();
    rig.raise();
    QTRY_COMPARE(server.requests().size(), std::size_t(2));
    QTRY_COMPARE(rig.status(1).sent, std::uint64_t(2));
    QCOMPARE(rig.waiting(), std::size_t(2)); // for the other one
    QCOMPARE(rig.status(0).waiting, std::uint64_t(2));
}

void TestNotifier::undeliveredBecomesDigestAndAlarm()
{
    std::atomic<int> status = 500;
    HttpReceiver server([&status](const auto &) { return HttpReceiver::status(status); });
    QTemporaryDir folder;
    Rig rig(folder.path());
    rig.start({webhook("test", server.port())});
    rig.raise();
    rig.raise();
    QTRY_VERIFY(!server.requests().empty());
    QTRY_VERIFY(!rig.status().cause.empty());
    QTRY_COMPARE(rig.status().waiting, std::uint64_t(2));
    rig.bench.pass(1h);
    QVERIFY(passUntil(rig, [&] { return rig.bench.shown("$channel/test") == "UNACK"; }));
    QVERIFY(passUntil(rig, [&] { return rig.status().givenUp == 2; }));
    status = 200;
    QVERIFY(passUntil(rig, [&] { return rig.waiting() == 0; }));
    QTRY_COMPARE(rig.bench.shown("$channel/test"), std::string("RTNUN"));
    QTRY_COMPARE(lastDigest(server).value(QStringLiteral("count")).toInt(), 2);
    QVERIFY(lastDigest(server).value(QStringLiteral("undelivered")).toBool());
}

void TestNotifier::stoppedOneGoesOnAfterTheStart()
{
    std::atomic<int> status = 500;
    HttpReceiver server([&status](const auto &) { return HttpReceiver::status(status); });
    QTemporaryDir folder;
    QVERIFY(leaveUndelivered(folder.path(), server, 1));
    status = 200;
    const std::size_t before = server.requests().size();
    Rig rig(folder.path(), std::chrono::minutes(10));
    rig.start({webhook("test", server.port())});
    QTRY_COMPARE(rig.waiting(), std::size_t(0));
    QCOMPARE(server.requests().size(), before + 1);
}

/// As one that waits for a keychain.
class DeafChannel final : public Channel
{
public:
    DeafChannel(std::shared_future<void> end, std::atomic<int> &sends)
        : m_end(std::move(end))
        , m_sends(sends)
    { }
    Outcome send(const OutgoingNotification &, const std::stop_token &) override
    {
        ++m_sends;
        m_end.wait();
        return {};
    }

private:
    const std::shared_future<void> m_end;
    std::atomic<int> &m_sends;
};

/// One notification is under way to a deaf channel, until `end`.
struct DeafRig
{
    DeafRig()
    {
        ChannelConfig config;
        config.name = "deaf";
        config.make = [this, ended = std::shared_future(end.get_future())](const ChannelDoors &) {
            return std::make_unique<DeafChannel>(ended, sends);
        };
        rig.start({config});
        rig.raise();
    }
    std::promise<void> end;
    std::atomic<int> sends = 0;
    QTemporaryDir folder;
    Rig rig {folder.path()};
};

/// The one that is being sent is confirmed; the next one is not begun.
void TestNotifier::whatIsUnderWayMayArriveWhileTheRestStops()
{
    DeafRig deaf;
    Rig &rig = deaf.rig;
    QTRY_COMPARE(deaf.sends.load(), 1);
    rig.notifier->beginStop();
    rig.raise(); // is stored all the same
    QTRY_COMPARE(rig.waiting(), std::size_t(2));
    deaf.end.set_value();
    rig.notifier->stop(1h); // as soon as it arrived
    QCOMPARE(rig.status().sent, std::uint64_t(1));
    QCOMPARE(deaf.sends.load(), 1);
    QTRY_COMPARE(rig.waiting(), std::size_t(1));
}

void TestNotifier::channelThatCannotBeStoppedIsLeftBehind()
{
    DeafRig deaf;
    Rig &rig = deaf.rig;
    QTRY_COMPARE(deaf.sends.load(), 1);
    auto stopped = std::async(std::launch::async, [&rig] { rig.notifier->stop(100ms); });
    const bool isInTime = stopped.wait_for(10s) == std::future_status::ready;
    rig.bench.service->stop(); // while it waits, and confirms afterwards
    deaf.end.set_value();
    QVERIFY(isInTime);
}

QTEST_GUILESS_MAIN(TestNotifier)
#include "tst_notifier.moc"
