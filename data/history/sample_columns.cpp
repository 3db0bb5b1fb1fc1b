#include "data/history/sample_columns.h"

#include "data/history/byte_stream.h"

#include <algorithm>
#include <bit>

namespace telltale {
namespace {

auto sideAt(const std::vector<SampleBatch::Side> &sides, std::size_t index)
{
    return std::lower_bound(
        sides.begin(), sides.end(), index,
        [](const SampleBatch::Side &side, std::size_t at) { return side.index < at; });
}

bool isSame(const SampleColumns &one, std::size_t i, const SampleColumns &other, std::size_t j)
{
    if (std::bit_cast<std::uint64_t>(one.values[i]) != std::bit_cast<std::uint64_t>(other.values[j])
        || one.qualities[i] != other.qualities[j] || one.flags[i].kind() != other.flags[j].kind())
        return false;
    if (!one.flags[i].hasSide())
        return true;
    const SideValue *before = one.side(i);
    const SideValue *now = other.side(j);
    return before && now && *before == *now;
}

} // namespace

void SampleColumns::reserve(std::size_t samples)
{
    times.reserve(samples);
    values.reserve(samples);
    qualities.reserve(samples);
    flags.reserve(samples);
}

void SampleColumns::clear()
{
    times.clear();
    values.clear();
    qualities.clear();
    flags.clear();
    sides.clear();
}

void SampleColumns::append(const SampleColumns &other, std::size_t begin, std::size_t end)
{
    const auto from = static_cast<std::ptrdiff_t>(begin);
    const auto to = static_cast<std::ptrdiff_t>(end);
    const std::size_t offset = size();
    times.insert(times.end(), other.times.begin() + from, other.times.begin() + to);
    values.insert(values.end(), other.values.begin() + from, other.values.begin() + to);
    qualities.insert(qualities.end(), other.qualities.begin() + from, other.qualities.begin() + to);
    flags.insert(flags.end(), other.flags.begin() + from, other.flags.begin() + to);
    for (auto side = sideAt(other.sides, begin); side != other.sides.end() && side->index < end;
         ++side)
        sides.push_back({static_cast<std::uint32_t>(side->index - begin + offset), side->value});
}

const SideValue *SampleColumns::side(std::size_t index) const
{
    const auto found = sideAt(sides, index);
    return found != sides.end() && found->index == index ? &found->value : nullptr;
}

Sample SampleColumns::sample(TagId tag, std::size_t index) const
{
    Sample sample {tag,           timestampFromMicroseconds(times[index]),
                   values[index], qualities[index],
                   flags[index],  {}};
    if (const SideValue *value = flags[index].hasSide() ? side(index) : nullptr)
        sample.side = *value;
    return sample;
}

SampleColumns merge(const SampleColumns &older, const SampleColumns &newer, CommonSamples *common)
{
    SampleColumns merged;
    merged.reserve(older.size() + newer.size());
    CommonSamples both;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < older.size() && j < newer.size()) {
        const std::size_t olderFrom = i;
        while (i < older.size() && older.times[i] < newer.times[j])
            ++i;
        merged.append(older, olderFrom, i);
        const std::size_t newerFrom = j;
        while (i < older.size() && j < newer.size() && newer.times[j] < older.times[i])
            ++j;
        merged.append(newer, newerFrom, j);
        if (i == older.size() || j == newer.size() || older.times[i] != newer.times[j])
            continue;
        const bool keepsOlder = newer.flags[j].has(SampleFlags::kRedelivered);
        ++both.times;
        both.corrected += !keepsOlder && !isSame(older, i, newer, j) ? 1U : 0U;
        merged.append(keepsOlder ? older : newer, keepsOlder ? i : j, (keepsOlder ? i : j) + 1);
        ++i;
        ++j;
    }
    merged.append(older, i, older.size());
    merged.append(newer, j, newer.size());
    if (common)
        *common = both;
    return merged;
}

void writeMarks(ByteWriter &out, const std::vector<Quality> &qualities,
                const std::vector<SampleFlags> &flags)
{
    std::size_t begin = 0;
    while (begin < flags.size()) {
        std::size_t end = begin + 1;
        while (end < flags.size() && flags[end] == flags[begin]
               && qualities[end] == qualities[begin])
            ++end;
        out.varint(end - begin);
        out.byte(qualities[begin].bits);
        out.byte(flags[begin].bits);
        begin = end;
    }
}

bool readMarks(ByteReader &in, std::size_t count, std::vector<Quality> &qualities,
               std::vector<SampleFlags> &flags)
{
    qualities.reserve(count);
    flags.reserve(count);
    while (flags.size() < count) {
        const std::uint64_t run = in.varint();
        const Quality quality {in.byte()};
        const SampleFlags flag {in.byte()};
        if (!in.ok() || run == 0 || run > count - flags.size())
            return false;
        qualities.insert(qualities.end(), run, quality);
        flags.insert(flags.end(), run, flag);
    }
    return true;
}

} // namespace telltale
