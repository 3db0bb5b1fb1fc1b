#include "widgets/status/status_page.h"

#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"
#include "widgets/common/problem_panel.h"
#include "widgets/common/theme.h"
#include "widgets/common/whole_table.h"

#include "models/status_rows.h"

#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;
using namespace telltale::test;

class TestStatusPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void problemIsReadInFull();
    void problemSaysItsOwnRemedy_data();
    void problemSaysItsOwnRemedy();
    void statusSaysWhetherAnythingRecords();
    void channelsOfNotificationsAreRows();
    void exportIsWhatTheCommandPrints();
    void nothingIsCut_data();
    void nothingIsCut();
};

void TestStatusPage::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestStatusPage::problemIsReadInFull()
{
    ProblemPanel panel;
    panel.resize(900, 300);
    Problem problem;
    problem.area = "workspace";
    problem.subject = "/home/anna/.config/telltale/a long name of a workspace/connections.json";
    problem.cause = problem.subject + ": line 7: a comma is missing; the last good state is used";
    panel.setProblems({problem}, {});
    panel.show();
    QCoreApplication::processEvents();
    auto *whole = field<QLabel>(panel, "whole");
    QVERIFY(whole->isVisible());
    QVERIFY2(whole->text().contains(QString::fromStdString(problem.cause)),
             qPrintable(whole->text()));
    QVERIFY(whole->height() >= whole->heightForWidth(whole->width()));
    const auto *table = panel.findChild<QTableView *>();
    QVERIFY(table->rowHeight(0) > Theme::kTableRow); // it goes on in a second line
    QVERIFY(isRowWhole(*table, 0));
    panel.resize(700, 300);
    QCoreApplication::processEvents();
    QVERIFY(isRowWhole(*table, 0));
    panel.setProblems({}, {});
    QVERIFY(!whole->isVisible());
}

void TestStatusPage::problemSaysItsOwnRemedy_data()
{
    QTest::addColumn<QString>("area");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("remedy");
    QTest::addColumn<QString>("shown");
    QTest::newRow("command that nobody allowed")
        << QStringLiteral("notification") << int(Error::Code::NotPermitted)
        << QStringLiteral("allow it on the overview")
        << QStringLiteral("It is not permitted. allow it on the overview");
    QTest::newRow("broken file") << QStringLiteral("workspace") << int(Error::Code::Malformed)
                                 << QStringLiteral("Mend the file")
                                 << QStringLiteral("A file is broken. Mend the file");
    QTest::newRow("connection, whose kind says more")
        << QStringLiteral("connection") << int(Error::Code::HostNotFound)
        << QStringLiteral("It is tried again by itself.") << QStringLiteral("Check the address");
    QTest::newRow("none of its own") << QStringLiteral("disk") << int(Error::Code::DiskFull)
                                     << QString() << QStringLiteral("Free some space");
}

void TestStatusPage::problemSaysItsOwnRemedy()
{
    QFETCH(const QString, area);
    QFETCH(const int, code);
    QFETCH(const QString, remedy);
    QFETCH(const QString, shown);
    ProblemPanel panel;
    Problem problem;
    problem.area = area.toStdString();
    problem.code = static_cast<Error::Code>(code);
    problem.remedy = remedy.toStdString();
    panel.setProblems({problem}, {});
    const QString whole = field<QLabel>(panel, "whole")->text();
    QVERIFY2(whole.contains(shown), qPrintable(whole));
}

void TestStatusPage::statusSaysWhetherAnythingRecords()
{
    PlantStatus status;
    status.isOwner = false;
    QCOMPARE(StatusRows::recordingWords(status), QStringLiteral("no: nothing is running"));
    status.owner = "anna@desk";
    QCOMPARE(StatusRows::recordingWords(status), QStringLiteral("yes"));
    status.recording = false;
    QCOMPARE(StatusRows::recordingWords(status),
             QStringLiteral("stopped: history cannot be written"));
    Problem problem;
    problem.area = "journal";
    problem.code = Error::Code::DiskFull;
    status.problems = {problem};
    QCOMPARE(StatusRows::recordingWords(status),
             QStringLiteral("stopped: the raw journal cannot be written"));
}

