#include "data/alarms/journal_export.h"

#include "data/alarms/journal_export_row.h"

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

constexpr std::uint64_t kStretch = 50'000; ///< entries of one read transaction
constexpr std::size_t kBlock = 1U << 16U; ///< bytes that are written together

void appendEntry(std::string &out, JournalFormat format, const AlarmJournalEntry &entry,
                 const std::string &hash, bool isFirst)
{
    if (format == JournalFormat::Csv)
        return appendCsv(out, entry, hash);
    out += isFirst ? "\n" : ",\n";
    appendJson(out, entry, hash);
}

void appendHead(std::string &out, JournalFormat format, const JournalHead &head,
                const std::string &fault)
{
    const std::string number = std::to_string(head.last);
    if (format == JournalFormat::Json)
        out += "\n]";
    if (!fault.empty())
        format == JournalFormat::Csv ? appendCsvWarning(out, fault) : appendJsonWarning(out, fault);
    if (format == JournalFormat::Csv)
        out += number + ",,,HEAD" + std::string(24, ',') + hexText(head.hash) + '\n';
    else
        out += ",\"head\":{\"seq\":" + number + ",\"hash\":\"" + hexText(head.hash) + "\"}}\n";
}

} // namespace

Outcome walkEntries(AlarmReader &reader, const JournalFilter &filter, const JournalHead &head,
                    const CancelFlag &cancel, const AlarmReader::Take &take)
{
    bool goesOn = true;
    const auto next = [&](AlarmJournalEntry entry, const JournalHash &hash) {
        goesOn = take(std::move(entry), hash);
        return goesOn;
    };
    for (std::uint64_t from = head.first; from <= head.last && goesOn; from += kStretch) {
        const JournalSpan span {from, std::min(from + kStretch, head.last + 1), false};
        if (const Outcome read = reader.scan(filter, span, next, &cancel); !read)
            return read;
        if (cancel.isCancelled())
            return Error {Error::Code::Cancelled, "the export was cancelled"};
    }
    return {};
}

Result<JournalExport> exportJournal(AlarmReader &reader, const JournalOrder &order,
                                    JournalFormat format, OutputFile &file,
                                    const CancelFlag &cancel)
{
    const Result<JournalHead> head = reader.head();
    if (!head)
        return head.error();
    JournalExport made {0, head.value()};
    std::string text = format == JournalFormat::Csv ? kJournalCsvHeading : "{\"entries\":[";
    Outcome written;
    const auto take = [&](const AlarmJournalEntry &entry, const JournalHash &hash) {
        appendEntry(text, format, entry, hexText(hash), made.entries == 0);
        ++made.entries;
        if (text.size() >= kBlock)
            written = file.write(std::exchange(text, {}));
        return written.ok();
    };
    const Outcome read = walkEntries(reader, order.filter, head.value(), cancel, take);
    if (!read)
        return read.error();
    if (!written)
        return written.error();
    appendHead(text, format, head.value(), order.fault);
    if (written = file.write(text); !written)
        return written.error();
    return made;
}

} // namespace telltale
