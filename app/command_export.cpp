#include "app/command.h"
#include "app/options.h"

#include "data/history/export.h"
#include "data/storage/file.h"
#include "data/storage/output_file.h"
#include "data/telemetry/clock.h"

#include <csignal>
#include <cstdio>

namespace telltale {
namespace {

void declare(Options &options)
{
    options.addRepeatable(
        QStringLiteral("tag"),
        QStringLiteral("Tag path; * within a level, ** across levels; repeatable."),
        QStringLiteral("GLOB"));
    options.add(QStringLiteral("from"), QStringLiteral("First moment: ISO 8601, a date, -24h."),
                QStringLiteral("T"));
    options.add(QStringLiteral("to"), QStringLiteral("End, not included."), QStringLiteral("T"));
    options.add(QStringLiteral("every"), QStringLiteral("Width of a bin: 10s, 1m, 1h, 1d."),
                QStringLiteral("TIME"));
    options.add(
        QStringLiteral("aggregate"),
        QStringLiteral("mean, min, max, first, last, count, sum, integral, time-weighted-mean."),
        QStringLiteral("NAME"));
    options.add(QStringLiteral("format"), QStringLiteral("csv (default) or jsonl."),
                QStringLiteral("FORMAT"));
    options.add(
        QStringLiteral("spreadsheet"),
        QStringLiteral("Texts that a spreadsheet would take for formulas get a leading '."));
    options.add(QStringLiteral("o"), QStringLiteral("Output file, or - for standard output."),
                QStringLiteral("FILE"));
}

Outcome readAggregate(const Options &options, ExportOptions &wanted)
{
    if (options.isSet(QStringLiteral("every")) != options.isSet(QStringLiteral("aggregate")))
        return Error {Error::Code::WrongUse, "--every and --aggregate go together"};
    if (!options.isSet(QStringLiteral("every")))
        return {};
    wanted.every = durationArgument(options.value(QStringLiteral("every")));
    if (!wanted.every)
        return Error {Error::Code::WrongUse, "--every is a time such as 10s, 1m, 1h or 1d"};
    wanted.aggregate = aggregateOf(options.value(QStringLiteral("aggregate")).toStdString());
    if (!wanted.aggregate)
        return Error {Error::Code::WrongUse,
                      "--aggregate is mean, min, max, first, last, count, sum, integral or "
                      "time-weighted-mean"};
    return {};
}

Result<ExportOptions> exportOptions(const Options &options)
{
    ExportOptions wanted;
    if (!options.isSet(QStringLiteral("tag")) || !options.isSet(QStringLiteral("o")))
        return Error {Error::Code::WrongUse, "export needs --tag GLOB and -o FILE (or -o -)"};
    for (const QString &pattern : options.values(QStringLiteral("tag")))
        wanted.patterns.push_back(pattern.toStdString());
    if (const Outcome read = readRange(options, Clock::system().now(), wanted.range); !read.ok())
        return read.error();
    const QString format = options.isSet(QStringLiteral("format"))
        ? options.value(QStringLiteral("format"))
        : QStringLiteral("csv");
    if (format != QLatin1String("csv") && format != QLatin1String("jsonl"))
        return Error {Error::Code::WrongUse, "--format is csv or jsonl"};
    wanted.form.kind
        = format == QLatin1String("csv") ? ExportForm::Kind::Csv : ExportForm::Kind::JsonLines;
    wanted.form.forSpreadsheet = options.isSet(QStringLiteral("spreadsheet"));
    if (const Outcome read = readAggregate(options, wanted); !read.ok())
        return read.error();
    return wanted;
}

/// Set when somebody ends the program: the file begun then leaves no trace.
CancelFlag ended;

void endOnSignals()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(signal, [](int) { ended.cancel(); });
}

Outcome exportTo(OutputFile &file, HistoryReader &reader, const TagRegistry &tags,
                 const ExportOptions &wanted)
{
    if (!file.isStream()) // a stream that nobody takes would not see it
        endOnSignals();
    Outcome written;
    const Result<ExportLack> done = exportSamples(
        reader, tags, wanted,
        [&](std::string_view text) { return (written = file.write(text)).ok(); }, &ended);
    if (!written.ok())
        return written;
    if (!done.ok())
        return done.error();
    if (const std::string lack = lackWords(done.value(), wanted.every.has_value()); !lack.empty())
        std::fprintf(stderr, "telltale: %s\n", printable(lack).constData());
    return file.finish();
}

} // namespace

int runExport(const QStringList &arguments)
{
    Options options(QStringLiteral("export"));
    declare(options);
    if (const std::optional<int> answered = options.answer(arguments))
        return *answered;
    const Result<ExportOptions> wanted = exportOptions(options);
    if (!wanted.ok())
        return fail(wanted.error());
    if (const Outcome made = makeFolder(options.dataFolder()); !made.ok())
        return fail(made.error());
    Result<std::unique_ptr<HistoryReader>> reader = HistoryReader::open(options.dataFolder());
    if (!reader.ok())
        return fail(reader.error());
    TagRegistry tags;
    if (const Outcome loaded = reader.value()->loadTags(tags); !loaded.ok())
        return fail(loaded.error());
    Result<OutputFile> file = OutputFile::open(options.fileName(QStringLiteral("o")));
    if (!file.ok())
        return fail(file.error());
    const Outcome done = exportTo(file.value(), *reader.value(), tags, wanted.value());
    return done.ok() ? tellMissing(reader.value()->damages(), wanted->range) : fail(done.error());
}

} // namespace telltale
