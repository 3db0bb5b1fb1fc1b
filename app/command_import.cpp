#include "app/command.h"
#include "app/options.h"
#include "app/row_options.h"

#include "data/pipeline/history_import.h"
#include "data/sources/json_object.h"

#include <QElapsedTimer>

#include <atomic>
#include <cinttypes>
#include <cstdio>
#include <optional>

namespace telltale {
namespace {

constexpr std::uint64_t kRefusedLines = 10'000; ///< named one by one; more are counted

void declare(Options &options)
{
    options.addArgument(QStringLiteral("FILE"),
                        QStringLiteral("CSV with a heading or the export's JSON lines: .csv, "
                                       ".jsonl, also .gz."));
    addRowOptions(options);
    options.add(QStringLiteral("decimal"),
                QStringLiteral("Sign before the fraction: . (default) or a comma."),
                QStringLiteral("CHAR"));
    options.add(QStringLiteral("wide"), QStringLiteral("Every column beside the time is a tag."));
}

Result<ImportOptions> importOptions(const Options &options)
{
    ImportOptions import;
    if (options.arguments().size() != 1)
        return Error {Error::Code::WrongUse, "import needs a FILE"};
    import.file = options.arguments().first().toStdString();
    import.dataFolder = options.dataFolder();
    if (const Outcome read = readRowOptions(options, import.time, import.delimiter); !read.ok())
        return read.error();
    const QString decimal = options.value(QStringLiteral("decimal"));
    if (!decimal.isEmpty() && decimal != QLatin1String(".") && decimal != QLatin1String(","))
        return Error {Error::Code::WrongUse, "--decimal is . or ,"};
    import.decimal = decimal == QLatin1String(",") ? ',' : '.';
    import.isWide = options.isSet(QStringLiteral("wide"));
    import.topicTemplate = options.value(QStringLiteral("topic-template")).toStdString();
    return import;
}

void tellRefused(std::uint64_t &told, std::uint64_t line, const Error &why)
{
    if (++told <= kRefusedLines)
        std::fprintf(stderr, "\rtelltale: line %" PRIu64 " is refused: %s\n", line,
                     why.detail.c_str());
    if (told == kRefusedLines)
        std::fprintf(stderr, "telltale: further lines that are refused are counted only\n");
}

Outcome play(HistoryImport &import)
{
    std::atomic<bool> stop = false;
    std::uint64_t told = 0;
    Outcome done;
    const auto work = [&] {
        done = import.run(
            [](const HistoryImport::Summary &read) {
                std::fprintf(stderr, "\r%5.1f %%  %" PRIu64 " lines, %" PRIu64 " samples",
                             read.fraction * 100.0, read.lines, read.samples);
            },
            [&told](std::uint64_t line, const Error &why) { tellRefused(told, line, why); },
            [](const std::string &note) { std::fprintf(stderr, "\rtelltale: %s\n", note.c_str()); },
            stop);
    };
    runUntilSignal(work, [&stop] { stop = true; });
    return done;
}

void print(const HistoryImport::Summary &in, double seconds, bool isJson)
{
    if (!isJson) {
        std::printf("%" PRIu64 " samples from %" PRIu64 " lines in %.1f s: %" PRIu64
                    " new, %zu new tags; %" PRIu64 " cells without a value, %" PRIu64
                    " lines refused\n",
                    in.samples, in.lines, seconds, in.added, in.tags, in.blank, in.refused);
        return;
    }
    JsonObject json;
    const auto count = [&json](const char *name, std::uint64_t value) {
        json.addRaw(name, std::to_string(value));
    };
    count("lines", in.lines);
    count("samples", in.samples);
    count("added", in.added);
    count("tags", in.tags);
    count("blank", in.blank);
    count("refused", in.refused);
    json.add("seconds", seconds, 3);
    std::printf("%s\n", json.text().c_str());
}

} // namespace

int runImport(const QStringList &arguments)
{
    Options options(QStringLiteral("import"));
    declare(options);
    if (const std::optional<int> answered = options.answer(arguments))
        return *answered;
    const Result<ImportOptions> wanted = importOptions(options);
    if (!wanted.ok())
        return fail(wanted.error());
    QElapsedTimer clock;
    clock.start();
    HistoryImport import(wanted.value());
    const Outcome done = play(import);
    const HistoryImport::Summary &in = import.summary();
    if (in.lines > 0)
        std::fputc('\n', stderr); // after the line of the progress
    if (done.ok() || in.lines > 0)
        print(in, static_cast<double>(clock.elapsed()) / 1000.0, options.wantsJson());
    if (!done.ok())
        return fail(done.error());
    const bool isNothing = in.refused > 0 && in.samples == 0;
    return isNothing ? fail({Error::Code::Malformed, "no line could be taken"})
                     : afterPrinting(kSuccess);
}

} // namespace telltale
