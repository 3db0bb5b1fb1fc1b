#include "data/history/sqlite_history_writer.h"

#include <algorithm>

// What the writer does between commits: checkpoints, sealing, trimming of the log.

namespace telltale {
namespace {

constexpr std::size_t kMaxTail = 4'000'000; ///< samples that may wait for their chunk
constexpr std::int64_t kMaxLogRows = 50'000; ///< that a start has to read
constexpr std::size_t kMaxSealedInLog = 500'000; ///< samples of it that no longer wait ...
constexpr std::size_t kLogPerTail = 2; ///< ... or so much of the log for each that does
constexpr std::size_t kSamplesPerStep = 50'000; ///< sealed in one transaction
constexpr std::int64_t kRowsPerTrim = 64;
constexpr std::int64_t kRowsWorthTrimming = 16;
constexpr int kCheckpointPages = 1024; ///< 8 MiB of WAL
constexpr std::chrono::milliseconds kReaderPatience {100}; ///< commits wait meanwhile

} // namespace

Result<bool> SqliteHistoryWriter::maintain()
{
    const Result<bool> busy = upkeep();
    if (!busy.ok() || busy.value() || m_mustCommit)
        return busy;
    const std::uint64_t before = m_finished.changes();
    const bool goesOn = m_finished.step();
    if (m_finished.changes() != before)
        m_stored.close();
    return goesOn;
}

Result<bool> SqliteHistoryWriter::upkeep()
{
    // After a failed commit the rows of waiting samples are guesses: nothing is sealed by them.
    if (m_mustCommit)
        return false;
    if (Outcome open = ensureFile(); !open.ok())
        return open.error();
    for (const auto step :
         {&SqliteHistoryWriter::checkpoint, &SqliteHistoryWriter::storeDescriptions,
          &SqliteHistoryWriter::seal, &SqliteHistoryWriter::trim, &SqliteHistoryWriter::rotate}) {
        const Result<Step> made = (this->*step)();
        if (!made.ok() && made.error().code == Error::Code::Damaged) {
            const Outcome left = leaveDamagedFile(made.error());
            return left.ok() ? Result<bool>(true) : left.error();
        }
        if (!made.ok())
            return made.error();
        if (made.value() == Step::Done)
            return true;
    }
    return false;
}

Result<SqliteHistoryWriter::Step> SqliteHistoryWriter::checkpoint()
{
    const int pages = m_file->database->walPages();
    if (pages < kCheckpointPages)
        m_checkpointAt = kCheckpointPages;
    if (pages < m_checkpointAt)
        return Step::Nothing;
    // A reader may be in the way: the WAL grows on, and the rest follows after as many pages again.
    m_checkpointAt = pages + kCheckpointPages;
    const bool isTooLong = pages > m_walLimit;
    const Outcome done = isTooLong ? m_file->database->emptyWal(kReaderPatience)
                                   : m_file->database->checkpoint(false);
    if (!done.ok() && done.error().code != Error::Code::Busy)
        return done.error();
    return Step::Done;
}

Result<SqliteHistoryWriter::Step> SqliteHistoryWriter::storeDescriptions()
{
    if (!m_file->tags.hasChanges(m_registry))
        return Step::Nothing;
    const Outcome done
        = inTransaction([this](File &file) { return file.tags.writeChanges(m_registry); });
    if (!done.ok())
        return done.error();
    return Step::Done;
}

Result<SqliteHistoryWriter::Step> SqliteHistoryWriter::seal()
{
    const std::vector<TagId> tags = tagsToSeal();
    if (tags.empty())
        return Step::Nothing;
    if (const Outcome done = sealTags(tags); !done.ok())
        return done.error();
    return Step::Done;
}

Outcome SqliteHistoryWriter::sealTags(const std::vector<TagId> &tags)
{
    CommonSamples again;
    TagId correctedTag;
    const std::int64_t trimTo = rowsToTrim();
    const Outcome done
        = inTransaction([this, &tags, &again, &correctedTag, trimTo](File &file) -> Outcome {
              if (Outcome removed = file.log.removeBefore(trimTo); !removed.ok())
                  return removed;
              for (const TagId tag : tags) {
                  const Result<CommonSamples> common = sealTag(tag);
                  if (!common.ok())
                      return Error {common.error().code,
                                    m_registry.path(tag) + ": " + common.error().detail};
                  again += common.value();
                  if (common->corrected > 0)
                      correctedTag = tag;
              }
              return again.times > 0 ? file.log.countLess(again) : Outcome();
          });
    if (!done.ok()) {
        for (const TagId tag : tags)
            m_tail->giveBack(tag);
        return done.error().code == Error::Code::Damaged ? leaveDamagedFile(done.error()) : done;
    }
    noteTrimmed(trimTo);
    m_committed.totals.samples -= again.times;
    m_committed.totals.corrected += again.corrected;
    if (again.corrected > 0)
        m_committed.totals.correctedTag = correctedTag;
    for (const TagId tag : tags)
        m_tail->markSealed(tag, m_committed.logRow);
    return {};
}

bool SqliteHistoryWriter::isLogTooLong()
{
    const std::int64_t next = m_committed.logRow + 1;
    return next - m_tail->firstNeededRow(next) > kMaxLogRows
        || m_logSamples > kMaxSealedInLog + kLogPerTail * m_tail->size();
}

std::vector<TagId> SqliteHistoryWriter::tagsToSeal()
{
    const std::int64_t row = m_committed.logRow;
    std::vector<TagId> tags;
    std::size_t samples = 0;
    while (samples < kSamplesPerStep) {
        const TagId tag = m_tail->takeFull(row);
        if (!tag.isValid())
            break;
        tags.push_back(tag);
        samples += m_tail->count(tag);
    }
    if (tags.empty() && (m_mustSeal || isLogTooLong() || m_tail->size() > kMaxTail))
        tags = m_tail->oldest(row, kSamplesPerStep);
    m_mustSeal = m_mustSeal && !tags.empty();
    return tags;
}

Result<CommonSamples> SqliteHistoryWriter::sealTag(TagId tag)
{
    const SampleColumns samples = m_tail->samples(tag);
    if (samples.isEmpty())
        return CommonSamples {};
    const auto before = m_file->last.read(tag);
    if (!before.ok())
        return before.error();
    const bool isLate
        = before.value() && samples.times.front() <= toMicroseconds(before.value()->sample.time);
    Result<CommonSamples> here = m_file->chunks.store(tag, samples);
    if (!here.ok())
        return here;
    if (const Outcome written = writeLast(tag, samples); !written.ok())
        return written.error();
    if (isLate)
        here->times = countStored(tag, samples, here->times);
    return here;
}

/// What older files have is stored before, too. One of them that cannot be read costs the exact
/// sum, not the recording.
std::size_t SqliteHistoryWriter::countStored(TagId tag, const SampleColumns &samples,
                                             std::size_t here)
{
    if (!m_stored.areSeveral())
        return here;
    const Result<std::size_t> everywhere = m_stored.count(tag, samples);
    return everywhere.ok() ? std::max(everywhere.value(), here) : here;
}

Outcome SqliteHistoryWriter::writeLast(TagId tag, const SampleColumns &sealed)
{
    const std::int64_t row = m_committed.logRow;
    const auto before = m_file->last.read(tag);
    if (!before.ok())
        return before.error();
    const Sample newest = sealed.sample(tag, sealed.size() - 1);
    const bool isNewest = !before.value() || newest.time > before.value()->sample.time;
    const bool replaces = before.value() && newest.time == before.value()->sample.time
        && !newest.flags.has(SampleFlags::kRedelivered);
    return isNewest || replaces ? m_file->last.write({newest, row})
                                : m_file->last.writeSealed(tag, row);
}

/// Log rows before this one can go now; a bounded number at a time.
std::int64_t SqliteHistoryWriter::rowsToTrim()
{
    const std::int64_t needed = m_tail->firstNeededRow(m_committed.logRow + 1);
    return std::min(needed, m_trimmedTo + kRowsPerTrim);
}

Result<SqliteHistoryWriter::Step> SqliteHistoryWriter::trim()
{
    const std::int64_t trimTo = rowsToTrim();
    if (trimTo - m_trimmedTo < kRowsWorthTrimming)
        return Step::Nothing;
    const Outcome done
        = inTransaction([trimTo](File &file) { return file.log.removeBefore(trimTo); });
    if (!done.ok())
        return done.error();
    noteTrimmed(trimTo);
    return Step::Done;
}

void SqliteHistoryWriter::noteLogged(std::int64_t row, std::size_t samples)
{
    m_logged.emplace_back(row, samples);
    m_logSamples += samples;
}

void SqliteHistoryWriter::noteTrimmed(std::int64_t row)
{
    m_trimmedTo = row;
    for (; !m_logged.empty() && m_logged.front().first < row; m_logged.pop_front())
        m_logSamples -= m_logged.front().second;
}

Outcome SqliteHistoryWriter::settle(std::chrono::milliseconds atMost)
{
    const auto until = std::chrono::steady_clock::now() + atMost;
    while (!m_mustCommit && std::chrono::steady_clock::now() < until) {
        const Result<bool> busy = upkeep();
        if (!busy.ok())
            return busy.error();
        if (busy.value())
            continue;
        const std::vector<TagId> tags = m_tail->oldest(m_committed.logRow, kSamplesPerStep);
        if (tags.empty())
            return giveBackPages();
        if (Outcome sealed = sealTags(tags); !sealed.ok())
            return sealed;
    }
    return {};
}

/// What the log took at its longest.
Outcome SqliteHistoryWriter::giveBackPages()
{
    const std::int64_t needed = m_tail->firstNeededRow(m_committed.logRow + 1);
    const Outcome trimmed
        = inTransaction([needed](File &file) { return file.log.removeBefore(needed); });
    if (!trimmed.ok())
        return trimmed;
    noteTrimmed(needed);
    return m_file->database->execute("PRAGMA incremental_vacuum");
}

} // namespace telltale
