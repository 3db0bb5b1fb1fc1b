#include "models/job_thread.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <future>
#include <memory>
#include <vector>

using namespace telltale;

class TestJobThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jobsRunInTheirOrderOnOneOtherThread();
    void endWaitsForTheRunningJob();
    void endDropsWhatWaits();
};

void TestJobThread::jobsRunInTheirOrderOnOneOtherThread()
{
    std::vector<int> order;
    std::vector<std::thread::id> threads;
    std::promise<void> done;
    JobThread thread;
    for (int i = 0; i < 100; ++i) {
        thread.run([&order, &threads, i] {
            order.push_back(i);
            threads.push_back(std::this_thread::get_id());
        });
    }
    thread.run([&done] { done.set_value(); });
    done.get_future().wait();
    QCOMPARE(order.size(), std::size_t(100));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QVERIFY(threads.front() != std::this_thread::get_id());
    QCOMPARE(std::count(threads.begin(), threads.end(), threads.front()), 100);
}

void TestJobThread::endWaitsForTheRunningJob()
{
    bool isDone = false;
    std::promise<void> began;
    std::promise<void> mayEnd;
    auto thread = std::make_unique<JobThread>();
    thread->run([&] {
        began.set_value();
        mayEnd.get_future().wait();
        isDone = true;
    });
    began.get_future().wait();
    std::thread ending([&thread] { thread.reset(); });
    mayEnd.set_value();
    ending.join();
    QVERIFY(isDone);
}

void TestJobThread::endDropsWhatWaits()
{
    std::promise<void> began;
    std::atomic<int> runs = 0;
    {
        std::function<void()> again; // used until the thread has ended
        JobThread thread;
        again = [&] {
            if (++runs == 1)
                began.set_value();
            thread.run(again); // there is always one that waits
        };
        thread.run(again);
        began.get_future().wait();
    }
    QVERIFY(runs > 0);
}

QTEST_GUILESS_MAIN(TestJobThread)
#include "tst_job_thread.moc"
