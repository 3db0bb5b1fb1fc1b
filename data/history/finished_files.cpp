#include "data/history/finished_files.h"

#include "data/history/history_damage.h"
#include "data/history/history_schema.h"
#include "data/history/log_store.h"
#include "data/storage/disk_reserve.h"
#include "data/storage/file.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <tuple>

namespace telltale {
namespace {

constexpr std::uint64_t kLeaveFree = std::uint64_t {512} << 20U; ///< while a file is written anew

std::uint64_t sizeOf(const std::string &path)
{
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(path, failed);
    return failed ? 0 : size;
}

std::string megabytes(std::uint64_t bytes)
{
    return std::to_string((bytes + 500'000) / 1'000'000) + " MB";
}

} // namespace

FinishedFiles::FinishedFiles(std::string folder, const TagRegistry &registry)
    : m_folder(std::move(folder))
    , m_rules(registry)
{ }

void FinishedFiles::list(const std::string &newest)
{
    std::vector<File> files;
    std::vector<std::size_t> unread;
    for (const std::string &path : historyFiles(m_folder)) {
        if (path == newest)
            continue;
        const File *known = find(path);
        files.push_back(known ? *known : look(path));
        if (files.back().isLeft && !known)
            unread.push_back(files.size() - 1);
    }
    m_files = std::move(files);
    m_isDue = true;
    if (!unread.empty())
        noteUnread(unread, look(newest));
}

void FinishedFiles::noteUnread(const std::vector<std::size_t> &places, const File &newest)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> extents;
    for (const File &file : m_files)
        extents.emplace_back(file.oldest, file.newest);
    extents.emplace_back(newest.oldest, newest.newest);
    for (const std::size_t place : places)
        noteDamage(m_files[place].path,
                   "cannot be read and is left as it is: "
                       + missingWords(periodOf(place, extents)));
}

FinishedFiles::File FinishedFiles::look(const std::string &path)
{
    File found;
    found.path = path;
    found.isLeft = true;
    found.isDamaged = true;
    Result<Database> database = openHistoryForReading(path);
    if (!database.ok())
        return found;
    const Result<bool> packed = hasPack(database.value());
    const Result<HistoryState> state = readState(database.value());
    if (!packed.ok() || !state.ok())
        return found;
    found.isLeft = false;
    found.isDamaged = false;
    found.isPacked = packed.value();
    found.oldest = state->oldest;
    found.newest = state->newest;
    return found;
}

FinishedFiles::File *FinishedFiles::find(const std::string &path)
{
    const auto found = std::find_if(m_files.begin(), m_files.end(),
                                    [&path](const File &file) { return file.path == path; });
    return found == m_files.end() ? nullptr : &*found;
}

void FinishedFiles::retain(const RetentionPolicy &policy, Timestamp now)
{
    if (m_rules.setPolicy(policy)) {
        m_counting.reset();
        m_passed.reset(); // what is being written has tags of the policy before
        for (File &file : m_files) {
            file.clearAt.reset();
            file.sizes.reset();
        }
    }
    for (File &file : m_files) {
        file.isLeft = file.isDamaged;
        file.isCut = false;
    }
    m_now = toMicroseconds(now);
    m_isDue = true;
    m_looked = -1;
}

bool FinishedFiles::step()
{
    if (m_rewrite)
        return rewriteOn();
    if (packNext())
        return true;
    m_isDue = m_isDue && retainNext();
    return m_isDue;
}

std::pair<std::int64_t, std::int64_t> FinishedFiles::extent() const
{
    std::pair extent {std::numeric_limits<std::int64_t>::max(),
                      std::numeric_limits<std::int64_t>::min()};
    for (const File &file : m_files) {
        if (file.oldest > file.newest)
            continue;
        extent.first = std::min(extent.first, file.oldest);
        extent.second = std::max(extent.second, file.newest);
    }
    return extent;
}

bool FinishedFiles::rewriteOn()
{
    const std::string path = m_rewrite->path();
    const Result<bool> more = m_rewrite->step();
    if (more.ok() && more.value())
        return true;
    const Outcome done = more.ok() ? m_rewrite->finish() : Outcome(more.error());
    if (!done.ok() && done.error().code == Error::Code::Busy)
        return false;
    const auto [oldest, newest] = m_rewrite->extent();
    m_hasRolledUp = m_rewrite->hasRolledUp();
    m_rewrite.reset();
    ended(path, done);
    if (File *file = find(path); file && done.ok())
        std::tie(file->oldest, file->newest) = std::pair(oldest, newest);
    return true;
}

void FinishedFiles::ended(const std::string &path, const Outcome &how)
{
    File *file = find(path);
    if (!file)
        return;
    if (!how.ok()) {
        file->isLeft = true;
        file->isDamaged = !isDiskTrouble(how.error());
        const std::string words = "is left as it is: " + how.error().detail;
        if (file->isDamaged)
            noteDamage(path, words);
        else
            noteDone(path, words);
        return;
    }
    ++m_changes;
    file->isPacked = true;
    file->clearAt = m_passed;
    file->sizes.reset();
    std::string words = "is packed: " + megabytes(sizeOf(path));
    if (m_hasRolledUp)
        words += ", with roll-ups in place of samples that are older than they have to be kept";
    if (m_cut)
        words += ", without the oldest samples of " + m_cut->rule.pattern
            + ", which took more than " + megabytes(m_cut->rule.bytes.value_or(0));
    noteDone(path, words);
}

bool FinishedFiles::hasRoomFor(const File &file)
{
    const Result<std::uint64_t> free = freeBytes(m_folder);
    const std::uint64_t needed = sizeOf(file.path) + kLeaveFree;
    if (free.ok() && free.value() >= needed)
        return true;
    if (m_noted.insert(file.path).second)
        noteDone(file.path, "is packed once " + megabytes(needed) + " are free");
    return false;
}

bool FinishedFiles::begin(File &file, std::optional<Cut> cut)
{
    const bool waits = waitsForOlder(file);
    const auto keep = [this, asIs = file, cut, waits](TagId tag) -> FileRewrite::Kept {
        const std::optional<std::size_t> rule = m_rules.ruleOf(tag);
        if (isOut(asIs, m_rules.daysOf(tag)))
            return {FileRewrite::kNothing, false};
        const bool isCut = cut && rule && policy().rules[*rule] == cut->rule;
        return {isCut ? cut->keptFrom : FileRewrite::kAll,
                !waits && isOut(asIs, m_rules.rawDaysOf(tag))};
    };
    m_cut = cut;
    m_passed = waits ? std::nullopt : std::optional(limitsPassed(file));
    auto begun = FileRewrite::begin(file.path, keep);
    if (!begun.ok()) {
        ended(file.path, begun.error());
        return true;
    }
    m_rewrite = std::move(begun).value();
    return true;
}

bool FinishedFiles::packNext()
{
    const auto next = std::find_if(m_files.begin(), m_files.end(),
                                   [](const File &file) { return !file.isPacked && !file.isLeft; });
    return next != m_files.end() && hasRoomFor(*next) && begin(*next);
}

/// True: it did something, or has to go on.
bool FinishedFiles::retainNext()
{
    return removeOverLimit() || removeOld() || countSizes() || cutOverLimit();
}

bool FinishedFiles::removeOld()
{
    for (File &file : m_files) {
        if (!file.isPacked || !mayHaveOut(file))
            continue;
        if (isWhollyOut(file))
            return remove(file, "all of it is older than it has to be kept");
        if (file.isLeft || waitsForOlder(file))
            continue;
        const Result<bool> out = findOut(file);
        if (!out.ok()) {
            ended(file.path, out.error());
            return true;
        }
        if (!out.value() && !file.clearAt)
            return true; // more tags to look at
        if (out.value() && hasRoomFor(file))
            return begin(file);
    }
    return false;
}

bool FinishedFiles::removeOverLimit()
{
    if (!policy().bytes || m_files.empty())
        return false;
    std::uint64_t total = 0;
    for (const std::string &path : historyFiles(m_folder))
        total += sizeOf(path) + sizeOf(path + "-wal");
    return total > *policy().bytes
        && remove(m_files.front(), "history is larger than " + megabytes(*policy().bytes));
}

bool FinishedFiles::remove(File &file, const std::string &why)
{
    const std::string path = file.path;
    const std::uint64_t size = sizeOf(path);
    if (const Outcome removed = removeHistoryFile(path); !removed.ok()) {
        file.isLeft = true;
        file.clearAt = limitsPassed(file);
        noteDone(path, removed.error().detail);
        return false;
    }
    ++m_changes;
    std::erase_if(m_files, [&path](const File &each) { return each.path == path; });
    noteDone(path, "was deleted, " + megabytes(size) + ": " + why);
    return true;
}

void FinishedFiles::noteDone(const std::string &path, const std::string &words)
{
    m_notes.push_back({path, words, HistoryNote::Kind::Done, {}});
}

void FinishedFiles::noteDamage(const std::string &path, const std::string &words)
{
    m_notes.push_back({path, words, HistoryNote::Kind::Damage, kDamageRemedy});
}

} // namespace telltale
