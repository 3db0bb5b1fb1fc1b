#include "data/sources/credential_store.h"
#include "data/sources/inbound_store.h"
#include "data/sources/message_intake.h"
#include "data/sources/mqtt_reason.h"
#include "data/sources/reconnect_policy.h"
#include "data/sources/session_store.h"
#include "data/telemetry/topic_name.h"
#include "tests/support/recording_journal.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;
using Kind = JournalRecord::Kind;

namespace {

bool writeFile(const QString &path, const QByteArray &content, mode_t mode)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
        && ::chmod(QFile::encodeName(path).constData(), mode) == 0;
}

std::string levels(int count)
{
    std::string topic = "a";
    for (int level = 1; level < count; ++level)
        topic += "/a";
    return topic;
}

} // namespace

class TestConnectionParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void topicIsChecked_data();
    void topicIsChecked();
    void delaysDoubleWithFullJitter();
    void sessionIsMadeOnce();
    void damagedSessionIsSetAside();
    void halfDeliveredMessagesOutliveTheProcess();
    void environmentGivesCredentials();
    void credentialFileIsRead();
    void credentialFileOfOthersIsRefused();
    void brokenCredentialFileIsRefused();
    void heldMessagesKeepTheirOrder();
    void heldMessagesAreLimitedAndCounted();
    void messageLargerThanASegmentHasACauseOfItsOwn();
    void whatWasTakenIsReadFromAnyJournal();
    void reasonsAreWords();
};

void TestConnectionParts::init()
{
    for (const char *name :
         {"TELLTALE_MQTT_USER", "TELLTALE_MQTT_PASSWORD", "TELLTALE_CREDENTIALS"})
        qunsetenv(name);
}

void TestConnectionParts::topicIsChecked_data()
{
    QTest::addColumn<std::string>("topic");
    QTest::addColumn<bool>("isUsable");
    QTest::newRow("wildcard in a long one") << std::string(1100, '#') << false;
    QTest::newRow("plain") << std::string("plant/pump/flow") << true;
    QTest::newRow("empty levels") << std::string("//a/") << true;
    QTest::newRow("umlaut, kanji, emoji")
        << std::string("h\u00f6he/\u9ad8\u3055/\U0001F600") << true;
    QTest::newRow("empty") << std::string() << false;
    QTest::newRow("plus") << std::string("plant/+/a") << false;
    QTest::newRow("hash") << std::string("plant/#") << false;
    QTest::newRow("NUL") << std::string("a\0b", 3) << false;
    QTest::newRow("lone continuation byte") << std::string("a\x80") << false;
    QTest::newRow("overlong slash") << std::string("a\xC0\xAF") << false;
    QTest::newRow("overlong in three bytes") << std::string("a\xE0\x80\xAF") << false;
    QTest::newRow("surrogate") << std::string("a\xED\xA0\x80") << false;
    QTest::newRow("beyond Unicode") << std::string("a\xF4\x90\x80\x80") << false;
    QTest::newRow("cut short") << std::string("a\xE9\xAB") << false;
    QTest::newRow("1024 bytes") << std::string(1024, 'a') << true;
    QTest::newRow("1025 bytes") << std::string(1025, 'a') << false;
    QTest::newRow("32 levels") << levels(32) << true;
    QTest::newRow("33 levels") << levels(33) << false;
}

void TestConnectionParts::topicIsChecked()
{
    QFETCH(std::string, topic);
    QFETCH(bool, isUsable);
    QCOMPARE(isUsableTopic(topic), isUsable);
    RecordingJournal journal;
    MessageIntake intake(SourceId {1}, 1024, journal, Clock::system());
    intake.receive({topic, "1", 1, false, true});
    QCOMPARE(journal.count(isUsable ? Kind::Message : Kind::Refused), 1);
    QCOMPARE(intake.received(), std::uint64_t {1});
    const std::string size = std::to_string(topic.size());
    if (isUsable)
        QVERIFY(journal.entries().front().isRedelivered());
    else
        QCOMPARE(journal.entries(Kind::Refused).front().payload,
                 topic.size() > 1024 ? "topic_too_long: " + size + " bytes, at most 1024"
                                     : std::string("topic_invalid"));
}

void TestConnectionParts::delaysDoubleWithFullJitter()
{
    const MqttOptions options;
    std::chrono::milliseconds least = 1h;
    std::chrono::milliseconds most = 0ms;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        ReconnectPolicy policy(options, seed);
        for (const auto upperEnd : {1s, 2s, 4s, 8s, 16s, 30s, 30s}) {
            QCOMPARE(policy.upperEnd(), std::chrono::milliseconds(upperEnd));
            const auto delay = policy.next();
            QVERIFY(delay >= 0ms && delay <= upperEnd);
            if (upperEnd == 16s) {
                least = std::min(least, delay);
                most = std::max(most, delay);
            }
        }
        policy.reset();
        QCOMPARE(policy.upperEnd(), std::chrono::milliseconds(1s));
    }
    QVERIFY(least < 1s && most > 15s);
    QCOMPARE(ReconnectPolicy(options, 1).nextRefused(), std::chrono::milliseconds(30s));
}

