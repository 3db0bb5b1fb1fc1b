#include "data/storage/space_watch.h"

#include <QTemporaryDir>
#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

class TestSpaceWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void historyLeavesRoomForTheAlarms();
    void littleRoomIsNearlyFull_data();
    void littleRoomIsNearlyFull();
    void aLittleMoreRoomIsNotEnough();
    void timeToFullIsSaid();
    void smallRoomIsSaidInMegabytes();
    void realDiskIsAsked();
};

namespace {

constexpr std::uint64_t kGiB = std::uint64_t {1} << 30U;

} // namespace

void TestSpaceWatch::littleRoomIsNearlyFull_data()
{
    QTest::addColumn<quint64>("free");
    QTest::addColumn<quint64>("size");
    QTest::addColumn<bool>("isNearlyFull");
    QTest::newRow("small disk, 2 GiB") << quint64 {2 * kGiB} << quint64 {20 * kGiB} << false;
    QTest::newRow("small disk, less") << quint64 {2 * kGiB - 1} << quint64 {20 * kGiB} << true;
    QTest::newRow("large disk, 5 %") << quint64 {50 * kGiB} << quint64 {1000 * kGiB} << false;
    QTest::newRow("large disk, less") << quint64 {50 * kGiB - 1} << quint64 {1000 * kGiB} << true;
}

void TestSpaceWatch::littleRoomIsNearlyFull()
{
    QFETCH(quint64, free);
    QFETCH(quint64, size);
    SpaceWatch watch;
    QVERIFY(watch.isDue(0s));
    watch.note({free, size}, 5s);
    QTEST(watch.room().isNearlyFull, "isNearlyFull");
    QVERIFY(!watch.isDue(14s));
    QVERIFY(watch.isDue(15s));
}

void TestSpaceWatch::aLittleMoreRoomIsNotEnough()
{
    SpaceWatch watch;
    watch.note({2 * kGiB - 1, 20 * kGiB}, 0s);
    watch.note({2 * kGiB + kGiB / 10, 20 * kGiB}, 10s);
    QVERIFY(watch.room().isNearlyFull);
    watch.note({2 * kGiB + kGiB / 4, 20 * kGiB}, 20s);
    QVERIFY(!watch.room().isNearlyFull);
}

void TestSpaceWatch::timeToFullIsSaid()
{
    SpaceWatch watch;
    watch.note({2 * kGiB, 100 * kGiB}, 0s);
    QCOMPARE(watch.words(), std::string("the disk is nearly full: 2.1 GB of 107.4 GB are free"));
    watch.note({kGiB, 100 * kGiB}, 1h);
    QCOMPARE(watch.words(),
             std::string("the disk is nearly full: 1.1 GB of 107.4 GB are free, full "
                         "in about 2 h"));
    watch.note({kGiB, 100 * kGiB}, 2h); // it stands still
    QCOMPARE(watch.words(), std::string("the disk is nearly full: 1.1 GB of 107.4 GB are free"));
}

void TestSpaceWatch::smallRoomIsSaidInMegabytes()
{
    SpaceWatch watch;
    watch.note({92'000'000, 104'857'600}, 0s);
    QCOMPARE(watch.words(), std::string("the disk is nearly full: 92 MB of 105 MB are free"));
}

void TestSpaceWatch::realDiskIsAsked()
{
    const QTemporaryDir folder;
    const auto space = SpaceWatch::ask(folder.path().toStdString());
    QVERIFY(space.ok());
    QVERIFY(space->free > 0 && space->free <= space->size);
    QVERIFY(!SpaceWatch::ask("/not/there").ok());
}

void TestSpaceWatch::historyLeavesRoomForTheAlarms()
{
    const auto isRefused = [](std::uint64_t free, std::uint64_t size) {
        const Outcome checked = SpaceWatch::checkForHistory({free, size});
        return !checked.ok() && checked.error().code == Error::Code::DiskFull;
    };
    constexpr std::uint64_t kMebibyte = 1U << 20U;
    QVERIFY(!isRefused(65 * kMebibyte, 100'000 * kMebibyte));
    QVERIFY(isRefused(64 * kMebibyte, 100'000 * kMebibyte));
    QVERIFY(!isRefused(3 * kMebibyte, 40 * kMebibyte));
    QVERIFY(isRefused(2 * kMebibyte, 40 * kMebibyte));
}

QTEST_GUILESS_MAIN(TestSpaceWatch)
#include "tst_space_watch.moc"
