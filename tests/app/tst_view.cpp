#include "data/pipeline/view_feed.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/telltale_process.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace telltale;
using namespace telltale::test;

/// A second start on data that another process owns: it follows and changes nothing.
class TestView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesFollowTheOwner();
    void valuesAheadOfTheClockFollowTheOwner();
    void alarmsFollowTheOwner();
    void actionsAreRefusedNamingTheOwner();
    void pictureIsTakenWhileSomebodyElseRecords();
    void rhythmOfTagsIsKnownAtOnce();
    void momentShowsWhatWasThen();
    void secondWindowLogsIntoAFileOfItsOwn();
    void endOfTheOwnerIsSeen();
    void whatCannotBeReadIsAProblem();
    void valuesOfALostBrokerAreHeld();
};

namespace {

constexpr int kPatience = 60'000; ///< milliseconds, of a slow machine

/// What a window has, fed as a view of `telltale`'s data.
struct Window
{
    explicit Window(const TelltaleProcess &telltale, const Clock &clock = Clock::system(),
                    std::optional<ViewFeed::Past> past = std::nullopt)
        : feed(telltale.data().toStdString(), "root@vm, process 4711",
               {tags, live, alarms, status, clock}, std::move(past))
    { }
    double value(const char *path) const
    {
        const TagId tag = tags.find(path);
        return tag.isValid() ? live.value(tag).sample.value : -1.0;
    }

    TagRegistry tags;
    LiveValues live;
    AlarmBoard alarms;
    StatusBoard status;
    ViewFeed feed;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestView::whatCannotBeReadIsAProblem()
{
    const TelltaleProcess telltale;
    telltale.run({QStringLiteral("collect"), QStringLiteral("--broker"),
                  QStringLiteral("mqtt://127.0.0.1:1"), QStringLiteral("--for"),
                  QStringLiteral("0")});
    for (const char *name : {"alarms.db-wal", "alarms.db-shm"})
        QFile::remove(telltale.data() + QLatin1Char('/') + QLatin1String(name));
    QFile alarms(telltale.data() + QStringLiteral("/alarms.db"));
    QVERIFY(alarms.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QVERIFY(alarms.write(QByteArray(8192, 'x')) > 0);
    alarms.close();
    Window window(telltale);
    QVERIFY(window.feed.readOnce().ok());
    const std::vector<Problem> problems = window.status.status().problems;
    QVERIFY(std::any_of(problems.begin(), problems.end(), [](const Problem &problem) {
        return problem.area == "alarms" && !problem.remedy.empty()
            && problem.cause.find("cannot read") != std::string::npos;
    }));
}

void TestView::valuesFollowTheOwner()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"1"}));
    QTRY_COMPARE_WITH_TIMEOUT(telltale.status().value(QStringLiteral("stored")).toInteger(), 1,
                              kPatience);
    Window window(telltale);
    const Outcome read = window.feed.readOnce();
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    QCOMPARE(window.value("plant/a"), 1.0);
    window.feed.start();
    for (int n = 2; n < 5; ++n) {
        const std::string path = "plant/new" + std::to_string(n); // tags that come later, too
        QVERIFY(broker.publish(QStringLiteral("plant/a"), {QByteArray::number(n)}));
        QVERIFY(broker.publish(QString::fromStdString(path), {QByteArray::number(n)}));
        QTRY_COMPARE_WITH_TIMEOUT(window.value("plant/a"), double(n), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(window.value(path.c_str()), double(n), kPatience);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!window.status.status().isOwner, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(window.status.status().connections.size(), std::size_t(1), kPatience);
    window.feed.stop();
    QCOMPARE(telltale.terminate(), 0);
}

/// Each that comes is live once: what is stored stays the newest for long.
void TestView::valuesAheadOfTheClockFollowTheOwner()
{
    const auto ahead = [](int n) {
        const qint64 time = toMicroseconds(Clock::system().now()) / 1'000'000 + 3600 + n;
        return "{\"ts\":" + QByteArray::number(time) + ",\"value\":" + QByteArray::number(n) + "}";
    };
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {ahead(1)}));
    QTRY_COMPARE_WITH_TIMEOUT(telltale.status().value(QStringLiteral("stored")).toInteger(), 1,
                              kPatience);
    Window window(telltale);
    QVERIFY(window.feed.readOnce().ok());
    const TagId tag = window.tags.find("plant/a");
    QVERIFY(window.live.value(tag).fromHistory); // nobody knows when it came
    window.feed.start();
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {ahead(2)}));
    QTRY_COMPARE_WITH_TIMEOUT(window.value("plant/a"), 2.0, kPatience);
    const LiveValues::Value second = window.live.value(tag);
    QVERIFY(!isStale(second, second.arrival));
    QVERIFY(broker.publish(QStringLiteral("plant/b"), {"1"}));
    QTRY_COMPARE_WITH_TIMEOUT(window.value("plant/b"), 1.0, kPatience);
    QVERIFY(window.live.value(tag).arrival == second.arrival);
    window.feed.stop();
    QCOMPARE(telltale.terminate(), 0);
}

