#pragma once

#include "models/report_data.h"

namespace telltale {

/// What of history could not be read for a report, which says so.
using ReportDamages = std::vector<HistoryDamage>;

/// Writes a report as a PDF: A4, vectors only, fonts embedded, texts of foreign origin literal.
/// Cover, key figures, trends, gaps with their cause, alarms. Words are those of the installed
/// translation. `file` is written as an OutputFile.
/// Thread  any that owns the readers; needs no window. Takes as long as reading history takes.
/// Errors  those of gatherReport(); DiskError, DiskFull, NotPermitted of the file. Cancelled:
///         nothing was written.
Result<ReportDamages> writeReport(const ReportOptions &options, HistoryReader &history,
                                  AlarmReader *alarms, const TagRegistry &tags,
                                  const Workspace &workspace, const std::string &file,
                                  ReportProgress *progress = nullptr);

/// The same of what is stored in the data folder `folder`.
/// Thread  any.
Result<ReportDamages> writeReport(const ReportOptions &options, const std::string &folder,
                                  const TagRegistry &tags, const Workspace &workspace,
                                  const std::string &file, ReportProgress *progress = nullptr);

/// The drawing half of it, for data that was gathered before.
/// Thread  any.
/// Errors  Cancelled; those of the file.
Outcome writeReport(const ReportData &data, const Workspace &workspace, const std::string &file,
                    const CancelFlag *cancel = nullptr);

} // namespace telltale
