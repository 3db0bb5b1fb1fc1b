#pragma once

#include "data/telemetry/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// Reads a CSV file row by row, plain or gzip: RFC 4180 quotes, line ends LF or CRLF, a byte order
/// mark is skipped. The first row names the columns.
/// Thread  one. Memory does not depend on the file's size.
class CsvRows
{
public:
    static constexpr std::size_t kRowLimit = 1U << 20U; ///< bytes

    /// `delimiter` 0: comma, semicolon or tab, whichever the heading has most of.
    /// Errors  NotFound, DiskError; Damaged: no gzip after all; Malformed: no heading.
    static Result<std::unique_ptr<CsvRows>> open(const std::string &path, char delimiter = '\0');
    ~CsvRows();
    CsvRows(const CsvRows &) = delete;
    CsvRows &operator=(const CsvRows &) = delete;

    const std::vector<std::string> &header() const { return m_header; }
    /// The next row that is not empty; false at the end. Cells stay valid until the next call.
    /// Errors  Damaged: gzip ends too early or its checksum is wrong; LimitExceeded: a row beyond
    ///         kRowLimit, usually a quote that never ends.
    Result<bool> next(std::vector<std::string_view> &cells);
    /// Whether a cell of the last row stood in quotes.
    bool isQuoted(std::size_t cell) const { return !m_cells.empty() && m_cells[cell].isQuoted; }
    /// Number of the line where the last row began, the heading is line 1.
    std::uint64_t line() const { return m_rowLine; }
    /// How much of the file's bytes was read, 0 to 1: an estimate of how far it is.
    double progress() const;

private:
    struct Cell
    {
        std::size_t begin = 0; ///< in m_row
        std::size_t size = 0;
        bool isQuoted = false;
    };
    CsvRows() = default;
    int byte();
    int peek();
    bool fill();
    bool readPlainRow(std::vector<std::string_view> &cells);
    Result<bool> readRow();
    Outcome readQuoted();
    void endCell();
    Outcome readHeader(const std::string &path, char delimiter);

    void *m_file = nullptr; ///< gzFile
    std::uint64_t m_fileSize = 0;
    std::vector<char> m_buffer;
    std::size_t m_at = 0;
    std::size_t m_size = 0;
    bool m_isBroken = false;
    char m_delimiter = ',';
    std::string m_row; ///< contents of the cells, unquoted, one after the other
    std::vector<Cell> m_cells; ///< of the last row; empty: its cells lie in m_buffer, unquoted
    std::size_t m_cellBegin = 0;
    bool m_cellIsQuoted = false;
    std::size_t m_quotedEnd = 0; ///< of m_row: what stands before is no line end
    std::vector<std::string> m_header;
    std::uint64_t m_line = 1;
    std::uint64_t m_rowLine = 0;
};

} // namespace telltale
