#include "data/history/integer_codec.h"

#include "data/history/byte_stream.h"

#include <algorithm>
#include <array>

namespace telltale {
namespace {

constexpr std::size_t kBlock = 64; ///< residuals with one parameter
constexpr unsigned kParameterBits = 6; ///< 0: all are 0; else low bits plus one
constexpr unsigned kLargestLow = 62;
constexpr std::uint64_t kLargestSummand = ~std::uint64_t {0} / kBlock; ///< of a sum over a block
constexpr unsigned kEscape = 24; ///< ones that announce 64 plain bits
constexpr unsigned kWindow = 57; ///< bits that one look is sure to give
constexpr unsigned kOrders = 3;

std::uint64_t lowMask(unsigned bits)
{
    return (std::uint64_t {1} << bits) - 1U;
}

/// Bits of a stream, the lowest of a byte first.
class LowBitWriter
{
public:
    explicit LowBitWriter(ByteWriter &out)
        : m_out(out)
    { }
    /// At most 32 bits.
    void put(std::uint64_t bits, unsigned count)
    {
        m_pending |= bits << m_held;
        m_held += count;
        while (m_held >= 32U) {
            m_out.fixed(static_cast<std::uint32_t>(m_pending));
            m_pending >>= 32U;
            m_held -= 32U;
        }
    }
    void putWide(std::uint64_t bits, unsigned count)
    {
        put(bits & lowMask(std::min(count, 32U)), std::min(count, 32U));
        if (count > 32U)
            put(bits >> 32U, count - 32U);
    }
    void flush()
    {
        for (; m_held > 0U; m_held -= std::min(m_held, 8U), m_pending >>= 8U)
            m_out.byte(static_cast<std::uint8_t>(m_pending));
    }

private:
    ByteWriter &m_out;
    std::uint64_t m_pending = 0;
    unsigned m_held = 0;
};

class LowBitReader
{
public:
    explicit LowBitReader(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
    { }
    /// The next bits, at least kWindow of them; zeros beyond the end.
    std::uint64_t look() const
    {
        const std::size_t at = m_at / 8U;
        std::uint64_t word = 0;
        if (at + sizeof word <= m_bytes.size())
            std::memcpy(&word, m_bytes.data() + at, sizeof word);
        else if (at < m_bytes.size())
            std::memcpy(&word, m_bytes.data() + at, m_bytes.size() - at);
        return word >> (m_at % 8U);
    }
    void pass(unsigned bits) { m_at += bits; }
    std::uint64_t take(unsigned bits)
    {
        if (bits > 32U) {
            const std::uint64_t low = take(32U);
            return low | take(bits - 32U) << 32U;
        }
        const std::uint64_t found = look() & lowMask(bits);
        pass(bits);
        return found;
    }
    std::size_t bytesRead() const { return (m_at + 7U) / 8U; }

private:
    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
};

std::uint64_t bitsWith(std::span<const std::uint64_t> block, unsigned low)
{
    std::uint64_t bits = 0;
    for (const std::uint64_t residual : block) {
        const std::uint64_t high = residual >> low;
        bits += high < kEscape ? high + 1U + low : kEscape + 64U;
    }
    return bits;
}

/// How many low bits of each residual are best written plainly.
unsigned bestLow(std::span<const std::uint64_t> block)
{
    std::uint64_t sum = 0;
    for (const std::uint64_t residual : block)
        sum += std::min(residual, kLargestSummand);
    unsigned low = std::min(static_cast<unsigned>(std::bit_width(sum / block.size())), kLargestLow);
    std::uint64_t bits = bitsWith(block, low);
    while (low > 0U) {
        const std::uint64_t fewer = bitsWith(block, low - 1U);
        if (fewer > bits)
            break;
        bits = fewer;
        --low;
    }
    return low;
}

void writeBlock(LowBitWriter &bits, std::span<const std::uint64_t> block)
{
    if (std::all_of(block.begin(), block.end(), [](std::uint64_t left) { return left == 0; })) {
        bits.put(0, kParameterBits);
        return;
    }
    const unsigned low = bestLow(block);
    bits.put(low + 1U, kParameterBits);
    for (const std::uint64_t residual : block) {
        const std::uint64_t high = residual >> low;
        if (high >= kEscape) {
            bits.put(lowMask(kEscape), kEscape);
            bits.putWide(residual, 64U);
            continue;
        }
        bits.put(lowMask(static_cast<unsigned>(high)), static_cast<unsigned>(high) + 1U);
        bits.putWide(low > 0U ? residual & lowMask(low) : 0U, low);
    }
}

std::uint64_t readResidual(LowBitReader &bits, unsigned low)
{
    const std::uint64_t window = bits.look();
    const auto high = static_cast<unsigned>(std::countr_one(window));
    if (high >= kEscape) {
        bits.pass(kEscape);
        return bits.take(64U);
    }
    if (high + 1U + low <= kWindow) {
        bits.pass(high + 1U + low);
        return (std::uint64_t {high} << low) | ((window >> (high + 1U)) & lowMask(low));
    }
    bits.pass(high + 1U);
    return (std::uint64_t {high} << low) | bits.take(low);
}

std::uint64_t differenceAt(std::span<const std::int64_t> values, std::size_t index, unsigned order)
{
    const auto at = [&values](std::size_t i) { return static_cast<std::uint64_t>(values[i]); };
    if (order == 0U)
        return at(index);
    if (order == 1U)
        return at(index) - at(index - 1U);
    return at(index) - 2U * at(index - 1U) + at(index - 2U);
}

/// Roughly the middle of the values: what order 0 counts from.
std::int64_t middleOf(std::span<const std::int64_t> values)
{
    const auto size = static_cast<std::int64_t>(values.size());
    std::int64_t middle = 0;
    for (const std::int64_t value : values)
        middle += value / size;
    return middle;
}

/// The number of differences that leaves the fewest bits.
unsigned bestOrder(std::span<const std::int64_t> values, std::int64_t middle)
{
    std::array<std::uint64_t, kOrders> bits {};
    for (std::size_t i = 2; i < values.size(); ++i) {
        const auto plain = static_cast<std::int64_t>(differenceAt(values, i, 0)
                                                     - static_cast<std::uint64_t>(middle));
        bits[0] += static_cast<unsigned>(std::bit_width(zigzag(plain)));
        for (unsigned order = 1; order < kOrders; ++order)
            bits[order] += static_cast<unsigned>(
                std::bit_width(zigzag(static_cast<std::int64_t>(differenceAt(values, i, order)))));
    }
    return static_cast<unsigned>(std::min_element(bits.begin(), bits.end()) - bits.begin());
}

} // namespace

void writeIntegers(ByteWriter &out, std::span<const std::int64_t> values)
{
    if (values.empty())
        return;
    const std::int64_t middle = middleOf(values);
    const unsigned order = values.size() > kOrders ? bestOrder(values, middle) : 0U;
    out.byte(static_cast<std::uint8_t>(order));
    out.signedVarint(order == 0U ? middle : values[0]);
    if (order == 2U)
        out.signedVarint(static_cast<std::int64_t>(differenceAt(values, 1, 1)));
    const std::uint64_t base = order == 0U ? static_cast<std::uint64_t>(middle) : 0U;
    LowBitWriter bits(out);
    std::array<std::uint64_t, kBlock> block {};
    for (std::size_t begin = order; begin < values.size(); begin += kBlock) {
        const std::size_t size = std::min(kBlock, values.size() - begin);
        for (std::size_t i = 0; i < size; ++i)
            block[i]
                = zigzag(static_cast<std::int64_t>(differenceAt(values, begin + i, order) - base));
        writeBlock(bits, {block.data(), size});
    }
    bits.flush();
}

bool readIntegers(ByteReader &in, std::size_t count, std::vector<std::int64_t> &values)
{
    if (count == 0)
        return true;
    const unsigned order = in.byte();
    auto value = static_cast<std::uint64_t>(in.signedVarint());
    std::uint64_t step = order == 2U ? static_cast<std::uint64_t>(in.signedVarint()) : 0U;
    if (!in.ok() || order >= kOrders || count < order)
        return false;
    const std::uint64_t middle = value;
    const std::size_t offset = values.size();
    values.resize(offset + count);
    std::int64_t *to = values.data() + offset;
    for (unsigned i = 0; i < order; ++i)
        *to++ = static_cast<std::int64_t>(i == 0U ? value : value += step);
    LowBitReader bits(in.rest());
    for (std::size_t left = count - order; left > 0;) {
        const std::size_t size = std::min(kBlock, left);
        const auto parameter = static_cast<unsigned>(bits.take(kParameterBits));
        for (std::size_t i = 0; i < size; ++i) {
            const std::uint64_t residual
                = parameter == 0U ? 0U : readResidual(bits, parameter - 1U);
            const auto difference = static_cast<std::uint64_t>(unzigzag(residual));
            step = order == 2U ? step + difference : difference;
            value = (order == 0U ? middle : value) + step;
            *to++ = static_cast<std::int64_t>(value);
        }
        left -= size;
    }
    return in.take(bits.bytesRead()).size() == bits.bytesRead();
}

} // namespace telltale
