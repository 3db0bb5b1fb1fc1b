#include "app/command.h"
#include "app/options.h"

#include "data/history/export.h"
#include "data/storage/file.h"
#include "data/telemetry/clock.h"

#include <QFile>
#include <QSaveFile>

#include <cstdio>

namespace telltale {
namespace {

Outcome declare(Options &options, const QStringList &arguments)
{
    options.add(QStringLiteral("tag"),
                QStringLiteral("Tag path; * within a level, ** across levels."),
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
    return options.parse(arguments);
}

Result<ExportOptions> exportOptions(const Options &options)
{
    ExportOptions wanted;
    if (!options.isSet(QStringLiteral("tag")) || !options.isSet(QStringLiteral("o")))
        return Error {Error::Code::WrongUse, "export needs --tag GLOB and -o FILE (or -o -)"};
    wanted.pattern = options.value(QStringLiteral("tag")).toStdString();
    const Timestamp now = Clock::system().now();
    for (const auto &[name, target] : {std::pair {QStringLiteral("from"), &wanted.range.from},
                                       std::pair {QStringLiteral("to"), &wanted.range.to}}) {
        if (!options.isSet(name))
            continue;
        const Result<Timestamp> time = timeArgument(options.value(name), now);
        if (!time.ok())
            return time.error();
        *target = time.value();
    }
    const QString format = options.isSet(QStringLiteral("format"))
        ? options.value(QStringLiteral("format"))
        : QStringLiteral("csv");
    if (format != QLatin1String("csv") && format != QLatin1String("jsonl"))
        return Error {Error::Code::WrongUse, "--format is csv or jsonl"};
    wanted.form.kind
        = format == QLatin1String("csv") ? ExportForm::Kind::Csv : ExportForm::Kind::JsonLines;
    wanted.form.forSpreadsheet = options.isSet(QStringLiteral("spreadsheet"));
    if (options.isSet(QStringLiteral("every")) != options.isSet(QStringLiteral("aggregate")))
        return Error {Error::Code::WrongUse, "--every and --aggregate go together"};
    if (!options.isSet(QStringLiteral("every")))
        return wanted;
    wanted.every = durationArgument(options.value(QStringLiteral("every")));
    if (!wanted.every)
        return Error {Error::Code::WrongUse, "--every is a time such as 10s, 1m, 1h or 1d"};
    wanted.aggregate = aggregateOf(options.value(QStringLiteral("aggregate")).toStdString());
    if (!wanted.aggregate)
        return Error {Error::Code::WrongUse,
                      "--aggregate is mean, min, max, first, last, count, sum, integral or "
                      "time-weighted-mean"};
    return wanted;
}

/// Into a new file that takes the place of `path` when all is written.
Outcome exportToFile(HistoryReader &reader, const TagRegistry &tags, const ExportOptions &wanted,
                     const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error {Error::Code::DiskError,
                      path.toStdString() + ": " + file.errorString().toStdString()};
    const Outcome done = exportSamples(reader, tags, wanted, [&](std::string_view text) {
        return file.write(text.data(), static_cast<qint64>(text.size()))
            == static_cast<qint64>(text.size());
    });
    if (!done.ok())
        return done;
    if (!file.commit())
        return Error {Error::Code::DiskError,
                      path.toStdString() + ": " + file.errorString().toStdString()};
    return {};
}

} // namespace

int runExport(const QStringList &arguments)
{
    Options options(QStringLiteral("export"));
    if (const Outcome parsed = declare(options, arguments); !parsed.ok())
        return fail(parsed.error());
    if (options.isSet(QStringLiteral("help"))) {
        std::fputs(qPrintable(options.helpText()), stdout);
        return kSuccess;
    }
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
    const QString path = options.value(QStringLiteral("o"));
    const Outcome done = path == QLatin1String("-")
        ? exportSamples(*reader.value(), tags, wanted.value(),
                        [](std::string_view text) {
                            return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
                        })
        : exportToFile(*reader.value(), tags, wanted.value(), path);
    if (!done.ok() || std::fflush(stdout) != 0)
        return fail(done.ok() ? Error {Error::Code::DiskError, "standard output cannot be written"}
                              : done.error());
    return kSuccess;
}

} // namespace telltale
