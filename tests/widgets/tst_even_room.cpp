#include "widgets/common/even_room.h"

#include "tests/widgets/find_widgets.h"

#include "models/row_table_model.h"
#include "widgets/common/data_table.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace telltale;
using namespace telltale::test;

/// Words have the room that others do not need.
class TestEvenRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyTheWidestGiveWay_data();
    void onlyTheWidestGiveWay();
    void fractionsAreKept();
    void namesStandWholeBesideFreeRoom();
    void briefNamesStandWholeBesideLongOnes();
    void wordsGoOnInFurtherLines();
    void wordsHaveTheRoomOfOtherColumns();
    void headingsAndChosenColumnsAreReadWhole();
    void columnsDoNotJump();
    void emptyTableSaysWhy();
};

namespace {

using Widths = std::vector<int>;

const QString kLong(80, QLatin1Char('w'));

TableRow rowOf(const QString &name, const QString &value)
{
    return {name.toStdString(), {{name}, {value}}};
}

int widthOf(const QString &words)
{
    return QFontMetrics(Theme::instance().font(Theme::Type::Text)).horizontalAdvance(words);
}

} // namespace

void TestEvenRoom::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestEvenRoom::onlyTheWidestGiveWay_data()
{
    QTest::addColumn<Widths>("wanted");
    QTest::addColumn<int>("room");
    QTest::addColumn<Widths>("got");
    QTest::newRow("nobody") << Widths {} << 100 << Widths {};
    QTest::newRow("room for all") << Widths {30, 0, 50} << 100 << Widths {30, 0, 50};
    QTest::newRow("one is wide") << Widths {400, 30, 20} << 100 << Widths {50, 30, 20};
    QTest::newRow("two are wide") << Widths {400, 20, 90} << 100 << Widths {40, 20, 40};
    QTest::newRow("no room") << Widths {40, 20} << -5 << Widths {0, 0};
}

void TestEvenRoom::onlyTheWidestGiveWay()
{
    QFETCH(Widths, wanted);
    QFETCH(int, room);
    QTEST(evenRoom(wanted, room), "got");
}

/// On paper.
void TestEvenRoom::fractionsAreKept()
{
    const std::vector<double> wanted {400.0, 20.5, 90.0};
    QCOMPARE(evenRoom(wanted, 100.0), (std::vector<double> {39.75, 20.5, 39.75}));
}

void TestEvenRoom::namesStandWholeBesideFreeRoom()
{
    QWidget head;
    auto *line = new QHBoxLayout(&head);
    auto *bar = new SegmentBar(QStringLiteral("Connections"));
    line->addWidget(bar);
    line->addStretch(1);
    const QString name = QStringLiteral("pump house in the north field, second broker");
    bar->setSegments({name, QStringLiteral("demo")});
    head.resize(1000, 60);
    head.show();
    QCoreApplication::processEvents();
    for (const QString &text : {name, QStringLiteral("demo")}) {
        const QPushButton *one = button(head, text);
        QVERIFY2(one->width() >= one->sizeHint().width(),
                 qPrintable(QStringLiteral("%1 of %2, bar %3 of %4")
                                .arg(one->width())
                                .arg(one->sizeHint().width())
                                .arg(bar->width())
                                .arg(bar->sizeHint().width())));
    }
    QVERIFY(button(head, QStringLiteral("demo"))->geometry().left()
            >= button(head, name)->geometry().right());
}

void TestEvenRoom::briefNamesStandWholeBesideLongOnes()
{
    SegmentBar bar(QStringLiteral("Connections"));
    bar.setSegments({kLong, QStringLiteral("brewery"), QStringLiteral("demo")});
    bar.resize(400, 28);
    bar.show();
    QVERIFY(bar.minimumSizeHint().width() < 400);
    for (const QString &text : {QStringLiteral("brewery"), QStringLiteral("demo")})
        QCOMPARE(button(bar, text)->width(), button(bar, text)->sizeHint().width());
    QCOMPARE(button(bar, QStringLiteral("demo"))->geometry().right(), 399);
}

