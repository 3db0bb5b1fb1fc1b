#include "models/history_queries.h"

#include "tests/support/fake_plant.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

/// Holds threads up until it is opened.
class Gate
{
public:
    void wait()
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.wait(lock, [this] { return m_isOpen; });
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_changed.notify_all();
    }
    int waiting()
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_waiting = 0;
    bool m_isOpen = false;
};

} // namespace

class TestHistoryQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_plant.reset(); }
    void answersComeOnTheGuiThread();
    void theNewestQuestionIsAskedFirst();
    void aCancelledQuestionIsNeitherAskedNorAnswered();
    void anAnswerWithoutItsContextIsDropped();
    void theEndStopsWhatIsRunning();
    void unreadableHistoryIsTold();
    void ofTooManyTheOldestIsGivenUp();

private:
    /// Both threads of the pool wait in `gate`.
    void occupy(HistoryQueries &queries, const std::shared_ptr<Gate> &gate);

    std::unique_ptr<FakePlant> m_plant;
};

void TestHistoryQueries::init()
{
    m_plant = std::make_unique<FakePlant>();
}

void TestHistoryQueries::occupy(HistoryQueries &queries, const std::shared_ptr<Gate> &gate)
{
    for (int i = 0; i < 2; ++i)
        queries.run([gate](HistoryReader &, const CancelFlag &) { gate->wait(); }, this, [] {});
    QTRY_COMPARE(gate->waiting(), 2);
}

void TestHistoryQueries::answersComeOnTheGuiThread()
{
    const Timestamp now = m_plant->clock().now();
    const TagId tag = m_plant->tag("Northfield/Pump station 2/Pump P-203/Flow");
    std::optional<std::size_t> samples;
    QThread *answeredOn = nullptr;
    m_plant->plant().history->range(tag, {now - 10min, now}, 1000, this,
                                    [&](const Result<TrendRange> &answer) {
                                        QVERIFY(answer.ok());
                                        samples = answer.value().samples.size();
                                        answeredOn = QThread::currentThread();
                                    });
    QVERIFY(!samples); // asking waits for nothing
    QTRY_VERIFY(samples);
    std::size_t stored = 0;
    auto reader = std::move(HistoryReader::open(m_plant->plant().dataFolder)).value();
    const auto count = [&stored](const Sample &) { return ++stored > 0; };
    QVERIFY(reader->scan(tag, {now - 10min, now}, count).ok());
    QVERIFY(stored > 10);
    QCOMPARE(*samples, stored);
    QCOMPARE(answeredOn, thread());
}

void TestHistoryQueries::theNewestQuestionIsAskedFirst()
{
    HistoryQueries queries(m_plant->plant().dataFolder);
    const auto gate = std::make_shared<Gate>();
    occupy(queries, gate);
    const auto order = std::make_shared<std::vector<int>>();
    const auto mutex = std::make_shared<std::mutex>();
    const auto second = std::make_shared<Gate>();
    int answered = 0;
    // One thread stays held up, so that the other asks alone.
    queries.run([second](HistoryReader &, const CancelFlag &) { second->wait(); }, this, [] {});
    for (int i = 0; i < 5; ++i) {
        queries.run(
            [i, order, mutex](HistoryReader &, const CancelFlag &) {
                const std::lock_guard lock(*mutex);
                order->push_back(i);
            },
            this, [&answered] { ++answered; });
    }
    queries.run([second](HistoryReader &, const CancelFlag &) { second->wait(); }, this, [] {});
    gate->open();
    QTRY_COMPARE(answered, 5);
    second->open();
    QCOMPARE(*order, (std::vector<int> {4, 3, 2, 1, 0}));
}