void TestView::alarmsFollowTheOwner()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY(QDir().mkpath(telltale.workspace()));
    QFile rules(telltale.workspace() + QStringLiteral("/rules.json"));
    QVERIFY(rules.open(QIODevice::WriteOnly));
    rules.write(R"({"version": 1, "rules": [{"id": "high", "title": "Too high", "tag": "plant/a",
        "kind": "limit", "side": "high", "limit": 15, "priority": 2, "cause": "c",
        "consequence": "c", "action": "a", "respond_within_s": 300, "class": "process",
        "rationalised_by": "ann", "rationalised_at": "2026-11-25T08:00:00Z"}]})");
    rules.close();
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"1"}));
    QTRY_COMPARE_WITH_TIMEOUT(telltale.status().value(QStringLiteral("stored")).toInteger(), 1,
                              kPatience);
    Window window(telltale);
    QVERIFY(window.feed.readOnce().ok());
    window.feed.start();
    const auto isActive = [&] {
        const auto snapshot = window.alarms.snapshot();
        return std::any_of(snapshot->rows.begin(), snapshot->rows.end(), [](const AlarmRow &row) {
            return row.title == "Too high" && row.state == AlarmState::Unacked;
        });
    };
    QVERIFY(!isActive());
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"20"}));
    QTRY_VERIFY_WITH_TIMEOUT(isActive(), kPatience);
    window.feed.stop();
    QCOMPARE(telltale.terminate(), 0);
}

void TestView::actionsAreRefusedNamingTheOwner()
{
    TelltaleProcess telltale;
    QCOMPARE(telltale.run({QStringLiteral("status")}).code, 0); // makes the folder
    Window window(telltale);
    QVERIFY(window.feed.readOnce().ok());
    Outcome answer;
    window.alarms.act({}, [&](const Outcome &done) { answer = done; });
    QVERIFY(!answer.ok());
    QVERIFY(answer.error().code == Error::Code::NotPermitted);
    QVERIFY2(answer.error().detail.find("process 4711") != std::string::npos,
             answer.error().detail.c_str());
}

void TestView::pictureIsTakenWhileSomebodyElseRecords()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    QVERIFY(broker.publish(QStringLiteral("plant/pump/flow"), {"1", "2", "3"}));
    QTRY_COMPARE_WITH_TIMEOUT(telltale.status().value(QStringLiteral("stored")).toInteger(), 3,
                              kPatience);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("shot.png"));
    for (const char *page : {"overview", "asset:plant/pump", "alarms", "connections", "status"}) {
        const auto shot
            = telltale.run({QStringLiteral("shot"), QLatin1String(page), QStringLiteral("-o"), file,
                            QStringLiteral("--size"), QStringLiteral("1280x720")});
        QVERIFY2(shot.code == 0, shot.err.constData());
        QCOMPARE(QImage(file).size(), QSize(1280, 720));
    }
    QVERIFY(telltale.isRunning());
    QCOMPARE(telltale.terminate(), 0);
}

void TestView::valuesOfALostBrokerAreHeld()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"1"}));
    QTRY_COMPARE_WITH_TIMEOUT(telltale.status().value(QStringLiteral("stored")).toInteger(), 1,
                              kPatience);
    Window window(telltale);
    QVERIFY(window.feed.readOnce().ok());
    window.feed.start();
    const auto isHeld = [&] { return window.live.value(window.tags.find("plant/a")).sourceDown; };
    QVERIFY(!isHeld());
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"2"}));
    broker.kill(); // what was sent last is stored after the loss
    QTRY_VERIFY_WITH_TIMEOUT(isHeld(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(window.value("plant/a"), 2.0, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(isHeld(), kPatience);
    QVERIFY(broker.start());
    // Kept by the broker, because the owner may come back later than the message.
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"3"}, 1, {QStringLiteral("-r")}));
    QTRY_VERIFY_WITH_TIMEOUT(window.value("plant/a") == 3.0 && !isHeld(), kPatience);
    window.feed.stop();
    QCOMPARE(telltale.terminate(), 0);
}

