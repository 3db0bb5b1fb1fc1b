#include "app/command.h"
#include "app/options.h"
#include "app/plant_session.h"
#include "app/screens.h"

#include "data/telemetry/clock.h"
#include "widgets/reports/report_writer.h"

#include <QApplication>

namespace telltale {
namespace {

constexpr std::chrono::hours kUsualPeriod {24};
constexpr std::string_view kAsset = "asset:";

void declare(Options &options)
{
    options.addArgument(QStringLiteral("NAME"), QStringLiteral("overview or asset:PATH"));
    options.add(QStringLiteral("from"),
                QStringLiteral("Beginning: ISO 8601, a date, -24h (which is what it is without)."),
                QStringLiteral("T"));
    options.add(QStringLiteral("to"), QStringLiteral("End; without it, now."), QStringLiteral("T"));
    options.add(QStringLiteral("o"), QStringLiteral("PDF file, or - for standard output."),
                QStringLiteral("FILE"));
}

Result<ReportOptions> wantedReport(const Options &options)
{
    if (options.arguments().size() != 1 || !options.isSet(QStringLiteral("o")))
        return Error {Error::Code::WrongUse,
                      "report needs one NAME and -o FILE: telltale report overview --from -24h -o "
                      "report.pdf"};
    ReportOptions report;
    report.name = options.arguments().first().toStdString();
    if (report.name != "overview" && (!report.name.starts_with(kAsset) || report.name == kAsset))
        return Error {Error::Code::WrongUse,
                      "there is no report \"" + report.name
                          + "\": it is overview or asset:PATH, such as asset:plant/p1"};
    report.generatedAt = Clock::system().now();
    report.generatedBy = currentUser();
    // Without --from, the usual period before the end.
    report.range = {Timestamp::min(), report.generatedAt};
    if (const Outcome read = readRange(options, report.generatedAt, report.range); !read.ok())
        return read.error();
    if (!options.isSet(QStringLiteral("from")))
        report.range.from = report.range.to - kUsualPeriod;
    if (report.range.from >= report.generatedAt)
        return Error {Error::Code::WrongUse, "the period is in the future"};
    return report;
}

/// Exit code.
int makeReport(ReportOptions report, PlantSession &session, const std::string &folder,
               const std::string &file)
{
    report.zone = session.plant().zone;
    report.locale = QLocale();
    const Result<ReportDamages> made
        = writeReport(report, folder, *session.plant().tags, session.workspace(), file);
    return made.ok() ? tellMissing(made.value(), report.range) : fail(made.error());
}

} // namespace

int runReport(const QStringList &arguments)
{
    Options options(QStringLiteral("report"));
    declare(options);
    if (const std::optional<int> answered = options.answer(arguments))
        return *answered;
    const Result<ReportOptions> report = wantedReport(options);
    if (!report.ok())
        return fail(report.error());
    Result<std::unique_ptr<PlantSession>> session
        = PlantSession::open({options.workspaceFolder(), options.dataFolder(),
                              PlantSession::Use::Stored, std::nullopt, false, false});
    if (!session.ok())
        return fail(session.error());
    prepareScreens(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                   session.value()->workspace().settings, options.language(), {});
    return makeReport(report.value(), *session.value(), options.dataFolder(),
                      options.fileName(QStringLiteral("o")));
}

} // namespace telltale
