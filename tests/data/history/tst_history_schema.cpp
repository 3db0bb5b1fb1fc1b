#include "data/history/history_reader.h"
#include "data/history/history_schema.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

#include <bit>
#include <cmath>

using namespace telltale;

/// Files that earlier versions of the program wrote open, and give every sample back.
class TestHistorySchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void olderFilesGiveEverythingBack_data();
    void olderFilesGiveEverythingBack();
    void freedPagesAreGivenBack();
};

namespace {

constexpr std::int64_t kBegin = 1'700'000'000'000'000;
constexpr std::uint32_t kTags = 8;
constexpr int kSamples = 900; ///< of each tag
constexpr TimeRange kAll {Timestamp::min(), Timestamp::max()};

/// Sample `index` of a tag of the stored files: each tag was laid down in another form.
Sample storedSample(std::uint32_t tag, int index)
{
    Sample sample;
    sample.tag = {tag};
    const int late = tag == 1 ? index % 7 * 1000 : 0;
    sample.time = timestampFromMicroseconds(kBegin + std::int64_t {index} * 1'000'000 + late);
    if (tag == 5) {
        sample.flags = SampleFlags::make(SampleFlags::Kind::Text);
        sample.side = "state " + std::to_string(index % 5);
        return sample;
    }
    if (tag == 6) {
        const std::uint64_t exact = ~std::uint64_t {0} - static_cast<std::uint64_t>(index);
        sample.flags = SampleFlags::make(SampleFlags::Kind::Integer);
        sample.value = static_cast<double>(exact);
        sample.side = exact;
        return sample;
    }
    if (index % 100 == 0)
        sample.quality = Quality::bad(Quality::Reason::SourceStatus);
    switch (tag) {
    case 0:
        sample.value = index % 50 / 10.0;
        break;
    case 1:
        sample.value = index / 100;
        break;
    case 2:
        sample.value = std::sqrt(static_cast<double>(index));
        break;
    case 3:
        sample.value = static_cast<double>(static_cast<float>(index % 97) * 0.1F);
        break;
    case 4:
        sample.value = index % 3 == 0 ? -0.0 : std::nan("");
        break;
    default:
        sample.value = index * 1.0e300 / 7.0;
    }
    return sample;
}

bool isStored(const Sample &sample, int index)
{
    const Sample wanted = storedSample(sample.tag.value, index);
    const bool hasBits
        = std::bit_cast<std::uint64_t>(sample.value) == std::bit_cast<std::uint64_t>(wanted.value);
    return sample.time == wanted.time && sample.quality == wanted.quality
        && sample.flags == wanted.flags && (hasBits || wanted.flags.hasSide())
        && (!wanted.flags.hasSide() || sample.side == wanted.side);
}

bool holdsStored(const std::string &folder)
{
    const auto reader = HistoryReader::open(folder);
    if (!reader.ok() || reader.value()->gaps(kAll)->size() != 1)
        return false;
    for (std::uint32_t tag = 0; tag < kTags; ++tag) {
        int count = 0;
        const Outcome scanned = reader.value()->scan({tag}, kAll, [&count](const Sample &sample) {
            return isStored(sample, count) && ++count > 0;
        });
        if (!scanned.ok() || count != kSamples)
            return false;
    }
    return true;
}

bool unpack(const QString &from, const QString &to)
{
    gzFile packed = ::gzopen(from.toLocal8Bit().constData(), "rb");
    QFile file(to);
    if (!packed || !file.open(QFile::WriteOnly))
        return false;
    QByteArray piece(1 << 16, '\0');
    for (int got = 1; got > 0;) {
        got = ::gzread(packed, piece.data(), static_cast<unsigned>(piece.size()));
        file.write(piece.constData(), std::max(got, 0));
    }
    return ::gzclose(packed) == Z_OK;
}

} // namespace

void TestHistorySchema::olderFilesGiveEverythingBack_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("schema 1") << QStringLiteral("history-1.db.gz");
}

void TestHistorySchema::olderFilesGiveEverythingBack()
{
    QFETCH(const QString, file);
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    const QString stored = QStringLiteral(TELLTALE_STORED_FILES "/") + file;
    QVERIFY(unpack(stored, folder.filePath(QStringLiteral("history-0001.db"))));
    QVERIFY(holdsStored(path)); // as it is, for programs that only read
    TagRegistry registry;
    auto writer = HistoryWriter::open({path}, registry);
    QVERIFY2(writer.ok(), writer.ok() ? "" : writer.error().detail.c_str());
    QCOMPARE(writer.value()->setAside(), std::string());
    QCOMPARE(writer.value()->totals().samples, std::uint64_t {kTags * kSamples});
    QVERIFY(holdsStored(path));
    QVERIFY(writer.value()->settle(std::chrono::minutes(1)).ok());
    QVERIFY(holdsStored(path));
    auto database = openHistoryForReading(path + "/history-0001.db");
    QCOMPARE(database->userVersion().value(), kHistorySchema);
}

void TestHistorySchema::freedPagesAreGivenBack()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    TagRegistry registry;
    registry.intern("tag");
    auto writer = std::move(HistoryWriter::open({path}, registry)).value();
    for (std::uint64_t group = 1; group <= 20; ++group) {
        auto batch = std::make_shared<SampleBatch>();
        for (std::uint64_t i = 0; i < 10'000; ++i)
            batch->append({0},
                          timestampFromMicroseconds(
                              kBegin + static_cast<std::int64_t>(group * 10'000 + i) * 1000),
                          21.5, {}, {});
        QVERIFY(writer->append(batch).ok());
        QVERIFY(writer->commit({group}, {}).ok());
    }
    QVERIFY(writer->bytesOnDisk() > 2'000'000); // all of it in the log
    QVERIFY(writer->settle(std::chrono::minutes(1)).ok());
    writer.reset();
    const qint64 bytes = QFile(folder.filePath(QStringLiteral("history-0001.db"))).size();
    QVERIFY2(bytes < 300'000, std::to_string(bytes).c_str());
}

QTEST_GUILESS_MAIN(TestHistorySchema)
#include "tst_history_schema.moc"
