#include "data/sources/journal_recovery.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

namespace telltale {
namespace {

using SegmentPointer = std::shared_ptr<JournalSegment>;

void addNote(RecoveredJournal &journal, const std::string &note)
{
    if (!journal.notes.empty())
        journal.notes += "; ";
    journal.notes += note;
}

Result<std::vector<std::string>> segmentFiles(const std::string &folder)
{
    std::vector<std::string> files;
    std::error_code failure;
    for (std::filesystem::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        if (entry->path().extension() == ".journal")
            files.push_back(entry->path().string());
    }
    if (failure)
        return Error {Error::Code::DiskError, folder + ": cannot list: " + failure.message()};
    std::sort(files.begin(), files.end()); // equally long hex names: by offset
    return files;
}

void setAside(RecoveredJournal &journal, const std::string &path, const std::string &reason)
{
    std::error_code failure;
    std::filesystem::rename(path, path + ".damaged", failure);
    addNote(journal,
            reason + (failure ? "; it could not be set aside" : "; it was set aside as .damaged"));
}

/// By the names they had: `<offset in hex>.journal.damaged`.
std::vector<std::uint64_t> damagedSegments(const std::string &folder)
{
    std::vector<std::uint64_t> begins;
    std::error_code failure;
    for (std::filesystem::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const std::string name = entry->path().filename().string();
        std::uint64_t begin = 0;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), begin, 16);
        if (read.ec == std::errc() && std::string_view(read.ptr) == ".journal.damaged")
            begins.push_back(begin);
    }
    return begins;
}

void openAll(RecoveredJournal &journal, const std::vector<std::string> &files)
{
    for (const std::string &file : files) {
        Result<SegmentPointer> segment = JournalSegment::openExisting(file);
        if (!segment && segment.error().code == Error::Code::NotFound) {
            ::unlink(file.c_str()); // killed while it was made: nothing was ever in it
            continue;
        }
        if (!segment) {
            setAside(journal, file, segment.error().detail);
            continue;
        }
        if (!journal.segments.empty() && segment.value()->base() < journal.segments.back()->end()) {
            setAside(journal, file, file + ": overlaps the one before it");
            continue;
        }
        journal.segments.push_back(std::move(segment).value());
    }
}

/// Finds the end of what was written; returns the number of the last message, 0 if there is none.
std::uint64_t findEnd(JournalSegment &segment, RecoveredJournal &journal)
{
    std::uint64_t offset = JournalSegment::kHeaderBytes;
    std::uint64_t number = 0;
    for (;;) {
        auto found = segment.at(offset, number);
        if (!found) {
            const std::uint64_t horizon
                = std::min(segment.size(), offset + JournalSegment::kTearWindow);
            found = segment.search(offset, horizon, number);
            if (!found)
                break;
            addNote(journal, segment.path() + ": damaged at byte " + std::to_string(offset));
        }
        number = found->record.number;
        offset = found->next;
    }
    segment.setUsed(offset);
    const bool wasTorn
        = segment.clear(offset, std::min(segment.size(), offset + JournalSegment::kTearWindow));
    if (wasTorn)
        addNote(journal, segment.path() + ": an unfinished record at its end was dropped");
    return number;
}

/// Leaves the last segment with records (or the only one) at the end of the list.
void findLast(RecoveredJournal &journal)
{
    while (!journal.segments.empty()) {
        JournalSegment &last = *journal.segments.back();
        journal.number = findEnd(last, journal);
        if (!last.isEmpty() || journal.segments.size() == 1)
            return;
        if (journal.spare)
            ::unlink(journal.spare->path().c_str());
        journal.spare = journal.segments.back();
        journal.segments.pop_back();
    }
}

} // namespace

Result<RecoveredJournal> recoverJournal(const std::string &folder)
{
    const Result<std::vector<std::string>> files = segmentFiles(folder);
    if (!files)
        return files.error();
    RecoveredJournal journal;
    openAll(journal, files.value());
    findLast(journal);
    journal.damaged = damagedSegments(folder);
    for (std::size_t i = 0; i + 1 < journal.segments.size(); ++i) {
        journal.segments[i]->setUsed(journal.segments[i]->size()); // not read: readers find the end
        journal.segments[i]->seal();
    }
    return journal;
}

} // namespace telltale
