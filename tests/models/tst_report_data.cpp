#include "models/report_data.h"

#include "data/history/history_writer.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace telltale;
using namespace std::chrono_literals;

class TestReportData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rolledUpSamplesAreAsGoodAsTheyWere();
    void timeBeforeTheFirstSampleIsNoGoodData_data();
    void timeBeforeTheFirstSampleIsNoGoodData();
    void missingAssetIsAnsweredWithItsNeighbours_data();
    void missingAssetIsAnsweredWithItsNeighbours();
};

namespace {

constexpr Timestamp kBegin = timestampFromMicroseconds(1'699'920'000'000'000);
constexpr int kSamples = 3600; ///< one a second

/// Every fourth is uncertain, every tenth bad, every sixth a text.
Sample sampleOf(TagId tag, int index)
{
    Sample sample;
    sample.tag = tag;
    sample.time = kBegin + std::chrono::seconds(index);
    sample.value = 2.0;
    if (index % 6 == 0) {
        sample.flags = SampleFlags::make(SampleFlags::Kind::Text);
        sample.side = std::string("running");
    }
    if (index % 4 == 0)
        sample.quality = Quality::uncertain(Quality::Reason::Stale);
    if (index % 10 == 0)
        sample.quality = Quality::bad(Quality::Reason::SourceStatus);
    return sample;
}

bool maintain(HistoryWriter &writer)
{
    Result<bool> more = true;
    while (more.ok() && more.value())
        more = writer.maintain();
    return more.ok();
}

} // namespace

void TestReportData::rolledUpSamplesAreAsGoodAsTheyWere()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    TagRegistry registry;
    const TagId tag = registry.intern("site/pump/flow");
    const Workspace workspace = Workspace::load(path + "/works").value();
    const auto writer = std::move(HistoryWriter::open({path, 1}, registry)).value();
    std::uint64_t position = 0;
    const auto write = [&](int from, int to) {
        auto batch = std::make_shared<SampleBatch>();
        for (int i = from; i < to; ++i)
            batch->append(sampleOf(tag, i));
        return writer->append(batch).ok() && writer->commit({++position}, {}).ok()
            && maintain(*writer);
    };
    QVERIFY(write(0, kSamples));
    QVERIFY(write(10 * 86'400, 10 * 86'400 + 1));
    ReportOptions options;
    options.name = "asset:site/pump";
    options.range = {kBegin, kBegin + 1h};
    options.generatedAt = kBegin + 2h;
    options.zone = QTimeZone::utc();
    const auto gathered = [&] {
        const auto reader = std::move(HistoryReader::open(path)).value();
        return gatherReport(options, *reader, nullptr, registry, workspace).value().tags.at(0);
    };
    const ReportTag before = gathered();
    RetentionPolicy policy;
    policy.rawDays = 3;
    writer->retain(policy, Timestamp::max());
    QVERIFY(maintain(*writer));
    const ReportTag after = gathered();
    QVERIFY(before.trace.data.rolledUp.empty() && !after.trace.data.rolledUp.empty());
    QCOMPARE(before.samples(), std::uint64_t {kSamples});
    QCOMPARE(after.samples(), before.samples());
    QVERIFY(before.good > 0 && before.good < kSamples);
    QCOMPARE(after.good, before.good);
    QCOMPARE(after.figures.mean, before.figures.mean);
}

void TestReportData::timeBeforeTheFirstSampleIsNoGoodData_data()
{
    QTest::addColumn<int>("everySeconds");
    QTest::addColumn<bool>("hasOlder");
    QTest::addColumn<bool>("isExplained");
    QTest::addColumn<double>("share");
    QTest::newRow("every sample") << 60 << false << false << 0.75;
    QTest::newRow("thinned to columns") << 1 << false << false << 0.75;
    QTest::newRow("within a gap") << 60 << false << true << 0.75;
    QTest::newRow("not the first of all") << 60 << true << false << 1.0;
}

