#include "data/sources/csv_rows.h"
#include "data/sources/row_cells.h"
#include "data/sources/row_messages.h"
#include "tests/support/shared_data.h"

#include <QTest>

using namespace telltale;

class TestRowMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstRowOfASet_data();
    void firstRowOfASet();
    void wholeSetIsRead_data();
    void wholeSetIsRead();
    void cellsKeepTheirDigits_data();
    void cellsKeepTheirDigits();
    void timesAreUnderstood_data();
    void timesAreUnderstood();
    void rowsAreRefusedWithAReason_data();
    void rowsAreRefusedWithAReason();
    void textsMustBeUtf8();
    void wrongOptionsAreSaid_data();
    void wrongOptionsAreSaid();
    void topicLevelsAreSafe();
    void shiftMovesTheTime();
    void columnNamedLikeTheTimeIsNoTime();
    void isoTextRoundTrips();
};

namespace {

using Cells = std::vector<std::string_view>;

Result<RowMessages::Message> oneRow(const std::vector<std::string> &header, const Cells &cells,
                                    const ReplayOptions &options)
{
    Result<RowMessages> rows = RowMessages::create(header, options);
    if (!rows)
        return rows.error();
    return rows.value().message(cells);
}

} // namespace

void TestRowMessages::firstRowOfASet_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("topicTemplate");
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("payload");
    QTest::newRow("beijing_air")
        << QStringLiteral("beijing_air/PRSA_Data_Dingling_20130301-20170228.csv.gz")
        << QStringLiteral("china/{station}") << QStringLiteral("china/Dingling")
        << QStringLiteral(
               R"({"time":"2013-03-01T00:00:00Z","No":1,"PM2.5":4,"PM10":4,"SO2":3,"CO":200,)"
               R"("O3":82,"TEMP":-2.3,"PRES":1020.8,"DEWP":-19.7,"RAIN":0,"wd":"E","WSPM":0.5})");
    QTest::newRow("wind_scada")
        << QStringLiteral("wind_scada/T1.csv.gz") << QString() << QStringLiteral("replay/T1")
        << QStringLiteral(R"({"time":"2018-01-01T00:00:00Z","ActivePower_kW":380.0477905,)"
                          R"("WindSpeed_ms":5.31133604,"TheoreticalPower_kWh":416.3289078,)"
                          R"("WindDirection_deg":259.9949036})");
    QTest::newRow("azure_pdm") << QStringLiteral("azure_pdm/PdM_telemetry_20machines_90days.csv.gz")
                               << QStringLiteral("fleet/{machineID}") << QStringLiteral("fleet/1")
                               << QStringLiteral(
                                      R"({"time":"2015-01-01T06:00:00Z","volt":176.217853015625,)"
                                      R"("rotate":418.504078221616,"pressure":113.077935462083,)"
                                      R"("vibration":45.0876857639276})");
    QTest::newRow("nab")
        << QStringLiteral("nab/data/realKnownCause/ambient_temperature_system_failure.csv.gz")
        << QString() << QStringLiteral("replay/ambient_temperature_system_failure")
        << QStringLiteral(R"({"time":"2013-07-04T00:00:00Z","value":69.88083514})");
    QTest::newRow("skab") << QStringLiteral("skab/valve1/0.csv.gz") << QStringLiteral("bench/rig")
                          << QStringLiteral("bench/rig")
                          << QStringLiteral(
                                 R"({"time":"2020-03-09T10:14:33Z","Accelerometer1RMS":0.0265878,)"
                                 R"("Accelerometer2RMS":0.0401113,"Current":1.3302,)"
                                 R"("Pressure":0.054711,"Temperature":79.3366,)"
                                 R"("Thermocouple":26.0199,"Voltage":233.062,)"
                                 R"("Volume Flow RateRMS":32.0,"anomaly":0.0,"changepoint":0.0})");
}

void TestRowMessages::firstRowOfASet()
{
    QFETCH(QString, file);
    QFETCH(QString, topicTemplate);
    QFETCH(QString, topic);
    QFETCH(QString, payload);
    const QString path = test::sharedPath(QStringLiteral("data/") + file);
    if (path.isEmpty() && !test::mustHaveShared())
        QSKIP(test::kNoSharedData);
    const auto csv = CsvRows::open(path.toStdString());
    QVERIFY(csv.ok());
    ReplayOptions options;
    options.file = path.toStdString();
    options.topicTemplate = topicTemplate.toStdString();
    auto rows = RowMessages::create(csv.value()->header(), options);
    QVERIFY(rows.ok());
    Cells cells;
    QVERIFY(csv.value()->next(cells).value());
    const auto message = rows.value().message(cells);
    QVERIFY(message.ok());
    QCOMPARE(QString::fromStdString(message.value().topic), topic);
    QCOMPARE(QString::fromStdString(message.value().payload), payload);
    QVERIFY(rows.value().assumedUtc());
}

