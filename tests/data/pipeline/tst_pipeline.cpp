#include "data/history/history_reader.h"
#include "data/sources/raw_journal.h"
#include "data/sources/source_ids.h"
#include "data/storage/database.h"
#include "data/telemetry/clock.h"
#include "tests/data/pipeline/river.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/mqtt_flood.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>
#include <thread>

using namespace telltale;
using namespace telltale::test;

/// The whole river in one process, fed by a real broker, while others look: every thread there is
/// runs, which is what a race check wants to see.
class TestPipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyMessageIsStoredWhileOthersLook();
    void stopUnderLoadLosesNothing();
    void backlogIsDecodedAsItsConnectionSays();
    void anotherValueAtOneTimeIsCountedAndSaid();
    void changedAlarmJournalIsAProblem();
    void openingAloneHidesNoTimeWithoutTheProgram();
    void whatAnEarlierLifeLostStaysCounted();
    void alarmLeavesThroughItsChannelOnce_data();
    void alarmLeavesThroughItsChannelOnce();

private:
    MosquittoBroker m_broker;
};

namespace {

constexpr std::uint64_t kTopics = 20;
constexpr std::uint64_t kMessages = 10'000;
constexpr TimeRange kAll {Timestamp::min(), Timestamp::max()};

/// Message n has value n on topic n modulo kTopics, and a time of its own.
void makeMessage(std::uint64_t n, MqttFlood::Message &message)
{
    // Of today: what is older than 30 days is stored, but no rule is judged by it.
    static const std::int64_t began = toMicroseconds(Clock::system().now()) / 1'000 - 3'600'000;
    message.topic = "plant/a" + std::to_string(n % kTopics);
    message.payload = "{\"ts\":" + std::to_string(static_cast<std::uint64_t>(began) + n)
        + ",\"value\":" + std::to_string(n) + '}';
}

/// Asks everything a window asks, as often as it can; how often it got no right answer.
int look(const River &river, const std::atomic<bool> &isDone)
{
    int failures = 0;
    std::unique_ptr<HistoryReader> history;
    std::uint64_t change = 0;
    while (!isDone) {
        std::vector<TagId> shown;
        for (std::size_t i = 0; i < river.tags.size(); ++i)
            shown.push_back({static_cast<std::uint32_t>(i)});
        for (const LiveValues::Value &value : river.live.changedSince(change, shown))
            failures += value.sample.tag.isValid() ? 0 : 1;
        failures += river.alarms.snapshot() ? 0 : 1;
        if (!history) {
            auto opened = HistoryReader::open(river.folder());
            if (opened.ok())
                history = std::move(opened).value();
        }
        for (const TagId tag : history ? shown : std::vector<TagId>())
            failures += history->range(tag, kAll, 100).ok() ? 0 : 1;
        const std::uint64_t stored = river.stored();
        failures += stored <= river.stored() ? 0 : 1;
    }
    return failures;
}

/// The values stored below plant/, each once, in order.
std::vector<double> storedValues(const std::string &folder)
{
    std::vector<double> values;
    const auto reader = HistoryReader::open(folder);
    TagRegistry tags;
    if (!reader.ok() || !reader.value()->loadTags(tags).ok())
        return values;
    for (const TagId tag : tags.tagsBelow("plant")) {
        const Outcome read = reader.value()->scan(tag, kAll, [&values](const Sample &sample) {
            values.push_back(sample.value);
            return true;
        });
        if (!read.ok())
            return {};
    }
    std::sort(values.begin(), values.end());
    return values;
}

/// 0, 1, 2 ... count - 1.
std::vector<double> firstNumbers(std::uint64_t count)
{
    std::vector<double> numbers(count);
    for (std::uint64_t n = 0; n < count; ++n)
        numbers[n] = static_cast<double>(n);
    return numbers;
}

} // namespace

void TestPipeline::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    QVERIFY(m_broker.start());
}

void TestPipeline::everyMessageIsStoredWhileOthersLook()
{
    const QTemporaryDir folder;
    River river(folder.path());
    QVERIFY(river.open(m_broker));
    QTRY_VERIFY_WITH_TIMEOUT(river.isConnected(), 10'000);
    std::atomic<bool> isDone = false;
    auto one = std::async(std::launch::async, [&] { return look(river, isDone); });
    auto two = std::async(std::launch::async, [&] { return look(river, isDone); });
    MqttFlood flood(m_broker.port());
    const bool isSent = flood.connect() && flood.publish(0, kMessages, 1, 0.0, makeMessage);
    const auto isThrough = [&] { return river.stored() >= kMessages; };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isThrough(), 60'000); }();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!river.alarms.snapshot()->rows.empty(), 10'000); }();
    isDone = true;
    QCOMPARE(one.get() + two.get(), 0);
    river.pipeline->stop();
    QVERIFY2(isSent, flood.failure().c_str());
    QCOMPARE(storedValues(river.folder()), firstNumbers(kMessages));
    const Counters counters = river.status.status().counters;
    QCOMPARE(counters.received, counters.decoded);
}

