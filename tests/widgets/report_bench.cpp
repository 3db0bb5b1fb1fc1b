#include "tests/widgets/report_bench.h"

#include "data/history/history_writer.h"
#include "data/workspace/workspace.h"

#include <QProcess>
#include <QStandardPaths>

namespace telltale::test {

using namespace std::chrono_literals;

AlarmJournalEntry entry(const char *type, const char *alarm, Timestamp time)
{
    AlarmJournalEntry one;
    one.type = type;
    one.alarm = alarm;
    one.tag = kBearing;
    one.title = "Bearing temperature <b>high</b>"; // foreign text stays as it is
    one.occurrence = 1;
    one.priority = 1;
    one.time = time;
    one.eventTime = time;
    one.hasEventTime = true;
    one.value = "86.4";
    one.unit = "°C";
    one.limit = 85.0;
    return one;
}

QString tool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

ReportBench::ReportBench()
    : history(std::move(HistoryReader::open(plant.plant().dataFolder)).value())
{
    const Timestamp now = plant.clock().now();
    hour = {now - 1h, now};
    journal.entries = {entry("ALARM", "bearing", now - 14min), entry("ACK", "bearing", now - 12min),
                       entry("RTN", "bearing", now - 3min)};
    journal.entries[1].by = "anna";
}

ReportOptions ReportBench::options(const std::string &name) const
{
    ReportOptions options;
    options.name = name;
    options.range = hour;
    options.zone = QTimeZone("Europe/Oslo");
    options.generatedAt = hour.to;
    options.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    return options;
}

Outcome ReportBench::write(const ReportOptions &options, const QString &file)
{
    const auto written = writeReport(options, *history, &journal, plant.tags(), plant.workspace(),
                                     file.toStdString());
    return written.ok() ? Outcome() : Outcome(written.error());
}

QString ReportBench::textOf(const QString &file)
{
    return tool(QStringLiteral("pdftotext"),
                {QStringLiteral("-layout"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), file,
                 QStringLiteral("-")});
}

QString ReportBench::textOfPump(const std::string &tag, const std::vector<Sample> &samples,
                                const ReportOptions &options)
{
    QTemporaryDir folder;
    TagRegistry registry;
    const TagId id = registry.intern("site/pump/" + tag);
    const Workspace workspace = Workspace::load(folder.path().toStdString() + "/works").value();
    auto writer = HistoryWriter::open({folder.path().toStdString()}, registry).value();
    auto batch = std::make_shared<SampleBatch>();
    for (Sample sample : samples) {
        sample.tag = id;
        batch->append(sample);
    }
    if (!writer->append(batch).ok() || !writer->commit({1}, {}).ok())
        return {};
    auto reader = std::move(HistoryReader::open(folder.path().toStdString())).value();
    const QString file = fileOf(QStringLiteral("pump.pdf"));
    const auto written
        = writeReport(options, *reader, &journal, registry, workspace, file.toStdString());
    return written.ok() ? textOf(file).simplified() : QString();
}

} // namespace telltale::test
