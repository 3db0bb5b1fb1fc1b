#include "data/pipeline/connection_log.h"

#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

class TestConnectionLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outageIsAProblemAsLongAsItLasts();
    void removedConnectionIsNone();
    void otherProblemsOfTheNameStay();
};

namespace {

const Timestamp kNow = timestampFromMicroseconds(1'795'575'000'000'000);

ConnectionStatus connection(ConnectionStatus::State state, const std::string &cause = {})
{
    ConnectionStatus status;
    status.name = "plant";
    status.url = "mqtt://127.0.0.1:1883";
    status.state = state;
    status.cause = cause;
    status.causeCode = Error::Code::ConnectionRefused;
    if (state == ConnectionStatus::State::Connected)
        status.granted = {"# qos 1"};
    return status;
}

} // namespace

void TestConnectionLog::outageIsAProblemAsLongAsItLasts()
{
    ProblemList problems;
    ConnectionLog log(problems);
    log.look({connection(ConnectionStatus::State::Waiting, "port refused")}, kNow);
    log.look({connection(ConnectionStatus::State::Connecting, "port refused")}, kNow + 1s);
    log.look({connection(ConnectionStatus::State::Waiting, "port refused")}, kNow + 2s);
    QCOMPARE(problems.all().size(), std::size_t(1));
    const Problem told = problems.all().front();
    QCOMPARE(told.subject, std::string("plant at mqtt://127.0.0.1:1883"));
    QCOMPARE(told.cause, std::string("port refused"));
    QCOMPARE(told.count, 1U); // one outage, however many attempts
    QVERIFY(!told.remedy.empty());
    log.look({connection(ConnectionStatus::State::Waiting, "unknown host")}, kNow + 3s);
    QCOMPARE(problems.all().size(), std::size_t(1));
    QCOMPARE(problems.all().front().cause, std::string("unknown host"));
    log.look({connection(ConnectionStatus::State::Connected)}, kNow + 4s);
    QVERIFY(problems.all().empty());
    log.look({connection(ConnectionStatus::State::Waiting, "port refused")}, kNow + 5s);
    ConnectionStatus signedIn = connection(ConnectionStatus::State::Connected);
    signedIn.granted.clear();
    signedIn.layers
        = {{ConnectionLayer::Name::Topics, ConnectionLayer::State::NotUsed, "nothing yet", {}}};
    log.look({signedIn}, kNow + 6s);
    QVERIFY(problems.all().empty());
}

void TestConnectionLog::removedConnectionIsNone()
{
    ProblemList problems;
    ConnectionLog log(problems);
    log.look({connection(ConnectionStatus::State::Refused, "wrong password")}, kNow);
    QCOMPARE(problems.all().size(), std::size_t(1));
    log.look({}, kNow + 1s);
    QVERIFY(problems.all().empty());
}

/// What its settings or its keychain have done wrong does not end with an outage.
void TestConnectionLog::otherProblemsOfTheNameStay()
{
    ProblemList problems;
    ConnectionLog log(problems);
    log.look({connection(ConnectionStatus::State::Waiting, "port refused")}, kNow);
    problems.report({Problem::Severity::Warning, Error::Code::Malformed, "connection", "plant",
                     "no such scheme", "Correct the connection and try again."},
                    kNow);
    log.look({}, kNow + 1s);
    QCOMPARE(problems.all().size(), std::size_t(1));
    problems.resolve("connection", "plant");
    QVERIFY(problems.all().empty());
    log.look({connection(ConnectionStatus::State::Waiting, "port refused")}, kNow + 2s);
    problems.resolve("connection", "plant"); // a change of other settings was made
    QCOMPARE(problems.all().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestConnectionLog)
#include "tst_connection_log.moc"
