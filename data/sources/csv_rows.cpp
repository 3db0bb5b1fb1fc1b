#include "data/sources/csv_rows.h"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace telltale {
namespace {

constexpr std::size_t kBufferBytes = 256U << 10U;
constexpr int kEnd = -1;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Of comma, semicolon and tab, the one that is there most often outside quotes.
char guessDelimiter(std::string_view line)
{
    constexpr std::string_view candidates = ",;\t";
    std::size_t counts[candidates.size()] = {};
    bool isQuoted = false;
    for (const char byte : line) {
        isQuoted = isQuoted != (byte == '"');
        const std::size_t found = isQuoted ? std::string_view::npos : candidates.find(byte);
        if (found != std::string_view::npos)
            ++counts[found];
    }
    const auto *most = std::max_element(std::begin(counts), std::end(counts));
    return candidates[static_cast<std::size_t>(most - std::begin(counts))];
}

} // namespace

Result<std::unique_ptr<CsvRows>> CsvRows::open(const std::string &path, char delimiter)
{
    std::error_code failure;
    const std::filesystem::file_status there = std::filesystem::status(path, failure);
    if (there.type() == std::filesystem::file_type::not_found)
        return Error {Error::Code::NotFound, path + ": there is no such file"};
    if (failure)
        return Error {Error::Code::DiskError, path + ": cannot open: " + failure.message()};
    if (!std::filesystem::is_regular_file(there))
        return Error {Error::Code::DiskError, path + ": is no file (a pipe will not do)"};
    gzFile file = ::gzopen(path.c_str(), "rbe"); // reads plain files as they are
    if (!file)
        return Error {Error::Code::DiskError, path + ": cannot open: " + std::strerror(errno)};
    std::unique_ptr<CsvRows> rows(new CsvRows);
    rows->m_file = file;
    rows->m_fileSize = std::filesystem::file_size(path, failure);
    rows->m_buffer.resize(kBufferBytes);
    if (Outcome header = rows->readHeader(path, delimiter); !header)
        return header.error();
    return rows;
}

CsvRows::~CsvRows()
{
    if (m_file)
        ::gzclose(static_cast<gzFile>(m_file));
}

Outcome CsvRows::readHeader(const std::string &path, char delimiter)
{
    fill();
    std::string_view start(m_buffer.data(), m_size);
    if (start.substr(0, kByteOrderMark.size()) == kByteOrderMark)
        m_at = kByteOrderMark.size();
    start.remove_prefix(m_at);
    m_delimiter = delimiter != '\0' ? delimiter : guessDelimiter(start.substr(0, start.find('\n')));
    std::vector<std::string_view> cells;
    const Result<bool> found = next(cells);
    if (!found)
        return found.error();
    if (!found.value())
        return Error {Error::Code::Malformed, path + ": is empty"};
    m_header.assign(cells.begin(), cells.end());
    return {};
}

bool CsvRows::fill()
{
    const int got = ::gzread(static_cast<gzFile>(m_file), m_buffer.data(),
                             static_cast<unsigned>(m_buffer.size()));
    int error = Z_OK;
    ::gzerror(static_cast<gzFile>(m_file), &error);
    m_isBroken = got < 0 || (error != Z_OK && error != Z_STREAM_END);
    m_at = 0;
    m_size = got > 0 ? static_cast<std::size_t>(got) : 0;
    return m_size > 0;
}

int CsvRows::peek()
{
    if (m_at == m_size && !fill())
        return kEnd;
    return static_cast<unsigned char>(m_buffer[m_at]);
}

int CsvRows::byte()
{
    const int value = peek();
    if (value == kEnd)
        return kEnd;
    ++m_at;
    m_line += value == '\n' ? 1U : 0U;
    return value;
}

void CsvRows::endCell()
{
    m_cells.push_back({m_cellBegin, m_row.size() - m_cellBegin, m_cellIsQuoted});
    m_cellBegin = m_row.size();
    m_cellIsQuoted = false;
}

/// A row without quotes that lies in the buffer as a whole, as most do; false: it is another.
bool CsvRows::readPlainRow(std::vector<std::string_view> &cells)
{
    const char *const limit = m_buffer.data() + m_size;
    const char *cell = m_buffer.data() + m_at;
    cells.clear();
    for (const char *at = cell; at != limit; ++at) {
        if (*at == m_delimiter || *at == '\n') {
            cells.emplace_back(cell, static_cast<std::size_t>(at - cell));
            if (*at == '\n') {
                if (cells.back().ends_with('\r'))
                    cells.back().remove_suffix(1);
                m_at = static_cast<std::size_t>(at + 1 - m_buffer.data());
                m_rowLine = m_line++;
                m_cells.clear();
                return true;
            }
            cell = at + 1;
        } else if (*at == '"' && at == cell) {
            return false;
        }
    }
    return false;
}

/// After an opening quote, to the closing one.
Outcome CsvRows::readQuoted()
{
    for (;;) {
        const int value = byte();
        if (value == kEnd || (value == '"' && peek() != '"'))
            return {};
        if (value == '"')
            byte(); // a doubled quote stands for one
        m_row += static_cast<char>(value);
        if (m_row.size() > kRowLimit)
            return Error {Error::Code::LimitExceeded,
                          "line " + std::to_string(m_rowLine)
                              + ": longer than 1 MiB; is a quote not closed?"};
    }
}

Result<bool> CsvRows::readRow()
{
    m_row.clear();
    m_cells.clear();
    m_cellBegin = 0;
    m_cellIsQuoted = false;
    m_quotedEnd = 0;
    m_rowLine = m_line;
    for (;;) {
        const int value = byte();
        if (value == kEnd && m_cells.empty() && m_row.empty())
            return false;
        if (value == kEnd || value == '\n') {
            if (m_row.size() > std::max(m_cellBegin, m_quotedEnd) && m_row.back() == '\r')
                m_row.pop_back();
            endCell();
            return true;
        }
        if (value == m_delimiter) {
            endCell();
        } else if (value == '"' && m_row.size() == m_cellBegin) {
            m_cellIsQuoted = true;
            if (Outcome quoted = readQuoted(); !quoted)
                return quoted.error();
            m_quotedEnd = m_row.size();
        } else {
            m_row += static_cast<char>(value);
        }
        if (m_row.size() > kRowLimit)
            return Error {Error::Code::LimitExceeded,
                          "line " + std::to_string(m_rowLine) + ": longer than 1 MiB"};
    }
}

Result<bool> CsvRows::next(std::vector<std::string_view> &cells)
{
    for (;;) {
        if (readPlainRow(cells)) {
            if (cells.size() > 1 || !cells.front().empty())
                return true;
            continue; // an empty line
        }
        const Result<bool> found = readRow();
        if (!found)
            return found;
        if (m_isBroken)
            return Error {Error::Code::Damaged,
                          "line " + std::to_string(m_rowLine)
                              + ": the compressed file is damaged or cut short"};
        if (!found.value())
            return false;
        if (m_cells.size() > 1 || m_cells[0].size > 0 || m_cells[0].isQuoted)
            break; // not an empty line
    }
    cells.clear();
    for (const Cell &cell : m_cells)
        cells.emplace_back(m_row.data() + cell.begin, cell.size);
    return true;
}

double CsvRows::progress() const
{
    if (m_fileSize == 0)
        return 1.0;
    const auto offset = static_cast<double>(::gzoffset(static_cast<gzFile>(m_file)));
    return std::clamp(offset / static_cast<double>(m_fileSize), 0.0, 1.0);
}

} // namespace telltale
