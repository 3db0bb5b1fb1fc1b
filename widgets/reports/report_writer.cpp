#include "widgets/reports/report_writer.h"

#include "widgets/reports/report_sections.h"

#include <QBuffer>
#include <QFile>
#include <QPdfWriter>
#include <QSaveFile>

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
                 const Extent &extent)
{
    QPdfWriter writer(&device);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(kDotsPerInch);
    writer.setTitle(ReportSections::title(data));
    writer.setCreator(QStringLiteral("Telltale " TELLTALE_VERSION));
    ReportCanvas canvas(writer, ReportSections::footer(data), extent.pages);
    if (!canvas.isActive())
        return {};
    ReportSections sections(canvas, data, workspace, extent.contents);
    sections.paint();
    return {canvas.page(), sections.found()};
}

Error fileError(const QFileDevice &file)
{
    const bool isRefused = file.error() == QFileDevice::PermissionsError;
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return {isRefused    ? Error::Code::NotPermitted
                : isFull ? Error::Code::DiskFull
                         : Error::Code::DiskError,
            "cannot write " + file.fileName().toStdString() + ": "
                + file.errorString().toStdString()};
}

} // namespace

Outcome writeReport(const ReportData &data, const Workspace &workspace, const std::string &file)
{
    QBuffer trial;
    trial.open(QIODevice::WriteOnly);
    const Extent extent = drawPages(data, workspace, trial, {});
    QSaveFile output(QFile::decodeName(QByteArray::fromStdString(file)));
    if (!output.open(QIODevice::WriteOnly))
        return fileError(output);
    if (drawPages(data, workspace, output, extent).pages == 0)
        return Error {Error::Code::Internal, "the PDF could not be begun"};
    if (!output.commit())
        return fileError(output);
    return {};
}

Outcome writeReport(const ReportOptions &options, HistoryReader &history, AlarmReader *alarms,
                    const TagRegistry &tags, const Workspace &workspace, const std::string &file)
{
    const Result<ReportData> data = gatherReport(options, history, alarms, tags, workspace);
    if (!data.ok())
        return data.error();
    return writeReport(data.value(), workspace, file);
}

} // namespace telltale
