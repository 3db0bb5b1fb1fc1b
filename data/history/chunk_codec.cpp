#include "data/history/chunk_codec.h"

#include "data/history/byte_stream.h"
#include "data/history/value_codec.h"
#include "data/storage/file.h"

#include <algorithm>
#include <numeric>

namespace telltale {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::uint64_t kMaxSamples = 1U << 24U;

/// Differences of times wrap around as unsigned numbers do: any two times work.
std::uint64_t difference(std::int64_t later, std::int64_t earlier)
{
    return static_cast<std::uint64_t>(later) - static_cast<std::uint64_t>(earlier);
}

std::uint64_t unitOf(std::span<const std::int64_t> times)
{
    std::uint64_t unit = 0;
    for (std::size_t i = 1; i < times.size() && unit != 1; ++i)
        unit = std::gcd(unit, difference(times[i], times[i - 1]));
    return std::max<std::uint64_t>(unit, 1);
}

/// A zigzag of 64 bits does not fit the token's 63: such times are stored as they are.
bool fitsTokens(std::span<const std::int64_t> times)
{
    return times.empty() || difference(times.back(), times.front()) < (std::uint64_t {1} << 61U);
}

void writeTimeTokens(ByteWriter &out, std::span<const std::int64_t> times, std::uint64_t unit)
{
    std::int64_t previous = 0;
    std::uint64_t regular = 0;
    for (std::size_t i = 1; i < times.size(); ++i) {
        const auto step = static_cast<std::int64_t>(difference(times[i], times[i - 1]) / unit);
        if (step == previous) {
            ++regular;
            continue;
        }
        if (regular > 0)
            out.varint(regular << 1U);
        regular = 0;
        out.varint((zigzag(step - previous) << 1U) | 1U);
        previous = step;
    }
    if (regular > 0)
        out.varint(regular << 1U);
}

void writeTimes(ByteWriter &out, std::span<const std::int64_t> times)
{
    const std::uint64_t unit = fitsTokens(times) ? unitOf(times) : 0;
    out.varint(unit);
    out.signedVarint(times.front());
    if (unit != 0) {
        writeTimeTokens(out, times, unit);
        return;
    }
    for (const std::int64_t time : times.subspan(1))
        out.fixed(time);
}

bool readTimes(ByteReader &in, std::size_t count, std::vector<std::int64_t> &times)
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

ChunkSummary summarise(const SampleColumns &samples, std::size_t begin, std::size_t end)
{
    ChunkSummary summary;
    summary.first = samples.times[begin];
    summary.last = samples.times[end - 1];
    for (std::size_t i = begin; i < end; ++i) {
        if (hasNumber(samples.values[i], samples.qualities[i], samples.flags[i]))
            countNumber(summary, samples.times[i], samples.values[i]);
        else
            ++summary.bad;
        ++summary.count;
    }
    return summary;
}

void encodeChunk(const SampleColumns &samples, std::size_t begin, std::size_t end, ByteWriter &out)
{
    SampleColumns part;
    const bool isPart = begin != 0 || end != samples.size();
    if (isPart)
        part.append(samples, begin, end);
    const SampleColumns &source = isPart ? part : samples;
    out.clear();
    out.fixed(std::uint32_t {0});
    out.byte(kVersion);
    out.varint(source.size());
    writeTimes(out, source.times);
    writeMarks(out, source.qualities, source.flags);
    writeValues(out, source.values);
    writeSides(out, source.sides);
    const auto checked = out.bytes().subspan(sizeof(std::uint32_t));
    out.patch(0, crc32c(checked.data(), checked.size()));
}

Result<SampleColumns> decodeChunk(std::span<const std::uint8_t> blob)
{
    ByteReader in(blob);
    const auto crc = in.fixed<std::uint32_t>();
    if (!in.ok() || crc32c(in.rest().data(), in.left()) != crc)
        return Error {Error::Code::Damaged, "chunk: the checksum does not hold"};
    if (const std::uint8_t version = in.byte(); version != kVersion)
        return Error {Error::Code::Unsupported,
                      "chunk: version " + std::to_string(version) + " is not known"};
    const std::uint64_t count = in.varint();
    SampleColumns samples;
    if (count == 0 || count > kMaxSamples || !readTimes(in, count, samples.times)
        || !readMarks(in, count, samples.qualities, samples.flags)
        || !readValues(in, count, samples.values) || !readSides(in, count, samples.sides))
        return Error {Error::Code::Damaged, "chunk: the structure does not hold"};
    return samples;
}

} // namespace telltale
