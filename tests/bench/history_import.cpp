#include "tests/bench/history_import.h"

#include "data/history/history_reader.h"
#include "data/pipeline/history_import.h"
#include "data/telemetry/timestamp_text.h"
#include "tests/bench/history_load.h"

#include <QTemporaryDir>

#include <array>
#include <atomic>
#include <charconv>
#include <cstdio>
#include <optional>
#include <string>

namespace telltale::bench {
namespace {

constexpr std::int64_t kRows = 10'000'000;
constexpr std::int64_t kStart = 1'700'000'000; ///< s
constexpr int kPixels = 1'000;

enum class Form { TimeAndValue, Export };

/// A value that wanders, with two or three decimals.
class Walk
{
public:
    std::string_view next()
    {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        m_value += static_cast<std::int64_t>(m_state >> 57U) - 63;
        const auto end = std::to_chars(m_text.data(), m_text.data() + m_text.size(),
                                       static_cast<double>(m_value) / 1000.0);
        return {m_text.data(), static_cast<std::size_t>(end.ptr - m_text.data())};
    }

private:
    std::uint64_t m_state = 1;
    std::int64_t m_value = 20'000;
    std::array<char, 32> m_text {};
};

bool writeTable(const std::string &path, Form form)
{
    std::FILE *file = std::fopen(path.c_str(), "wb");
    if (!file)
        return false;
    Walk walk;
    std::string rows = form == Form::Export ? "tag,time,value,quality\n" : "time,value\n";
    for (std::int64_t i = 0; i < kRows; ++i) {
        if (form == Form::Export)
            rows += "plant/flow," + isoText(timestampFromMicroseconds((kStart + i) * 1'000'000))
                + ',';
        else
            rows += std::to_string(kStart + i) + ',';
        rows += walk.next();
        rows += form == Form::Export ? ",good\n" : "\n";
        if (rows.size() > 1U << 20U || i + 1 == kRows) {
            if (std::fwrite(rows.data(), 1, rows.size(), file) != rows.size())
                break;
            rows.clear();
        }
    }
    return std::fclose(file) == 0 && rows.empty();
}

/// Imported, stored, and its trend drawn from.
std::optional<double> importSeconds(Form form)
{
    const QTemporaryDir folder;
    ImportOptions options;
    options.file = folder.filePath(QStringLiteral("flow.csv")).toStdString();
    options.dataFolder = folder.filePath(QStringLiteral("data")).toStdString();
    if (!writeTable(options.file, form))
        return std::nullopt;
    const double began = secondsNow();
    HistoryImport import(options);
    const std::atomic<bool> stop = false;
    const Outcome done
        = import.run([](const HistoryImport::Summary &) {}, [](std::uint64_t, const Error &) {},
                     [](const std::string &) {}, stop);
    const auto reader = HistoryReader::open(options.dataFolder);
    if (!done.ok() || !reader.ok())
        return std::nullopt;
    const auto trend
        = reader.value()->range({0},
                                {timestampFromMicroseconds(kStart * 1'000'000),
                                 timestampFromMicroseconds((kStart + kRows) * 1'000'000)},
                                kPixels);
    const bool isWhole = trend.ok() && trend.value().columns.size() == kPixels
        && import.summary().samples == static_cast<std::uint64_t>(kRows);
    return isWhole ? std::optional(secondsNow() - began) : std::nullopt;
}

} // namespace

void addImportFigures(Report &report)
{
    using Better = Figure::Better;
    report.add({"history.import_10m_s",
                "s",
                importSeconds(Form::TimeAndValue),
                {},
                3.0,
                Better::AtMost,
                false});
    report.add({"history.import_10m_export_s",
                "s",
                importSeconds(Form::Export),
                {},
                10.0,
                Better::AtMost,
                false});
}

} // namespace telltale::bench