void TestConnectionParts::sessionIsMadeOnce()
{
    QTemporaryDir folder;
    const SessionStore store(folder.path().toStdString());
    const auto first = store.load("works / 1");
    QVERIFY(first);
    QVERIFY(first->filters.empty());
    QVERIFY(first->clientId.size() >= 10 && first->clientId.size() <= 23);
    QVERIFY(store.save("works / 1", {first->clientId, {"a/#", "h\u00f6he/+"}, "mqtt://a", {}}));
    const auto again = SessionStore(folder.path().toStdString()).load("works / 1");
    QVERIFY(again);
    QCOMPARE(again->clientId, first->clientId);
    QCOMPARE(again->filters, (std::vector<std::string> {"a/#", "h\u00f6he/+"}));
    QCOMPARE(again->url, std::string("mqtt://a"));
    const auto other = store.load("works _ 1");
    QVERIFY(other);
    QVERIFY(other->clientId != first->clientId);
}

void TestConnectionParts::damagedSessionIsSetAside()
{
    QTemporaryDir folder;
    const SessionStore store(folder.path().toStdString());
    QVERIFY(store.load("a"));
    const QDir sessions(folder.filePath(QStringLiteral("sessions")));
    const QString file = sessions.filePath(sessions.entryList(QDir::Files).constFirst());
    QVERIFY(writeFile(file, "{\"clientId\": 7", 0600));
    const auto made = store.load("a");
    QVERIFY(made);
    QVERIFY(!made->clientId.empty());
    QCOMPARE(made->setAside, (file + QStringLiteral(".damaged")).toStdString());
    QVERIFY(store.load("a")->setAside.empty()); // said once
    QVERIFY(QFile::exists(file + QStringLiteral(".damaged")));
}

void TestConnectionParts::halfDeliveredMessagesOutliveTheProcess()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("inbound")).toStdString();
    const std::string bytes("\x35 with\0NUL", 10);
    {
        InboundStore store(path);
        store.put("r-7", bytes);
        store.put("r-8", "gone");
        store.put("r-9", "left");
        store.remove("r-8");
        store.put("r5-7", "handed over already, or repeated by the broker");
        QCOMPARE(store.all().size(), std::size_t {3});
        QVERIFY(!store.mayBeRepeat(7));
    }
    InboundStore later(path);
    QCOMPARE(later.all().size(), std::size_t {2});
    QCOMPARE(later.get("r-7"), bytes);
    QVERIFY(later.mayBeRepeat(7) && later.mayBeRepeat(9) && !later.mayBeRepeat(8));
    later.put("r5-3", "\x3D sent again");
    later.put("r5-4", "\x35 new");
    QVERIFY(later.mayBeRepeat(3) && !later.mayBeRepeat(4));
    later.put("r-7", "\x35 new");
    later.remove("r-9");
    QVERIFY(!later.mayBeRepeat(7) && !later.mayBeRepeat(9));
    QVERIFY(!InboundStore::isInbound("c5-1"));
}

void TestConnectionParts::environmentGivesCredentials()
{
    qputenv("TELLTALE_MQTT_USER", "anna");
    qputenv("TELLTALE_MQTT_PASSWORD", "secret");
    ConnectionConfig connection;
    connection.takesEnvironmentCredentials = true;
    const auto found = makeCredentialStore()->find(connection);
    QVERIFY(found);
    QCOMPARE(found->user, std::string("anna"));
    QCOMPARE(found->password, std::string("secret"));
    const auto others = makeCredentialStore()->find({});
    QVERIFY(others);
    QVERIFY(others->user.empty() && others->password.empty());
}

void TestConnectionParts::credentialFileIsRead()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("credentials.json"));
    QVERIFY(writeFile(path, R"({"works": {"user": "anna", "password": "secret"}})", 0600));
    qputenv("TELLTALE_CREDENTIALS", path.toUtf8());
    ConnectionConfig connection;
    connection.name = "works";
    const auto found = makeCredentialStore()->find(connection);
    QVERIFY(found);
    QCOMPARE(found->user, std::string("anna"));
    QCOMPARE(found->password, std::string("secret"));
    connection.name = "another";
    const auto none = makeCredentialStore()->find(connection);
    QVERIFY(none);
    QVERIFY(none->user.empty() && none->password.empty());
}

void TestConnectionParts::credentialFileOfOthersIsRefused()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("credentials.json"));
    QVERIFY(writeFile(path, R"({"works": {"user": "anna", "password": "secret"}})", 0640));
    qputenv("TELLTALE_CREDENTIALS", path.toUtf8());
    ConnectionConfig connection;
    connection.name = "works";
    const auto found = makeCredentialStore()->find(connection);
    QVERIFY(!found);
    QCOMPARE(found.error().code, Error::Code::NotPermitted);
    QVERIFY(found.error().detail.find("chmod 600") != std::string::npos);
    QVERIFY(found.error().detail.find("secret") == std::string::npos);
}

