#include "widgets/reports/report_pages.h"

#include "widgets/reports/report_canvas.h"

#include "data/storage/output_file.h"

#include <QBuffer>
#include <QPdfWriter>

namespace telltale {
namespace {

constexpr int kDotsPerInch = 1152; ///< twelve to a unit of the canvas

/// Draws all of it on `device` and says how many pages it came to; 0: the device refused.
int drawOn(QIODevice &device, const ReportFile &report, int pages, const CancelFlag *cancel,
           const std::function<void(ReportCanvas &canvas)> &paint)
{
    QPdfWriter writer(&device);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(kDotsPerInch);
    writer.setTitle(report.title);
    writer.setCreator(QStringLiteral("Telltale " TELLTALE_VERSION));
    ReportCanvas canvas(writer, report.footer, pages, cancel);
    if (!canvas.isActive())
        return 0;
    paint(canvas);
    return canvas.page();
}

} // namespace

Result<std::string> drawPages(const ReportFile &report, const CancelFlag *cancel,
                              const std::function<void(ReportCanvas &canvas)> &paint)
{
    QBuffer trial;
    trial.open(QIODevice::WriteOnly);
    const int counted = drawOn(trial, report, 0, cancel, paint);
    QBuffer pages;
    pages.open(QIODevice::WriteOnly);
    const int drawn = drawOn(pages, report, counted, cancel, paint);
    if (cancel && cancel->isCancelled())
        return Error {Error::Code::Cancelled, "the report was cancelled"};
    if (drawn == 0)
        return Error {Error::Code::Internal, "the PDF could not be begun"};
    return pages.data().toStdString();
}

Outcome writePages(const ReportFile &report, const CancelFlag *cancel,
                   const std::function<void(ReportCanvas &canvas)> &paint)
{
    Result<OutputFile> output = OutputFile::open(report.file);
    if (!output.ok())
        return output.error();
    const Result<std::string> pages = drawPages(report, cancel, paint);
    if (!pages.ok())
        return pages.error();
    const Outcome written = output->write(pages.value());
    return written.ok() ? output->finish() : written;
}

} // namespace telltale
