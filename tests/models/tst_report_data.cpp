#include "models/report_data.h"

#include "data/history/history_writer.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <QTemporaryDir>
#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

class TestReportData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rolledUpSamplesAreAsGoodAsTheyWere();
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

QTEST_GUILESS_MAIN(TestReportData)
#include "tst_report_data.moc"
