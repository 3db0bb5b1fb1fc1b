#include "tests/data/history/roll_up_rig.h"
#include "tests/support/folder_reader.h"

#include <QTest>

#include <filesystem>

using namespace telltale;
using namespace std::chrono_literals;
using namespace telltale::test;

/// A history in a folder that may only be read, while its owner writes it.
class TestForeignHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileThatChangesIsLookedAtAgain();
    void fileThatGoesOnChangingIsSaidToBeWritten();

private:
    /// The file as somebody else has written it just now.
    static void touch(const std::string &path);
};

/// Only its owner may.
void TestForeignHistory::touch(const std::string &path)
{
    const uid_t reader = ::geteuid();
    QVERIFY(::seteuid(::getuid()) == 0);
    const auto before = std::filesystem::last_write_time(path);
    std::filesystem::last_write_time(path, before + 1s);
    QVERIFY(::seteuid(reader) == 0);
}

void TestForeignHistory::fileThatChangesIsLookedAtAgain()
{
    RollUpRig rig;
    QVERIFY(rig.open() && rig.writePast());
    rig.close();
    HistoryCheck::Counts expected;
    QCOMPARE(rig.damages(expected), std::vector<std::string>());
    const std::string path = rig.files().front();
    const FolderReader reader(rig.folder());
    QVERIFY(reader.isReader());
    int damages = 0;
    int starts = 0;
    std::uint64_t told = 1;
    HistoryCheck check(
        rig.folder(), [&damages](const Damage &) { ++damages; },
        [&](std::uint64_t done, std::uint64_t) {
            starts += done <= told ? 1 : 0;
            if (told == 1)
                touch(path);
            told = done;
        },
        nullptr);
    QVERIFY(check.run().ok());
    QCOMPARE(starts, 1);
    QCOMPARE(damages, 0);
    QCOMPARE(check.counts().files, expected.files);
    QCOMPARE(check.counts().samples, expected.samples);
}

void TestForeignHistory::fileThatGoesOnChangingIsSaidToBeWritten()
{
    RollUpRig rig;
    QVERIFY(rig.open() && rig.writePast());
    rig.close();
    const std::string path = rig.files().front();
    const FolderReader reader(rig.folder());
    QVERIFY(reader.isReader());
    std::vector<Damage> damages;
    HistoryCheck check(
        rig.folder(), [&damages](const Damage &damage) { damages.push_back(damage); },
        [&path](std::uint64_t, std::uint64_t) { touch(path); }, nullptr);
    QVERIFY(check.runOn(path).ok());
    QCOMPARE(damages.size(), std::size_t {1});
    QVERIFY(damages.front().what.starts_with("is being written"));
    QCOMPARE(check.counts().files, std::size_t {0});
}

QTEST_GUILESS_MAIN(TestForeignHistory)
#include "tst_foreign_history.moc"
