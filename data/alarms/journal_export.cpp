#include "data/alarms/journal_export.h"

#include "data/alarms/journal_export_row.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace telltale {
namespace {

constexpr std::uint64_t kStretch = 50'000; ///< entries of one read transaction
constexpr std::size_t kBlock = 1U << 16U; ///< bytes written at once

/// A new file that is removed again unless it was finished.
class ExportFile
{
public:
    explicit ExportFile(const std::string &path)
        : m_path(path)
        , m_file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600))
    {
        if (m_file < 0)
            note();
    }
    ~ExportFile()
    {
        if (m_file < 0)
            return;
        struct stat status
        { };
        const bool isOurs = ::fstat(m_file, &status) == 0 && S_ISREG(status.st_mode);
        ::close(m_file);
        if (isOurs && !m_isFinished) // a device was there before
            ::unlink(m_path.c_str());
    }
    ExportFile(const ExportFile &) = delete;
    ExportFile &operator=(const ExportFile &) = delete;

    std::string &text() { return m_text; } ///< append to it
    bool isGood() const { return !m_error; }
    Outcome outcome() const { return m_error ? Outcome(*m_error) : Outcome(); }

    void writeBlock()
    {
        if (m_text.size() >= kBlock)
            writeAll();
    }
    Outcome finish()
    {
        writeAll();
        if (isGood() && ::fsync(m_file) != 0)
            note();
        m_isFinished = isGood();
        return outcome();
    }

private:
    void writeAll()
    {
        std::size_t done = 0;
        while (isGood() && done < m_text.size()) {
            const ssize_t count = ::write(m_file, m_text.data() + done, m_text.size() - done);
            if (count < 0 && errno != EINTR)
                note();
            done += count > 0 ? static_cast<std::size_t>(count) : 0;
        }
        m_text.clear();
    }
    void note()
    {
        const bool isFull = errno == ENOSPC || errno == EDQUOT;
        m_error = Error {isFull ? Error::Code::DiskFull : Error::Code::DiskError,
                         m_path + ": " + std::strerror(errno)};
    }

    const std::string m_path;
    const int m_file;
    std::string m_text;
    std::optional<Error> m_error;
    bool m_isFinished = false;
};

void appendEntry(std::string &out, JournalFormat format, const AlarmJournalEntry &entry,
                 const std::string &hash, bool isFirst)
{
    if (format == JournalFormat::Csv)
        return appendCsv(out, entry, hash);
    out += isFirst ? "\n" : ",\n";
    appendJson(out, entry, hash);
}

void appendHead(std::string &out, JournalFormat format, const JournalHead &head)
{
    const std::string number = std::to_string(head.last);
    if (format == JournalFormat::Csv)
        out += number + ",,,HEAD" + std::string(24, ',') + hexText(head.hash) + '\n';
    else
        out += "\n],\"head\":{\"seq\":" + number + ",\"hash\":\"" + hexText(head.hash) + "\"}}\n";
}

} // namespace

std::string hexText(const JournalHash &hash)
{
    constexpr const char *kDigits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : hash) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

Result<JournalExport> exportJournal(AlarmReader &reader, const JournalFilter &filter,
                                    JournalFormat format, const std::string &path,
                                    const std::atomic<bool> &isCancelled)
{
    const Result<JournalHead> head = reader.head();
    if (!head)
        return head.error();
    JournalExport made {0, head.value()};
    ExportFile file(path);
    file.text() += format == JournalFormat::Csv ? kJournalCsvHeading : "{\"entries\":[";
    for (std::uint64_t from = head->first; from <= head->last && file.isGood(); from += kStretch) {
        const JournalSpan span {from, std::min(from + kStretch, head->last + 1), false};
        const Outcome read = reader.scan(
            filter, span, [&](const AlarmJournalEntry &entry, const JournalHash &hash) {
                appendEntry(file.text(), format, entry, hexText(hash), made.entries == 0);
                ++made.entries;
                file.writeBlock();
                return file.isGood() && !isCancelled;
            });
        if (!read)
            return read.error();
        if (isCancelled)
            return Error {Error::Code::Cancelled, "export was cancelled"};
    }
    appendHead(file.text(), format, head.value());
    if (const Outcome finished = file.finish(); !finished)
        return finished.error();
    return made;
}

} // namespace telltale
