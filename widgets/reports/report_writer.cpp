#include "widgets/reports/report_writer.h"

#include "widgets/reports/report_sections.h"

#include <QBuffer>
#include <QFile>
#include <QPdfWriter>
#include <QSaveFile>

namespace telltale {
namespace {

constexpr int kDotsPerInch = 1152; ///< twelve to a unit of the canvas

/// Draws all of it on `device`; how many pages that took, 0: the device refused.
int drawPages(const ReportData &data, const Workspace &workspace, QIODevice &device, int pages)
{
    QPdfWriter writer(&device);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(kDotsPerInch);
    writer.setTitle(ReportSections::title(data));
    writer.setCreator(QStringLiteral("Telltale " TELLTALE_VERSION));
    ReportCanvas canvas(writer, ReportSections::footer(data), pages);
    if (!canvas.isActive())
        return 0;
    ReportSections sections(canvas, data, workspace);
    sections.paint();
    return canvas.page();
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
    const int pages = drawPages(data, workspace, trial, 0); // the footers say how many there are
    QSaveFile output(QFile::decodeName(QByteArray::fromStdString(file)));
    if (!output.open(QIODevice::WriteOnly))
        return fileError(output);
    if (drawPages(data, workspace, output, pages) == 0)
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
