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

QTEST_GUILESS_MAIN(TestReportData)
#include "tst_report_data.moc"
