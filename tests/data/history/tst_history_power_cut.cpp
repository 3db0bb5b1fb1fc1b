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

QTEST_GUILESS_MAIN(TestHistoryPowerCut)
#include "tst_history_power_cut.moc"
