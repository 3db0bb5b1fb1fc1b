#include "tests/support/fake_plant.h"

#include "widgets/common/column_memory.h"
#include "widgets/common/data_table.h"
#include "widgets/status/status_page.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::atomic<int> guiSyncs = 0;
std::atomic<int> otherSyncs = 0;

/// Those of the fake plant do not count.
void beginToCount()
{
    guiSyncs = 0;
    otherSyncs = 0;
}

int noteSync(long call, int descriptor)
{
    const bool isGui = ::syscall(SYS_gettid) == ::getpid();
    ++(isGui ? guiSyncs : otherSyncs);
    return static_cast<int>(::syscall(call, descriptor));
}

} // namespace

// Taken by the libraries, too, instead of those of the C library.
extern "C" int fsync(int descriptor)
{
    return noteSync(SYS_fsync, descriptor);
}

extern "C" int fdatasync(int descriptor)
{
    return noteSync(SYS_fdatasync, descriptor);
}

using namespace telltale;
using namespace telltale::test;

/// The GUI thread waits for no disk.
class TestGuiSyncs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void columnsAreKept();
    void statusIsExported();
};

void TestGuiSyncs::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
}

void TestGuiSyncs::columnsAreKept()
{
    const QString name = QStringLiteral("gui-syncs");
    QStandardItemModel model(3, 3);
    DataTable table(name, name);
    table.setModel(&model);
    table.setColumns({{100, 1}, {100, 1}, {100, 1}});
    table.resize(600, 300);
    table.show();
    QHeaderView *header = table.horizontalHeader();
    const QPoint edge(header->sectionSize(0) - 1, header->height() / 2);
    beginToCount();
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(header->viewport(), edge + QPoint(20, 0));
    QTest::mouseMove(header->viewport(), edge + QPoint(40, 0));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(40, 0));
    QVERIFY(!ColumnMemory::instance().state(name).isEmpty());
    ColumnMemory::instance().flush();
    QVERIFY(otherSyncs > 0);
    ColumnMemory::instance().forget(name);
    ColumnMemory::instance().flush();
    QCOMPARE(guiSyncs.load(), 0);
}

void TestGuiSyncs::statusIsExported()
{
    FakePlant works;
    Plant plant = works.plant();
    plant.statusJson = [](const PlantStatus &) { return std::string("{}"); };
    StatusPage page(plant);
    page.frame(works.clock().now());
    QTemporaryDir folder;
    QSignalSpy exported(&page, &StatusPage::exported);
    beginToCount();
    page.exportTo(folder.filePath(QStringLiteral("status.json")));
    QVERIFY(exported.wait());
    QVERIFY(otherSyncs > 0);
    QCOMPARE(guiSyncs.load(), 0);
}

QTEST_MAIN(TestGuiSyncs)
#include "tst_gui_syncs.moc"
