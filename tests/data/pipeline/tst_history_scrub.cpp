#include "data/history/history_schema.h"
#include "data/pipeline/history_scrub.h"
#include "data/storage/file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cmath>
#include <memory>

using namespace telltale;

/// Complete files are looked through while the program has nothing else to do, and damage is said.
class TestHistoryScrub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void damageOfACompleteFileIsSaid();
    void wholeFileIsLeftFor100Days_data();
    void wholeFileIsLeftFor100Days();
    void damagedFileThatWasReplacedIsWholeAgain();
    void busyProgramIsLeftAlone();
    void afterEverySliceOfWorkItAsksAgain();

private:
    std::unique_ptr<HistoryScrub> scrub(std::chrono::hours later = {});
    std::unique_ptr<HistoryScrub> scrubBy(const Clock &clock);
    bool damage(const std::string &file);
    bool wasAskedOften() const { return m_asked > 2; }
    bool hasChecked(const char *name) const;
    std::vector<HistoryNote> notes();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
    std::unique_ptr<ManualClock> m_clock;
    std::atomic<bool> m_isIdle = true;
    std::atomic<int> m_idleAtFirst = 0; ///< how often it says so whatever else is true
    std::atomic<int> m_asked = 0; ///< whether it is idle, by the scrub that runs
    std::mutex m_mutex; ///< guards what follows
    std::vector<HistoryNote> m_notes;
};

namespace {

constexpr std::int64_t kStart = 1'790'000'000'000'000;

/// So much time passes between any two questions that a slice of work is over.
class HastyClock final : public Clock
{
public:
    Timestamp now() const override { return timestampFromMicroseconds(kStart); }
    std::chrono::microseconds steady() const override
    {
        return std::chrono::milliseconds(25) * ++m_asked;
    }

private:
    mutable std::atomic<int> m_asked = 0;
};

} // namespace

/// Two complete files and the one that would be written.
void TestHistoryScrub::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path().toStdString();
    m_clock = std::make_unique<ManualClock>(timestampFromMicroseconds(kStart));
    m_isIdle = true;
    m_idleAtFirst = 0;
    m_notes.clear();
    TagRegistry tags;
    const TagId tag = tags.intern("plant/a");
    auto writer = HistoryWriter::open({m_path, 1}, tags);
    QVERIFY(writer.ok());
    for (int file = 0; file < 2; ++file) {
        auto batch = std::make_shared<SampleBatch>();
        for (int i = file * 2000; i < (file + 1) * 2000; ++i)
            batch->append(tag, timestampFromMicroseconds(kStart + i * 1'000'000LL),
                          std::sin(double(i)), {}, {});
        QVERIFY(writer.value()->append(batch).ok());
        QVERIFY(writer.value()->commit({static_cast<std::uint64_t>(file + 1)}, {}).ok());
        QVERIFY(writer.value()->settle(std::chrono::minutes(1)).ok());
        while (writer.value()->maintain().value()) { }
    }
    QCOMPARE(historyFiles(m_path).size(), std::size_t {3});
}

std::unique_ptr<HistoryScrub> TestHistoryScrub::scrub(std::chrono::hours later)
{
    m_clock->advance(later);
    return scrubBy(*m_clock);
}

std::unique_ptr<HistoryScrub> TestHistoryScrub::scrubBy(const Clock &clock)
{
    m_asked = 0;
    auto made = std::make_unique<HistoryScrub>(
        clock,
        HistoryScrub::Options {m_path,
                               [this] {
                                   ++m_asked;
                                   return m_isIdle || m_asked <= m_idleAtFirst;
                               },
                               [this](const HistoryNote &note) {
                                   const std::lock_guard lock(m_mutex);
                                   m_notes.push_back(note);
                               },
                               std::chrono::milliseconds(1)});
    made->start();
    return made;
}

