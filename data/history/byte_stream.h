#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace telltale {

static_assert(std::endian::native == std::endian::little, "stored numbers are little-endian");

constexpr std::uint64_t zigzag(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}

constexpr std::int64_t unzigzag(std::uint64_t value)
{
    return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

/// Bytes a varint takes: 7 bits each.
constexpr std::size_t varintSize(std::uint64_t value)
{
    return (static_cast<std::size_t>(std::bit_width(value | 1U)) + 6U) / 7U;
}

/// Writes numbers one behind the other.
class ByteWriter
{
public:
    std::size_t size() const { return m_size; }
    std::span<const std::uint8_t> bytes() const { return {m_bytes.data(), m_size}; }
    void clear() { m_size = 0; }

    void byte(std::uint8_t value) { *room(1) = value, ++m_size; }
    void varint(std::uint64_t value)
    {
        std::uint8_t *at = room(10);
        std::uint8_t *const begin = at;
        while (value >= 0x80U) {
            *at++ = static_cast<std::uint8_t>(value | 0x80U);
            value >>= 7U;
        }
        *at++ = static_cast<std::uint8_t>(value);
        m_size += static_cast<std::size_t>(at - begin);
    }
    void signedVarint(std::int64_t value) { varint(zigzag(value)); }
    void raw(const void *bytes, std::size_t count)
    {
        if (count == 0)
            return;
        std::memcpy(room(count), bytes, count);
        m_size += count;
    }
    template <typename T> void fixed(T value) { raw(&value, sizeof value); }
    void text(std::string_view value)
    {
        varint(value.size());
        raw(value.data(), value.size());
    }
    /// Overwrites what was written at `at` before.
    template <typename T> void patch(std::size_t at, T value)
    {
        std::memcpy(m_bytes.data() + at, &value, sizeof value);
    }

private:
    std::uint8_t *room(std::size_t count)
    {
        if (m_size + count > m_bytes.size())
            m_bytes.resize((m_size + count) * 2);
        return m_bytes.data() + m_size;
    }
    std::vector<std::uint8_t> m_bytes;
    std::size_t m_size = 0;
};

/// Reads them back. Beyond the end everything is 0 and ok() is false.
class ByteReader
{
public:
    explicit ByteReader(std::span<const std::uint8_t> bytes)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
    { }
    bool ok() const { return m_ok; }
    std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); }
    std::span<const std::uint8_t> rest() const { return {m_at, left()}; }

    std::uint8_t byte()
    {
        const auto one = take(1);
        return one.empty() ? std::uint8_t {0} : one[0];
    }
    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64U && m_at != m_end; shift += 7U) {
            const std::uint8_t next = *m_at++;
            value |= static_cast<std::uint64_t>(next & 0x7FU) << shift;
            if (next < 0x80U)
                return value;
        }
        m_ok = false;
        return 0;
    }
    std::int64_t signedVarint() { return unzigzag(varint()); }
    std::span<const std::uint8_t> take(std::size_t count)
    {
        if (count > left()) {
            m_ok = false;
            m_at = m_end;
            return {};
        }
        const std::uint8_t *begin = m_at;
        m_at += count;
        return {begin, count};
    }
    template <typename T> T fixed()
    {
        T value {};
        if (const auto bytes = take(sizeof value); !bytes.empty())
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    std::string_view text()
    {
        const auto bytes = take(varint());
        return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
    }

private:
    const std::uint8_t *m_at;
    const std::uint8_t *m_end;
    bool m_ok = true;
};

} // namespace telltale