void TestStatusPage::channelsOfNotificationsAreRows()
{
    PlantStatus status;
    const Timestamp now = timestampFromMicroseconds(1'790'000'000'000'000);
    const QTimeZone zone("UTC");
    QCOMPARE(StatusRows::notifications(status, now, zone).at(0).cells.at(1).text,
             QStringLiteral("none: no notification leaves this computer"));
    status.channels.resize(3);
    status.channels[0].name = "on call";
    status.channels[0].sent = 7;
    status.channels[1].name = "mail";
    status.channels[1].waiting = 3;
    status.channels[1].givenUp = 2;
    status.channels[1].failingSince = now - std::chrono::hours(1);
    status.channels[1].cause = "there is no host a.example";
    status.channels[1].remedy = "Look at the receiver; it is tried again by itself.";
    status.channels[2].isHeld = true;
    status.channels[2].waiting = 4;
    const std::vector<TableRow> rows = StatusRows::notifications(status, now, zone);
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows[2].cells[1].text,
             QStringLiteral("held until somebody allows its program · 0 sent · 4 waiting"));
    QCOMPARE(rows[0].cells[0].text, QStringLiteral("on call"));
    QCOMPARE(rows[0].cells[1].text, QStringLiteral("7 sent · 0 waiting"));
    QVERIFY(rows[0].tip.isEmpty());
    QVERIFY2(rows[1].cells[1].text.startsWith(QStringLiteral("failing since ")),
             qPrintable(rows[1].cells[1].text));
    QVERIFY(rows[1].cells[1].text.endsWith(
        QStringLiteral(" · 0 sent · 3 waiting · 2 told as a number only")));
    QCOMPARE(rows[1].tip,
             QStringLiteral("there is no host a.example\n"
                            "Look at the receiver; it is tried again by itself."));
}

/// Its members are where a program that reads the one looks for them in the other.
void TestStatusPage::exportIsWhatTheCommandPrints()
{
    FakePlant works;
    works.workspace().connections.front().user = "secret-user";
    Plant plant = works.plant();
    plant.statusJson = [](const PlantStatus &status) {
        return "{\"received\": " + std::to_string(status.counters.received)
            + ", \"dropped\": {\"payload_too_large\": 3}}";
    };
    StatusPage page(plant);
    page.frame(works.clock().now());
    QVERIFY(page.isComplete());
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("status.json"));
    QSignalSpy exported(&page, &StatusPage::exported);
    page.exportTo(path);
    QVERIFY(exported.wait());
    QVERIFY(exported.takeFirst().first().toBool());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const QJsonObject all = QJsonDocument::fromJson(text).object();
    QCOMPARE(all.value(QStringLiteral("received")).toInteger(), 184'220'410);
    QCOMPARE(all.value(QStringLiteral("dropped")).toObject().size(), 1);
    QVERIFY(!all.value(QStringLiteral("program")).toObject().value(QStringLiteral("qt")).isNull());
    QVERIFY(!text.contains("secret-user"));
    page.exportTo(folder.filePath(QStringLiteral("none/status.json")));
    QVERIFY(exported.wait());
    QVERIFY(!exported.takeFirst().first().toBool());
}

void TestStatusPage::nothingIsCut_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("scale");
    QTest::newRow("small window") << 992 << 1.0;
    QTest::newRow("narrow") << 600 << 1.0;
    QTest::newRow("large text") << 992 << 2.0;
}

/// Every cell has the room for all its lines, and every table for all its rows.
void TestStatusPage::nothingIsCut()
{
    QFETCH(int, width);
    QFETCH(double, scale);
    Theme::instance().setTextScale(scale);
    FakePlant works;
    works.status.counters.dropped["a_cause_with_a_name_that_is_long_enough_for_two_lines"] = 7;
    works.publishStatus();
    StatusPage page(works.plant());
    page.resize(width, 614);
    page.show();
    page.frame(works.clock().now());
    QTest::qWait(0);
    const auto tables = page.findChildren<WholeTable *>();
    QCOMPARE(tables.size(), 4);
    for (const WholeTable *table : tables) {
        QCOMPARE(table->viewport()->height(), table->verticalHeader()->length());
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QModelIndex name = table->model()->index(row, 0);
            QStyleOptionViewItem option;
            for (const QModelIndex &cell : {name, name.siblingAtColumn(1)}) {
                option.rect = QRect(0, 0, table->columnWidth(cell.column()), 1);
                QVERIFY2(table->itemDelegate()->sizeHint(option, cell).height()
                             <= table->rowHeight(row),
                         qPrintable(cell.data().toString()));
            }
        }
    }
    Theme::instance().setTextScale(1.0);
}

QTEST_MAIN(TestStatusPage)
#include "tst_status_page.moc"
