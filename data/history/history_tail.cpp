#include "data/history/history_tail.h"

#include <algorithm>
#include <bit>
#include <filesystem>
#include <map>

namespace telltale {
namespace {

constexpr std::size_t kFullFrom = 384; ///< samples of a tag that make a chunk, staggered ...
constexpr std::size_t kFullSpread = 256; ///< ... over so many more
constexpr std::uint32_t kTogether = 64; ///< neighbours that fill at once: they share pages
constexpr std::size_t kFewEntries = 64; ///< more get room for a chunk at once ...
constexpr std::size_t kMostWithRoom = 10'000; ///< ... of so many tags at most: 15 KiB each
constexpr std::size_t kAhead = 16; ///< samples of a batch
constexpr std::size_t kLookAhead = 64; ///< full tags looked at, if the first are in the group

std::size_t fullSize(TagId tag)
{
    return kFullFrom + (tag.value / kTogether * 2654435761U >> 16U) % kFullSpread;
}

struct Owners
{
    std::mutex mutex;
    std::map<std::string, std::weak_ptr<HistoryTail>> byFolder;
};

Owners &owners()
{
    static Owners all;
    return all;
}

std::string identity(const std::string &folder)
{
    std::error_code failed;
    const auto path = std::filesystem::weakly_canonical(folder, failed);
    return failed ? folder : path.string();
}

template <typename Entries> auto firstAt(Entries &entries, std::int64_t time)
{
    return std::lower_bound(entries.begin(), entries.end(), time,
                            [](const auto &entry, std::int64_t at) { return entry.time < at; });
}

template <typename Sides> auto sidePlace(Sides &sides, std::int64_t time)
{
    return std::lower_bound(sides.begin(), sides.end(), time,
                            [](const auto &side, std::int64_t at) { return side.first < at; });
}

} // namespace

void HistoryTail::publish(const std::string &folder, const std::shared_ptr<HistoryTail> &tail)
{
    const std::lock_guard lock(owners().mutex);
    owners().byFolder[identity(folder)] = tail;
}

std::shared_ptr<HistoryTail> HistoryTail::find(const std::string &folder)
{
    const std::lock_guard lock(owners().mutex);
    const auto found = owners().byFolder.find(identity(folder));
    return found == owners().byFolder.end() ? nullptr : found->second.lock();
}

HistoryTail::Taken HistoryTail::append(const SampleBatch &batch, std::int64_t row, SampleBatch *log)
{
    const std::lock_guard lock(m_mutex);
    Taken taken;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (i + kAhead < batch.size())
            fetchAhead(batch.tags()[i + kAhead], batch.tags()[i + kAhead / 2]);
        const TagId tag = batch.tags()[i];
        TagTail &tail = tailOf(tag);
        if (row <= tail.sealedRow)
            continue;
        const Entry entry {batch.times()[i], batch.values()[i],
                           Entry::pack(row, batch.qualities()[i], batch.flags()[i])};
        const Change change = take(tail, batch, i, entry);
        if (change == Change::None)
            continue;
        if (change == Change::Added) {
            ++taken.added;
            if (m_role == Role::Owner)
                noteAdded(tag, tail, row);
        }
        if (change == Change::Corrected) {
            ++taken.corrected;
            taken.correctedTag = tag;
        }
        tail.newestRow = row;
        m_oldest = std::min(m_oldest, entry.time);
        m_newest = std::max(m_newest, entry.time);
        if (!log)
            continue;
        if (entry.flags().hasSide())
            log->append(batch.sample(i));
        else
            log->append(tag, timestampFromMicroseconds(entry.time), entry.value, entry.quality(),
                        entry.flags());
    }
    m_size += taken.added;
    return taken;
}

/// Tags of a batch lie all over the memory: their places are fetched while others are written.
void HistoryTail::fetchAhead(TagId far, TagId near) const
{
    if (far.value < m_tags.size())
        __builtin_prefetch(&m_tags[far.value]);
    if (near.value < m_tags.size() && !m_tags[near.value].entries.empty())
        __builtin_prefetch(&m_tags[near.value].entries.back() + 1, 1);
}

HistoryTail::Change HistoryTail::take(TagTail &tail, const SampleBatch &batch, std::size_t index,
                                      const Entry &entry)
{
    if (!tail.entries.empty() && entry.time <= tail.entries.back().time)
        return takeLate(tail, batch, index, entry);
    if (tail.entries.size() == kFewEntries && m_tags.size() <= kMostWithRoom)
        tail.entries.reserve(kFullFrom + kFullSpread); // it will fill a chunk: no more copies
    tail.entries.push_back(entry);
    if (entry.flags().hasSide())
        setSide(tail, entry.time, batch.side(index));
    return Change::Added;
}

