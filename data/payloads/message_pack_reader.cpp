#include "data/payloads/message_pack_reader.h"

#include <bit>

namespace telltale {
namespace {

constexpr unsigned kTimestampType = 0xFF; ///< extension type -1
constexpr std::uint64_t kNanosecondsMost = 999'999'999;

/// Sign-extended from `bytes` bytes.
std::int64_t signedOf(std::uint64_t number, std::size_t bytes)
{
    const auto unused = static_cast<unsigned>(64U - 8U * bytes);
    return static_cast<std::int64_t>(number << unused) >> unused;
}

bool isInteger(unsigned code)
{
    return code < 0x80U || code >= 0xE0U || (code >= 0xCCU && code <= 0xD3U);
}

bool isText(unsigned code)
{
    return (code >= 0xA0U && code < 0xC0U) || (code >= 0xD9U && code <= 0xDBU);
}

} // namespace

bool MessagePackReader::readItem(std::string_view name)
{
    unsigned code = 0;
    if (!takeByte(code))
        return false;
    if (isInteger(code)) {
        bool isNegative = false;
        std::uint64_t magnitude = 0;
        if (!takeInteger(code, isNegative, magnitude))
            return false;
        addInteger(name, isNegative, magnitude);
        return true;
    }
    if (isText(code)) {
        std::string_view text;
        return takeTextOf(code, text) && addText(name, text);
    }
    if (code < 0x90U)
        return open(TreeValue::Kind::Object, name, code & 0x0FU);
    if (code < 0xA0U)
        return open(TreeValue::Kind::Array, name, code & 0x0FU);
    return readByCode(code, name);
}

bool MessagePackReader::readKey(std::string_view &key)
{
    unsigned code = 0;
    if (!takeByte(code))
        return false;
    if (isText(code))
        return takeTextOf(code, key);
    bool isNegative = false;
    std::uint64_t magnitude = 0;
    if (!isInteger(code))
        return fail("a key is neither a text nor an integer");
    if (!takeInteger(code, isNegative, magnitude))
        return false;
    key = decimalKey(isNegative, magnitude);
    return true;
}

bool MessagePackReader::takeInteger(unsigned code, bool &isNegative, std::uint64_t &magnitude)
{
    isNegative = code >= 0xE0U;
    magnitude = isNegative ? 0x100U - code : code;
    if (code < 0x80U || isNegative)
        return true;
    const bool isSigned = code >= 0xD0U;
    const std::size_t bytes = std::size_t {1} << (code - (isSigned ? 0xD0U : 0xCCU));
    if (!takeNumber(bytes, magnitude))
        return false;
    if (isSigned) {
        const std::int64_t value = signedOf(magnitude, bytes);
        isNegative = value < 0;
        magnitude = isNegative ? 0U - static_cast<std::uint64_t>(value)
                               : static_cast<std::uint64_t>(value);
    }
    return true;
}

bool MessagePackReader::takeTextOf(unsigned code, std::string_view &text)
{
    std::uint64_t length = code & 0x1FU;
    if (code >= 0xC0U && !takeNumber(std::size_t {1} << (code - 0xD9U), length))
        return false;
    return takeText(length, text);
}

bool MessagePackReader::readByCode(unsigned code, std::string_view name)
{
    const auto sizeFrom = [code](unsigned first) { return std::size_t {1} << (code - first); };
    switch (code) {
    case 0xC0:
        add(TreeValue::Kind::Null, name);
        return true;
    case 0xC2:
    case 0xC3:
        add(TreeValue::Kind::Boolean, name).number = code == 0xC3U ? 1.0 : 0.0;
        return true;
    case 0xC4:
    case 0xC5:
    case 0xC6:
        return skipBytes(sizeFrom(0xC4), name);
    case 0xC7:
    case 0xC8:
    case 0xC9:
        return readExtensionOf(sizeFrom(0xC7), name);
    case 0xCA:
    case 0xCB:
        return readFloat(code == 0xCAU ? 4 : 8, name);
    case 0xD4:
    case 0xD5:
    case 0xD6:
    case 0xD7:
    case 0xD8:
        return readExtension(sizeFrom(0xD4), name);
    case 0xDC:
    case 0xDD:
        return openCounted(TreeValue::Kind::Array, code == 0xDCU ? 2 : 4, name);
    case 0xDE:
    case 0xDF:
        return openCounted(TreeValue::Kind::Object, code == 0xDEU ? 2 : 4, name);
    default:
        return fail("a code that does not exist");
    }
}

bool MessagePackReader::skipBytes(std::size_t lengthBytes, std::string_view name)
{
    std::uint64_t length = 0;
    std::string_view bytes;
    if (!takeNumber(lengthBytes, length) || !takeBytes(length, bytes))
        return false;
    add(TreeValue::Kind::Nothing, name);
    return true;
}

bool MessagePackReader::openCounted(TreeValue::Kind kind, std::size_t countBytes,
                                    std::string_view name)
{
    std::uint64_t count = 0;
    return takeNumber(countBytes, count) && open(kind, name, count);
}

bool MessagePackReader::readFloat(std::size_t bytes, std::string_view name)
{
    std::uint64_t bits = 0;
    if (!takeNumber(bytes, bits))
        return false;
    addNumber(name,
              bytes == 4 ? double {std::bit_cast<float>(static_cast<std::uint32_t>(bits))}
                         : std::bit_cast<double>(bits));
    return true;
}

bool MessagePackReader::readExtensionOf(std::size_t lengthBytes, std::string_view name)
{
    std::uint64_t length = 0;
    return takeNumber(lengthBytes, length) && readExtension(length, name);
}

bool MessagePackReader::readExtension(std::uint64_t length, std::string_view name)
{
    unsigned type = 0;
    if (!takeByte(type))
        return false;
    if (type == kTimestampType && (length == 4 || length == 8 || length == 12))
        return readTime(length, name);
    std::string_view bytes;
    if (!takeBytes(length, bytes))
        return false;
    add(TreeValue::Kind::Nothing, name);
    return true;
}

/// 32 bits of seconds; 30 bits of nanoseconds and 34 of seconds; or 32 and 64 bits.
bool MessagePackReader::readTime(std::uint64_t length, std::string_view name)
{
    std::uint64_t nanoseconds = 0;
    std::uint64_t number = 0;
    if (length == 12 && !takeNumber(4, nanoseconds))
        return false;
    if (!takeNumber(length == 4 ? 4 : 8, number))
        return false;
    if (length == 8) {
        nanoseconds = number >> 34U;
        number &= (1ULL << 34U) - 1U;
    }
    const auto seconds = static_cast<std::int64_t>(number);
    constexpr std::int64_t kFarthestSeconds = 9'000'000'000'000;
    if (nanoseconds > kNanosecondsMost)
        return fail("a time with more than a second of nanoseconds");
    const bool isFar = seconds > kFarthestSeconds || seconds < -kFarthestSeconds;
    const std::int64_t microseconds = (isFar ? 0 : seconds) * 1'000'000;
    add(TreeValue::Kind::Time, name).bits
        = static_cast<std::uint64_t>(microseconds) + nanoseconds / 1000U;
    return true;
}

} // namespace telltale
