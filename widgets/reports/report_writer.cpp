#include "widgets/reports/report_writer.h"

#include "widgets/reports/report_pages.h"
#include "widgets/reports/report_sections.h"

#include "data/alarms/alarm_service.h"
#include "data/sources/source_ids.h"

namespace telltale {

Outcome writeReport(const ReportData &data, const Workspace &workspace, const std::string &file,
                    const CancelFlag *cancel)
{
    std::vector<ReportEntry> contents;
    return writePages({ReportSections::title(data), ReportSections::footer(data), file}, cancel,
                      [&](ReportCanvas &canvas) {
                          ReportSections sections(canvas, data, workspace, contents);
                          sections.paint();
                          contents = sections.found();
                      });
}

Result<ReportDamages> writeReport(const ReportOptions &options, HistoryReader &history,
                                  AlarmReader *alarms, const TagRegistry &tags,
                                  const Workspace &workspace, const std::string &file,
                                  ReportProgress *progress)
{
    Result<ReportData> data = gatherReport(options, history, alarms, tags, workspace, progress);
    if (!data.ok())
        return data.error();
    const Outcome written
        = writeReport(data.value(), workspace, file, progress ? &progress->cancel : nullptr);
    if (!written.ok())
        return written.error();
    return std::move(data.value().damages);
}

Result<ReportDamages> writeReport(const ReportOptions &options, const std::string &folder,
                                  const TagRegistry &tags, const Workspace &workspace,
                                  const std::string &file, ReportProgress *progress)
{
    const Result<std::unique_ptr<HistoryReader>> history = HistoryReader::open(folder);
    if (!history.ok())
        return history.error();
    const Result<std::unique_ptr<AlarmReader>> alarms = AlarmReader::openIfThere(folder);
    if (!alarms.ok())
        return alarms.error();
    ReportOptions named = options;
    named.connections = SourceIds::namesIn(folder);
    return writeReport(named, *history.value(), alarms.value().get(), tags, workspace, file,
                       progress);
}

} // namespace telltale
