#include "data/history/packed_codec.h"

#include "data/history/checked_blob.h"
#include "data/history/chunk_codec.h"
#include "data/history/side_codec.h"
#include "data/history/value_codec.h"

#include <zstd.h>

namespace telltale {
namespace {

constexpr const char *kName = "packed chunk"; ///< in errors
constexpr std::uint8_t kVersion = 3; ///< 1 and 2 are forms of block.data
constexpr std::uint64_t kMaxSamples = 1U << 24U;
constexpr std::uint64_t kMaxBody = 1U << 28U; ///< bytes
constexpr int kLevel = 19;

struct Head
{
    std::uint64_t count = 0;
    std::uint64_t timesBack = 0; ///< 0: the times follow
};

Error damaged()
{
    return brokenBlob(kName);
}

Result<Head> readHead(ByteReader &in)
{
    if (const auto opened = openBlob(in, kName, {kVersion}); !opened.ok())
        return opened.error();
    Head head;
    head.count = in.varint();
    head.timesBack = in.varint();
    if (!in.ok() || head.count == 0 || head.count > kMaxSamples)
        return damaged();
    return head;
}

/// Contexts are large: one of each kind a thread.
ZSTD_CCtx *compressor()
{
    struct Release
    {
        void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    };
    thread_local const std::unique_ptr<ZSTD_CCtx, Release> context(ZSTD_createCCtx());
    return context.get();
}

ZSTD_DCtx *decompressor()
{
    struct Release
    {
        void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
    };
    thread_local const std::unique_ptr<ZSTD_DCtx, Release> context(ZSTD_createDCtx());
    return context.get();
}

/// Varint of the plain size and the compressed bytes, or 0 and the plain ones if they are fewer.
void writeBody(ByteWriter &out, std::span<const std::uint8_t> body)
{
    std::vector<std::uint8_t> smaller(ZSTD_compressBound(body.size()));
    const std::size_t size = ZSTD_compressCCtx(compressor(), smaller.data(), smaller.size(),
                                               body.data(), body.size(), kLevel);
    const bool isSmaller
        = ZSTD_isError(size) == 0U && size + varintSize(body.size()) < body.size() + 1U;
    out.varint(isSmaller ? body.size() : 0U);
    out.raw(isSmaller ? smaller.data() : body.data(), isSmaller ? size : body.size());
}

/// What writeBody() wrote; `plain` keeps it if it was compressed.
std::optional<std::span<const std::uint8_t>> readBody(ByteReader &in,
                                                      std::vector<std::uint8_t> &plain)
{
    const std::uint64_t size = in.varint();
    if (!in.ok() || size > kMaxBody)
        return std::nullopt;
    if (size == 0)
        return in.rest();
    plain.resize(size);
    const auto packed = in.rest();
    if (ZSTD_decompressDCtx(decompressor(), plain.data(), plain.size(), packed.data(),
                            packed.size())
        != size)
        return std::nullopt;
    return std::span<const std::uint8_t>(plain);
}

Result<std::vector<std::int64_t>> timesOf(const Head &head, ByteReader &in,
                                          const TimesBack &timesBack)
{
    if (head.timesBack > 0)
        return timesBack(head.timesBack);
    std::vector<std::int64_t> times;
    if (!readTimes(in, head.count, times))
        return damaged();
    return times;
}

} // namespace

void encodePacked(const SampleColumns &samples, std::optional<std::uint64_t> timesBack,
                  ByteWriter &out)
{
    beginBlob(out, kVersion);
    out.varint(samples.size());
    out.varint(timesBack.value_or(0));
    if (!timesBack)
        writeTimes(out, samples.times);
    ByteWriter body;
    writeMarks(body, samples.qualities, samples.flags);
    writeValues(body, samples.values);
    writeSideTable(body, samples.sides);
    writeBody(out, body.bytes());
    sealBlob(out);
}

Result<SampleColumns> decodePacked(std::span<const std::uint8_t> blob, const TimesBack &timesBack)
{
    ByteReader in(blob);
    const Result<Head> head = readHead(in);
    if (!head.ok())
        return head.error();
    Result<std::vector<std::int64_t>> times = timesOf(head.value(), in, timesBack);
    if (!times.ok())
        return times.error();
    SampleColumns samples;
    samples.times = std::move(times).value();
    std::vector<std::uint8_t> plain;
    const auto bytes = readBody(in, plain);
    const std::uint64_t count = head->count;
    if (!bytes || samples.times.size() != count)
        return damaged();
    ByteReader body(*bytes);
    if (!readMarks(body, count, samples.qualities, samples.flags)
        || !readValues(body, count, samples.values) || !readSideTable(body, count, samples.sides))
        return damaged();
    return samples;
}

Result<std::vector<std::int64_t>> decodePackedTimes(std::span<const std::uint8_t> blob)
{
    ByteReader in(blob);
    const Result<Head> head = readHead(in);
    if (!head.ok())
        return head.error();
    return timesOf(head.value(), in, [](std::uint64_t) { return damaged(); });
}

} // namespace telltale
