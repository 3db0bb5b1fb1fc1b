#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace telltale {

/// Puts values one behind the other: eight bytes each, little endian; texts with their length.
class StateWriter
{
public:
    std::string take() { return std::move(m_bytes); }

    template <typename T>
    requires std::integral<T> || std::is_enum_v<T>
    void operator()(const T &value) { word(static_cast<std::uint64_t>(value)); }
    void operator()(const double &value) { word(std::bit_cast<std::uint64_t>(value)); }
    void operator()(const std::string &text)
    {
        word(text.size());
        m_bytes += text;
    }
    template <typename T> void operator()(const std::vector<T> &list)
    {
        word(list.size());
        for (const T &item : list)
            (*this)(item);
    }

private:
    void word(std::uint64_t value)
    {
        for (unsigned shift = 0; shift < 64; shift += 8)
            m_bytes += static_cast<char>((value >> shift) & 0xFFU);
    }

    std::string m_bytes;
};

/// Takes the values of a StateWriter in the same order. Bytes that end early give isOk() false and
/// zeros.
class StateReader
{
public:
    explicit StateReader(std::string_view bytes)
        : m_bytes(bytes)
    { }
    bool isOk() const { return m_isOk; }

    template <typename T>
    requires std::integral<T> || std::is_enum_v<T>
    void operator()(T &value) { value = static_cast<T>(word()); }
    void operator()(double &value) { value = std::bit_cast<double>(word()); }
    void operator()(std::string &text)
    {
        const std::uint64_t size = word();
        if (size > m_bytes.size())
            return fail();
        text = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
    }
    template <typename T> void operator()(std::vector<T> &list)
    {
        const std::uint64_t size = word();
        if (size > m_bytes.size() / 8)
            return fail();
        list.resize(size);
        for (T &item : list)
            (*this)(item);
    }

private:
    void fail()
    {
        m_isOk = false;
        m_bytes = {};
    }
    std::uint64_t word()
    {
        if (m_bytes.size() < 8) {
            fail();
            return 0;
        }
        std::uint64_t value = 0;
        for (unsigned i = 0; i < 8; ++i)
            value |= std::uint64_t {static_cast<unsigned char>(m_bytes[i])} << (8U * i);
        m_bytes.remove_prefix(8);
        return value;
    }

    std::string_view m_bytes;
    bool m_isOk = true;
};

} // namespace telltale