void TestView::secondWindowLogsIntoAFileOfItsOwn()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    const QString logs = telltale.data() + QStringLiteral("/logs/");
    QProcess window;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("qt.*.debug=true"));
    window.setProcessEnvironment(environment);
    window.start(binFolder() + QStringLiteral("/telltale"),
                 {QStringLiteral("--workspace"), telltale.workspace(), QStringLiteral("--data"),
                  telltale.data(), QStringLiteral("--broker"),
                  QString::fromStdString(broker.url())});
    const auto own = [&] { return contentOf(logs + QStringLiteral("telltale-2.log")); };
    QTRY_VERIFY_WITH_TIMEOUT(own().contains("a view of the data"), kPatience);
    window.terminate();
    QVERIFY(window.waitForFinished(20'000));
    const QByteArray owners = contentOf(logs + QStringLiteral("telltale.log"));
    QVERIFY2(owners.count("telltale.session") == 1, owners.constData());
    QVERIFY2(owners.contains("owner of the data"), owners.constData());
    QVERIFY(telltale.isRunning());
    QCOMPARE(telltale.terminate(), 0);
}

void TestView::endOfTheOwnerIsSeen()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"1"}));
    QTRY_COMPARE_WITH_TIMEOUT(telltale.status().value(QStringLiteral("stored")).toInteger(), 1,
                              kPatience);
    Window window(telltale);
    QVERIFY(window.feed.readOnce().ok());
    QVERIFY(!window.status.status().owner.empty());
    window.feed.start();
    telltale.killNine();
    QTRY_VERIFY_WITH_TIMEOUT(window.status.status().owner.empty(), kPatience);
    QVERIFY(window.status.status().connections.empty()); // nobody is connected any more
    QCOMPARE(window.status.status().counters.decoded, std::uint64_t(1));
    window.feed.stop();
}

void TestView::rhythmOfTagsIsKnownAtOnce()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    const qint64 now = toMicroseconds(Clock::system().now()) / 1'000'000;
    QList<QByteArray> payloads;
    for (const qint64 ago : {6, 4, 2})
        payloads << "{\"ts\":" + QByteArray::number(now - ago) + ",\"value\":1}";
    QVERIFY(broker.publish(QStringLiteral("plant/a"), payloads));
    QTRY_COMPARE_WITH_TIMEOUT(telltale.status().value(QStringLiteral("stored")).toInteger(), 3,
                              kPatience);
    Window window(telltale);
    QVERIFY(window.feed.readOnce().ok());
    const TagId tag = window.tags.find("plant/a");
    QVERIFY(tag.isValid());
    QCOMPARE(window.live.value(tag).cadence, 2'000'000);
    QCOMPARE(telltale.terminate(), 0);
}

void TestView::momentShowsWhatWasThen()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    const Timestamp begin = timestampFromMicroseconds(1'700'000'000'000'000);
    QList<QByteArray> payloads;
    for (int minute = 0; minute < 10; ++minute)
        payloads << "{\"ts\":" + QByteArray::number(1'700'000'000 + minute * 60)
                + ",\"value\":" + QByteArray::number(minute) + "}";
    QVERIFY(broker.publish(QStringLiteral("plant/a"), payloads));
    QTRY_COMPARE_WITH_TIMEOUT(telltale.status().value(QStringLiteral("stored")).toInteger(), 10,
                              kPatience);
    for (const auto &[at, value, isOld] : {std::tuple {std::chrono::seconds(299), 4.0, false},
                                           {std::chrono::seconds(300), 5.0, false},
                                           {std::chrono::seconds(9 * 60 + 3600), 9.0, true},
                                           {std::chrono::seconds(-1), -1.0, true}}) {
        const ManualClock then(begin + at);
        Window window(telltale, then, ViewFeed::Past {then.now(), {}});
        QVERIFY(window.feed.readOnce().ok());
        const LiveValues::Value shown = window.live.value(window.tags.find("plant/a"));
        QCOMPARE(shown.sample.tag.isValid() ? shown.sample.value : -1.0, value);
        QCOMPARE(isStale(shown, then.now()), isOld);
        QVERIFY(shown.arrival == shown.sample.time); // it is not on its way
    }
    QCOMPARE(telltale.terminate(), 0);
}

QTEST_GUILESS_MAIN(TestView)
#include "tst_view.moc"
