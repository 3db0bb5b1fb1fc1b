#include "models/row_table_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace telltale;

namespace {

TableRow makeRow(const std::string &key, const QString &text = {})
{
    return {key, {{text.isEmpty() ? QString::fromStdString(key) : text}}, {}};
}

} // namespace

class TestRowTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differencesBecomeBlocks();
    void anyChangeLeadsToTheWantedRows();
    void repeatedKeysAreTakenOnce();
    void cellsGiveTextValueAndTip();
};

void TestRowTableModel::differencesBecomeBlocks()
{
    RowTableModel model({{QStringLiteral("A")}});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTableRows({makeRow("a"), makeRow("b"), makeRow("c"), makeRow("d")});
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setTableRows(
        {makeRow("a"), makeRow("x"), makeRow("y"), makeRow("d", QStringLiteral("other"))});
    QCOMPARE(removed.count(), 1);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.find("d"), 3);
    QCOMPARE(model.find("b"), -1);
}

void TestRowTableModel::anyChangeLeadsToTheWantedRows()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    RowTableModel model({{QStringLiteral("A")}});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int round = 0; round < 300; ++round) {
        std::vector<TableRow> rows;
        for (int i = 0; i < 12; ++i) {
            if (random.bounded(3) > 0)
                rows.push_back(makeRow(std::to_string(i), QString::number(random.bounded(3))));
        }
        std::shuffle(rows.begin(), rows.end(), random);
        const QPersistentModelIndex watched = model.index(0, 0);
        const std::string watchedKey = watched.isValid() ? model.row(0).key : std::string();
        model.setTableRows(rows);
        QCOMPARE(model.rowCount(), static_cast<int>(rows.size()));
        for (int i = 0; i < model.rowCount(); ++i)
            QVERIFY(model.row(i) == rows[static_cast<std::size_t>(i)]);
        QCOMPARE(watched.isValid() ? watched.row() : -1, model.find(watchedKey));
    }
}

void TestRowTableModel::repeatedKeysAreTakenOnce()
{
    RowTableModel model({{QStringLiteral("A")}});
    model.setTableRows({makeRow("a"), makeRow("a"), makeRow("b")});
    QCOMPARE(model.rowCount(), 2);
}

void TestRowTableModel::cellsGiveTextValueAndTip()
{
    RowTableModel model({{QStringLiteral("Name")}, {QStringLiteral("Count"), true}});
    model.setTableRows({{"k",
                         {{QStringLiteral("one")},
                          {QStringLiteral("1 000"), 1000, true, QStringLiteral("a thousand")}},
                         QStringLiteral("<b>foreign</b>")}});
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("1 000"));
    QCOMPARE(model.index(0, 1).data(RowTableModel::ValueRole).toInt(), 1000);
    QCOMPARE(model.index(0, 0).data(RowTableModel::ValueRole).toString(), QStringLiteral("one"));
    QVERIFY(model.index(0, 1).data(RowTableModel::QuietRole).toBool());
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("one"));
    QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("a thousand"));
    QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
    QVERIFY(model.index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
}

QTEST_GUILESS_MAIN(TestRowTableModel)
#include "tst_row_table_model.moc"