void TestRowMessages::wholeSetIsRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("rows");
    QTest::newRow("beijing_air") << QStringLiteral(
        "beijing_air/PRSA_Data_Dingling_20130301-20170228.csv.gz")
                                 << 35'064;
    QTest::newRow("wind_scada") << QStringLiteral("wind_scada/T1.csv.gz") << 50'530;
    QTest::newRow("azure_pdm") << QStringLiteral("azure_pdm/PdM_telemetry_20machines_90days.csv.gz")
                               << 43'200;
    QTest::newRow("nab") << QStringLiteral("nab/data/realKnownCause/nyc_taxi.csv.gz") << 10'320;
}

void TestRowMessages::wholeSetIsRead()
{
    QFETCH(QString, file);
    QFETCH(int, rows);
    const QString path = test::sharedPath(QStringLiteral("data/") + file);
    if (path.isEmpty() && !test::mustHaveShared())
        QSKIP(test::kNoSharedData);
    const auto csv = CsvRows::open(path.toStdString());
    QVERIFY(csv.ok());
    ReplayOptions options;
    options.file = path.toStdString();
    auto messages = RowMessages::create(csv.value()->header(), options);
    QVERIFY(messages.ok());
    int count = 0;
    Cells cells;
    for (Result<bool> more = csv.value()->next(cells); more.ok() && more.value();
         more = csv.value()->next(cells)) {
        const auto message = messages.value().message(cells);
        QVERIFY2(message.ok(), message.ok() ? "" : message.error().detail.c_str());
        ++count;
    }
    QCOMPARE(count, rows);
}

void TestRowMessages::cellsKeepTheirDigits_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *cell, const char *json) {
        QTest::newRow(cell) << QByteArray(cell) << QByteArray(json);
    };
    row("1.50", "1.50");
    row("-0", "-0");
    row("1e-320", "1e-320");
    row("9007199254740993", "9007199254740993");
    row("+2.5", "2.5");
    row(".5", "0.5");
    row("-.5", "-0.5");
    row("5.", "5.0");
    row("007", "\"007\"");
    row("1,5", "\"1,5\"");
    row("NaN", "\"NaN\"");
    row("1e", "\"1e\"");
    row("0x10", "\"0x10\"");
    row("-", "\"-\"");
    row("ENE", "\"ENE\"");
    row("say \"hi\"\\\n", "\"say \\\"hi\\\"\\\\\\u000a\"");
}

void TestRowMessages::cellsKeepTheirDigits()
{
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, json);
    QCOMPARE(QByteArray::fromStdString(jsonOfCell(cell.toStdString())), json);
}

void TestRowMessages::timesAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("utc");
    const auto row = [](const char *name, const char *text, const char *format, const char *zone,
                        const char *utc) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(format) << QByteArray(zone)
                            << QByteArray(utc);
    };
    row("iso", "2020-03-09T10:14:33", "", "", "2020-03-09T10:14:33Z");
    row("iso, blank", "2020-03-09 10:14", "", "", "2020-03-09T10:14:00Z");
    row("iso, date", "2020-02-29", "", "", "2020-02-29T00:00:00Z");
    row("iso, fraction", "2020-03-09T10:14:33.1234567Z", "", "", "2020-03-09T10:14:33.123456Z");
    row("iso, offset", "2020-03-09T10:14:33+05:30", "", "", "2020-03-09T04:44:33Z");
    row("iso, basic form", "20200309T101433Z", "", "", "2020-03-09T10:14:33Z");
    row("iso, end of a day", "2020-03-09 24:00:00", "", "", "2020-03-10T00:00:00Z");
    row("iso, leap second", "2016-12-31T23:59:60Z", "", "", "2017-01-01T00:00:00Z");
    row("a number is no basic form", "20200309", "", "", "1970-08-22T19:11:49Z");
    row("offset beats zone", "2020-03-09T10:14:33-01", "", "Asia/Tokyo", "2020-03-09T11:14:33Z");
    row("zone", "2020-07-09 10:00:00", "", "Europe/Berlin", "2020-07-09T08:00:00Z");
    row("zone, winter", "2020-01-09 10:00:00", "", "Europe/Berlin", "2020-01-09T09:00:00Z");
    row("day first", "31 12 2018 23:50", "", "", "2018-12-31T23:50:00Z");
    row("day first, dots", "31.12.2018 23:50:01", "", "", "2018-12-31T23:50:01Z");
    row("seconds", "1583748873", "", "", "2020-03-09T10:14:33Z");
    row("milliseconds", "1583748873250", "", "", "2020-03-09T10:14:33.250000Z");
    row("microseconds", "1583748873250001", "", "", "2020-03-09T10:14:33.250001Z");
    row("nanoseconds, exact", "1583748873250001999", "", "", "2020-03-09T10:14:33.250001Z");
    row("format", "03/09/2020 7h05", "%m/%d/%Y %Hh%M", "", "2020-03-09T07:05:00Z");
    row("before 1970", "1969-12-31 23:59:59", "", "", "1969-12-31T23:59:59Z");
}

