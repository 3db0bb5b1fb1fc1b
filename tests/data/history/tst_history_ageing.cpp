#include "data/history/history_file.h"
#include "data/history/history_reader.h"
#include "data/history/history_schema.h"
#include "tests/data/history/history_model.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace telltale;

/// What becomes of files nobody adds to any more: packed, and deleted when they need not be kept.
class TestHistoryAgeing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void packedFileGivesEverySampleBack();
    void packedFileIsTheNewestAgainIfNewerOnesAreLost();
    void readerGoesOnWhileAFileIsReplaced();
    void stoppedHalfWayNothingIsLost();
    void damagedFileIsLeftAndSaid();
    void fileOlderThanItsDaysIsDeleted();
    void tagsOlderThanTheirDaysGo();
    void gapsOfTagsGoWithThem();
    void gapOfADeviceStaysWithAnyOfItsTags_data();
    void gapOfADeviceStaysWithAnyOfItsTags();
    void tagsOverTheirSizeLoseTheOldestFirst();
    void oldestFilesGoOverTheLimit();
    void clockThatIsWrongDeletesNothing();
    void nextMonthBeginsTheNextFile();

private:
    void open(std::uint64_t rotateAt = 1);
    void write(std::int64_t from, std::int64_t to);
    void maintain();
    bool isWhole(HistoryReader &reader) const;
    bool isWhole() const;
    bool saysNote(const std::string &words) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
    std::unique_ptr<TagRegistry> m_registry;
    std::unique_ptr<HistoryWriter> m_writer;
    test::HistoryModel m_model;
    std::vector<std::string> m_notes;
    Timestamp m_arrival {};
    std::uint64_t m_position = 0;
};

namespace {

constexpr TimeRange kAll {Timestamp::min(), Timestamp::max()};
constexpr std::uint32_t kTags = 4;

Timestamp hour(std::int64_t index)
{
    return timestampFromMicroseconds(1'700'000'000'000'000 + index * 3'600'000'000);
}

bool isPackedFile(const std::string &path)
{
    const auto file = HistoryFile::open(path);
    return file.ok() && hasPack(file.value()->database()).value();
}

Sample sampleOf(std::uint32_t tag, std::int64_t index)
{
    Sample sample;
    sample.tag = {tag};
    sample.time = hour(index);
    sample.value
        = tag == 1 ? std::sin(static_cast<double>(index)) : static_cast<double>(index % 37) / 10.0;
    if (tag == 2 && index % 5 == 0) {
        sample.value = 0.0;
        sample.side = "text " + std::to_string(index % 3);
        sample.flags = SampleFlags::make(SampleFlags::Kind::Text);
    }
    if (tag == 3 && index % 7 == 0)
        sample.quality = Quality::bad(Quality::Reason::SourceStatus);
    return sample;
}

} // namespace

void TestHistoryAgeing::init()
{
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path().toStdString();
    m_model = {};
    m_notes.clear();
    m_position = 0;
    m_arrival = {};
    open();
}

void TestHistoryAgeing::open(std::uint64_t rotateAt)
{
    m_writer.reset();
    m_registry = std::make_unique<TagRegistry>();
    auto opened = HistoryWriter::open({m_path, rotateAt}, *m_registry);
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().detail.c_str());
    m_writer = std::move(opened).value();
    for (std::uint32_t tag = 0; tag < kTags; ++tag)
        m_registry->intern("plant/" + std::to_string(tag));
}

/// Hourly samples of all tags, which share their times.
void TestHistoryAgeing::write(std::int64_t from, std::int64_t to)
{
    auto batch = std::make_shared<SampleBatch>();
    batch->arrival = m_arrival;
    for (std::int64_t i = from; i < to; ++i) {
        for (std::uint32_t tag = 0; tag < kTags; ++tag)
            batch->append(sampleOf(tag, i));
    }
    m_model.add(*batch);
    QVERIFY(m_writer->append(batch).ok());
    QVERIFY(m_writer->commit({++m_position}, {}).ok());
}

void TestHistoryAgeing::maintain()
{
    for (;;) {
        const Result<bool> more = m_writer->maintain();
        QVERIFY2(more.ok(), more.ok() ? "" : more.error().detail.c_str());
        for (const HistoryNote &note : m_writer->takeNotes())
            m_notes.push_back(QFileInfo(QString::fromStdString(note.file)).fileName().toStdString()
                              + ' ' + note.words);
        if (!more.value())
            return;
    }
}

