#include "data/history/history_reader.h"
#include "tests/data/history/history_model.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

#include <array>
#include <chrono>

using namespace telltale;
using telltale::test::HistoryModel;

/// Four years of an air quality station, every sample back bit by bit. TELLTALE_STATIONS says how
/// many stations (12 are there).
class TestHistoryBeijing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySampleComesBack();

private:
    void readStation(const QString &path);
    void addRow(const std::string &line);
    void flush();

    std::vector<std::string> m_heading;
    TagRegistry m_registry;
    std::unique_ptr<HistoryWriter> m_writer;
    std::shared_ptr<SampleBatch> m_batch;
    HistoryModel m_model;
    std::uint64_t m_rows = 0;
};

namespace {

constexpr std::size_t kFirstValue = 5; ///< columns before: No, year, month, day, hour

std::vector<std::string> cellsOf(const std::string &line)
{
    std::vector<std::string> cells(1);
    for (const char byte : line) {
        if (byte == ',')
            cells.emplace_back();
        else if (byte != '"' && byte != '\n' && byte != '\r')
            cells.back() += byte;
    }
    return cells;
}

Timestamp timeOf(const std::vector<std::string> &cells)
{
    using namespace std::chrono;
    const auto number = [&cells](std::size_t cell) { return std::stoi(cells[cell]); };
    const year_month_day date {year(number(1)), month(static_cast<unsigned>(number(2))),
                               day(static_cast<unsigned>(number(3)))};
    return sys_days(date) + hours(number(4));
}

} // namespace

void TestHistoryBeijing::flush()
{
    QVERIFY(m_writer->append(m_batch).ok());
    QVERIFY(m_writer->commit({++m_rows}, {}).ok());
    m_model.add(*m_batch);
    m_batch = std::make_shared<SampleBatch>();
    while (m_writer->maintain().value()) { }
}

void TestHistoryBeijing::addRow(const std::string &line)
{
    const std::vector<std::string> cells = cellsOf(line);
    if (cells.size() != m_heading.size())
        return;
    for (std::size_t i = kFirstValue; i + 1 < cells.size(); ++i) {
        if (cells[i] == "NA" || cells[i].empty())
            continue;
        const TagId tag = m_registry.intern(cells.back() + "/" + m_heading[i]);
        char *end = nullptr;
        const double value = std::strtod(cells[i].c_str(), &end);
        if (*end == '\0')
            m_batch->append(tag, timeOf(cells), value, {}, {});
        else
            m_batch->appendWithSide(tag, timeOf(cells), 0.0, {},
                                    SampleFlags::make(SampleFlags::Kind::Text), cells[i]);
    }
}

void TestHistoryBeijing::readStation(const QString &path)
{
    gzFile file = ::gzopen(path.toLocal8Bit().constData(), "rb");
    QVERIFY(file);
    std::array<char, 4096> line {};
    m_batch = std::make_shared<SampleBatch>();
    m_heading.clear();
    while (::gzgets(file, line.data(), static_cast<int>(line.size()))) {
        if (m_heading.empty())
            m_heading = cellsOf(line.data());
        else
            addRow(line.data());
        if (m_batch->size() > 20000)
            flush();
    }
    ::gzclose(file);
    flush();
}

void TestHistoryBeijing::everySampleComesBack()
{
    const QString data = test::sharedPath(QStringLiteral("data/beijing_air"));
    if (data.isEmpty() && !test::mustHaveShared())
        QSKIP(test::kNoSharedData);
    QTemporaryDir folder;
    m_writer = HistoryWriter::open({folder.path().toStdString()}, m_registry).value();
    const auto stations = QDir(data).entryInfoList({QStringLiteral("*.csv.gz")});
    QVERIFY(!stations.isEmpty());
    const int wanted = std::max(1, qEnvironmentVariableIntValue("TELLTALE_STATIONS"));
    for (int i = 0; i < std::min(wanted, static_cast<int>(stations.size())); ++i)
        readStation(stations[i].filePath());
    QCOMPARE(m_writer->totals().samples, m_model.size());
    m_writer.reset();
    std::uint64_t bytes = 0;
    for (const QFileInfo &file : QDir(folder.path()).entryInfoList(QDir::Files))
        bytes += static_cast<std::uint64_t>(file.size());
    qInfo("%zu samples, %.2f bytes each", m_model.size(),
          static_cast<double>(bytes) / static_cast<double>(m_model.size()));
    auto reader = HistoryReader::open(folder.path().toStdString());
    QVERIFY(reader.ok());
    const TimeRange all {Timestamp::min(), Timestamp::max()};
    std::size_t compared = 0;
    for (std::uint32_t tag = 0; tag < m_registry.size(); ++tag) {
        std::vector<Sample> found;
        QVERIFY(reader.value()
                    ->scan({tag}, all,
                           [&found](const Sample &sample) {
                               found.push_back(sample);
                               return true;
                           })
                    .ok());
        QVERIFY(test::isSame(found, m_model.samples({tag}, all)));
        compared += found.size();
    }
    QCOMPARE(compared, m_model.size());
    TagRegistry stored;
    QVERIFY(reader.value()->loadTags(stored).ok());
    QCOMPARE(stored.pathsFrom(0), m_registry.pathsFrom(0));
}

QTEST_GUILESS_MAIN(TestHistoryBeijing)
#include "tst_history_beijing.moc"
