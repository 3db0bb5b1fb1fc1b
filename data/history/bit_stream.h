#pragma once

#include "data/history/byte_stream.h"

namespace telltale {

/// Packs groups of bits, highest first, into bytes of a ByteWriter. flush() ends the last byte.
class BitWriter
{
public:
    explicit BitWriter(ByteWriter &out)
        : m_out(out)
    { }
    /// The lowest `count` bits of `bits`, 1..64.
    void put(std::uint64_t bits, unsigned count)
    {
        if (count > 32U) {
            put(bits >> 32U, count - 32U);
            count = 32U;
        }
        m_pending = (m_pending << count) | (bits & ((std::uint64_t {1} << count) - 1U));
        m_held += count;
        while (m_held >= 8U) {
            m_held -= 8U;
            m_out.byte(static_cast<std::uint8_t>(m_pending >> m_held));
        }
    }
    void flush()
    {
        if (m_held > 0U)
            put(0, 8U - m_held);
    }

private:
    ByteWriter &m_out;
    std::uint64_t m_pending = 0;
    unsigned m_held = 0;
};

/// Takes them apart again; zeros beyond the end, which the ByteReader notes.
class BitReader
{
public:
    explicit BitReader(ByteReader &in)
        : m_in(in)
    { }
    std::uint64_t get(unsigned count)
    {
        if (count > 32U) {
            const std::uint64_t high = get(count - 32U);
            return (high << 32U) | get(32U);
        }
        while (m_held < count) {
            m_pending = (m_pending << 8U) | m_in.byte();
            m_held += 8U;
        }
        m_held -= count;
        return (m_pending >> m_held) & ((std::uint64_t {1} << count) - 1U);
    }

private:
    ByteReader &m_in;
    std::uint64_t m_pending = 0;
    unsigned m_held = 0;
};

} // namespace telltale