void TestEvenRoom::wordsGoOnInFurtherLines()
{
    QWidget page;
    auto *column = new QVBoxLayout(&page);
    auto *bar = new SegmentBar(QStringLiteral("Parts"));
    bar->wrapLines();
    const QStringList words {QStringLiteral("notes 1"), QStringLiteral("alarms now 12"),
                             QStringLiteral("out of service 3"), QStringLiteral("key figures")};
    bar->setSegments(words);
    column->addWidget(bar);
    column->addStretch(1);
    page.resize(900, 200);
    page.show();
    QCoreApplication::processEvents();
    const int line = bar->height();
    page.resize(bar->minimumSizeHint().width() + 40, 200);
    QCoreApplication::processEvents();
    QVERIFY(bar->height() > 2 * line);
    for (const QString &text : words) {
        const QPushButton *one = button(page, text);
        QVERIFY2(one->width() >= one->sizeHint().width(), qPrintable(text));
        QVERIFY2(bar->rect().contains(one->geometry()), qPrintable(text));
    }
    page.resize(900, 200);
    QCoreApplication::processEvents();
    QCOMPARE(bar->height(), line);
}

void TestEvenRoom::wordsHaveTheRoomOfOtherColumns()
{
    const QString words = QStringLiteral("Dropped by the broker (its own count), and some more");
    RowTableModel model({{QString()}, {QString(), true}});
    const std::unique_ptr<DataTable> table(DataTable::plain(
        QStringLiteral("even"), QStringLiteral("Even"), &model, {{60, 1}, {60, 9}}));
    table->resize(2 * widthOf(words), 200);
    table->show();
    QVERIFY(table->columnWidth(0) < widthOf(words));
    model.setTableRows({rowOf(words, QStringLiteral("0"))});
    QVERIFY(table->columnWidth(0) > widthOf(words));
    QCOMPARE(table->columnWidth(0) + table->columnWidth(1), table->viewport()->width());
}

void TestEvenRoom::headingsAndChosenColumnsAreReadWhole()
{
    const QString heading = QStringLiteral("A heading of several words");
    RowTableModel model({{QStringLiteral("A")}, {heading, true}});
    DataTable table(QStringLiteral("even"), QStringLiteral("Even"));
    table.setModel(&model);
    table.setColumns({{60, 1}, {60, 0}});
    table.fitToWords({1});
    table.resize(3 * widthOf(heading), 200);
    table.show();
    const QFontMetrics metrics(Theme::instance().font(Theme::Type::Label));
    QVERIFY(table.columnWidth(1) > metrics.horizontalAdvance(heading));
    const int wide = table.columnWidth(1);
    model.setTableRows({rowOf(heading + heading, QStringLiteral("0"))});
    QCOMPARE(table.columnWidth(1), wide); // only its own words count
}

void TestEvenRoom::columnsDoNotJump()
{
    RowTableModel model({{QString()}, {QString(), true}});
    const std::unique_ptr<DataTable> table(DataTable::plain(
        QStringLiteral("even"), QStringLiteral("Even"), &model, {{60, 1}, {60, 9}}));
    table->resize(600, 200);
    table->show();
    model.setTableRows({{"state", {{QStringLiteral("connecting to the broker …")}, {{}}}}});
    const int width = table->columnWidth(0);
    QVERIFY(width > 60);
    model.setTableRows({{"state", {{QStringLiteral("up")}, {{}}}}});
    QCOMPARE(table->columnWidth(0), width);
}

void TestEvenRoom::emptyTableSaysWhy()
{
    RowTableModel model({{QString()}, {QString(), true}});
    DataTable table(QStringLiteral("even"), QStringLiteral("Even"));
    table.setModel(&model);
    table.resize(600, 200);
    table.show();
    const QImage bare = table.viewport()->grab().toImage();
    table.setWordsOfNothing(QStringLiteral("Nothing has come yet"));
    QCOMPARE(table.accessibleDescription(), QStringLiteral("Nothing has come yet"));
    QVERIFY(table.viewport()->grab().toImage() != bare);
    model.setTableRows({rowOf(QString(), QString())});
    const QImage filled = table.viewport()->grab().toImage();
    table.setWordsOfNothing({});
    QCOMPARE(table.viewport()->grab().toImage(), filled);
}

QTEST_MAIN(TestEvenRoom)
#include "tst_even_room.moc"