bool TestHistoryAgeing::isWhole(HistoryReader &reader) const
{
    for (std::uint32_t tag = 0; tag < kTags; ++tag) {
        std::vector<Sample> found;
        const Outcome scanned = reader.scan({tag}, kAll, [&found](const Sample &sample) {
            found.push_back(sample);
            return true;
        });
        if (!scanned.ok() || !test::isSame(found, m_model.samples({tag}, kAll)))
            return false;
    }
    return reader.extent().value() == m_model.extent();
}

bool TestHistoryAgeing::isWhole() const
{
    const auto reader = HistoryReader::open(m_path);
    return reader.ok() && isWhole(*reader.value());
}

bool TestHistoryAgeing::saysNote(const std::string &words) const
{
    return std::any_of(m_notes.begin(), m_notes.end(), [&words](const std::string &note) {
        return note.find(words) != std::string::npos;
    });
}

void TestHistoryAgeing::packedFileGivesEverySampleBack()
{
    write(0, 9000);
    QVERIFY(m_writer->settle(std::chrono::minutes(1)).ok()); // rotates
    const qint64 before = QFile(QString::fromStdString(historyFiles(m_path).front())).size();
    maintain();
    const std::vector<std::string> files = historyFiles(m_path);
    QCOMPARE(files.size(), std::size_t {2});
    QVERIFY(isPackedFile(files.front()));
    QVERIFY(!isPackedFile(files.back()));
    QVERIFY(QFile(QString::fromStdString(files.front())).size() < before);
    QVERIFY(saysNote("history-0001.db is packed"));
    QVERIFY(isWhole());
    write(8000, 10'000); // some again, into the next
    maintain();
    QVERIFY(isWhole());
    QCOMPARE(m_writer->extent(), m_model.extent());
    open();
    QVERIFY(isWhole());
    QCOMPARE(m_writer->extent(), m_model.extent());
}

void TestHistoryAgeing::packedFileIsTheNewestAgainIfNewerOnesAreLost()
{
    write(0, 3000);
    maintain();
    m_writer.reset();
    QVERIFY(QFile::remove(QString::fromStdString(historyFiles(m_path).back())));
    open(std::uint64_t {1} << 40U);
    QCOMPARE(m_registry->find("plant/3"), TagId {3});
    write(1000, 4000); // over packed chunks, and on
    QVERIFY(m_writer->settle(std::chrono::minutes(1)).ok());
    QCOMPARE(historyFiles(m_path).size(), std::size_t {1});
    QVERIFY(isWhole());
}

void TestHistoryAgeing::readerGoesOnWhileAFileIsReplaced()
{
    const auto reader = HistoryReader::open(m_path);
    write(0, 6000);
    for (int steps = 0;; ++steps) {
        const Result<bool> more = m_writer->maintain();
        QVERIFY(more.ok());
        QVERIFY2(isWhole(*reader.value()), std::to_string(steps).c_str());
        if (!more.value())
            break;
    }
    QVERIFY(isPackedFile(historyFiles(m_path).front()));
}

void TestHistoryAgeing::stoppedHalfWayNothingIsLost()
{
    write(0, 20'000);
    const QString unfinished = m_folder->filePath(QStringLiteral("history-0001.db.new"));
    while (!QFile::exists(unfinished))
        QVERIFY(m_writer->maintain().value());
    QVERIFY(m_writer->maintain().value());
    const QByteArray half = [&unfinished] {
        QFile file(unfinished);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }();
    m_writer.reset();
    QFile file(unfinished); // as a kill leaves it
    QVERIFY(file.open(QFile::WriteOnly) && file.write(half) == half.size());
    file.close();
    open();
    QVERIFY(isWhole());
    maintain();
    QVERIFY(isPackedFile(historyFiles(m_path).front()));
    QVERIFY(!QFile::exists(unfinished));
    QVERIFY(isWhole());
}

void TestHistoryAgeing::damagedFileIsLeftAndSaid()
{
    write(0, 20'000);
    QVERIFY(m_writer->settle(std::chrono::minutes(1)).ok());
    m_writer.reset();
    QFile oldest(QString::fromStdString(historyFiles(m_path).front()));
    QVERIFY(oldest.open(QFile::ReadWrite));
    QVERIFY(oldest.seek(oldest.size() / 2) && oldest.write(QByteArray(40'000, 'x')) > 0);
    oldest.close();
    open();
    maintain();
    QVERIFY(saysNote("history-0001.db is left as it is"));
    QVERIFY(!isPackedFile(historyFiles(m_path).front()));
    write(20'000, 21'000);
    maintain();
    QCOMPARE(m_writer->totals().position.offset, m_position);
}

void TestHistoryAgeing::fileOlderThanItsDaysIsDeleted()
{
    write(0, 1000);
    maintain();
    write(1000, 2000);
    maintain();
    QCOMPARE(historyFiles(m_path).size(), std::size_t {3});
    RetentionPolicy policy;
    policy.days = 10;
    m_writer->retain(policy, hour(1000 + 10 * 24 - 2)); // not yet
    maintain();
    QCOMPARE(historyFiles(m_path).size(), std::size_t {3});
    m_writer->retain(policy, hour(1000 + 10 * 24));
    maintain();
    QCOMPARE(historyFiles(m_path).size(), std::size_t {2});
    QVERIFY(saysNote("history-0001.db was deleted"));
    QCOMPARE(m_writer->extent().from, hour(1000));
    QCOMPARE(HistoryReader::open(m_path).value()->extent().value(), m_writer->extent());
}

void TestHistoryAgeing::tagsOlderThanTheirDaysGo()
{
    write(0, 1000);
    maintain();
    write(1000, 2000);
    maintain();
    RetentionPolicy policy;
    policy.rules = {{"plant/1", 3650, {}}, {"plant/*", 10, {}}};
    m_writer->retain(policy, hour(1999));
    maintain();
    const auto reader = HistoryReader::open(m_path);
    const auto first = [&reader](std::uint32_t tag) {
        Timestamp time = Timestamp::max();
        (void)reader.value()->scan({tag}, kAll, [&time](const Sample &sample) {
            time = sample.time;
            return false;
        });
        return time;
    };
    QCOMPARE(first(0), hour(1000));
    QCOMPARE(first(1), hour(0));
    QCOMPARE(first(3), hour(1000));
    QCOMPARE(historyFiles(m_path).size(), std::size_t {3});
}

void TestHistoryAgeing::gapsOfTagsGoWithThem()
{
    using Cause = HistoryGap::Cause;
    QVERIFY(m_writer->recordGap({Cause::DiskError, {}, {0}, {hour(10), hour(20)}}).ok());
    QVERIFY(m_writer->recordGap({Cause::DiskError, {}, {1}, {hour(30), hour(40)}}).ok());
    QVERIFY(m_writer->recordGap({Cause::ProgramOff, {}, {}, {hour(50), hour(60)}}).ok());
    write(0, 1000);
    maintain();
    write(1000, 2000);
    maintain();
    RetentionPolicy policy;
    policy.rules = {{"plant/1", 3650, {}}, {"plant/*", 10, {}}};
    m_writer->retain(policy, hour(1999));
    maintain();
    const auto gaps = HistoryReader::open(m_path).value()->gaps(kAll).value();
    QCOMPARE(gaps.size(), std::size_t {2});
    QCOMPARE(gaps[0].tag, TagId {1});
    QCOMPARE(gaps[1].cause, Cause::ProgramOff);
}

void TestHistoryAgeing::gapOfADeviceStaysWithAnyOfItsTags_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<int>("gaps");

    QTest::newRow("its first tag goes") << QByteArray("plant/1") << 2;
    QTest::newRow("its first tag stays") << QByteArray("plant/0") << 2;
    QTest::newRow("all its tags go") << QByteArray("other/*") << 0;
}

/// Its first tag stands for all of a device.
void TestHistoryAgeing::gapOfADeviceStaysWithAnyOfItsTags()
{
    QFETCH(QByteArray, kept);
    QFETCH(int, gaps);
    using Cause = HistoryGap::Cause;
    QVERIFY(m_writer->recordGap({Cause::DeviceSilent, {}, {0}, {hour(10), hour(20)}}).ok());
    QVERIFY(m_writer->recordGap({Cause::PayloadRejected, {}, {0}, {hour(30), hour(40)}}).ok());
    write(0, 1000);
    maintain();
    write(1000, 2000);
    maintain();
    RetentionPolicy policy;
    policy.rules = {{kept.toStdString(), 3650, {}}, {"plant/*", 10, {}}};
    m_writer->retain(policy, hour(1999));
    maintain();
    const auto reader = HistoryReader::open(m_path);
    QCOMPARE(reader.value()->gaps(kAll).value().size(), static_cast<std::size_t>(gaps));
}

/// About 8 bytes a sample of tag 1: 16 kB in each of three files.
void TestHistoryAgeing::tagsOverTheirSizeLoseTheOldestFirst()
{
    for (int i = 0; i < 3; ++i) {
        write(i * 2000, (i + 1) * 2000);
        maintain();
    }
    RetentionPolicy policy;
    policy.rules.push_back({"plant/1", std::nullopt, 1'000'000});
    m_writer->retain(policy, hour(5999));
    maintain();
    QVERIFY(isWhole()); // far below
    policy.rules[0].bytes = 30'000;
    m_writer->retain(policy, hour(5999));
    maintain();
    QVERIFY(saysNote("without the oldest samples of plant/1"));
    const auto timesOf = [this](std::uint32_t tag) {
        std::vector<Timestamp> times;
        (void)HistoryReader::open(m_path).value()->scan({tag}, kAll, [&times](const Sample &one) {
            times.push_back(one.time);
            return true;
        });
        return times;
    };
    const std::vector<Timestamp> kept = timesOf(1);
    QVERIFY2(kept.size() > 2000 && kept.size() < 5000, std::to_string(kept.size()).c_str());
    QCOMPARE(kept.front(), hour(6000 - static_cast<std::int64_t>(kept.size()))); // the newest
    QCOMPARE(kept.back(), hour(5999));
    for (const std::uint32_t other : {0U, 2U, 3U})
        QCOMPARE(timesOf(other).size(), std::size_t {6000});
    m_notes.clear();
    m_writer->retain(policy, hour(5999));
    maintain();
    QVERIFY(m_notes.empty()); // it is enough
    QCOMPARE(timesOf(1).size(), kept.size());
}

void TestHistoryAgeing::oldestFilesGoOverTheLimit()
{
    for (int i = 0; i < 4; ++i) {
        write(i * 1000, (i + 1) * 1000);
        maintain();
    }
    QCOMPARE(historyFiles(m_path).size(), std::size_t {5});
    const std::uint64_t all = m_writer->bytesOnDisk();
    RetentionPolicy policy;
    policy.bytes = all - 1000;
    m_writer->retain(policy, hour(5000));
    maintain();
    QCOMPARE(historyFiles(m_path).size(), std::size_t {4});
    QVERIFY(historyFiles(m_path).front().ends_with("history-0002.db"));
    QCOMPARE(m_writer->extent().from, hour(1000));
    QVERIFY(saysNote("history is larger than"));
}

void TestHistoryAgeing::clockThatIsWrongDeletesNothing()
{
    write(0, 1000);
    maintain();
    RetentionPolicy policy;
    policy.days = 10;
    m_writer->retain(policy, hour(100 * 365 * 24));
    maintain();
    QCOMPARE(historyFiles(m_path).size(), std::size_t {2});
    QVERIFY(isWhole());
}

void TestHistoryAgeing::nextMonthBeginsTheNextFile()
{
    using namespace std::chrono;
    open(std::uint64_t {1} << 40U);
    m_arrival = sys_days(year(2025) / 1 / 31) + hours(23);
    write(0, 1000);
    maintain();
    open(std::uint64_t {1} << 40U); // knows when it was begun
    m_arrival += minutes(59);
    write(1000, 2000);
    maintain();
    QCOMPARE(historyFiles(m_path).size(), std::size_t {1});
    m_arrival += minutes(2);
    write(2000, 2001);
    maintain();
    QCOMPARE(historyFiles(m_path).size(), std::size_t {2});
    write(2001, 3000);
    maintain();
    QCOMPARE(historyFiles(m_path).size(), std::size_t {2});
    QVERIFY(isWhole());
}

QTEST_GUILESS_MAIN(TestHistoryAgeing)
#include "tst_history_ageing.moc"