void TestHistoryQueries::aCancelledQuestionIsNeitherAskedNorAnswered()
{
    HistoryQueries queries(m_plant->plant().dataFolder);
    const auto gate = std::make_shared<Gate>();
    occupy(queries, gate);
    const auto asked = std::make_shared<std::atomic<int>>(0);
    int answered = 0;
    const auto ask = [asked](HistoryReader &, const CancelFlag &) { ++*asked; };
    const auto flag = queries.run(ask, this, [&answered] { answered += 100; });
    queries.run(ask, this, [&answered] { ++answered; });
    flag->cancel();
    gate->open();
    QTRY_COMPARE(answered, 1);
    QCoreApplication::processEvents();
    QCOMPARE(answered, 1);
    QCOMPARE(asked->load(), 1);
}

void TestHistoryQueries::anAnswerWithoutItsContextIsDropped()
{
    HistoryQueries queries(m_plant->plant().dataFolder);
    const auto gate = std::make_shared<Gate>();
    bool isAnswered = false;
    bool isLast = false;
    auto context = std::make_unique<QObject>();
    queries.run([gate](HistoryReader &, const CancelFlag &) { gate->wait(); }, context.get(),
                [&isAnswered] { isAnswered = true; });
    QTRY_COMPARE(gate->waiting(), 1);
    context.reset();
    gate->open();
    queries.run([](HistoryReader &, const CancelFlag &) {}, this, [&isLast] { isLast = true; });
    QTRY_VERIFY(isLast);
    QCoreApplication::processEvents();
    QVERIFY(!isAnswered);
}

void TestHistoryQueries::theEndStopsWhatIsRunning()
{
    const auto isRunning = std::make_shared<std::atomic<bool>>(false);
    const auto wasCancelled = std::make_shared<std::atomic<bool>>(false);
    {
        HistoryQueries queries(m_plant->plant().dataFolder);
        queries.run(
            [isRunning, wasCancelled](HistoryReader &, const CancelFlag &cancel) {
                *isRunning = true;
                while (!cancel.isCancelled())
                    std::this_thread::yield();
                *wasCancelled = true;
            },
            this, [] { QFAIL("there is nobody left to answer"); });
        QTRY_VERIFY(isRunning->load());
    }
    QVERIFY(wasCancelled->load());
}

void TestHistoryQueries::unreadableHistoryIsTold()
{
    QTemporaryDir folder;
    const Timestamp now = m_plant->clock().now();
    { // a history of which the file is no database
        FakePlant other;
        const QString from = QString::fromStdString(other.plant().dataFolder);
        for (const QString &name : QDir(from).entryList({QStringLiteral("*.db")}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(65536, 'x'));
        }
    }
    HistoryQueries queries(folder.path().toStdString());
    std::optional<Error> error;
    queries.range({0}, {now - 1h, now}, 100, this, [&error](const Result<TrendRange> &answer) {
        error = answer.ok() ? Error {Error::Code::Internal, "there was an answer"} : answer.error();
    });
    QTRY_VERIFY(error);
    QVERIFY2(error->code == Error::Code::Damaged, error->detail.c_str());
}

void TestHistoryQueries::ofTooManyTheOldestIsGivenUp()
{
    HistoryQueries queries(m_plant->plant().dataFolder);
    const auto gate = std::make_shared<Gate>();
    occupy(queries, gate);
    const Timestamp now = m_plant->clock().now();
    int answered = 0;
    std::optional<Error> error;
    queries.range({0}, {now - 1h, now}, 100, this, [&](const Result<TrendRange> &answer) {
        ++answered;
        if (!answer.ok())
            error = answer.error();
    });
    for (int i = 0; i < 1000; ++i)
        queries.run([](HistoryReader &, const CancelFlag &) {}, this, [&answered] { ++answered; });
    QCOMPARE(queries.givenUp(), std::uint64_t {1});
    QTRY_VERIFY(error); // at once, while all others wait
    QVERIFY(error->code == Error::Code::LimitExceeded);
    QCOMPARE(answered, 1);
    gate->open();
    QTRY_COMPARE(answered, 1001);
    QCOMPARE(queries.givenUp(), std::uint64_t {1});
}

QTEST_GUILESS_MAIN(TestHistoryQueries)
#include "tst_history_queries.moc"