HistoryTail::Change HistoryTail::takeLate(TagTail &tail, const SampleBatch &batch,
                                          std::size_t index, const Entry &entry)
{
    const auto place = firstAt(tail.entries, entry.time);
    Change change = Change::Added;
    if (place->time != entry.time) {
        tail.entries.insert(place, entry);
    } else {
        // A stored redelivery gives way even to the same value: it would not replace an older one.
        const bool isStrong = !place->flags().has(SampleFlags::kRedelivered);
        const bool same = isSame(tail, *place, batch, index);
        if (entry.flags().has(SampleFlags::kRedelivered) || (isStrong && same))
            return Change::None;
        change = same ? Change::Confirmed : Change::Corrected;
        *place = entry;
    }
    setSide(tail, entry.time, entry.flags().hasSide() ? batch.side(index) : nullptr);
    return change;
}

void HistoryTail::noteAdded(TagId tag, TagTail &tail, std::int64_t row)
{
    if (tail.entries.size() == 1) {
        tail.firstRow = row;
        m_waiting.emplace_back(row, tag);
    }
    if (tail.entries.size() == fullSize(tag))
        m_full.push_back(tag);
}

void HistoryTail::markSealed(TagId tag, std::int64_t row)
{
    const std::lock_guard lock(m_mutex);
    TagTail &tail = tailOf(tag);
    tail.sealedRow = std::max(tail.sealedRow, row);
    forget(tail, row);
}

void HistoryTail::dropBefore(std::int64_t row)
{
    const std::lock_guard lock(m_mutex);
    for (TagTail &tail : m_tags)
        forget(tail, row - 1);
}

void HistoryTail::forget(TagTail &tail, std::int64_t row)
{
    const std::size_t before = tail.entries.size();
    if (tail.newestRow <= row) {
        std::vector<Entry>().swap(tail.entries);
        tail.sides.reset();
    } else {
        std::erase_if(tail.entries, [row](const Entry &entry) { return entry.row() <= row; });
        if (tail.sides)
            std::erase_if(*tail.sides, [&tail](const auto &side) {
                const auto at = firstAt(tail.entries, side.first);
                return at == tail.entries.end() || at->time != side.first;
            });
    }
    m_size -= before - tail.entries.size();
}

SampleColumns HistoryTail::samples(TagId tag, std::int64_t from, std::int64_t to) const
{
    const std::lock_guard lock(m_mutex);
    const TagTail *tail = known(tag);
    if (!tail || from >= to)
        return {};
    const auto begin = firstAt(tail->entries, from) - tail->entries.begin();
    const auto end = firstAt(tail->entries, to) - tail->entries.begin();
    return columnsOf(*tail, static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
}

SampleColumns HistoryTail::samples(TagId tag) const
{
    const std::lock_guard lock(m_mutex);
    const TagTail *tail = known(tag);
    return tail ? columnsOf(*tail, 0, tail->entries.size()) : SampleColumns();
}

std::optional<Sample> HistoryTail::newestAt(TagId tag, std::int64_t time) const
{
    const std::lock_guard lock(m_mutex);
    const TagTail *tail = known(tag);
    if (!tail)
        return std::nullopt;
    auto place = firstAt(tail->entries, time);
    if (place != tail->entries.end() && place->time == time)
        return sampleOf(tag, *tail, *place);
    if (place == tail->entries.begin())
        return std::nullopt;
    return sampleOf(tag, *tail, *--place);
}

std::vector<Sample> HistoryTail::newestOfAll() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Sample> newest;
    for (std::size_t i = 0; i < m_tags.size(); ++i) {
        if (!m_tags[i].entries.empty())
            newest.push_back(
                sampleOf({static_cast<std::uint32_t>(i)}, m_tags[i], m_tags[i].entries.back()));
    }
    return newest;
}

void HistoryTail::restartExtent()
{
    const std::lock_guard lock(m_mutex);
    m_oldest = std::numeric_limits<std::int64_t>::max();
    m_newest = std::numeric_limits<std::int64_t>::min();
    for (const TagTail &tail : m_tags) {
        if (tail.entries.empty())
            continue;
        m_oldest = std::min(m_oldest, tail.entries.front().time);
        m_newest = std::max(m_newest, tail.entries.back().time);
    }
}

std::pair<std::int64_t, std::int64_t> HistoryTail::extent() const
{
    const std::lock_guard lock(m_mutex);
    return {m_oldest, m_newest};
}