void TestConnectionParts::brokenCredentialFileIsRefused()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("credentials.json"));
    QVERIFY(writeFile(path, "{\"works\": secret", 0600));
    qputenv("TELLTALE_CREDENTIALS", path.toUtf8());
    const auto found = makeCredentialStore()->find({});
    QVERIFY(!found);
    QCOMPARE(found.error().code, Error::Code::Malformed);
    QVERIFY(found.error().detail.find("secret") == std::string::npos);
    qputenv("TELLTALE_CREDENTIALS", "/nowhere/credentials.json");
    const auto absent = makeCredentialStore()->find({});
    QVERIFY(!absent);
    QCOMPARE(absent.error().code, Error::Code::DiskError);
}

void TestConnectionParts::heldMessagesKeepTheirOrder()
{
    RecordingJournal journal;
    MessageIntake intake(SourceId {1}, 1024, journal, Clock::system());
    intake.receive({"a", "1", 1, false, false});
    journal.setFull(true);
    intake.receive({"a", "2", 1, false, false});
    QVERIFY(intake.isBlocked());
    journal.setFull(false);
    intake.receive({"a", "3", 1, false, false}); // behind what is held
    QCOMPARE(journal.count(), 1);
    QVERIFY(intake.flush());
    QVERIFY(!intake.isBlocked());
    QCOMPARE(journal.count(), 3);
    for (int index = 0; index < 3; ++index)
        QCOMPARE(journal.entries()[static_cast<std::size_t>(index)].payload,
                 std::to_string(index + 1));
    QCOMPARE(intake.lost(), std::uint64_t {0});
}

void TestConnectionParts::heldMessagesAreLimitedAndCounted()
{
    RecordingJournal journal;
    MessageIntake intake(SourceId {1}, 1U << 20U, journal, Clock::system());
    journal.setFull(true);
    const std::string payload(1U << 20U, 'x');
    for (int count = 0; count < 20; ++count)
        intake.receive({"a", payload, 1, false, false});
    QVERIFY(!intake.flush());
    QCOMPARE(intake.received(), std::uint64_t {20});
    QCOMPARE(intake.lost(), std::uint64_t {5}); // 15 fit into 16 MiB with what surrounds them
    journal.setFull(false);
    QVERIFY(intake.flush());
    QCOMPARE(journal.count(), 15);
    const auto told = journal.entries(JournalRecord::Kind::Refused);
    QCOMPARE(told.size(), std::size_t {1}); // the journal counts them from now on
    QCOMPARE(told[0].payload, std::string(JournalRecord::kNoRoom));
    QCOMPARE(told[0].number, std::uint64_t {5});
    QCOMPARE(intake.lost(), std::uint64_t {0});
    journal.setFull(true);
    intake.receive({"a", "21", 1, false, false});
    intake.abandonHeld();
    QCOMPARE(intake.lost(), std::uint64_t {1});
}

void TestConnectionParts::messageLargerThanASegmentHasACauseOfItsOwn()
{
    const QTemporaryDir folder;
    RawJournal::Options options;
    options.folder = folder.path().toStdString();
    options.segmentBytes = 64U << 10U;
    options.freeSpaceReserve = 0;
    const auto journal = RawJournal::open(options);
    QVERIFY(journal.ok());
    MessageIntake intake(SourceId {1}, 1U << 20U, *journal.value(), Clock::system());
    intake.receive({"a", std::string(100U << 10U, 'x'), 1, false, false});
    intake.receive({"a", "2", 1, false, false});
    QCOMPARE(intake.lost(), std::uint64_t {0});
    QVERIFY(!intake.isBlocked());
    const auto reader = journal.value()->read({});
    JournalRecord record;
    QVERIFY(reader->next(record));
    QVERIFY(record.kind == Kind::Refused);
    QCOMPARE(record.payload, std::string_view("payload_too_large"));
    QVERIFY(reader->next(record));
    QCOMPARE(record.payload, std::string_view("2"));
    QCOMPARE(record.number, std::uint64_t {2});
}

void TestConnectionParts::whatWasTakenIsReadFromAnyJournal()
{
    RecordingJournal recording;
    RawJournal &journal = recording;
    MessageIntake intake(SourceId {1}, 1024, journal, Clock::system());
    intake.receive({"a", "1", 1, false, false});
    const auto reader = journal.read({});
    JournalRecord record;
    QVERIFY(reader->next(record));
    QCOMPARE(record.payload, std::string_view("1"));
    QVERIFY(!reader->next(record));
    intake.receive({"a", "2", 1, false, false});
    QVERIFY(journal.read(reader->position())->next(record));
    QCOMPARE(reader->position(), record.begin);
}

void TestConnectionParts::reasonsAreWords()
{
    QCOMPARE(describeReason(0x8E).code, Error::Code::SessionTakenOver);
    QCOMPARE(describeReason(0x86).code, Error::Code::BadCredentials);
    QCOMPARE(describeReturnCode(1).code, Error::Code::Unsupported);
    QCOMPARE(describeReturnCode(4).code, Error::Code::BadCredentials);
    QCOMPARE(describeReason(0xEE).detail, std::string("the broker refused with reason 0xEE"));
}

QTEST_GUILESS_MAIN(TestConnectionParts)
#include "tst_connection_parts.moc"
