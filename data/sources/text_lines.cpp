#include "data/sources/text_lines.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace telltale {
namespace {

constexpr unsigned kBufferBytes = 256U << 10U;

} // namespace

Result<std::unique_ptr<TextLines>> TextLines::open(const std::string &path)
{
    std::error_code failure;
    const std::uint64_t size = std::filesystem::file_size(path, failure);
    if (failure)
        return Error {failure == std::errc::no_such_file_or_directory ? Error::Code::NotFound
                                                                      : Error::Code::DiskError,
                      path + ": cannot open: " + failure.message()};
    gzFile file = ::gzopen(path.c_str(), "rbe"); // reads plain files as they are
    if (!file)
        return Error {Error::Code::DiskError, path + ": cannot open: " + std::strerror(errno)};
    std::unique_ptr<TextLines> lines(new TextLines);
    lines->m_file = file;
    lines->m_fileSize = size;
    ::gzbuffer(file, kBufferBytes);
    return lines;
}

TextLines::~TextLines()
{
    if (m_file)
        ::gzclose(static_cast<gzFile>(m_file));
}

Result<bool> TextLines::next(std::string_view &line)
{
    auto *const file = static_cast<gzFile>(m_file);
    std::array<char, 4096> piece {};
    m_line.clear();
    for (;;) {
        const char *got = ::gzgets(file, piece.data(), static_cast<int>(piece.size()));
        int error = Z_OK;
        ::gzerror(file, &error);
        if (error != Z_OK && error != Z_STREAM_END)
            return Error {Error::Code::Damaged,
                          "line " + std::to_string(m_number + 1)
                              + ": the compressed file is damaged or cut short"};
        if (!got && m_line.empty())
            return false;
        if (got)
            m_line += got;
        if (m_line.size() > kLineLimit)
            return Error {Error::Code::LimitExceeded,
                          "line " + std::to_string(m_number + 1) + ": longer than 1 MiB"};
        if (got && m_line.back() != '\n')
            continue;
        ++m_number;
        while (!m_line.empty() && (m_line.back() == '\n' || m_line.back() == '\r'))
            m_line.pop_back();
        if (!m_line.empty())
            break;
    }
    line = m_line;
    return true;
}

double TextLines::progress() const
{
    if (m_fileSize == 0)
        return 1.0;
    const auto offset = static_cast<double>(::gzoffset(static_cast<gzFile>(m_file)));
    return std::clamp(offset / static_cast<double>(m_fileSize), 0.0, 1.0);
}

} // namespace telltale
