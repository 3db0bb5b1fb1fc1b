#include "data/history/history_reader.h"
#include "tests/data/history/history_script.h"
#include "tests/support/recorded_disk.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace telltale;
using telltale::test::openScriptWriter;
using telltale::test::RecordedDisk;
using telltale::test::scriptBatch;
using telltale::test::scriptBatchesIn;

/// What a writer does to the disk is written down; the power goes at random moments of it, and what
/// the disk may then hold is opened. TELLTALE_CUTS says how many such states each test looks at.
class TestHistoryPowerCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingCommittedIsLost_data();
    void nothingCommittedIsLost();
    void recoveryMayBeCutToo_data();
    void recoveryMayBeCutToo();
    void whileSamplesAreRolledUpNothingIsLost();

private:
    /// What was given to append(), and what commit() had promised, by calls of the disk.
    struct Promise
    {
        std::size_t calls = 0;
        std::uint64_t begun = 0;
        std::uint64_t committed = 0;
    };
    bool record(const std::string &folder, std::uint64_t rotateAt);
    Promise promisedAt(std::size_t call) const;

    std::vector<Promise> m_promises;
    std::mt19937_64 m_random;
};

namespace {

constexpr std::uint64_t kBatches = 12;

bool write(HistoryWriter &writer, std::uint64_t batch)
{
    return writer.append(scriptBatch(batch)).ok() && writer.commit({batch}, {}).ok();
}

bool maintain(HistoryWriter &writer)
{
    Result<bool> more = true;
    while (more.ok() && more.value())
        more = writer.maintain();
    return more.ok();
}

/// Whether the next batch can be written to what a cut has left.
bool goesOn(const std::string &folder, std::uint64_t rotateAt, std::uint64_t batches)
{
    {
        TagRegistry registry;
        const auto writer = openScriptWriter({folder, rotateAt}, registry);
        if (!writer || !write(*writer, batches + 1) || !maintain(*writer))
            return false;
    }
    return scriptBatchesIn(folder) == batches + 1;
}

void addFiles()
{
    QTest::addColumn<quint64>("rotateAt");
    QTest::newRow("one file") << (quint64 {4} << 30U);
    QTest::newRow("many, that are packed") << quint64 {1};
}

constexpr std::uint32_t kAgeingTags = 3;
constexpr int kAgeingSamples = 3600; ///< of each tag, one a second

/// An hour of old samples in a file that is complete, and newer ones days behind it.
bool writeToAge(HistoryWriter &writer)
{
    auto old = std::make_shared<SampleBatch>();
    auto now = std::make_shared<SampleBatch>();
    for (std::uint32_t tag = 0; tag < kAgeingTags; ++tag) {
        for (std::int64_t i = 0; i < kAgeingSamples; ++i)
            old->append({tag}, timestampFromMicroseconds(i * 1'000'000), static_cast<double>(i), {},
                        {});
        now->append({tag}, timestampFromMicroseconds(std::int64_t {5} * 86'400'000'000), 0.0, {},
                    {});
    }
    return writer.append(old).ok() && writer.commit({1}, {}).ok() && maintain(writer)
        && writer.append(now).ok() && writer.commit({2}, {}).ok() && maintain(writer);
}

/// How many tags of the old hour are rolled up; nothing: some of it is lost, or is there twice.
std::optional<std::uint32_t> rolledUpIn(HistoryReader &reader)
{
    const TimeRange old {timestampFromMicroseconds(0),
                         timestampFromMicroseconds(kAgeingSamples * std::int64_t {1'000'000})};
    std::uint32_t rolledUp = 0;
    for (std::uint32_t tag = 0; tag < kAgeingTags; ++tag) {
        const Result<TrendRange> range = reader.range({tag}, old, kAgeingSamples / 60);
        if (!range.ok() || range->columns.size() != kAgeingSamples / 60)
            return std::nullopt;
        for (std::size_t i = 0; i < range->columns.size(); ++i) {
            const TrendRange::Column &column = range->columns[i];
            if (column.count != 60 || column.min != 60.0 * static_cast<double>(i)
                || column.max != column.min + 59.0)
                return std::nullopt;
        }
        rolledUp += range->rolledUp.empty() ? 0 : 1;
    }
    return rolledUp;
}

/// Opens the writer, and rolls up what is old.
bool age(const std::string &folder)
{
    TagRegistry registry;
    const auto writer = openScriptWriter({folder, 1}, registry);
    RetentionPolicy policy;
    policy.rawDays = 1;
    if (writer)
        writer->retain(policy, Timestamp::max());
    return writer && writer->setAside().empty() && maintain(*writer);
}

int cutsAsked()
{
    bool isGiven = false;
    const int cuts = qEnvironmentVariableIntValue("TELLTALE_CUTS", &isGiven);
    return isGiven ? cuts : 100;
}

unsigned seedAsked()
{
    bool isGiven = false;
    const int seed = qEnvironmentVariableIntValue("TELLTALE_SEED", &isGiven);
    return isGiven ? static_cast<unsigned>(seed) : std::random_device {}();
}

} // namespace

bool TestHistoryPowerCut::record(const std::string &folder, std::uint64_t rotateAt)
{
    m_promises.clear();
    RecordedDisk::record(folder);
    TagRegistry registry;
    const auto writer = openScriptWriter({folder, rotateAt}, registry);
    bool isWritten = writer != nullptr;
    for (std::uint64_t batch = 1; isWritten && batch <= kBatches; ++batch) {
        m_promises.push_back({RecordedDisk::calls(), batch, batch - 1});
        isWritten = write(*writer, batch);
        m_promises.push_back({RecordedDisk::calls(), batch, batch});
        isWritten = isWritten && maintain(*writer);
    }
    RecordedDisk::stop();
    return isWritten;
}

TestHistoryPowerCut::Promise TestHistoryPowerCut::promisedAt(std::size_t call) const
{
    Promise last;
    for (const Promise &promise : m_promises) {
        if (promise.calls <= call)
            last = promise;
    }
    return last;
}

void TestHistoryPowerCut::nothingCommittedIsLost_data()
{
    addFiles();
}

void TestHistoryPowerCut::nothingCommittedIsLost()
{
    QFETCH(quint64, rotateAt);
    const int cuts = cutsAsked();
    const unsigned seed = seedAsked();
    m_random.seed(seed);
    QTemporaryDir folder;
    QVERIFY(record(folder.path().toStdString(), rotateAt));
    const std::size_t calls = RecordedDisk::calls();
    qInfo("seed %u, %d states of %zu calls", seed, cuts, calls);
    for (int i = 0; i < cuts; ++i) {
        const std::size_t at = m_random() % (calls + 1);
        const QByteArray where = "cut " + QByteArray::number(i) + " before call "
            + QByteArray::number(static_cast<qulonglong>(at));
        QTemporaryDir left;
        const std::string path = left.path().toStdString();
        QVERIFY(RecordedDisk::cut(at, m_random, path));
        const auto found = scriptBatchesIn(path);
        QVERIFY2(found >= promisedAt(at).committed, where.constData());
        QVERIFY2(*found <= promisedAt(at).begun, where.constData());
        QVERIFY2(goesOn(path, rotateAt, *found), where.constData());
    }
}

void TestHistoryPowerCut::recoveryMayBeCutToo_data()
{
    addFiles();
}

void TestHistoryPowerCut::recoveryMayBeCutToo()
{
    QFETCH(quint64, rotateAt);
    const int cuts = cutsAsked() / 10 + 1;
    const unsigned seed = seedAsked();
    m_random.seed(seed);
    qInfo("seed %u, %d states", seed, cuts);
    for (int i = 0; i < cuts; ++i) {
        QTemporaryDir folder;
        QVERIFY(record(folder.path().toStdString(), rotateAt));
        const std::size_t at = m_random() % (RecordedDisk::calls() + 1);
        const Promise promised = promisedAt(at);
        QTemporaryDir left;
        QVERIFY(RecordedDisk::cut(at, m_random, left.path().toStdString()));
        RecordedDisk::record(left.path().toStdString());
        const std::size_t before = RecordedDisk::calls();
        {
            TagRegistry registry;
            const auto writer = openScriptWriter({left.path().toStdString(), rotateAt}, registry);
            QVERIFY(writer && maintain(*writer));
        }
        RecordedDisk::stop();
        QTemporaryDir again;
        const std::string path = again.path().toStdString();
        const std::size_t more = RecordedDisk::calls() - before;
        QVERIFY(RecordedDisk::cut(before + m_random() % (more + 1), m_random, path));
        const auto found = scriptBatchesIn(path);
        const QByteArray where = "cut " + QByteArray::number(i);
        QVERIFY2(found >= promised.committed, where.constData());
        QVERIFY2(*found <= promised.begun, where.constData());
    }
}

/// The old file counts until the new one takes its place: all tags are rolled up, or none is.
void TestHistoryPowerCut::whileSamplesAreRolledUpNothingIsLost()
{
    const int cuts = cutsAsked() / 5 + 1;
    const unsigned seed = seedAsked();
    m_random.seed(seed);
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    {
        TagRegistry registry;
        const auto writer = openScriptWriter({path, 1}, registry);
        QVERIFY(writer && writeToAge(*writer));
    }
    RecordedDisk::record(path);
    const std::size_t before = RecordedDisk::calls();
    const bool isAged = age(path);
    RecordedDisk::stop();
    QVERIFY(isAged);
    QCOMPARE(rolledUpIn(*HistoryReader::open(path).value()), std::optional(kAgeingTags));
    const std::size_t calls = RecordedDisk::calls() - before;
    qInfo("seed %u, %d states of %zu calls", seed, cuts, calls);
    for (int i = 0; i < cuts; ++i) {
        QTemporaryDir left;
        const std::string cut = left.path().toStdString();
        QVERIFY(RecordedDisk::cut(before + m_random() % (calls + 1), m_random, cut));
        const QByteArray where = "cut " + QByteArray::number(i);
        {
            TagRegistry registry;
            QVERIFY2(openScriptWriter({cut, 1}, registry), where.constData());
        }
        const auto found = rolledUpIn(*HistoryReader::open(cut).value());
        QVERIFY2(found && (*found == 0 || *found == kAgeingTags), where.constData());
        QVERIFY2(age(cut), where.constData());
        QVERIFY2(rolledUpIn(*HistoryReader::open(cut).value()) == kAgeingTags, where.constData());
    }
}

QTEST_GUILESS_MAIN(TestHistoryPowerCut)
#include "tst_history_power_cut.moc"
