#include "data/storage/file.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <sys/resource.h>
#include <thread>

using namespace telltale;

class TestFolderLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneHoldsItAndIsNamed();
    void askingWhoOwnsDisturbsNobody();
    void fullDiskKeepsNobodyFromIt();
};

void TestFolderLock::oneHoldsItAndIsNamed()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    QVERIFY(!FolderLock::ownerOf(path));
    {
        const Result<FolderLock> first = FolderLock::take(path);
        QVERIFY(first.ok());
        const std::string me = "process " + std::to_string(QCoreApplication::applicationPid());
        QVERIFY(FolderLock::ownerOf(path).value_or("").ends_with(me));
        const Result<FolderLock> second = FolderLock::take(path);
        QVERIFY(!second.ok());
        QVERIFY(second.error().code == Error::Code::Busy);
        QVERIFY(second.error().detail.ends_with(me));
    }
    QVERIFY(!FolderLock::ownerOf(path)); // the file is there, nobody holds it
    QVERIFY(FolderLock::take(path).ok());
}

void TestFolderLock::askingWhoOwnsDisturbsNobody()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    std::atomic<bool> isOver = false;
    std::atomic<int> asked = 0;
    std::thread curious([&] {
        while (!isOver) {
            (void)FolderLock::ownerOf(path);
            ++asked;
        }
    });
    int refused = 0;
    for (int i = 0; i < 1000 || asked < 1000; ++i)
        refused += FolderLock::take(path).ok() ? 0 : 1;
    isOver = true;
    curious.join();
    QCOMPARE(refused, 0);
}

void TestFolderLock::fullDiskKeepsNobodyFromIt()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    rlimit usual {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
    const rlimit none {0, usual.rlim_max};
    const auto before = ::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &none), 0);
    const Result<FolderLock> lock = FolderLock::take(path);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &usual), 0);
    ::signal(SIGXFSZ, before);
    QVERIFY2(lock.ok(), lock.ok() ? "" : lock.error().detail.c_str());
    QVERIFY(FolderLock::ownerOf(path).has_value());
    QVERIFY(!FolderLock::take(path).ok());
}

QTEST_GUILESS_MAIN(TestFolderLock)
#include "tst_folder_lock.moc"
