#include "data/sources/broker_url.h"
#include "data/sources/connection_progress.h"
#include "data/sources/credential_store.h"
#include "data/sources/source_kinds.h"
#include "data/sources/take_over_watch.h"
#include "data/sources/topic_filter.h"
#include "data/telemetry/clock.h"

#include <QScopeGuard>
#include <QTest>

#include <algorithm>

using namespace telltale;
using namespace std::chrono_literals;
using Code = Error::Code;
using State = ConnectionStatus::State;
using Verdict = TakeOverWatch::Verdict;

/// What is decided about a connection without a broker.
class TestConnectionRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filterIsChecked_data();
    void filterIsChecked();
    void everythingIsAskedFor_data();
    void everythingIsAskedFor();
    void onlyThisComputerIsLoopback_data();
    void onlyThisComputerIsLoopback();
    void unknownSchemeIsSaid();
    void environmentBelongsToOne_data();
    void environmentBelongsToOne();
    void brokerThatSaysSoIsBelieved();
    void silentLossesCountOnlyWhileTheBrokerListens();
    void outageBeginsOnce();
};

void TestConnectionRules::filterIsChecked_data()
{
    QTest::addColumn<std::string>("filter");
    QTest::addColumn<QString>("wrong"); // a part of the words; empty: it is fine
    const auto row = [](const char *filter, const char *wrong = "") {
        QTest::newRow(filter) << std::string(filter) << QString::fromLatin1(wrong);
    };
    row("#");
    row("+");
    row("plant/#");
    row("/plant//+/#");
    row("$SYS/#");
    row("$share/group/plant/+");
    row("h\u00f6he/\u9ad8/+");
    row("", "it is empty");
    row("a/#/b", "only at the end");
    row("a#", "only at the end");
    row("#/a", "only at the end");
    row("a+/b", "one whole level");
    row("++", "one whole level");
    row("$share/group", "$share/GROUP/FILTER");
    row("$share//a", "$share/GROUP/FILTER");
    row("$share/gr+up/a", "no wildcards");
    row("a\x80", "UTF-8");
    QTest::newRow("NUL") << std::string("a\0b", 3) << "UTF-8";
    QTest::newRow("too long") << std::string(65'536, 'a') << "65535";
}

void TestConnectionRules::filterIsChecked()
{
    QFETCH(std::string, filter);
    QFETCH(QString, wrong);
    const Outcome right = checkFilter(filter);
    QCOMPARE(right.ok(), wrong.isEmpty());
    if (!right.ok())
        QVERIFY2(QString::fromStdString(right.error().detail).contains(wrong),
                 right.error().detail.c_str());
}

void TestConnectionRules::everythingIsAskedFor_data()
{
    QTest::addColumn<std::vector<std::string>>("filters");
    QTest::addColumn<bool>("isEverything");
    using Filters = std::vector<std::string>;
    QTest::newRow("#") << Filters {"#"} << true;
    QTest::newRow("one among others") << Filters {"plant/#", "#"} << true;
    QTest::newRow("+/#") << Filters {"+/#"} << true;
    QTest::newRow("shared") << Filters {"$share/g/#"} << true;
    QTest::newRow("shared +/#") << Filters {"$share/g/+/#"} << true;
    QTest::newRow("a set that comes to the same") << Filters {"+", "+/+/#"} << true;
    QTest::newRow("one area") << Filters {"plant/#"} << false;
    QTest::newRow("all areas, one level") << Filters {"+/state", "+/+/state/#"} << false;
    QTest::newRow("three levels and no more") << Filters {"+", "+/+", "+/+/+"} << false;
    QTest::newRow("shared area") << Filters {"$share/g/plant/#"} << false;
    QTest::newRow("the broker about itself") << Filters {"$SYS/#"} << false;
}

void TestConnectionRules::everythingIsAskedFor()
{
    QFETCH(std::vector<std::string>, filters);
    QFETCH(bool, isEverything);
    ConnectionConfig connection;
    connection.filters = filters;
    QCOMPARE(connection.needsConfirmation(), isEverything);
    connection.allTopicsConfirmed = true;
    QVERIFY(!connection.needsConfirmation());
}

void TestConnectionRules::onlyThisComputerIsLoopback_data()
{
    QTest::addColumn<std::string>("address");
    QTest::addColumn<bool>("isLoopback");
    const auto row = [](const char *address, bool isLoopback) {
        QTest::newRow(address) << std::string(address) << isLoopback;
    };
    row("localhost", true);
    row("127.0.0.1:1883", true);
    row("mqtt://127.8.9.10", true);
    row("mqtt://[::1]:1883", true);
    row("127.evil.example", false);
    row("127.0.0.1.evil.example", false);
    row("localhost.evil.example", false);
    row("mqtt://[::127.0.0.1]", false);
    row("mqtt://[2001:db8::1]", false);
    row("10.0.0.1", false);
    row("0.0.0.0", false);
}

void TestConnectionRules::onlyThisComputerIsLoopback()
{
    QFETCH(std::string, address);
    QFETCH(bool, isLoopback);
    const Result<BrokerUrl> url = parseBrokerUrl(address);
    QVERIFY(url.ok());
    QCOMPARE(url->isLoopback(), isLoopback);
}

void TestConnectionRules::unknownSchemeIsSaid()
{
    ConnectionConfig connection;
    connection.url = "kafka://host";
    const Outcome right = checkConnection(connection);
    QVERIFY(!right.ok());
    QCOMPARE(right.error().code, Code::Unsupported);
    QVERIFY2(right.error().detail.find("mqtt://, mqtts://") != std::string::npos,
             right.error().detail.c_str());
    for (const char *address : {"mqtt://host", "mqtts://host:8883", "host", "host:1883"}) {
        connection.url = address;
        QVERIFY2(checkConnection(connection).ok(), address);
    }
    connection.filters = {"plant/#", "a/#/b"};
    QVERIFY(!checkConnection(connection).ok());
}

void TestConnectionRules::environmentBelongsToOne_data()
{
    QTest::addColumn<QString>("connections"); // of the workspace w, with a user u, with that of the
                                              // environment s, demo d, quick q
    QTest::addColumn<int>("owner");
    QTest::newRow("quick beside others") << "wdq" << 2;
    QTest::newRow("only one of the workspace") << "dw" << 1;
    QTest::newRow("only one, with a user of its own") << "u" << -1;
    QTest::newRow("only one, with the same user") << "ds" << 1;
    QTest::newRow("two, one with the same user") << "sw" << -1;
    QTest::newRow("two of the workspace") << "ww" << -1;
    QTest::newRow("two, one with a user") << "uw" << -1;
    QTest::newRow("the demo alone") << "d" << -1;
    QTest::newRow("none") << "" << -1;
}

void TestConnectionRules::environmentBelongsToOne()
{
    QFETCH(QString, connections);
    QFETCH(int, owner);
    std::vector<ConnectionConfig> all;
    for (const QChar kind : connections) {
        ConnectionConfig &one = all.emplace_back();
        one.isDemo = kind == QLatin1Char('d');
        one.isQuick = kind == QLatin1Char('q');
        one.user = kind == QLatin1Char('u') ? "anna" : kind == QLatin1Char('s') ? "ben" : "";
        one.takesEnvironmentCredentials = true; // of an earlier choice
    }
    qputenv("TELLTALE_MQTT_USER", "ben");
    const auto unset = qScopeGuard([] { qunsetenv("TELLTALE_MQTT_USER"); });
    giveEnvironmentCredentials(all);
    const bool isForSomebody = std::any_of(all.begin(), all.end(),
                                           [](const ConnectionConfig &one) { return !one.isDemo; });
    const Outcome used = checkEnvironmentCredentials(all);
    QCOMPARE(used.ok(), owner >= 0 || !isForSomebody);
    QVERIFY(used.ok() || used.error().detail.find("anna") == std::string::npos);
    qunsetenv("TELLTALE_MQTT_USER");
    QVERIFY(checkEnvironmentCredentials(all).ok());
    for (std::size_t i = 0; i < all.size(); ++i)
        QCOMPARE(all[i].takesEnvironmentCredentials, static_cast<int>(i) == owner);
}

void TestConnectionRules::brokerThatSaysSoIsBelieved()
{
    const MqttOptions options;
    TakeOverWatch watch(options);
    const auto notAsked = []() -> bool { qFatal("the port is of no interest"); };
    const ConnectionEnd taken {{Code::SessionTakenOver, "taken"}, true, 20s}; // each after a while
    QCOMPARE(watch.judge(taken, notAsked), Verdict::No);
    QCOMPARE(watch.judge(taken, notAsked), Verdict::No);
    QCOMPARE(watch.judge(taken, notAsked), Verdict::Certain);
    QCOMPARE(watch.judge(taken, notAsked), Verdict::No);
    const ConnectionEnd longAfter {{Code::SessionTakenOver, "taken"}, true, 11min};
    QCOMPARE(watch.judge(taken, notAsked), Verdict::No);
    QCOMPARE(watch.judge(longAfter, notAsked), Verdict::No); // counts anew
    const ConnectionEnd shutDown {{Code::ConnectionLost, "shut down"}, true, 1s};
    QCOMPARE(watch.judge(shutDown, notAsked), Verdict::No);
}

void TestConnectionRules::silentLossesCountOnlyWhileTheBrokerListens()
{
    const MqttOptions options;
    TakeOverWatch watch(options);
    const auto listens = [] { return true; };
    const auto restarts = [] { return false; };
    const ConnectionEnd lost {{Code::ConnectionLost, "closed"}, false, 1s};
    QCOMPARE(watch.judge(lost, listens), Verdict::No);
    QCOMPARE(watch.judge(lost, listens), Verdict::No);
    QCOMPARE(watch.judge(lost, restarts), Verdict::No);
    QCOMPARE(watch.judge(lost, listens), Verdict::No);
    const ConnectionEnd refused {{Code::ConnectionRefused, "refused"}, false, {}};
    QCOMPARE(watch.judge(refused, listens), Verdict::No);
    QCOMPARE(watch.judge(lost, listens), Verdict::No);
    QCOMPARE(watch.judge(lost, listens), Verdict::No);
    QCOMPARE(watch.judge(lost, listens), Verdict::Guessed);
    QCOMPARE(watch.judge(lost, listens), Verdict::Guessed); // and each one after it
    const ConnectionEnd later {{Code::ConnectionLost, "closed"}, false, 1h};
    QCOMPARE(watch.judge(later, listens), Verdict::No);
    QCOMPARE(watch.judge(lost, listens), Verdict::No);
}

void TestConnectionRules::outageBeginsOnce()
{
    ManualClock clock(Timestamp {100s});
    ConnectionProgress progress({}, false, clock);
    const Error away {Code::ConnectionRefused, "away"};
    progress.begin();
    QCOMPARE(progress.snapshot().outSince, Timestamp {}); // it may yet come
    for (int attempt = 0; attempt < 3; ++attempt) {
        clock.advance(10s);
        progress.down(State::Waiting, away, clock.now());
        QVERIFY(progress.snapshot().outSince == Timestamp {100s}); // first tried then
        clock.advance(10s);
        progress.begin();
        QVERIFY(progress.snapshot().outSince == Timestamp {100s});
    }
    progress.up();
    QCOMPARE(progress.snapshot().outSince, Timestamp {});
    clock.advance(1h);
    const Timestamp lost = clock.now();
    progress.down(State::Waiting, away, lost);
    clock.advance(10s);
    progress.begin();
    progress.down(State::Waiting, away, clock.now());
    QVERIFY(progress.snapshot().outSince == lost);
    progress.off();
    QCOMPARE(progress.snapshot().outSince, Timestamp {});
}

QTEST_GUILESS_MAIN(TestConnectionRules)
#include "tst_connection_rules.moc"
