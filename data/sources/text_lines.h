#pragma once

#include "data/telemetry/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace telltale {

/// Reads a text file line by line, plain or gzip; line ends LF or CRLF.
/// Thread  one. Memory does not depend on the file's size.
class TextLines
{
public:
    static constexpr std::size_t kLineLimit = 1U << 20U; ///< bytes

    /// Errors  NotFound, DiskError.
    static Result<std::unique_ptr<TextLines>> open(const std::string &path);
    ~TextLines();
    TextLines(const TextLines &) = delete;
    TextLines &operator=(const TextLines &) = delete;

    /// The next line that is not empty, valid until the next call; false at the end.
    /// Errors  Damaged: gzip ends too early or its checksum is wrong; LimitExceeded.
    Result<bool> next(std::string_view &line);
    /// Number of the last line, from 1.
    std::uint64_t line() const { return m_number; }
    /// How much of the file was read, 0 to 1.
    double progress() const;

private:
    TextLines() = default;

    void *m_file = nullptr; ///< gzFile
    std::uint64_t m_fileSize = 0;
    std::string m_line;
    std::uint64_t m_number = 0;
};

} // namespace telltale
