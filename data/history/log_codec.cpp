#include "data/history/log_codec.h"

#include "data/history/checked_blob.h"
#include "data/history/sample_columns.h"
#include "data/history/side_codec.h"

namespace telltale {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::uint64_t kMaxSamples = 1U << 28U;

} // namespace

void encodeLog(const SampleBatch &group, ByteWriter &out)
{
    beginBlob(out, kVersion);
    out.varint(group.size());
    std::int64_t tagBefore = 0;
    for (const TagId tag : group.tags()) {
        out.signedVarint(std::int64_t {tag.value} - tagBefore);
        tagBefore = tag.value;
    }
    std::uint64_t timeBefore = 0;
    for (const std::int64_t time : group.times()) {
        const auto now = static_cast<std::uint64_t>(time);
        out.signedVarint(static_cast<std::int64_t>(now - timeBefore));
        timeBefore = now;
    }
    writeMarks(out, group.qualities(), group.flags());
    out.raw(group.values().data(), group.size() * sizeof(double));
    writeSides(out, group.sides());
    sealBlob(out);
}

Result<SampleBatch> decodeLog(std::span<const std::uint8_t> blob)
{
    ByteReader in(blob);
    if (const auto opened = openBlob(in, "log", {kVersion}); !opened.ok())
        return opened.error();
    const Error damaged = brokenBlob("log");
    const std::uint64_t count = in.varint();
    if (!in.ok() || count > kMaxSamples || count > in.left())
        return damaged;
    std::vector<std::uint32_t> tags(count);
    std::uint64_t tag = 0;
    for (std::uint32_t &id : tags)
        id = static_cast<std::uint32_t>(tag += static_cast<std::uint64_t>(in.signedVarint()));
    SampleColumns columns;
    columns.times.resize(count);
    std::uint64_t now = 0;
    for (std::int64_t &time : columns.times)
        time = static_cast<std::int64_t>(now += static_cast<std::uint64_t>(in.signedVarint()));
    if (!readMarks(in, count, columns.qualities, columns.flags))
        return damaged;
    const auto values = in.take(count * sizeof(double));
    if (!in.ok() || !readSides(in, count, columns.sides))
        return damaged;
    columns.values.resize(count);
    if (count > 0)
        std::memcpy(columns.values.data(), values.data(), values.size());
    SampleBatch group;
    group.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        Sample sample = columns.sample({tags[i]}, i);
        group.append(sample);
    }
    return group;
}

} // namespace telltale
