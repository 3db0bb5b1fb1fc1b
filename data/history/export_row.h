#pragma once

#include "data/telemetry/sample.h"

#include <string>
#include <string_view>

namespace telltale {

/// How an export writes its rows.
struct ExportForm
{
    enum class Kind { Csv, JsonLines };
    Kind kind = Kind::Csv;
    bool forSpreadsheet
        = false; ///< text that a spreadsheet would take for a formula gets a leading '
};

/// The fewest digits that read back as the same double; `nan`, `inf`, `-inf`.
std::string numberText(double value);

/// The heading of a form, or nothing.
std::string_view exportHeading(const ExportForm &form);
/// Appends one row and its line feed: RFC 4180, or one JSON object.
void appendExportRow(std::string &out, const ExportForm &form, std::string_view tag,
                     const Sample &sample);

} // namespace telltale
