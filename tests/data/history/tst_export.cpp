#include "data/history/export.h"

#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace telltale;
using namespace std::chrono_literals;

class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void emptyHasItsHeading();
    void rowsAreOrderedByTagAndTime();
    void rangeIsHalfOpen();
    void severalPatternsAreOneList();
    void numbersAreShortestAndExact();
    void cellsAreQuoted();
    void spreadsheetsGetNoFormulas();
    void jsonLinesAreJson();
    void failedWriteIsSaid();
    void aggregates_data();
    void aggregates();
    void aggregateHoldsTheValueBefore();
    void textsAreCountedAndGiven_data();
    void textsAreCountedAndGiven();
    void aggregateNeedsItsInterval();

private:
    void put(const char *tag, std::int64_t seconds, double value, Quality quality = {});
    void putText(const char *tag, std::int64_t seconds, const std::string &text);
    std::string exported(ExportOptions options);
    static ExportOptions all(ExportForm::Kind kind = ExportForm::Kind::Csv);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TagRegistry> m_registry;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<HistoryReader> m_reader;
};

namespace {

constexpr std::int64_t kSecond = 1'000'000;

Timestamp at(std::int64_t seconds)
{
    return timestampFromMicroseconds(seconds * kSecond);
}

} // namespace

void TestExport::init()
{
    m_reader.reset();
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<TagRegistry>();
    m_writer = HistoryWriter::open({m_folder->path().toStdString()}, *m_registry).value();
    m_reader = HistoryReader::open(m_folder->path().toStdString()).value();
}

void TestExport::put(const char *tag, std::int64_t seconds, double value, Quality quality)
{
    auto batch = std::make_shared<SampleBatch>();
    batch->append(m_registry->intern(tag), at(seconds), value, quality, {});
    QVERIFY(m_writer->append(batch).ok());
}

void TestExport::putText(const char *tag, std::int64_t seconds, const std::string &text)
{
    auto batch = std::make_shared<SampleBatch>();
    batch->appendWithSide(m_registry->intern(tag), at(seconds), 0.0, {},
                          SampleFlags::make(SampleFlags::Kind::Text), text);
    QVERIFY(m_writer->append(batch).ok());
}

ExportOptions TestExport::all(ExportForm::Kind kind)
{
    ExportOptions options;
    options.patterns = {"**"};
    options.form.kind = kind;
    return options;
}

std::string TestExport::exported(ExportOptions options)
{
    std::string text;
    const auto done
        = exportSamples(*m_reader, *m_registry, options, [&text](std::string_view piece) {
              text += piece;
              return true;
          });
    return done.ok() ? text : "failed: " + done.error().detail;
}

void TestExport::emptyHasItsHeading()
{
    QCOMPARE(exported(all()), std::string("tag,time,value,quality\n"));
    QCOMPARE(exported(all(ExportForm::Kind::JsonLines)), std::string());
}

void TestExport::rowsAreOrderedByTagAndTime()
{
    put("b", 2, 1.5);
    put("b", 1, 2.0, Quality::uncertain(Quality::Reason::Stale));
    put("a/x", 5, 3.0, Quality::bad(Quality::Reason::SourceStatus));
    put("$telltale/rate", 5, 3.0);
    QCOMPARE(exported(all()),
             std::string("tag,time,value,quality\n"
                         "a/x,1970-01-01T00:00:05.000000Z,3,bad\n"
                         "b,1970-01-01T00:00:01.000000Z,2,uncertain\n"
                         "b,1970-01-01T00:00:02.000000Z,1.5,good\n"));
}

void TestExport::rangeIsHalfOpen()
{
    for (int i = 0; i < 5; ++i)
        put("a", i, i);
    ExportOptions options = all();
    options.patterns = {"a"};
    options.range = {at(1), at(3)};
    QCOMPARE(exported(options),
             std::string("tag,time,value,quality\n"
                         "a,1970-01-01T00:00:01.000000Z,1,good\n"
                         "a,1970-01-01T00:00:02.000000Z,2,good\n"));
}

