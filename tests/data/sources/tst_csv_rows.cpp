#include "data/sources/csv_rows.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace telltale;

class TestCsvRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsComeAsWritten_data();
    void rowsComeAsWritten();
    void linesAreCountedAcrossQuotedBreaks();
    void rowsLongerThanTheBufferComeWhole();
    void gzipIsReadAsTheFileInside();
    void cutGzipIsDamaged();
    void quoteThatNeverEndsIsRefused();
    void absentFileIsSaid();
    void emptyFileIsMalformed();

private:
    QString written(const QByteArray &content);
    QTemporaryDir m_folder;
};

namespace {

using Table = QList<QStringList>;

std::unique_ptr<CsvRows> opened(const QString &path)
{
    auto rows = CsvRows::open(path.toStdString());
    return rows ? std::move(rows).value() : nullptr;
}

Table allRows(CsvRows &rows)
{
    Table table;
    std::vector<std::string_view> cells;
    for (Result<bool> more = rows.next(cells); more && more.value(); more = rows.next(cells)) {
        QStringList row;
        for (const std::string_view cell : cells)
            row << QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
        table << row;
    }
    return table;
}

std::optional<Error::Code> codeAtEnd(CsvRows &rows)
{
    std::vector<std::string_view> cells;
    Result<bool> more = rows.next(cells);
    while (more && more.value())
        more = rows.next(cells);
    return more ? std::nullopt : std::optional(more.error().code);
}

QStringList row(std::initializer_list<const char *> cells)
{
    QStringList texts;
    for (const char *cell : cells)
        texts << QString::fromUtf8(cell);
    return texts;
}

} // namespace

QString TestCsvRows::written(const QByteArray &content)
{
    QFile file(m_folder.filePath(QStringLiteral("table.csv")));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the test's file");
    return file.fileName();
}

void TestCsvRows::rowsComeAsWritten_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("header");
    QTest::addColumn<Table>("rows");
    QTest::newRow("plain") << QByteArray("a,b\n1,2\n3,4\n") << row({"a", "b"})
                           << Table {row({"1", "2"}), row({"3", "4"})};
    QTest::newRow("no line end at the end")
        << QByteArray("a,b\n1,2") << row({"a", "b"}) << Table {row({"1", "2"})};
    QTest::newRow("carriage returns, empty lines")
        << QByteArray("a,b\r\n\r\n1,2\r\n\n") << row({"a", "b"}) << Table {row({"1", "2"})};
    QTest::newRow("quoted delimiter")
        << QByteArray("a,b\n\"1,5\",2\n") << row({"a", "b"}) << Table {row({"1,5", "2"})};
    QTest::newRow("doubled quote") << QByteArray("a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n")
                                   << row({"a", "b"}) << Table {row({"say \"hi\"", "\""})};
    QTest::newRow("quoted line break")
        << QByteArray("a,b\n\"1\r\n2\",3\n") << row({"a", "b"}) << Table {row({"1\r\n2", "3"})};
    QTest::newRow("quote in the middle is itself")
        << QByteArray("a,b\n5\" pipe,2\n") << row({"a", "b"}) << Table {row({"5\" pipe", "2"})};
    QTest::newRow("blank cells") << QByteArray("a,b,c\n,\"\",\n") << row({"a", "b", "c"})
                                 << Table {row({"", "", ""})};
    QTest::newRow("semicolons") << QByteArray("a;b\n1,5;2\n") << row({"a", "b"})
                                << Table {row({"1,5", "2"})};
    QTest::newRow("delimiter in a quoted heading")
        << QByteArray("\"a,b,c\";d\n1;2\n") << row({"a,b,c", "d"}) << Table {row({"1", "2"})};
    QTest::newRow("tabs") << QByteArray("a\tb\n1\t2\n") << row({"a", "b"})
                          << Table {row({"1", "2"})};
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a,b\n1,2\n")
                                     << row({"a", "b"}) << Table {row({"1", "2"})};
    QTest::newRow("rows of another length") << QByteArray("a,b\n1\n1,2,3\n") << row({"a", "b"})
                                            << Table {row({"1"}), row({"1", "2", "3"})};
}

void TestCsvRows::rowsComeAsWritten()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, header);
    QFETCH(Table, rows);
    const auto csv = opened(written(content));
    QVERIFY(csv);
    QStringList names;
    for (const std::string &name : csv->header())
        names << QString::fromStdString(name);
    QCOMPARE(names, header);
    QCOMPARE(allRows(*csv), rows);
}

void TestCsvRows::linesAreCountedAcrossQuotedBreaks()
{
    const auto csv = opened(written("a,b\n\"1\n2\",3\n\n4,5\n"));
    std::vector<std::string_view> cells;
    QVERIFY(csv->next(cells).value());
    QCOMPARE(csv->line(), 2U);
    QVERIFY(csv->next(cells).value());
    QCOMPARE(csv->line(), 5U);
}

void TestCsvRows::rowsLongerThanTheBufferComeWhole()
{
    const QByteArray longCell(600'000, 'x');
    const auto csv = opened(written("a,b\n\"" + longCell + "\",2\n3,4\n"));
    const Table rows = allRows(*csv);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0][0].size(), longCell.size());
    QCOMPARE(rows[1], row({"3", "4"}));
}

void TestCsvRows::gzipIsReadAsTheFileInside()
{
    const QString path = written("a,b\n1,2\n");
    QCOMPARE(QProcess::execute(QStringLiteral("gzip"), {QStringLiteral("-kf"), path}), 0);
    const auto csv = opened(path + QStringLiteral(".gz"));
    QVERIFY(csv);
    QCOMPARE(allRows(*csv), Table {row({"1", "2"})});
}

void TestCsvRows::cutGzipIsDamaged()
{
    QByteArray content = "a,b\n";
    for (int i = 0; i < 100'000; ++i)
        content += QByteArray::number(i * 7919 % 10007) + "," + QByteArray::number(i) + "\n";
    const QString path = written(content);
    QCOMPARE(QProcess::execute(QStringLiteral("gzip"), {QStringLiteral("-kf"), path}), 0);
    QFile file(path + QStringLiteral(".gz"));
    QVERIFY(file.resize(file.size() / 2));
    const auto csv = opened(file.fileName());
    QVERIFY(csv);
    QCOMPARE(codeAtEnd(*csv), std::optional(Error::Code::Damaged));
}

void TestCsvRows::quoteThatNeverEndsIsRefused()
{
    const auto csv = opened(written("a,b\n\"" + QByteArray(2'000'000, 'x')));
    QCOMPARE(codeAtEnd(*csv), std::optional(Error::Code::LimitExceeded));
}

void TestCsvRows::absentFileIsSaid()
{
    const auto csv = CsvRows::open("/nowhere/table.csv");
    QVERIFY(!csv.ok());
    QVERIFY(csv.error().code == Error::Code::NotFound);
}

void TestCsvRows::emptyFileIsMalformed()
{
    const auto csv = CsvRows::open(written("\n").toStdString());
    QVERIFY(!csv.ok());
    QVERIFY(csv.error().code == Error::Code::Malformed);
}

QTEST_GUILESS_MAIN(TestCsvRows)
#include "tst_csv_rows.moc"
