#include "app/command.h"
#include "app/options.h"
#include "app/plant_session.h"
#include "app/screens.h"

#include "data/alarms/alarm_service.h"
#include "data/telemetry/clock.h"
#include "models/shifts.h"
#include "widgets/reports/handover_writer.h"
#include "widgets/reports/report_writer.h"

#include <QApplication>

#include <algorithm>

namespace telltale {
namespace {

constexpr std::chrono::hours kUsualPeriod {24};
constexpr std::string_view kAsset = "asset:";
constexpr std::string_view kHandover = "handover";

void declare(Options &options)
{
    options.addArgument(QStringLiteral("NAME"), QStringLiteral("overview, asset:PATH or handover"));
    options.add(QStringLiteral("from"),
                QStringLiteral("Beginning: ISO 8601, a date, -24h (which is what it is without)."),
                QStringLiteral("T"));
    options.add(QStringLiteral("to"),
                QStringLiteral("End; without it, now. Of handover: of the shift that is meant."),
                QStringLiteral("T"));
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
    const bool isOfAsset = report.name.starts_with(kAsset) && report.name != kAsset;
    if (report.name != "overview" && report.name != kHandover && !isOfAsset)
        return Error {Error::Code::WrongUse,
                      "there is no report \"" + report.name
                          + "\": it is overview, asset:PATH, such as asset:plant/p1, or handover"};
    if (report.name == kHandover && options.isSet(QStringLiteral("from")))
        return Error {Error::Code::WrongUse,
                      "handover takes no --from: it is of the shift in which --to lies"};
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

/// Nothing where no alarm was ever evaluated.
Result<AlarmSnapshot> alarmsIn(const std::string &folder)
{
    const Result<std::unique_ptr<AlarmReader>> reader = AlarmReader::openIfThere(folder);
    if (!reader.ok())
        return reader.error();
    return reader.value() ? reader.value()->snapshot() : AlarmSnapshot();
}

/// Of the shift that ends at the period's end, or holds it. Exit code.
int makeHandover(const ReportOptions &report, PlantSession &session, const std::string &folder,
                 const std::string &file)
{
    const Workspace &workspace = session.workspace();
    const QTimeZone zone = session.plant().zone;
    Result<AlarmSnapshot> alarms = alarmsIn(folder);
    if (!alarms.ok())
        return fail(alarms.error());
    const Timestamp end = std::min(report.range.to, report.generatedAt);
    HandoverRequest request;
    request.shift = shiftOrDay(end - std::chrono::microseconds(1), zone, workspace.settings.shifts);
    request.now = report.generatedAt;
    request.rules = FigureRules(workspace.rules);
    request.alarms = std::make_shared<const AlarmSnapshot>(std::move(alarms).value());
    const Result<Handover> handover = gatherHandover(journalOfFolder(folder), request, {});
    if (!handover.ok())
        return fail(handover.error());
    const Outcome written
        = writeHandover(handover.value(), *session.plant().tags,
                        {siteOf(workspace), report.generatedBy, zone, QLocale()}, file);
    return written.ok() ? kSuccess : fail(written.error());
}

/// Exit code.
int makeReport(const ReportOptions &wanted, PlantSession &session, const std::string &folder,
               const std::string &file)
{
    ReportOptions report = wanted;
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
    const auto make = report.value().name == kHandover ? &makeHandover : &makeReport;
    return make(report.value(), *session.value(), options.dataFolder(),
                options.fileName(QStringLiteral("o")));
}

} // namespace telltale
