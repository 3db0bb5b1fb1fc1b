#include "tests/bench/history_bytes.h"
#include "tests/bench/history_ingest.h"

#include <string_view>

/// History: ingest beside a row table, bytes a sample. Without arguments all figures; "ingest" or
/// "bytes" only those.
int main(int argc, char **argv)
{
    using namespace telltale::bench;
    const std::string_view only = argc > 1 ? argv[1] : "";
    Report report;
    if (only.empty() || only == "bytes")
        addByteFigures(report);
    if (only.empty() || only == "ingest")
        addIngestFigures(report);
    return report.isOk() ? 0 : 1;
}