void TestExport::severalPatternsAreOneList()
{
    put("b", 1, 1.0);
    put("a/x", 2, 2.0);
    put("a/y", 1, 3.0);
    put("c", 1, 4.0);
    ExportOptions options = all();
    options.patterns = {"b", "a/*", "a/x", "nowhere"};
    QCOMPARE(exported(options),
             std::string("tag,time,value,quality\n"
                         "a/x,1970-01-01T00:00:02.000000Z,2,good\n"
                         "a/y,1970-01-01T00:00:01.000000Z,3,good\n"
                         "b,1970-01-01T00:00:01.000000Z,1,good\n"));
}

void TestExport::numbersAreShortestAndExact()
{
    QCOMPARE(numberText(0.1), std::string("0.1"));
    QCOMPARE(numberText(-0.0), std::string("-0"));
    QCOMPARE(numberText(std::numeric_limits<double>::denorm_min()), std::string("5e-324"));
    QCOMPARE(numberText(-HUGE_VAL), std::string("-inf"));
    QCOMPARE(numberText(std::nan("")), std::string("nan"));
    const double largest = std::numeric_limits<double>::max();
    QCOMPARE(std::strtod(numberText(largest).c_str(), nullptr), largest);
    auto batch = std::make_shared<SampleBatch>();
    const auto integer = SampleFlags::make(SampleFlags::Kind::Integer);
    const TagId tag = m_registry->intern("i");
    batch->appendWithSide(tag, at(1), 9.007199254740993e15, {}, integer,
                          std::int64_t {-9007199254740993});
    batch->appendWithSide(tag, at(2), 1.8446744073709552e19, {}, integer,
                          std::numeric_limits<std::uint64_t>::max());
    batch->append(tag, at(3), 1.0, {}, SampleFlags::make(SampleFlags::Kind::Boolean));
    QVERIFY(m_writer->append(batch).ok());
    QCOMPARE(exported(all()),
             std::string("tag,time,value,quality\n"
                         "i,1970-01-01T00:00:01.000000Z,-9007199254740993,good\n"
                         "i,1970-01-01T00:00:02.000000Z,18446744073709551615,good\n"
                         "i,1970-01-01T00:00:03.000000Z,1,good\n"));
}

void TestExport::cellsAreQuoted()
{
    putText("a,b", 1, "say \"hi\"\nthere");
    putText("a,b", 2, "");
    putText("a,b", 3, "=1+1");
    QCOMPARE(exported(all()),
             std::string("tag,time,value,quality\n"
                         "\"a,b\",1970-01-01T00:00:01.000000Z,\"say \"\"hi\"\"\nthere\",good\n"
                         "\"a,b\",1970-01-01T00:00:02.000000Z,\"\",good\n"
                         "\"a,b\",1970-01-01T00:00:03.000000Z,=1+1,good\n"));
}

void TestExport::spreadsheetsGetNoFormulas()
{
    putText("t", 1, "  =HYPERLINK(\"x\")");
    putText("t", 2, "-5");
    putText("t", 3, "plain");
    put("t", 4, -5.0);
    ExportOptions options = all();
    options.form.forSpreadsheet = true;
    QCOMPARE(exported(options),
             std::string("tag,time,value,quality\n"
                         "t,1970-01-01T00:00:01.000000Z,\"'  =HYPERLINK(\"\"x\"\")\",good\n"
                         "t,1970-01-01T00:00:02.000000Z,'-5,good\n"
                         "t,1970-01-01T00:00:03.000000Z,plain,good\n"
                         "t,1970-01-01T00:00:04.000000Z,-5,good\n"));
}

void TestExport::jsonLinesAreJson()
{
    putText("t\"\\", 1, "tab\t \xc3\xa4 \xff");
    put("t\"\\", 2, std::nan(""), Quality::bad(Quality::Reason::NotANumber));
    put("t\"\\", 3, -0.0);
    const auto row = [](int second, const char *value, const char *quality) {
        return "{\"tag\":\"t\\\"\\\\\",\"time\":\"1970-01-01T00:00:0" + std::to_string(second)
            + ".000000Z\",\"value\":" + value + ",\"quality\":\"" + quality + "\"}\n";
    };
    QCOMPARE(exported(all(ExportForm::Kind::JsonLines)),
             row(1, "\"tab\\u0009 \xc3\xa4 \xef\xbf\xbd\"", "good") + row(2, "null", "bad")
                 + row(3, "-0.0", "good"));
}

void TestExport::failedWriteIsSaid()
{
    put("a", 1, 1.0);
    const auto done
        = exportSamples(*m_reader, *m_registry, all(), [](std::string_view) { return false; });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Error::Code::DiskError);
}

