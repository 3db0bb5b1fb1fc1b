#include "tests/support/mosquitto_broker.h"
#include "tests/support/shared_data.h"
#include "tests/support/telltale_process.h"

#include <QDate>
#include <QDir>
#include <QProcess>
#include <QTest>

#include <cstring>
#include <set>

using namespace telltale::test;

/// Real data through the real program: whole stations replayed at full speed with QoS 1 into
/// `collect`, then exported. TELLTALE_STATIONS (2) of the twelve; all of them:
///   TELLTALE_STATIONS=12 build/dev/bin/tst_replay_river
class TestReplayRiver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySampleOfTheStationsComesBackBitExact();

private:
    static QStringList stationFiles();
    static QByteArray unzipped(const QString &file);
};

namespace {

/// What one station's file says, read here without the program: tag, then time, then the value as
/// the export writes it.
struct Expected
{
    std::map<std::string, std::map<QByteArray, QByteArray>> values;
    std::uint64_t samples = 0;
};

QByteArray unquoted(const QByteArray &cell)
{
    return cell.startsWith('"') ? cell.mid(1, cell.size() - 2) : cell;
}

void readStation(const QByteArray &csv, Expected &expected)
{
    const QList<QByteArray> lines = csv.split('\n');
    const QList<QByteArray> heading = lines.first().trimmed().split(',');
    static const std::set<QByteArray> notTags {"year", "month", "day", "hour", "station"};
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> cells = lines[i].trimmed().split(',');
        if (cells.size() != heading.size())
            continue;
        const QDate date(cells[1].toInt(), cells[2].toInt(), cells[3].toInt());
        const QByteArray time = date.toString(QStringLiteral("yyyy-MM-dd")).toLatin1() + 'T'
            + cells[4].rightJustified(2, '0') + ":00:00.000000Z";
        for (qsizetype column = 0; column < heading.size(); ++column) {
            const QByteArray name = unquoted(heading[column]);
            const QByteArray value = unquoted(cells[column]).trimmed();
            if (notTags.contains(name) || value == "NA" || value.isEmpty())
                continue;
            const std::string tag
                = "air/" + unquoted(cells.last()).toStdString() + "/" + name.toStdString();
            expected.values[tag][time] = value;
            ++expected.samples;
        }
    }
}

/// The same number, bit for bit, or the same text.
bool isSame(const QByteArray &exported, const QByteArray &original)
{
    bool isNumber = false;
    const double wanted = original.toDouble(&isNumber);
    if (!isNumber)
        return exported == original;
    const double got = exported.toDouble();
    return std::memcmp(&wanted, &got, sizeof wanted) == 0;
}

} // namespace

QStringList TestReplayRiver::stationFiles()
{
    const QDir folder(sharedPath(QStringLiteral("data/beijing_air")));
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("TELLTALE_STATIONS", &isNumber);
    QStringList files = folder.entryList({QStringLiteral("PRSA_*.csv.gz")}, QDir::Files, QDir::Name)
                            .mid(0, isNumber ? wanted : 2);
    for (QString &file : files)
        file = folder.filePath(file);
    return files;
}

QByteArray TestReplayRiver::unzipped(const QString &file)
{
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), file});
    gzip.waitForFinished();
    return gzip.readAllStandardOutput();
}

void TestReplayRiver::everySampleOfTheStationsComesBackBitExact()
{
    if (sharedPath(QStringLiteral("data/beijing_air")).isEmpty()) {
        if (mustHaveShared())
            QFAIL(kNoSharedData);
        QSKIP(kNoSharedData);
    }
    const QStringList files = stationFiles();
    QVERIFY(!files.isEmpty());
    Expected expected;
    for (const QString &file : files)
        readStation(unzipped(file), expected);
    QVERIFY(expected.samples > 300'000U * static_cast<std::uint64_t>(files.size()));

    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    for (const QString &file : files) {
        const TelltaleProcess::Answer replayed
            = telltale.run({QStringLiteral("replay"), file, QStringLiteral("--broker"),
                            QStringLiteral("mqtt://127.0.0.1:%1").arg(broker.port()),
                            QStringLiteral("--speed"), QStringLiteral("max"),
                            QStringLiteral("--topic-template"), QStringLiteral("air/{station}")},
                           300'000);
        QVERIFY2(replayed.code == 0, replayed.err.constData());
    }
    const auto samples
        = [&] { return telltale.status().value(QStringLiteral("samples")).toInteger(); };
    QTRY_VERIFY_WITH_TIMEOUT(samples() >= static_cast<qint64>(expected.samples), 120'000);
    QCOMPARE(telltale.terminate(), 0);

    const auto exported = telltale.exported(QStringLiteral("air/**"));
    std::uint64_t rows = 0;
    for (const auto &[tag, samplesOfTag] : exported) {
        const auto known = expected.values.find(tag);
        QVERIFY2(known != expected.values.end(), tag.c_str());
        QVERIFY2(samplesOfTag.size() == known->second.size(), tag.c_str()); // none lost, none twice
        for (const TelltaleProcess::Row &row : samplesOfTag) {
            const auto original = known->second.find(row.time);
            QVERIFY2(original != known->second.end(), row.time.constData());
            QVERIFY2(isSame(row.value, original->second),
                     (row.value + " was " + original->second).constData());
            ++rows;
        }
    }
    QCOMPARE(rows, expected.samples);
    qInfo("%lld stations, %llu samples: every one back, bit-exact, none twice",
          static_cast<long long>(files.size()), static_cast<unsigned long long>(rows));
}

QTEST_GUILESS_MAIN(TestReplayRiver)
#include "tst_replay_river.moc"
