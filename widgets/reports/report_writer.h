#pragma once

#include "models/report_data.h"

namespace telltale {

/// Writes a report as a PDF: A4, vectors only, fonts embedded, texts of foreign origin literal.
/// Cover, key figures, trends, gaps with their cause, alarms. Words are those of the installed
/// translation. `file` is written as an OutputFile.
/// Thread  any that owns the readers; needs no window. Takes as long as reading history takes.
/// Errors  those of gatherReport(); DiskError, DiskFull, NotPermitted of the file.
Outcome writeReport(const ReportOptions &options, HistoryReader &history, AlarmReader *alarms,
                    const TagRegistry &tags, const Workspace &workspace, const std::string &file);

/// The drawing half of it, for data that was gathered before.
/// Thread  any.
/// Errors  Cancelled: nothing was written; those of the file.
Outcome writeReport(const ReportData &data, const Workspace &workspace, const std::string &file,
                    const CancelFlag *cancel = nullptr);

} // namespace telltale
