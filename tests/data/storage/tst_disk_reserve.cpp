#include "data/storage/disk_reserve.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;

class TestDiskReserve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roomIsKeptAndGivenUpOnce();
    void halfMadeReserveIsMadeAnew();
    void onlyTheDiskIsWaitedFor();
};

void TestDiskReserve::roomIsKeptAndGivenUpOnce()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("reserve"));
    {
        DiskReserve reserve(folder.path().toStdString());
        QVERIFY(!reserve.release());
        reserve.keep();
        QCOMPARE(QFile(file).size(), qint64(DiskReserve::kBytes));
        QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
    }
    DiskReserve reserve(folder.path().toStdString()); // that of an earlier life
    QVERIFY(reserve.release());
    QVERIFY(!QFile::exists(file));
    QVERIFY(!reserve.release());
    reserve.keep();
    QVERIFY(QFile::exists(file));
}

void TestDiskReserve::halfMadeReserveIsMadeAnew()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("reserve")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(DiskReserve::kBytes)); // has the size, but not the room
    file.close();
    DiskReserve reserve(folder.path().toStdString());
    reserve.keep();
    DiskReserve again(folder.path().toStdString());
    QVERIFY(again.release());
}

void TestDiskReserve::onlyTheDiskIsWaitedFor()
{
    QVERIFY(isDiskTrouble({Error::Code::DiskFull, ""}));
    QVERIFY(isDiskTrouble({Error::Code::DiskError, ""}));
    QVERIFY(!isDiskTrouble({Error::Code::Busy, ""}));
    QVERIFY(!isDiskTrouble({Error::Code::NotPermitted, ""}));
}

QTEST_GUILESS_MAIN(TestDiskReserve)
#include "tst_disk_reserve.moc"
