#include "data/payloads/sample_value.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace telltale {
namespace {

constexpr std::size_t kLongestWord = 11; ///< of those that mean there is no value

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// What a text says about the value that should stand there; None: it is a text.
Quality::Reason badWord(std::string_view text)
{
    if (text.size() < 3 || text.size() > kLongestWord)
        return Quality::Reason::None;
    std::array<char, kLongestWord> letters {};
    std::transform(text.begin(), text.end(), letters.begin(), lower);
    std::string_view word(letters.data(), text.size());
    if (word == "unavailable")
        return Quality::Reason::Unavailable;
    if (word.front() == '+' || word.front() == '-')
        word.remove_prefix(1);
    return word == "nan" || word == "inf" || word == "infinity" ? Quality::Reason::NotANumber
                                                                : Quality::Reason::None;
}

SampleValue badValue(Quality::Reason reason)
{
    return {SampleFlags::Kind::Number, Quality::bad(reason),
            std::numeric_limits<double>::quiet_NaN(), false};
}

SampleValue textValue(std::string_view text)
{
    const Quality::Reason reason = badWord(text);
    if (reason != Quality::Reason::None)
        return badValue(reason);
    return {SampleFlags::Kind::Text, Quality::good(), 0.0, true};
}

} // namespace

SampleValue sampleValue(const TreeValue &value)
{
    switch (value.kind) {
    case TreeValue::Kind::Boolean:
        return {SampleFlags::Kind::Boolean, Quality::good(), value.number, true};
    case TreeValue::Kind::Integer:
    case TreeValue::Kind::Unsigned:
        return {SampleFlags::Kind::Integer, Quality::good(), value.number, true};
    case TreeValue::Kind::Overflow:
        return badValue(Quality::Reason::Overflow);
    case TreeValue::Kind::Text:
        return textValue(value.text);
    default:
        if (!std::isfinite(value.number))
            return badValue(Quality::Reason::NotANumber);
        return {SampleFlags::Kind::Number,
                value.isRounded ? Quality::uncertain(Quality::Reason::Rounded) : Quality::good(),
                value.number, true};
    }
}

SideValue sideValue(const TreeValue &value)
{
    if (value.kind == TreeValue::Kind::Text)
        return std::string(value.text);
    if (value.kind == TreeValue::Kind::Unsigned)
        return value.bits;
    return static_cast<std::int64_t>(value.bits);
}

} // namespace telltale