/// The tag is a quarter of an hour younger than the period.
void TestReportData::timeBeforeTheFirstSampleIsNoGoodData()
{
    QFETCH(int, everySeconds);
    QFETCH(bool, hasOlder);
    QFETCH(bool, isExplained);
    QFETCH(double, share);
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    const SourceId source {3};
    TagRegistry registry;
    const TagId tag = registry.intern("site/pump/flow", source);
    const Workspace workspace = Workspace::load(path + "/works").value();
    const auto writer = std::move(HistoryWriter::open({path, 1}, registry)).value();
    auto batch = std::make_shared<SampleBatch>();
    const Timestamp first = kBegin + (hasOlder ? -1min : 15min);
    for (Timestamp time = first; time < kBegin + 1h; time += std::chrono::seconds(everySeconds))
        batch->append({tag, time, 2.0, {}, {}, {}});
    QVERIFY(writer->append(batch).ok());
    if (isExplained)
        QVERIFY(writer
                    ->recordGap({HistoryGap::Cause::SourceDisconnected,
                                 source,
                                 {},
                                 {kBegin + 5min, kBegin + 15min}})
                    .ok());
    QVERIFY(writer->commit({1}, {}).ok());
    ReportOptions options;
    options.name = "asset:site/pump";
    options.range = {kBegin, kBegin + 1h};
    options.generatedAt = kBegin + 1h;
    options.zone = QTimeZone::utc();
    const auto reader = std::move(HistoryReader::open(path)).value();
    const ReportData data = gatherReport(options, *reader, nullptr, registry, workspace).value();
    QCOMPARE(data.tags.at(0).trace.data.isDense(), everySeconds == 1);
    const double column = 1.0 / 700; // of which the first sample is in one
    QVERIFY2(std::fabs(data.goodShare() - share) <= column,
             qPrintable(QString::number(data.goodShare())));
}

void TestReportData::missingAssetIsAnsweredWithItsNeighbours_data()
{
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QString>("asset");
    QTest::addColumn<QString>("said");
    const QStringList plant {QStringLiteral("b/pump/flow"), QStringLiteral("b/tank/level"),
                             QStringLiteral("a/line/oven/heat"), QStringLiteral("bare"),
                             QStringLiteral("$telltale/process/memory")};
    QTest::newRow("top") << plant << "nix"
                         << "there are: a, b";
    QTest::newRow("below one that is there") << plant << "b/nix"
                                             << "there are: b/pump, b/tank";
    QTest::newRow("below two that are not") << plant << "b/nix/nix"
                                            << "there are: b/pump, b/tank";
    QTest::newRow("slash at the beginning")
        << QStringList {QStringLiteral("/flow"), QStringLiteral("/works/pump/flow"),
                        QStringLiteral("//odd/flow"), QStringLiteral("hall/heat")}
        << "nix"
        << "there are: //odd, /works, hall";
    QTest::newRow("none") << QStringList {QStringLiteral("bare"), QStringLiteral("/flow")} << "nix"
                          << "there is no asset yet";
    QStringList many;
    for (int i = 1; i <= 12; ++i)
        many << QStringLiteral("line/p%1/flow").arg(i, 2, 10, QLatin1Char('0'));
    QTest::newRow("many") << many << "line/nix"
                          << "there are: line/p01, line/p02, line/p03, line/p04, line/p05, "
                             "line/p06, line/p07, line/p08 and 4 more";
    QTest::newRow("name that would move the cursor")
        << QStringList {QStringLiteral("a\rb/flow")} << "nix"
        << "there are: a\\u000Db";
}

void TestReportData::missingAssetIsAnsweredWithItsNeighbours()
{
    QFETCH(QStringList, paths);
    QFETCH(QString, asset);
    QFETCH(QString, said);
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    TagRegistry registry;
    for (const QString &one : paths)
        registry.intern(one.toStdString());
    const Workspace workspace = Workspace::load(path + "/works").value();
    const auto reader = std::move(HistoryReader::open(path)).value();
    ReportOptions options;
    options.name = "asset:" + asset.toStdString();
    options.range = {kBegin, kBegin + 1h};
    const auto gathered = gatherReport(options, *reader, nullptr, registry, workspace);
    QCOMPARE(gathered.error().code, Error::Code::NotFound);
    QCOMPARE(QString::fromStdString(gathered.error().detail),
             QStringLiteral("no tag lies below \"%1\"; %2").arg(asset, said));
}

QTEST_GUILESS_MAIN(TestReportData)
#include "tst_report_data.moc"