void TestPipeline::stopUnderLoadLosesNothing()
{
    const QTemporaryDir folder;
    bool isSent = false;
    std::jthread publisher;
    {
        River river(folder.path());
        QVERIFY(river.open(m_broker));
        QTRY_VERIFY_WITH_TIMEOUT(river.isConnected(), 10'000);
        publisher = std::jthread([&] {
            MqttFlood flood(m_broker.port());
            isSent = flood.connect() && flood.publish(0, kMessages, 1, 0.0, makeMessage);
        });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(river.stored() > 0, 30'000); }();
        river.pipeline->stop();
    }
    publisher.join();
    QVERIFY(isSent);
    River river(folder.path());
    QVERIFY(river.open(m_broker)); // the broker kept what came meanwhile
    QTRY_VERIFY_WITH_TIMEOUT(river.stored() >= kMessages, 60'000);
    river.pipeline->stop();
    QCOMPARE(river.stored(), kMessages); // what the broker sent again is not counted again
    QCOMPARE(storedValues(river.folder()), firstNumbers(kMessages));
}

/// What waits in the journal is read before any connection is made.
void TestPipeline::backlogIsDecodedAsItsConnectionSays()
{
    QTemporaryDir folder;
    {
        River river(folder.path());
        QVERIFY(river.open(m_broker)); // gives the connection its id
        QTRY_VERIFY_WITH_TIMEOUT(river.isConnected(), 10'000);
        river.pipeline->stop();
    }
    const Result<SourceIds> ids = SourceIds::load(folder.path().toStdString());
    QVERIFY(ids.ok() && ids->all().contains("test"));
    {
        RawJournal::Options options;
        options.folder = folder.path().toStdString() + "/journal";
        const auto journal = RawJournal::open(options);
        QVERIFY(journal.ok());
        JournalRecord record;
        record.source = ids->all().at("test");
        record.arrival = Clock::system().now();
        record.topic = "zigbee2mqtt/kitchen";
        record.payload = R"({"temperature":21.5,"linkquality":80})";
        QVERIFY(journal.value()->append(record).ok());
    }
    ConnectionConfig plain;
    plain.name = "test";
    plain.families = std::vector<std::string>(); // only the default mapping
    River river(folder.path());
    QVERIFY(river.openAlone({plain}));
    QTRY_VERIFY_WITH_TIMEOUT(river.tags.find("zigbee2mqtt/kitchen/temperature").isValid(), 10'000);
    QVERIFY(!river.tags.find("kitchen/temperature").isValid());
    river.pipeline->stop();
}

void TestPipeline::anotherValueAtOneTimeIsCountedAndSaid()
{
    QTemporaryDir folder;
    {
        RawJournal::Options options;
        options.folder = folder.path().toStdString() + "/journal";
        const auto journal = RawJournal::open(options);
        QVERIFY(journal.ok());
        for (const char *error : {"error1", "error3", "error3"}) {
            const std::string payload
                = std::string("{\"time\":\"2015-01-03T07:00:00Z\",\"errorID\":\"") + error + "\"}";
            JournalRecord record;
            record.arrival = Clock::system().now();
            record.topic = "plant/machine";
            record.payload = payload;
            QVERIFY(journal.value()->append(record).ok());
        }
    }
    River river(folder.path());
    QVERIFY(river.openAlone({}));
    QTRY_COMPARE_WITH_TIMEOUT(river.stored(), std::uint64_t {3}, 10'000);
    river.pipeline->stop();
    const PlantStatus status = river.status.status();
    QCOMPARE(status.counters.samplesCorrected, std::uint64_t {1});
    const auto said
        = std::find_if(status.problems.begin(), status.problems.end(), [](const Problem &problem) {
              return problem.cause.find("plant/machine/errorID came with two values") == 0;
          });
    QVERIFY(said != status.problems.end());
}

/// Found beside the start, and recording goes on.
void TestPipeline::changedAlarmJournalIsAProblem()
{
    QTemporaryDir folder;
    const auto open = [&folder] {
        auto river = std::make_unique<River>(folder.path());
        return river->openAlone({}) ? std::move(river) : nullptr;
    };
    QVERIFY(open()); // a life, and its end is signed
    {
        auto database
            = Database::open(folder.path().toStdString() + "/alarms.db", Database::Mode::ReadWrite);
        QVERIFY(database.ok() && database->execute("DELETE FROM journal WHERE seq>1").ok());
    }
    const std::unique_ptr<River> river = open();
    QVERIFY(river);
    const auto isSaid = [&river] {
        const std::vector<Problem> problems = river->status.status().problems;
        return std::any_of(problems.begin(), problems.end(), [](const Problem &problem) {
            return problem.code == Error::Code::Altered
                && problem.cause.find("entry 2 is the first that is missing") != std::string::npos;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(), 10'000);
    QVERIFY(river->status.status().recording);
}

void TestPipeline::openingAloneHidesNoTimeWithoutTheProgram()
{
    const QTemporaryDir folder;
    const auto runOnce = [&folder] {
        River river(folder.path());
        const bool isOpen = river.openAlone({});
        if (isOpen)
            river.pipeline->stop();
        return isOpen;
    };
    QVERIFY(runOnce());
    const Timestamp ended = Clock::system().now();
    QTRY_VERIFY(Clock::system().now() > ended);
    {
        River probe(folder.path());
        QVERIFY(probe.openOnly({}));
    }
    QVERIFY(runOnce());
    const auto reader = HistoryReader::open(folder.path().toStdString());
    QVERIFY(reader.ok());
    const auto gaps = reader.value()->gaps(kAll);
    QVERIFY(gaps.ok());
    QCOMPARE(gaps->size(), std::size_t(2)); // and since the second run
    QVERIFY(gaps->front().cause == HistoryGap::Cause::ProgramOff);
    QVERIFY(gaps->front().range.from <= ended);
    QVERIFY(gaps->back().range.to == Timestamp::max());
}

/// The disk was full to the end: only the last status tells of seven messages, until the journal
/// does.
void TestPipeline::whatAnEarlierLifeLostStaysCounted()
{
    const std::string cause(JournalRecord::kNoRoom);
    QTemporaryDir folder;
    PlantStatus last;
    last.counters.received = 7;
    last.counters.dropped[cause] = 7;
    StatusFile(folder.path().toStdString()).write(last);
    for (int life = 1; life <= 2; ++life) {
        River river(folder.path());
        QVERIFY(river.openAlone({}));
        const auto told = [&river] { return river.status.status().counters; };
        QTRY_COMPARE_WITH_TIMEOUT(told().received, std::uint64_t {7}, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(told().journalPending, std::uint64_t {0}, 20'000);
        QCOMPARE(told().dropped, (std::map<std::string, std::uint64_t> {{cause, 7}}));
        QTRY_VERIFY_WITH_TIMEOUT(told().samples > 0, 20'000); // the journal's record before them
        river.pipeline->stop();
        QCOMPARE(told().dropped, (std::map<std::string, std::uint64_t> {{cause, 7}}));
    }
    const auto reader = HistoryReader::open(folder.path().toStdString());
    QVERIFY(reader.ok());
    const Result<HistoryTotals> totals = reader.value()->totals();
    QVERIFY(totals.ok());
    QCOMPARE(MessageCounts::fromCounters(totals->counters).dropped,
             (std::map<std::string, std::uint64_t> {{cause, 7}}));
}

void TestPipeline::alarmLeavesThroughItsChannelOnce_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<bool>("isWaitedFor"); ///< else the end comes while the program runs
    QTest::newRow("told") << QByteArray("cat >> \\\"$1\\\"") << true;
    QTest::newRow("being told") << QByteArray("cat >> \\\"$1\\\"; sleep 0.6") << false;
}

/// Through a real program; what was told is not told again by the next life.
void TestPipeline::alarmLeavesThroughItsChannelOnce()
{
    QFETCH(QByteArray, script);
    QFETCH(bool, isWaitedFor);
    QTemporaryDir folder;
    const QString told = folder.filePath(QStringLiteral("told"));
    const auto lines = [&told] {
        QFile file(told);
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
    };
    std::vector<ChannelConfig> channels;
    const Outcome read = readChannels(
        R"({"version": 1, "channels": [{"name": "log", "kind": "command", "program": "/bin/sh",
            "arguments": ["-c", ")"
            + script.toStdString() + R"(", "sh", ")" + told.toStdString() + "\"]}]}",
        channels);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    for (int life = 0; life < 2; ++life) {
        River river(folder.filePath(QStringLiteral("data")));
        river.channels = channels;
        QVERIFY(river.openAlone({}));
        if (life == 0)
            river.pipeline->alarms().channelChanged("pager", ChannelNews::Failing,
                                                    Clock::system().now());
        const auto status = [&river] { return river.status.status().channels; };
        QTRY_COMPARE(status().size(), std::size_t(1));
        if (isWaitedFor)
            QTRY_COMPARE(status().at(0).sent, std::uint64_t(life == 0 ? 1 : 0));
        QTRY_COMPARE(lines(), qsizetype(1));
        river.pipeline->stop();
        QCOMPARE(status().at(0).sent, std::uint64_t(life == 0 ? 1 : 0));
        QCOMPARE(status().at(0).waiting, std::uint64_t(0));
    }
    QCOMPARE(lines(), qsizetype(1));
}

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
