#include "app/log_queue.h"

#include <QList>
#include <QTest>

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
            if (m_isStuck)
                m_gate.acquire();
            m_isStuck = false;
            written.append(line.text);
            dropped += lost;
        };
    }
    void stick() { m_isStuck = true; }
    void letGo() { m_gate.release(); }

    QList<QByteArray> written; ///< to be read after a flush
    std::uint64_t dropped = 0;

private:
    std::binary_semaphore m_gate {0};
    bool m_isStuck = false;
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
    QCOMPARE(disk.dropped, std::uint64_t {0});
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
    const std::size_t said = LogQueue::kCapacity + 20;
    for (std::size_t i = 0; i < said; ++i)
        queue.add({number(i)});
    disk.letGo();
    QVERIFY(queue.flush(10s));
    const auto written = static_cast<std::uint64_t>(disk.written.size());
    QVERIFY(disk.dropped > 0);
    QCOMPARE(written + disk.dropped, static_cast<std::uint64_t>(said));
    QCOMPARE(disk.written.last(), number(static_cast<std::size_t>(written) - 1)); // the oldest stay
}

QTEST_GUILESS_MAIN(TestLogQueue)
#include "tst_log_queue.moc"
