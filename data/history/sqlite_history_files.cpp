// Which files a reader reads, and which it has to leave out.

#include "data/history/history_schema.h"
#include "data/history/log_store.h"
#include "data/history/sqlite_history_reader.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace telltale {
namespace {

/// Not deleted since it was listed.
bool isThere(const std::string &path)
{
    std::error_code failed;
    return std::filesystem::exists(path, failed) || failed;
}

/// Of an older file all that counts is its samples; the newest has the tags and the sums, too,
/// which only the one before it can give.
bool canBeLeft(const Error &error, bool isNewest)
{
    if (isNewest)
        return error.code == Error::Code::Damaged;
    return isOfFile(error) || error.code == Error::Code::NewerVersion
        || error.code == Error::Code::NotFound;
}

} // namespace

bool SqliteHistoryReader::isSame(const std::vector<std::string> &paths) const
{
    auto file = m_files.begin();
    auto left = m_left.begin();
    for (const std::string &path : paths) {
        if (file != m_files.end() && (*file)->path() == path && (*file)->isCurrent())
            ++file;
        else if (left != m_left.end() && left->damage.file == path
                 && left->identity == HistoryFile::identityOf(path))
            ++left;
        else
            return false;
    }
    return file == m_files.end() && left == m_left.end();
}

Outcome SqliteHistoryReader::openAll(const std::vector<std::string> &paths)
{
    Files files;
    std::vector<LeftFile> left;
    std::vector<std::size_t> places; // of those left, in the list
    std::vector<std::pair<std::int64_t, std::int64_t>> extents;
    for (const std::string &path : paths) {
        extents.emplace_back(1, 0);
        const bool isNewest = path == paths.back();
        const std::uint64_t identity = HistoryFile::identityOf(path);
        Result<std::unique_ptr<HistoryFile>> file = HistoryFile::open(path);
        if (file.ok()) {
            if (const auto state = readState(file.value()->database()); state.ok())
                extents.back() = {state->oldest, state->newest};
            files.push_back(std::move(file).value());
        } else if (canBeLeft(file.error(), isNewest) && isThere(path)) {
            left.push_back({identity, {path, file.error().detail}, file.error()});
            places.push_back(extents.size() - 1);
        } else if (file.error().code != Error::Code::NotFound && isThere(path)) {
            return file.error();
        }
    }
    if (files.empty() && !left.empty())
        return left.back().why;
    for (std::size_t i = 0; i < left.size(); ++i)
        left[i].damage.missing = periodOf(places[i], extents);
    collectDamages();
    m_files = std::move(files);
    ++m_generation;
    m_left = std::move(left);
    m_devices = {};
    m_followed.reset();
    m_nextRow = 0;
    m_firstRow = 0;
    return {};
}

void SqliteHistoryReader::appendUnread(std::vector<HistoryGap> &gaps, TimeRange range,
                                       TagId tag) const
{
    const auto append = [&](const TimeRange &missing) {
        if (missing.from < range.to && missing.to > range.from)
            gaps.push_back({HistoryGap::Cause::DiskError, {}, tag, missing});
    };
    for (const LeftFile &file : m_left) {
        const TimeRange &missing = file.damage.missing;
        if (missing.from != Timestamp::min() || missing.to != Timestamp::max())
            append(missing);
    }
    for (const auto &file : m_files) {
        for (const TimeRange &missing : file->missing())
            append(missing);
    }
}

void SqliteHistoryReader::collectDamages()
{
    for (const auto &file : m_files) {
        // What changed while it was read as if nobody wrote may only seem damaged.
        if (!file->damage() || file->database().hasChangedUnseen())
            continue;
        HistoryDamage &known = m_damages.try_emplace(file->path(), *file->damage()).first->second;
        known.missing.from = std::min(known.missing.from, file->damage()->missing.from);
        known.missing.to = std::max(known.missing.to, file->damage()->missing.to);
    }
}

std::vector<HistoryDamage> SqliteHistoryReader::damages()
{
    collectDamages();
    std::vector<HistoryDamage> all;
    for (const LeftFile &file : m_left)
        all.push_back(file.damage);
    for (const auto &[path, damage] : m_damages)
        all.push_back(damage);
    return all;
}

} // namespace telltale