std::size_t HistoryTail::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_size;
}

std::size_t HistoryTail::count(TagId tag) const
{
    const std::lock_guard lock(m_mutex);
    const TagTail *tail = known(tag);
    return tail ? tail->entries.size() : 0;
}

TagId HistoryTail::takeFull(std::int64_t row)
{
    const std::lock_guard lock(m_mutex);
    for (std::size_t i = 0; i < std::min(m_full.size(), kLookAhead); ++i) {
        const TagId tag = m_full.front();
        m_full.pop_front();
        const TagTail &tail = tailOf(tag);
        if (tail.entries.size() < fullSize(tag))
            continue;
        if (tail.newestRow <= row)
            return tag;
        m_full.push_back(tag);
    }
    return {};
}

void HistoryTail::giveBack(TagId tag)
{
    const std::lock_guard lock(m_mutex);
    m_full.push_back(tag);
}

std::vector<TagId> HistoryTail::oldest(std::int64_t row, std::size_t samples) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<TagId> tags;
    std::size_t found = 0;
    for (const auto &[since, tag] : m_waiting) {
        if (found >= samples)
            break;
        const TagTail &tail = m_tags[tag.value];
        if (tail.entries.empty() || tail.firstRow != since || tail.newestRow > row)
            continue;
        tags.push_back(tag);
        found += tail.entries.size();
    }
    return tags;
}

std::int64_t HistoryTail::firstNeededRow(std::int64_t next)
{
    const std::lock_guard lock(m_mutex);
    while (!m_waiting.empty()) {
        const auto &[row, tag] = m_waiting.front();
        const TagTail &tail = tailOf(tag);
        if (!tail.entries.empty() && tail.firstRow == row)
            return row;
        m_waiting.pop_front();
    }
    return next;
}

HistoryTail::TagTail &HistoryTail::tailOf(TagId tag)
{
    if (tag.value >= m_tags.size())
        m_tags.resize(tag.value + std::size_t {1});
    return m_tags[tag.value];
}

const HistoryTail::TagTail *HistoryTail::known(TagId tag) const
{
    return tag.value < m_tags.size() ? &m_tags[tag.value] : nullptr;
}

bool HistoryTail::isSame(const TagTail &tail, const Entry &stored, const SampleBatch &batch,
                         std::size_t index)
{
    const SampleFlags flags = batch.flags()[index];
    if (std::bit_cast<std::uint64_t>(stored.value)
            != std::bit_cast<std::uint64_t>(batch.values()[index])
        || stored.quality() != batch.qualities()[index] || stored.flags().kind() != flags.kind())
        return false;
    if (!flags.hasSide())
        return true;
    const SideValue *before = sideOf(tail, stored.time);
    const SideValue *now = batch.side(index);
    return before && now && *before == *now;
}

void HistoryTail::setSide(TagTail &tail, std::int64_t time, const SideValue *side)
{
    if (!tail.sides) {
        if (!side)
            return;
        tail.sides = std::make_unique<Sides>();
    }
    const auto place = sidePlace(*tail.sides, time);
    const bool isThere = place != tail.sides->end() && place->first == time;
    if (side && isThere)
        place->second = *side;
    else if (side)
        tail.sides->insert(place, {time, *side});
    else if (isThere)
        tail.sides->erase(place);
}

const SideValue *HistoryTail::sideOf(const TagTail &tail, std::int64_t time)
{
    if (!tail.sides)
        return nullptr;
    const auto place = sidePlace(*tail.sides, time);
    return place != tail.sides->end() && place->first == time ? &place->second : nullptr;
}

Sample HistoryTail::sampleOf(TagId tag, const TagTail &tail, const Entry &entry)
{
    Sample sample {tag,           timestampFromMicroseconds(entry.time),
                   entry.value,   entry.quality(),
                   entry.flags(), {}};
    if (const SideValue *side = entry.flags().hasSide() ? sideOf(tail, entry.time) : nullptr)
        sample.side = *side;
    return sample;
}

SampleColumns HistoryTail::columnsOf(const TagTail &tail, std::size_t begin, std::size_t end)
{
    SampleColumns columns;
    columns.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
        const Entry &entry = tail.entries[i];
        const SideValue *side = entry.flags().hasSide() ? sideOf(tail, entry.time) : nullptr;
        if (side)
            columns.sides.push_back({static_cast<std::uint32_t>(columns.size()), *side});
        columns.append(entry.time, entry.value, entry.quality(), entry.flags());
    }
    return columns;
}

} // namespace telltale
