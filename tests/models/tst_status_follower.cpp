#include "models/status_follower.h"

#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

class TestStatusFollower : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newStatusIsTakenAtOnce();
    void sameStatusIsShownOncePerSecond();
};

namespace {

constexpr Timestamp kStart = timestampFromMicroseconds(1'795'575'000'000'000);

PlantStatus statusOf(std::uint64_t received)
{
    PlantStatus status;
    status.counters.received = received;
    return status;
}

} // namespace

void TestStatusFollower::newStatusIsTakenAtOnce()
{
    StatusBoard board;
    StatusFollower follower;
    follower.update(board, kStart);
    QVERIFY(!follower.hasStatus());
    board.publish(statusOf(7));
    QVERIFY(follower.update(board, kStart));
    QVERIFY(follower.hasStatus());
    QCOMPARE(follower.status().counters.received, std::uint64_t {7});
    board.publish(statusOf(8));
    QVERIFY(follower.update(board, kStart + 1ms));
    QCOMPARE(follower.status().counters.received, std::uint64_t {8});
}

void TestStatusFollower::sameStatusIsShownOncePerSecond()
{
    StatusBoard board;
    board.publish(statusOf(1));
    StatusFollower follower;
    QVERIFY(follower.update(board, kStart));
    QVERIFY(!follower.update(board, kStart + 999ms));
    QVERIFY(follower.update(board, kStart + 1s));
    QVERIFY(!follower.update(board, kStart + 1s));
}

QTEST_GUILESS_MAIN(TestStatusFollower)
#include "tst_status_follower.moc"
