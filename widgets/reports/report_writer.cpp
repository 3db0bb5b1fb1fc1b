#include "widgets/reports/report_writer.h"

#include "widgets/reports/report_sections.h"

#include "data/alarms/alarm_service.h"
#include "data/sources/source_ids.h"
#include "data/storage/output_file.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QPdfWriter>

namespace telltale {
namespace {

constexpr int kDotsPerInch = 1152; ///< twelve to a unit of the canvas

/// What the footers and the cover say, known when all is drawn: so all is drawn twice.
struct Extent
{
    int pages = 0;
    std::vector<ReportEntry> contents;
};

/// Draws all of it on `device` and says what it came to; 0 pages: the device refused.
Extent drawPages(const ReportData &data, const Workspace &workspace, QIODevice &device,
                 const Extent &extent, const CancelFlag *cancel)
{
    QPdfWriter writer(&device);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(kDotsPerInch);
    writer.setTitle(ReportSections::title(data));
    writer.setCreator(QStringLiteral("Telltale " TELLTALE_VERSION));
    ReportCanvas canvas(writer, ReportSections::footer(data), extent.pages, cancel);
    if (!canvas.isActive())
        return {};
    ReportSections sections(canvas, data, workspace, extent.contents);
    sections.paint();
    return {canvas.page(), sections.found()};
}

} // namespace

Outcome writeReport(const ReportData &data, const Workspace &workspace, const std::string &file,
                    const CancelFlag *cancel)
{
    Result<OutputFile> output = OutputFile::open(file);
    if (!output.ok())
        return output.error();
    QBuffer trial;
    trial.open(QIODevice::WriteOnly);
    const Extent extent = drawPages(data, workspace, trial, {}, cancel);
    QBuffer pages;
    pages.open(QIODevice::WriteOnly);
    const Extent drawn = drawPages(data, workspace, pages, extent, cancel);
    if (cancel && cancel->isCancelled())
        return Error {Error::Code::Cancelled, "the report was cancelled"};
    if (drawn.pages == 0)
        return Error {Error::Code::Internal, "the PDF could not be begun"};
    const Outcome written = output->write(pages.data().toStdString());
    return written.ok() ? output->finish() : written;
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
    std::unique_ptr<AlarmReader> alarms; // none where no alarm was ever evaluated
    if (QFileInfo::exists(QFile::decodeName(folder.c_str()) + QStringLiteral("/alarms.db"))) {
        Result<std::unique_ptr<AlarmReader>> opened = AlarmReader::open(folder);
        if (!opened.ok())
            return opened.error();
        alarms = std::move(opened).value();
    }
    ReportOptions named = options;
    named.connections = SourceIds::namesIn(folder);
    return writeReport(named, *history.value(), alarms.get(), tags, workspace, file, progress);
}

} // namespace telltale
