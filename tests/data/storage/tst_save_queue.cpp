#include "data/storage/save_queue.h"

#include <QTest>

#include <future>

using namespace telltale;

class TestSaveQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addingDoesNotWaitForTheDisk();
    void filesAreWrittenInOrderAndTheLastSaveOfOneWins();
    void whatWaitsIsWrittenAtTheEnd();
    void failureIsToldAndTheNextFileIsWritten();
};

namespace {

/// A save that writes its name into a list.
FileSave named(std::vector<std::string> &written, const std::string &file, const std::string &what)
{
    return {file, [&written, what] {
                written.push_back(what);
                return Outcome();
            }};
}

/// Holds the queue until it is opened.
struct Gate
{
    std::promise<void> open;
    FileSave save()
    {
        return {"gate", [opened = open.get_future().share()] {
                    opened.wait();
                    return Outcome();
                }};
    }
};

} // namespace

void TestSaveQueue::addingDoesNotWaitForTheDisk()
{
    std::vector<std::string> written;
    Gate gate;
    SaveQueue queue;
    queue.add(gate.save());
    queue.add(named(written, "tags", "tags")); // came back: the gate is still shut
    gate.open.set_value();
    queue.flush();
    QCOMPARE(written, std::vector<std::string> {"tags"});
}

void TestSaveQueue::filesAreWrittenInOrderAndTheLastSaveOfOneWins()
{
    std::vector<std::string> written;
    std::vector<std::string> answered;
    Gate gate;
    SaveQueue queue;
    queue.add(gate.save());
    queue.add(named(written, "tags", "tags 1"), [&](const Outcome &) { answered.push_back("1"); });
    queue.add(named(written, "rules", "rules"));
    queue.add(named(written, "tags", "tags 2"), [&](const Outcome &) { answered.push_back("2"); });
    gate.open.set_value();
    queue.flush();
    QCOMPARE(written, (std::vector<std::string> {"rules", "tags 2"}));
    QCOMPARE(answered, (std::vector<std::string> {"1", "2"}));
}

void TestSaveQueue::whatWaitsIsWrittenAtTheEnd()
{
    std::vector<std::string> written;
    Gate gate;
    {
        SaveQueue queue;
        queue.add(gate.save());
        queue.add(named(written, "tags", "tags"));
        queue.add(named(written, "rules", "rules"));
        gate.open.set_value();
    }
    QCOMPARE(written, (std::vector<std::string> {"tags", "rules"}));
}

void TestSaveQueue::failureIsToldAndTheNextFileIsWritten()
{
    std::vector<std::string> written;
    std::vector<std::string> told;
    SaveQueue queue([&](const std::string &file, const Outcome &saved) {
        told.push_back(file + (saved.ok() ? " saved" : ": " + saved.error().detail));
    });
    std::string answer;
    queue.add({"tags",
               [] {
                   return Outcome(Error {Error::Code::DiskFull, "no space"});
               }},
              [&](const Outcome &saved) { answer = saved.error().detail; });
    queue.flush();
    queue.add(named(written, "rules", "rules"));
    queue.flush();
    QCOMPARE(answer, std::string("no space"));
    QCOMPARE(told, (std::vector<std::string> {"tags: no space", "rules saved"}));
    QCOMPARE(written, std::vector<std::string> {"rules"});
}

QTEST_GUILESS_MAIN(TestSaveQueue)
#include "tst_save_queue.moc"
