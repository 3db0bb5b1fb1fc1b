#include "data/pipeline/status_file.h"

#include "data/history/history_reader.h"
#include "data/pipeline/message_decoder.h"
#include "data/pipeline/status_json.h"
#include "data/storage/file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace telltale {
namespace {

/// Content is filled up with blanks to a multiple of this, and one more, so that writing over it
/// finds the room it needs there already.
constexpr std::size_t kBlock = 4096;
constexpr int kReadAttempts = 3; ///< while it is written over, it may be half one half the other

/// Nobody records who could tell of it.
void listDamages(const std::vector<HistoryDamage> &damages, PlantStatus &status)
{
    for (const HistoryDamage &damage : damages) {
        std::erase_if(status.problems, [&damage](const Problem &problem) {
            return problem.area == "history" && problem.subject == damage.file;
        });
        status.problems.insert(status.problems.begin(),
                               {Problem::Severity::Warning, Error::Code::Damaged, "history",
                                damage.file, damageWords(damage), kDamageRemedy, status.at,
                                status.at, 1});
    }
}

/// What was not understood goes last, the oldest of it first: the next run goes on with it. False:
/// there is nothing to take away.
bool shortenLists(PlantStatus &status)
{
    if (!status.refusedTopics.empty()) {
        status.refusedTopics.clear();
        return true;
    }
    if (status.undecoded.empty())
        return false;
    status.undecoded.resize(status.undecoded.size() * 3 / 4);
    return true;
}

bool put(const std::string &path, std::ios::openmode mode, const std::string &content)
{
    std::fstream file(path, mode);
    file << content;
    file.flush();
    return file.good();
}

/// From the newest sums an owner published to those of what it had committed when it ended: the
/// rest waits in the journal - but for what never came into it.
void countStored(const HistoryTotals &totals, Counters &counters)
{
    MessageCounts counts = MessageCounts::fromCounters(totals.counters);
    const std::string noRoom(JournalRecord::kNoRoom);
    if (const auto lost = counters.dropped.find(noRoom); lost != counters.dropped.end())
        counts.dropped[noRoom] = std::max(counts.dropped[noRoom], lost->second);
    counters.decoded = counts.decoded;
    counters.stored = counts.decoded;
    counters.dropped = counts.dropped;
    counters.samples = totals.samples;
    counters.samplesCorrected = totals.corrected;
    counters.gaps = totals.gaps;
    counters.received = std::max(counters.received, counts.lookedAt());
    counters.journalPending = counters.received - counts.lookedAt();
}

} // namespace

StatusFile::StatusFile(const std::string &dataFolder)
    : m_path(dataFolder + "/status.json")
{ }

void StatusFile::write(const PlantStatus &status) const
{
    std::string content = statusToJson(status);
    content.resize((content.size() / kBlock + 2) * kBlock, ' ');
    std::error_code failed;
    if (put(m_path + ".new", std::ios::out | std::ios::trunc, content)) {
        std::filesystem::rename(m_path + ".new", m_path, failed);
        return;
    }
    std::filesystem::remove(m_path + ".new", failed);
    writeOver(status);
}

/// With as much of the lists as there is room for. Without a file there is nothing to write over:
/// the owner's log tells of the disk.
void StatusFile::writeOver(PlantStatus status) const
{
    std::error_code failed;
    const std::uintmax_t room = std::filesystem::file_size(m_path, failed);
    std::string content = statusToJson(status);
    while (content.size() > room && shortenLists(status))
        content = statusToJson(status);
    if (failed || content.size() > room)
        return;
    content.resize(room, ' ');
    put(m_path, std::ios::in | std::ios::out, content);
}

Result<PlantStatus> StatusFile::read() const
{
    for (int attempt = 1;; ++attempt) {
        const Result<std::string> content = readFile(m_path);
        if (!content.ok())
            return content.error();
        Result<PlantStatus> status = statusFromJson(content.value());
        if (status.ok() || attempt == kReadAttempts)
            return status;
    }
}

Result<PlantStatus> statusOf(const std::string &dataFolder)
{
    const std::optional<std::string> owner = FolderLock::ownerOf(dataFolder);
    Result<PlantStatus> last = StatusFile(dataFolder).read();
    if (!last.ok() && last.error().code != Error::Code::NotFound)
        return last;
    PlantStatus status = last.ok() ? std::move(last).value() : PlantStatus {};
    status.owner = owner.value_or(std::string());
    if (owner)
        return status;
    status.connections.clear();
    status.messageRate = 0.0;
    const Result<std::unique_ptr<HistoryReader>> reader = HistoryReader::open(dataFolder);
    if (!reader.ok() && last.ok())
        return status; // a full or read-only disk: what the owner said last adds up, too
    if (!reader.ok())
        return reader.error();
    const Result<HistoryTotals> totals = reader.value()->totals();
    if (!totals.ok())
        return totals.error();
    countStored(totals.value(), status.counters);
    listDamages(reader.value()->damages(), status);
    TagRegistry tags;
    if (const Outcome loaded = reader.value()->loadTags(tags); !loaded.ok())
        return loaded.error();
    status.tags = tags.size();
    return status;
}

} // namespace telltale
