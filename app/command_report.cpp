#include "app/command.h"
#include "app/options.h"
#include "app/plant_session.h"
#include "app/screens.h"

#include "data/alarms/alarm_service.h"
#include "data/history/history_reader.h"
#include "data/telemetry/clock.h"
#include "widgets/reports/report_writer.h"

#include <QApplication>
#include <QFile>

#include <cstdio>

namespace telltale {
namespace {

constexpr std::chrono::hours kUsualPeriod {24};

Outcome declare(Options &options, const QStringList &arguments)
{
    options.addArgument(QStringLiteral("NAME"), QStringLiteral("overview or asset:PATH"));
    options.add(QStringLiteral("from"),
                QStringLiteral("Beginning: ISO 8601, a date, -24h (which is what it is without)."),
                QStringLiteral("T"));
    options.add(QStringLiteral("to"), QStringLiteral("End; without it, now."), QStringLiteral("T"));
    options.add(QStringLiteral("o"), QStringLiteral("PDF file."), QStringLiteral("FILE"));
    return options.parse(arguments);
}

Result<ReportOptions> wantedReport(const Options &options)
{
    if (options.arguments().size() != 1 || !options.isSet(QStringLiteral("o")))
        return Error {Error::Code::WrongUse,
                      "report needs one NAME and -o FILE: telltale report overview --from -24h -o "
                      "report.pdf"};
    ReportOptions report;
    report.name = options.arguments().first().toStdString();
    report.generatedAt = Clock::system().now();
    report.generatedBy = currentUser();
    report.range = {report.generatedAt - kUsualPeriod, report.generatedAt};
    for (const auto &[name, target] : {std::pair {QStringLiteral("to"), &report.range.to},
                                       std::pair {QStringLiteral("from"), &report.range.from}}) {
        if (!options.isSet(name))
            continue;
        const Result<Timestamp> time = timeArgument(options.value(name), report.generatedAt);
        if (!time.ok())
            return time.error();
        *target = time.value();
    }
    if (options.isSet(QStringLiteral("to")) && !options.isSet(QStringLiteral("from")))
        report.range.from = report.range.to - kUsualPeriod;
    return report;
}

Outcome makeReport(ReportOptions report, PlantSession &session, const std::string &folder,
                   const std::string &file)
{
    report.zone = session.plant().zone;
    report.locale = QLocale();
    Result<std::unique_ptr<HistoryReader>> history = HistoryReader::open(folder);
    if (!history.ok())
        return history.error();
    std::unique_ptr<AlarmReader> alarms; // none where no alarm was ever evaluated
    if (QFile::exists(QString::fromStdString(folder + "/alarms.db"))) {
        Result<std::unique_ptr<AlarmReader>> opened = AlarmReader::open(folder);
        if (!opened.ok())
            return opened.error();
        alarms = std::move(opened).value();
    }
    return writeReport(report, *history.value(), alarms.get(), *session.plant().tags,
                       session.workspace(), file);
}

} // namespace

int runReport(const QStringList &arguments)
{
    Options options(QStringLiteral("report"));
    if (const Outcome parsed = declare(options, arguments); !parsed.ok())
        return fail(parsed.error());
    if (options.isSet(QStringLiteral("help"))) {
        std::fputs(qPrintable(options.helpText()), stdout);
        return kSuccess;
    }
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
    const Outcome made
        = makeReport(report.value(), *session.value(), options.dataFolder(),
                     QFile::encodeName(options.value(QStringLiteral("o"))).toStdString());
    return made.ok() ? kSuccess : fail(made.error());
}

} // namespace telltale