void TestRowMessages::timesAreUnderstood()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, utc);
    RowTimeOptions options;
    options.format = format.toStdString();
    options.zone = zone.toStdString();
    auto time = RowTime::create({"x", "TimeStamp"}, options);
    QVERIFY(time.ok());
    const std::string cell = text.toStdString();
    const auto read = time.value().read({"1", cell});
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    QCOMPARE(QByteArray::fromStdString(shortIsoText(read.value())), utc);
}

void TestRowMessages::rowsAreRefusedWithAReason_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("second");
    for (const char *time : {"", "NA", "2020-02-30", "2020-01-01T25:00:00", "2020-1-1", "tomorrow",
                             "2020-01-01T00:00:00+0100x", "1e400"})
        QTest::newRow(time) << QByteArray(time) << QByteArray("1");
}

void TestRowMessages::rowsAreRefusedWithAReason()
{
    QFETCH(QByteArray, time);
    const std::string cell = time.toStdString();
    const auto message = oneRow({"time", "a"}, {cell, "1"}, {});
    QVERIFY(!message.ok());
    QVERIFY(message.error().code == Error::Code::Malformed);
    const auto tooShort = oneRow({"time", "a"}, {"2020-01-01"}, {});
    QVERIFY(!tooShort.ok());
    QVERIFY(tooShort.error().detail.find("1 cells") != std::string::npos);
}

/// A broker hangs up on such a topic, and everything after it would be lost.
void TestRowMessages::textsMustBeUtf8()
{
    const auto row = oneRow({"time", "station", "a"}, {"2020-01-01", "K\xf6ln", "1"}, {});
    QVERIFY(!row.ok());
    QVERIFY(row.error().detail.find("not UTF-8") != std::string::npos);
    const auto heading = oneRow({"time", "H\xf6he"}, {"2020-01-01", "1"}, {});
    QVERIFY(!heading.ok());
    QVERIFY(heading.error().code == Error::Code::WrongUse);
    QVERIFY(oneRow({"time", "H\xc3\xb6he"}, {"2020-01-01", "1"}, {}).ok());
}

void TestRowMessages::wrongOptionsAreSaid_data()
{
    QTest::addColumn<QByteArray>("timeColumn");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("topic");
    QTest::newRow("no such time column") << QByteArray("when") << QByteArray() << QByteArray();
    QTest::newRow("no such zone") << QByteArray("b") << QByteArray("Mars/Base") << QByteArray();
    QTest::newRow("no such column in the topic")
        << QByteArray("b") << QByteArray() << QByteArray("x/{station}");
    QTest::newRow("wildcard") << QByteArray("b") << QByteArray() << QByteArray("x/#");
    QTest::newRow("no time column") << QByteArray() << QByteArray() << QByteArray();
}

void TestRowMessages::wrongOptionsAreSaid()
{
    QFETCH(QByteArray, timeColumn);
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, topic);
    ReplayOptions options;
    options.time.column = timeColumn.toStdString();
    options.time.zone = zone.toStdString();
    options.topicTemplate = topic.toStdString();
    const auto rows = RowMessages::create({"a", "b"}, options);
    QVERIFY(!rows.ok());
    QVERIFY(rows.error().code == Error::Code::WrongUse);
}

void TestRowMessages::topicLevelsAreSafe()
{
    ReplayOptions options;
    options.topicTemplate = "plant/{Station}/{area}";
    const auto message
        = oneRow({"time", "Station", "area", "v"}, {"2020-01-01", "a/b+#", "", "1"}, options);
    QVERIFY(message.ok());
    QCOMPARE(message.value().topic, std::string("plant/a-b--/unknown"));
    QCOMPARE(message.value().payload, std::string(R"({"time":"2020-01-01T00:00:00Z","v":1})"));
}

void TestRowMessages::shiftMovesTheTime()
{
    auto rows = RowMessages::create({"time", "a"}, {});
    rows.value().shift(std::chrono::hours(1));
    const auto message = rows.value().message({"2020-01-01", "NA"});
    QCOMPARE(message.value().payload, std::string(R"({"time":"2020-01-01T01:00:00Z"})"));
    QCOMPARE(shortIsoText(message.value().time), std::string("2020-01-01T00:00:00Z"));
}

void TestRowMessages::columnNamedLikeTheTimeIsNoTime()
{
    ReplayOptions options;
    options.time.column = "when";
    const auto message = oneRow({"when", "Time"}, {"2020-01-01", "5"}, options);
    QCOMPARE(message.value().payload,
             std::string(R"({"timestamp":"2020-01-01T00:00:00Z","Time":5})"));
}

void TestRowMessages::isoTextRoundTrips()
{
    for (const std::int64_t microseconds :
         {std::int64_t {0}, std::int64_t {-1}, std::int64_t {1'583'748'873'250'001},
          std::int64_t {951'782'400'000'000}}) {
        const Timestamp time = timestampFromMicroseconds(microseconds);
        const auto parsed = parseIsoTime(shortIsoText(time));
        QVERIFY(parsed.has_value());
        QCOMPARE(toMicroseconds(toUtc(*parsed)), microseconds);
    }
}

QTEST_GUILESS_MAIN(TestRowMessages)
#include "tst_row_messages.moc"
