#include "data/history/finished_files.h"

#include "data/history/history_schema.h"

#include <algorithm>

// What of files that are complete need not be kept, or not as it is.

namespace telltale {
namespace {

constexpr std::int64_t kDay = 86'400'000'000; ///< us
constexpr int kTagsPerStep = 5000;
constexpr std::uint64_t kSpareShare = 10; ///< of a limit

} // namespace

bool FinishedFiles::isOut(const File &file, std::optional<int> days) const
{
    return days && m_now != 0 && file.newest < m_now - kDay * *days;
}

bool FinishedFiles::isWhollyOut(const File &file) const
{
    return file.oldest <= file.newest && isOut(file, policy().days)
        && std::all_of(policy().rules.begin(), policy().rules.end(),
                       [&](const auto &rule) { return isOut(file, rule.days); });
}

std::size_t FinishedFiles::limitsPassed(const File &file) const
{
    const auto passed = [&](const auto &limits) -> std::size_t {
        return (isOut(file, limits.days) ? 1U : 0U) + (isOut(file, limits.rawDays) ? 1U : 0U);
    };
    std::size_t all = passed(policy());
    for (const RetentionPolicy::Rule &rule : policy().rules)
        all += passed(rule);
    return all;
}

/// What it had when it had passed as many limits is gone.
bool FinishedFiles::mayHaveOut(const File &file) const
{
    const std::size_t passed = limitsPassed(file);
    return passed > 0 && file.clearAt != passed;
}

bool FinishedFiles::waitsForOlder(const File &file) const
{
    for (const File &older : m_files) {
        if (older.path == file.path)
            break;
        const bool meets = older.oldest <= file.newest && file.oldest <= older.newest;
        if (meets && !older.isDamaged && mayHaveOut(older))
            return true;
    }
    return false;
}

Result<bool> FinishedFiles::findOut(File &file)
{
    Result<Database> database = openHistoryForReading(file.path);
    if (!database.ok())
        return database.error();
    Result<Statement> next
        = database->prepare("SELECT tag FROM chunk WHERE tag>?1 ORDER BY tag LIMIT 1");
    if (!next.ok())
        return next.error();
    Result<RollUpWidths> widths = RollUpWidths::open(database.value());
    if (!widths.ok())
        return widths.error();
    file.clearAt.reset();
    for (int i = 0; i < kTagsPerStep; ++i) {
        StatementUse use(next.value());
        const Result<bool> row = use->bind(1, m_looked).step();
        if (!row.ok())
            return row;
        if (!row.value()) {
            m_looked = -1;
            file.clearAt = limitsPassed(file);
            return false;
        }
        m_looked = use->integer(0);
        const Result<bool> out
            = isOut(file, {static_cast<std::uint32_t>(m_looked)}, widths.value());
        if (!out.ok() || out.value())
            m_looked = -1;
        if (!out.ok() || out.value())
            return out;
    }
    return false;
}

Result<bool> FinishedFiles::isOut(const File &file, TagId tag, RollUpWidths &widths)
{
    if (isOut(file, m_rules.daysOf(tag)))
        return true;
    if (!isOut(file, m_rules.rawDaysOf(tag)))
        return false;
    const auto width = widths.of(tag);
    return width.ok() ? Result<bool>(width.value().has_value()) : width.error();
}

/// A bounded step; false: the sizes that matter are known.
bool FinishedFiles::countSizes()
{
    if (!m_counting) {
        const bool matters = std::any_of(policy().rules.begin(), policy().rules.end(),
                                         [](const auto &rule) { return rule.bytes.has_value(); });
        const auto next = std::find_if(m_files.begin(), m_files.end(), [](const File &file) {
            return file.isPacked && !file.isLeft && !file.sizes;
        });
        if (!matters || next == m_files.end())
            return false;
        auto begun = TagSizes::begin(next->path, policy().rules.size(),
                                     [this](TagId tag) { return m_rules.ruleOf(tag); });
        if (begun.ok())
            m_counting = std::move(begun).value();
        else
            ended(next->path, begun.error());
        return true;
    }
    const Result<bool> more = m_counting->step();
    if (more.ok() && more.value())
        return true;
    if (!more.ok())
        ended(m_counting->path(), more.error());
    else if (File *file = find(m_counting->path()))
        file->sizes = m_counting->groups();
    m_counting.reset();
    return true;
}

/// Somewhat more than it must, or every new file would have an old one written anew.
bool FinishedFiles::cutOverLimit()
{
    for (std::size_t rule = 0; rule < policy().rules.size(); ++rule) {
        const std::optional<std::uint64_t> limit = policy().rules[rule].bytes;
        std::uint64_t total = 0;
        for (const File &file : m_files)
            total += file.sizes ? (*file.sizes)[rule].bytes : 0;
        if (limit && total > *limit && cutOldest(rule, total - *limit + *limit / kSpareShare))
            return true;
    }
    return false;
}

/// How much of its time a file has to lose is a guess; what is still too much goes when the policy
/// is looked at again.
bool FinishedFiles::cutOldest(std::size_t rule, std::uint64_t excess)
{
    const auto oldest = std::find_if(m_files.begin(), m_files.end(), [rule](const File &file) {
        return file.sizes && (*file.sizes)[rule].bytes > 0;
    });
    if (oldest == m_files.end() || oldest->isLeft || oldest->isCut || !hasRoomFor(*oldest))
        return false;
    const TagSizes::Group &size = (*oldest->sizes)[rule];
    Cut cut {policy().rules[rule], FileRewrite::kNothing};
    if (excess < size.bytes) {
        const double share = static_cast<double>(excess) / static_cast<double>(size.bytes);
        cut.keptFrom = size.oldest
            + static_cast<std::int64_t>(static_cast<double>(oldest->newest - size.oldest) * share);
        oldest->isCut = true;
    }
    return begin(*oldest, cut);
}

} // namespace telltale
