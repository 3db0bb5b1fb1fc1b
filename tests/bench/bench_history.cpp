#include "tests/bench/history_bytes.h"
#include "tests/bench/history_import.h"
#include "tests/bench/history_ingest.h"
#include "tests/bench/history_queries.h"

#include <QApplication>

#include <string_view>

/// History: ingest beside a row table, bytes a sample, questions, many tags. Without arguments all
/// figures; "ingest", "import", "bytes", "queries" or "scale" only those.
int main(int argc, char **argv)
{
    using namespace telltale::bench;
    ::qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv); // for the frame of a chart
    const std::string_view only = argc > 1 ? argv[1] : "";
    Report report;
    if (only.empty() || only == "bytes")
        addByteFigures(report);
    if (only.empty() || only == "ingest")
        addIngestFigures(report);
    if (only.empty() || only == "import")
        addImportFigures(report);
    if (only.empty() || only == "queries")
        addQueryFigures(report);
    if (only.empty() || only == "scale")
        addScaleFigures(report);
    return report.isOk() ? 0 : 1;
}
