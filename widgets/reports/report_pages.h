#pragma once

#include "data/history/history_reader.h"
#include "data/telemetry/result.h"

#include <QString>

#include <functional>
#include <string>

namespace telltale {

class ReportCanvas;

/// What a PDF is made of beside its pages.
struct ReportFile
{
    QString title;
    QString footer; ///< of each page, beside its number
    std::string file; ///< written as an OutputFile
};

/// The bytes of a PDF: A4, vectors only, fonts embedded, numbered pages. `paint` runs twice, for
/// the footers say how many pages there are: what it finds out the first time it may use the
/// second. The file of `report` is not looked at.
/// Thread  any.
/// Errors  Cancelled.
Result<std::string> drawPages(const ReportFile &report, const CancelFlag *cancel,
                              const std::function<void(ReportCanvas &canvas)> &paint);

/// Writes them to the file.
/// Errors  Cancelled: nothing was written; those of the file.
Outcome writePages(const ReportFile &report, const CancelFlag *cancel,
                   const std::function<void(ReportCanvas &canvas)> &paint);

} // namespace telltale
