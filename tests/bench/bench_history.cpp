#include "tests/bench/history_bytes.h"
#include "tests/bench/history_import.h"
#include "tests/bench/history_ingest.h"
#include "tests/bench/history_queries.h"

#include <string_view>

namespace telltale::bench {
namespace {

/// Goals whose feature is not there yet.
void addMissingFigures(Report &report)
{
    const auto most = [&report](const char *name, const char *unit, double goal) {
        report.add({name, unit, {}, {}, goal, Figure::Better::AtMost, false});
    };
    most("history.frame_10m_ms", "ms", 16.0);
}

} // namespace
} // namespace telltale::bench

/// History: ingest beside a row table, bytes a sample, questions, many tags. Without arguments all
/// figures; "ingest", "import", "bytes", "queries" or "scale" only those.
int main(int argc, char **argv)
{
    using namespace telltale::bench;
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
    if (only.empty())
        addMissingFigures(report);
    return report.isOk() ? 0 : 1;
}