void TestExport::aggregates_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    // 10 s intervals: 2 at 0, 6 at 5, bad at 7, 1 at 8 | 4 at 12, and it holds to the newest at 12.
    QTest::newRow("mean") << QByteArray("mean") << QByteArray("3") << QByteArray("4");
    QTest::newRow("min") << QByteArray("min") << QByteArray("1") << QByteArray("4");
    QTest::newRow("max") << QByteArray("max") << QByteArray("6") << QByteArray("4");
    QTest::newRow("first") << QByteArray("first") << QByteArray("2") << QByteArray("4");
    QTest::newRow("last") << QByteArray("last") << QByteArray("1") << QByteArray("4");
    QTest::newRow("count") << QByteArray("count") << QByteArray("3") << QByteArray("1");
    QTest::newRow("sum") << QByteArray("sum") << QByteArray("9") << QByteArray("4");
    // 2 for 5 s, 6 for 2 s, nothing for 1 s, 1 for 2 s | 1 for 2 s, 4 for 3 s
    QTest::newRow("integral") << QByteArray("integral") << QByteArray("24") << QByteArray("14");
    QTest::newRow("time-weighted-mean") << QByteArray("time-weighted-mean")
                                        << QByteArray("2.6666666666666665") << QByteArray("2.8");
}

void TestExport::aggregates()
{
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    put("a", 0, 2.0);
    put("a", 5, 6.0);
    put("a", 7, 100.0, Quality::bad(Quality::Reason::SourceStatus));
    put("a", 8, 1.0);
    put("a", 12, 4.0);
    put("b", 15, 4.0, Quality::bad(Quality::Reason::SourceStatus));
    ExportOptions options = all();
    options.patterns = {"a"};
    options.range.to = at(15);
    options.every = 10s;
    options.aggregate = aggregateOf(word.toStdString());
    QVERIFY(options.aggregate);
    QCOMPARE(exported(options),
             "tag,time,value,quality\na,1970-01-01T00:00:00.000000Z," + first.toStdString()
                 + ",good\na,1970-01-01T00:00:10.000000Z," + second.toStdString() + ",good\n");
}

void TestExport::aggregateHoldsTheValueBefore()
{
    put("a", 3, 2.0, Quality::uncertain(Quality::Reason::Stale));
    put("a", 39, 5.0);
    put("b", 60, 0.0);
    ExportOptions options = all();
    options.patterns = {"a"};
    options.range = {at(15), at(40)};
    options.every = 10s;
    options.aggregate = Aggregate::Integral;
    QCOMPARE(exported(options),
             std::string("tag,time,value,quality\n"
                         "a,1970-01-01T00:00:10.000000Z,10,uncertain\n"
                         "a,1970-01-01T00:00:20.000000Z,20,uncertain\n"
                         "a,1970-01-01T00:00:30.000000Z,23,uncertain\n"));
}

void TestExport::textsAreCountedAndGiven_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("rows");
    const QByteArray begin = "a,1970-01-01T00:00:00.000000Z,";
    const QByteArray next = "a,1970-01-01T00:00:10.000000Z,";
    QTest::newRow("count") << QByteArray("count") << begin + "3,good\n" + next + "1,good\n";
    QTest::newRow("first") << QByteArray("first") << begin + "ON,good\n" + next + "OFF,good\n";
    QTest::newRow("last") << QByteArray("last") << begin + "7,good\n" + next + "OFF,good\n";
    QTest::newRow("mean") << QByteArray("mean") << begin + "7,good\n";
}

void TestExport::textsAreCountedAndGiven()
{
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, rows);
    putText("a", 1, "ON");
    putText("a", 2, "OFF");
    put("a", 3, 0.0, Quality::bad(Quality::Reason::Unavailable));
    put("a", 4, 7.0);
    putText("a", 12, "OFF");
    ExportOptions options = all();
    options.every = 10s;
    options.aggregate = aggregateOf(word.toStdString());
    QCOMPARE(exported(options), "tag,time,value,quality\n" + rows.toStdString());
}

void TestExport::aggregateNeedsItsInterval()
{
    ExportOptions options = all();
    options.aggregate = Aggregate::Mean;
    QVERIFY(exported(options).starts_with("failed"));
    options.every = 0us;
    QVERIFY(exported(options).starts_with("failed"));
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