/// What the last chunks are packed into is gone; the file stays the same one.
bool TestHistoryScrub::damage(const std::string &file)
{
    auto database = Database::open(file, Database::Mode::ReadWrite);
    return database.ok()
        && database
               ->execute("UPDATE pack SET data=zeroblob(length(data)) WHERE id="
                         "(SELECT max(id) FROM pack)")
               .ok();
}

bool TestHistoryScrub::hasChecked(const char *name) const
{
    const Result<std::string> checked = readFile(m_path + "/checked.json");
    return checked.ok() && checked->find(name) != std::string::npos;
}

std::vector<HistoryNote> TestHistoryScrub::notes()
{
    const std::lock_guard lock(m_mutex);
    return m_notes;
}

void TestHistoryScrub::damageOfACompleteFileIsSaid()
{
    const std::string file = historyFiles(m_path)[1];
    QVERIFY(damage(file));
    const auto running = scrub();
    QTRY_COMPARE(notes().size(), std::size_t {1});
    const HistoryNote note = notes().front();
    QVERIFY(note.kind == HistoryNote::Kind::Damage);
    QCOMPARE(note.file, file);
    QVERIFY2(note.words.find("plant/a") != std::string::npos
                 && note.words.find("are missing") != std::string::npos,
             note.words.c_str());
    QVERIFY2(note.remedy.find("telltale verify") != std::string::npos, note.remedy.c_str());
}

void TestHistoryScrub::wholeFileIsLeftFor100Days_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("isLookedAt");
    QTest::newRow("99 days later") << 99 << false;
    QTest::newRow("100 days later") << 100 << true;
}

/// Over the end of the program.
void TestHistoryScrub::wholeFileIsLeftFor100Days()
{
    QFETCH(int, days);
    QFETCH(bool, isLookedAt);
    auto running = scrub();
    QTRY_VERIFY(hasChecked("history-0001.db") && hasChecked("history-0002.db"));
    running.reset();
    QVERIFY(notes().empty());
    QVERIFY(damage(historyFiles(m_path).front()));
    running = scrub(std::chrono::hours(24) * days);
    if (isLookedAt)
        QTRY_COMPARE(notes().size(), std::size_t {1});
    else
        QTRY_VERIFY(wasAskedOften());
    running.reset();
    QCOMPARE(!notes().empty(), isLookedAt);
}

void TestHistoryScrub::damagedFileThatWasReplacedIsWholeAgain()
{
    const std::string file = historyFiles(m_path).front();
    const QString kept = m_folder->filePath(QStringLiteral("kept"));
    QVERIFY(QFile::copy(QString::fromStdString(file), kept));
    QVERIFY(damage(file));
    auto running = scrub();
    QTRY_COMPARE(notes().size(), std::size_t {1});
    QTRY_VERIFY(hasChecked("history-0001.db"));
    running.reset();
    QVERIFY(removeHistoryFile(file).ok());
    QVERIFY(QFile::rename(kept, QString::fromStdString(file)));
    running = scrub();
    QTRY_COMPARE(notes().size(), std::size_t {2});
    QVERIFY(notes().back().kind == HistoryNote::Kind::Done);
    QCOMPARE(notes().back().file, file);
}

void TestHistoryScrub::busyProgramIsLeftAlone()
{
    m_isIdle = false;
    const auto running = scrub();
    QTRY_VERIFY(wasAskedOften());
    QVERIFY(!hasChecked("history-0001.db"));
    m_isIdle = true;
    QTRY_VERIFY(hasChecked("history-0001.db"));
}

void TestHistoryScrub::afterEverySliceOfWorkItAsksAgain()
{
    const HastyClock clock;
    m_isIdle = false;
    m_idleAtFirst = 1;
    const auto running = scrubBy(clock);
    QTRY_VERIFY(wasAskedOften());
    QVERIFY(!hasChecked("history-0001.db")); // in the midst of it
    m_isIdle = true;
    QTRY_VERIFY_WITH_TIMEOUT(hasChecked("history-0001.db"), 30'000);
}

QTEST_GUILESS_MAIN(TestHistoryScrub)
#include "tst_history_scrub.moc"
