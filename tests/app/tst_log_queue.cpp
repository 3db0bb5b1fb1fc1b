#include "app/log_queue.h"

#include <QList>
#include <QTest>

#include <atomic>
#include <semaphore>

using namespace telltale;
using namespace std::chrono_literals;

class TestLogQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreWrittenInTheirOrder();
    void whoeverLogsDoesNotWait();
    void whatDoesNotFitIsCounted();
};

namespace {

/// A disk that takes nothing until it is let go.
class Disk
{
public:
    LogQueue::Write writer()
    {
        return [this](const LogQueue::Line &line, std::uint64_t lost) {
            if (m_sticks) {
                m_isStuck = true;
                m_gate.acquire();
            }
            m_sticks = false;
            if (lost > 0)
                written.append("dropped " + QByteArray::number(static_cast<qulonglong>(lost)));
            written.append(line.text);
        };
    }
    void stick() { m_sticks = true; }
    bool isStuck() const { return m_isStuck; }
    void letGo() { m_gate.release(); }

    QList<QByteArray> written; ///< to be read after a flush

private:
    std::binary_semaphore m_gate {0};
    bool m_sticks = false;
    std::atomic<bool> m_isStuck = false;
};

QByteArray number(std::size_t n)
{
    return QByteArray::number(static_cast<qulonglong>(n));
}

} // namespace

void TestLogQueue::linesAreWrittenInTheirOrder()
{
    Disk disk;
    {
        LogQueue queue(disk.writer());
        for (std::size_t i = 0; i < 100; ++i)
            queue.add({number(i)});
    } // the end writes what waits
    QCOMPARE(disk.written.size(), 100);
    QCOMPARE(disk.written.first(), QByteArray("0"));
    QCOMPARE(disk.written.last(), QByteArray("99"));
}

void TestLogQueue::whoeverLogsDoesNotWait()
{
    Disk disk;
    disk.stick();
    LogQueue queue(disk.writer());
    queue.add({"a"});
    queue.add({"b"}); // would wait for ever if it waited
    QVERIFY(!queue.flush(10ms));
    disk.letGo();
    QVERIFY(queue.flush(10s));
    QCOMPARE(disk.written, (QList<QByteArray> {"a", "b"}));
}

void TestLogQueue::whatDoesNotFitIsCounted()
{
    Disk disk;
    disk.stick();
    LogQueue queue(disk.writer());
    queue.add({"stuck"});
    QTRY_VERIFY(disk.isStuck()); // and no longer waits in the queue
    for (std::size_t i = 0; i < LogQueue::kCapacity + 20; ++i)
        queue.add({number(i)});
    disk.letGo();
    QVERIFY(queue.flush(10s));
    QCOMPARE(disk.written.size(), static_cast<qsizetype>(LogQueue::kCapacity) + 2);
    QCOMPARE(disk.written.first(3), (QList<QByteArray> {"stuck", "dropped 20", "20"}));
    QCOMPARE(disk.written.last(), number(LogQueue::kCapacity + 19));
}

QTEST_GUILESS_MAIN(TestLogQueue)
#include "tst_log_queue.moc"
