#include "data/storage/database.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace telltale;

class TestStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsBoundIsReadBack();
    void aStatementIsUsedAgain();
    void errorsOfTheEngineHaveOurCodes_data();
    void errorsOfTheEngineHaveOurCodes();
    void stepThatIsNotWantedAnyMoreEnds();
};

namespace {

Database openIn(const QTemporaryDir &folder)
{
    Result<Database> database = Database::open(
        folder.filePath(QStringLiteral("a.db")).toStdString(), Database::Mode::ReadWrite);
    return std::move(database).value();
}

} // namespace

void TestStatement::whatIsBoundIsReadBack()
{
    const QTemporaryDir folder;
    Database database = openIn(folder);
    Result<Statement> echo = database.prepare("SELECT ?1, ?2, ?3, ?4, ?5");
    QVERIFY(echo.ok());
    const std::array<std::uint8_t, 3> bytes {0, 255, 7};
    echo->bind(1, std::int64_t {1} << 62).bind(2, 0.5).bind(3, std::string_view("a\0b", 3));
    echo->bindBlob(4, bytes).bindNull(5);
    const Result<bool> row = echo->step();
    QVERIFY(row.ok() && row.value());
    QCOMPARE(echo->integer(0), std::int64_t {1} << 62);
    QCOMPARE(echo->real(1), 0.5);
    QCOMPARE(echo->text(2), std::string("a\0b", 3));
    QVERIFY(std::equal(bytes.begin(), bytes.end(), echo->blob(3).begin(), echo->blob(3).end()));
    QVERIFY(echo->isNull(4));
    QVERIFY(echo->type(0) == Statement::Type::Integer && echo->type(1) == Statement::Type::Real
            && echo->type(2) == Statement::Type::Text && echo->type(3) == Statement::Type::Blob
            && echo->type(4) == Statement::Type::Null);
}

void TestStatement::aStatementIsUsedAgain()
{
    const QTemporaryDir folder;
    Database database = openIn(folder);
    Result<Statement> echo = database.prepare("SELECT ?1");
    QVERIFY(echo.ok());
    for (const std::int64_t value : {3, 4}) {
        StatementUse use(echo.value());
        QVERIFY(use->bind(1, value).step().value());
        QCOMPARE(use->integer(0), value);
    }
    QVERIFY(echo->step().value());
    QVERIFY(echo->isNull(0)); // what was bound before is forgotten
}

void TestStatement::errorsOfTheEngineHaveOurCodes_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("code");

    QTest::newRow("no such table")
        << QByteArray("SELECT * FROM missing") << static_cast<int>(Error::Code::Internal);
    QTest::newRow("too large") << QByteArray("SELECT zeroblob(4000000000)")
                               << static_cast<int>(Error::Code::LimitExceeded);
    QTest::newRow("read only") << QByteArray("PRAGMA query_only=ON; CREATE TABLE t(a)")
                               << static_cast<int>(Error::Code::DiskError);
}

void TestStatement::errorsOfTheEngineHaveOurCodes()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, code);
    const QTemporaryDir folder;
    Database database = openIn(folder);
    const Outcome done = database.execute(sql.toStdString());
    QVERIFY(!done.ok());
    QCOMPARE(static_cast<int>(done.error().code), code);
    QVERIFY(!done.error().detail.empty());
}

/// Without a row in between.
void TestStatement::stepThatIsNotWantedAnyMoreEnds()
{
    const QTemporaryDir folder;
    Database database = openIn(folder);
    Result<Statement> forever = database.prepare(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000000)"
        " SELECT count(*) FROM n");
    QVERIFY(forever.ok());
    CancelFlag cancel;
    cancel.cancel();
    database.setCancel(&cancel);
    const Result<bool> cancelled = forever->step();
    QVERIFY(!cancelled.ok());
    QCOMPARE(cancelled.error().code, Error::Code::Cancelled);
    database.setDeadline(std::chrono::steady_clock::now() + std::chrono::hours(1));
    forever->reset();
    QVERIFY(!forever->step().ok()); // both hold
    database.setCancel(nullptr);
    QVERIFY(database.execute("CREATE TABLE t (i)").ok());
}

QTEST_GUILESS_MAIN(TestStatement)
#include "tst_statement.moc"
