#include "data/payloads/cbor_reader.h"

#include "data/telemetry/payload_remedy.h"

#include <bit>
#include <cmath>
#include <limits>

namespace telltale {
namespace {

constexpr unsigned kUnsigned = 0;
constexpr unsigned kNegative = 1;
constexpr unsigned kBytes = 2;
constexpr unsigned kText = 3;
constexpr unsigned kArray = 4;
constexpr unsigned kMap = 5;
constexpr unsigned kTag = 6;
constexpr unsigned kBreak = 0xFF;
constexpr std::uint64_t kSelfDescribed = 55'799; ///< a tag that only says "this is CBOR"

/// RFC 8949 appendix D.
double fromHalf(std::uint64_t bits)
{
    const auto exponent = static_cast<int>((bits >> 10U) & 0x1FU);
    const auto mantissa = static_cast<double>(bits & 0x3FFU);
    double value = std::numeric_limits<double>::infinity();
    if (exponent == 0)
        value = std::ldexp(mantissa, -24);
    else if (exponent != 31)
        value = std::ldexp(mantissa + 1024.0, exponent - 25);
    else if (mantissa != 0.0)
        value = std::numeric_limits<double>::quiet_NaN();
    return (bits & 0x8000U) != 0 ? -value : value;
}

} // namespace

bool CborReader::readHead(Head &head)
{
    unsigned first = 0;
    if (!takeByte(first))
        return false;
    head.type = first >> 5U;
    head.info = first & 0x1FU;
    head.number = head.info;
    if (head.info < 24U)
        return true;
    if (head.info < 28U)
        return takeNumber(std::size_t {1} << (head.info - 24U), head.number);
    const bool mayBeOpen = head.type >= kBytes && head.type <= kMap;
    return (head.isIndefinite() && mayBeOpen) || fail("a length that does not exist");
}

bool CborReader::skipTags(Head &head, bool &isHidden)
{
    while (head.type == kTag) {
        isHidden |= head.number > 1U && head.number != kSelfDescribed;
        if (!readHead(head))
            return false;
    }
    return true;
}

bool CborReader::readItem(std::string_view name)
{
    Head head;
    bool isHidden = false;
    if (!readHead(head) || !skipTags(head, isHidden))
        return false;
    if (head.type == kArray || head.type == kMap) {
        const auto kind = head.type == kMap ? TreeValue::Kind::Object : TreeValue::Kind::Array;
        return open(kind, name, head.isIndefinite() ? kUntilBreak : head.number, isHidden);
    }
    bool isRead = false;
    if (head.type == kUnsigned || head.type == kNegative) {
        isRead = addInteger(head, name);
    } else if (head.type == kBytes || head.type == kText) {
        std::string_view text;
        isRead = readString(head, text) && (head.type == kBytes || addText(name, text));
        if (isRead && head.type == kBytes)
            add(TreeValue::Kind::Nothing, name);
    } else {
        isRead = readSimple(head, name);
    }
    if (isRead && isHidden)
        last().kind = TreeValue::Kind::Nothing;
    return isRead;
}

bool CborReader::addInteger(const Head &head, std::string_view name)
{
    if (head.type == kUnsigned)
        BinaryTreeReader::addInteger(name, false, head.number);
    else if (head.number == std::numeric_limits<std::uint64_t>::max())
        addNumber(name, -18'446'744'073'709'551'616.0);
    else
        BinaryTreeReader::addInteger(name, true, head.number + 1U);
    return true;
}

bool CborReader::readKey(std::string_view &key)
{
    Head head;
    bool isHidden = false;
    if (!readHead(head) || !skipTags(head, isHidden))
        return false;
    if (head.type == kText)
        return readString(head, key);
    const bool isLowest
        = head.type == kNegative && head.number == std::numeric_limits<std::uint64_t>::max();
    if (head.type > kNegative || isLowest)
        return fail("a key is neither a text nor an integer");
    key = head.type == kNegative ? decimalKey(true, head.number + 1U)
                                 : decimalKey(false, head.number);
    return true;
}

bool CborReader::takeBreak()
{
    unsigned byte = 0;
    return left() > 0 && peek() == kBreak && takeByte(byte);
}

bool CborReader::readString(const Head &head, std::string_view &text)
{
    if (head.isIndefinite())
        return readChunks(head.type, text);
    return head.type == kText ? takeText(head.number, text) : takeBytes(head.number, text);
}

bool CborReader::readChunks(unsigned type, std::string_view &text)
{
    const std::size_t start = storage().size();
    while (!takeBreak()) {
        Head head;
        std::string_view chunk;
        if (!readHead(head))
            return false;
        if (head.type != type || head.isIndefinite())
            return fail("a part of a string is none");
        if (!readString(head, chunk))
            return false;
        storage().append(chunk);
    }
    text = std::string_view(storage()).substr(start);
    return text.size() <= kMaxStringBytes
        || fail(PayloadFault::kStringTooLong, ReadProblem::Kind::Limit);
}

bool CborReader::readSimple(const Head &head, std::string_view name)
{
    switch (head.info) {
    case 20:
    case 21:
        add(TreeValue::Kind::Boolean, name).number = head.info == 21U ? 1.0 : 0.0;
        return true;
    case 22:
        add(TreeValue::Kind::Null, name);
        return true;
    case 25:
        addNumber(name, fromHalf(head.number));
        return true;
    case 26:
        addNumber(name, double {std::bit_cast<float>(static_cast<std::uint32_t>(head.number))});
        return true;
    case 27:
        addNumber(name, std::bit_cast<double>(head.number));
        return true;
    default:
        break;
    }
    if (head.info == 24U && head.number < 32U)
        return fail("a simple value in two bytes that fits one");
    add(TreeValue::Kind::Nothing, name); // undefined, and simple values nobody has defined
    return true;
}

} // namespace telltale
