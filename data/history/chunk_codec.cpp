#include "data/history/chunk_codec.h"

#include "data/history/checked_blob.h"
#include "data/history/integer_codec.h"
#include "data/history/side_codec.h"
#include "data/history/value_codec.h"

#include <algorithm>
#include <numeric>

namespace telltale {
namespace {

constexpr std::uint8_t kVersion = 2;
constexpr std::uint8_t kFirstVersion = 1;
constexpr std::uint64_t kMaxSamples = 1U << 24U;

/// Differences of times wrap around as unsigned numbers do: any two times work.
std::uint64_t difference(std::int64_t later, std::int64_t earlier)
{
    return static_cast<std::uint64_t>(later) - static_cast<std::uint64_t>(earlier);
}

std::uint64_t unitOf(std::span<const std::int64_t> times)
{
    std::uint64_t unit = 0;
    for (std::size_t i = 1; i < times.size() && unit != 1; ++i) {
        const std::uint64_t step = difference(times[i], times[i - 1]);
        if (unit == 0 || step % unit != 0) // most often it is: far cheaper than gcd
            unit = std::gcd(unit, step);
    }
    return std::max<std::uint64_t>(unit, 1);
}

/// Version 1: see docs/history-format.md.
bool readTimeTokens(ByteReader &in, std::size_t count, std::vector<std::int64_t> &times)
{
    const std::uint64_t unit = in.varint();
    times.reserve(count);
    times.push_back(in.signedVarint());
    if (unit == 0) {
        while (times.size() < count && in.ok())
            times.push_back(in.fixed<std::int64_t>());
        return in.ok();
    }
    auto time = static_cast<std::uint64_t>(times.front());
    std::uint64_t step = 0;
    while (times.size() < count) {
        const std::uint64_t token = in.varint();
        std::uint64_t run = 1;
        if ((token & 1U) != 0)
            step += static_cast<std::uint64_t>(unzigzag(token >> 1U)) * unit;
        else
            run = token >> 1U;
        if (!in.ok() || run == 0 || run > count - times.size())
            return false;
        for (; run > 0; --run)
            times.push_back(static_cast<std::int64_t>(time += step));
    }
    return true;
}

void countNumber(ChunkSummary &summary, std::int64_t time, double value)
{
    if (summary.numbers() == 0) {
        summary.firstNumber = time;
        summary.firstValue = summary.min = summary.max = value;
    }
    summary.lastNumber = time;
    summary.lastValue = value;
    summary.min = std::min(summary.min, value);
    summary.max = std::max(summary.max, value);
    summary.sum += value;
}

} // namespace

void writeTimes(ByteWriter &out, std::span<const std::int64_t> times)
{
    const std::uint64_t unit = unitOf(times);
    out.varint(unit);
    out.signedVarint(times.front());
    std::vector<std::int64_t> distances;
    distances.reserve(times.size());
    for (const std::int64_t time : times)
        distances.push_back(static_cast<std::int64_t>(difference(time, times.front()) / unit));
    writeIntegers(out, distances);
}

bool readTimes(ByteReader &in, std::size_t count, std::vector<std::int64_t> &times)
{
    const std::uint64_t unit = in.varint();
    const auto first = static_cast<std::uint64_t>(in.signedVarint());
    if (!readIntegers(in, count, times))
        return false;
    for (std::int64_t &time : times)
        time = static_cast<std::int64_t>(first + static_cast<std::uint64_t>(time) * unit);
    return true;
}

ChunkSummary summarise(const SampleColumns &samples, std::size_t begin, std::size_t end)
{
    ChunkSummary summary;
    for (std::size_t i = begin; i < end; ++i)
        countSample(summary, samples, i);
    return summary;
}

void countSample(ChunkSummary &summary, const SampleColumns &samples, std::size_t index)
{
    const Quality quality = samples.qualities[index];
    const SampleFlags flags = samples.flags[index];
    summary.last = samples.times[index];
    if (summary.count == 0)
        summary.first = summary.last;
    if (hasNumber(samples.values[index], quality, flags)) {
        countNumber(summary, summary.last, samples.values[index]);
    } else {
        ++summary.bad;
        summary.texts += flags.kind() == SampleFlags::Kind::Text && !quality.isBad() ? 1 : 0;
    }
    summary.uncertain += quality.status() == Quality::Status::Uncertain ? 1 : 0;
    ++summary.count;
}

void join(ChunkSummary &all, const ChunkSummary &part)
{
    if (part.numbers() > 0) {
        const bool isFirst = all.numbers() == 0;
        if (isFirst || part.firstNumber < all.firstNumber) {
            all.firstNumber = part.firstNumber;
            all.firstValue = part.firstValue;
        }
        if (isFirst || part.lastNumber > all.lastNumber) {
            all.lastNumber = part.lastNumber;
            all.lastValue = part.lastValue;
        }
        all.min = isFirst ? part.min : std::min(all.min, part.min);
        all.max = isFirst ? part.max : std::max(all.max, part.max);
        all.sum = isFirst ? part.sum : all.sum + part.sum;
    }
    all.first = std::min(all.first, part.first);
    all.last = std::max(all.last, part.last);
    all.count += part.count;
    all.bad += part.bad;
    all.uncertain += part.uncertain;
    all.texts += part.texts;
}

void encodeChunk(const SampleColumns &samples, std::size_t begin, std::size_t end, ByteWriter &out)
{
    SampleColumns part;
    const bool isPart = begin != 0 || end != samples.size();
    if (isPart)
        part.append(samples, begin, end);
    const SampleColumns &source = isPart ? part : samples;
    beginBlob(out, kVersion);
    out.varint(source.size());
    writeTimes(out, source.times);
    writeMarks(out, source.qualities, source.flags);
    writeValues(out, source.values);
    writeSideTable(out, source.sides);
    sealBlob(out);
}

Result<SampleColumns> decodeChunk(std::span<const std::uint8_t> blob)
{
    ByteReader in(blob);
    const Result<std::uint8_t> version = openBlob(in, "chunk", {kVersion, kFirstVersion});
    if (!version.ok())
        return version.error();
    const std::uint64_t count = in.varint();
    SampleColumns samples;
    const auto times = version.value() == kVersion ? readTimes : readTimeTokens;
    const auto sides = version.value() == kVersion ? readSideTable : readSides;
    if (count == 0 || count > kMaxSamples || !times(in, count, samples.times)
        || !readMarks(in, count, samples.qualities, samples.flags)
        || !readValues(in, count, samples.values) || !sides(in, count, samples.sides))
        return brokenBlob("chunk");
    return samples;
}

} // namespace telltale
