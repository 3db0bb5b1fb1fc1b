#include "data/payloads/value_tree.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr std::uint64_t kLargestExact = 1ULL << 53U;
constexpr std::uint64_t kLargestSigned = (1ULL << 63U) - 1U;
constexpr double kBeyondUnsigned = 18446744073709551616.0; ///< 2^64
constexpr std::uint32_t kPairwiseValues = 16; ///< objects up to this many values: compare in pairs

} // namespace

void TreeValue::setInteger(bool isNegative, std::uint64_t magnitude)
{
    const auto nearest = static_cast<double>(magnitude);
    number = isNegative ? -nearest : nearest;
    bits = isNegative ? 0U - magnitude : magnitude;
    isRounded = isNegative && magnitude > kLargestSigned + 1U
        && (nearest >= kBeyondUnsigned || static_cast<std::uint64_t>(nearest) != magnitude);
    if (magnitude <= kLargestExact || (isNegative && magnitude > kLargestSigned + 1U))
        kind = Kind::Number;
    else
        kind = isNegative || magnitude <= kLargestSigned ? Kind::Integer : Kind::Unsigned;
}

void ValueTree::clear(std::size_t payloadBytes)
{
    values.clear();
    unescaped.clear();
    unescaped.reserve(payloadBytes);
    duplicates = 0;
}

TreeValue &ValueTree::add(TreeValue::Kind kind, std::string_view name)
{
    TreeValue &value = values.emplace_back();
    value.name = name;
    value.kind = kind;
    value.end = static_cast<std::uint32_t>(values.size());
    return value;
}

void ValueTree::close(std::uint32_t index)
{
    const auto end = static_cast<std::uint32_t>(values.size());
    values[index].end = end;
    if (values[index].kind != TreeValue::Kind::Object)
        return;
    if (end - index <= kPairwiseValues)
        markPairs(index);
    else
        markSorted(index);
}

void ValueTree::replace(std::uint32_t index)
{
    values[index].isReplaced = true;
    ++duplicates;
}

void ValueTree::markPairs(std::uint32_t index)
{
    const std::uint32_t end = values[index].end;
    for (std::uint32_t i = index + 1; i < end; i = values[i].end) {
        for (std::uint32_t later = values[i].end; later < end; later = values[later].end) {
            if (values[i].name == values[later].name) {
                replace(i);
                break;
            }
        }
    }
}

void ValueTree::markSorted(std::uint32_t index)
{
    m_order.clear();
    for (std::uint32_t i = index + 1; i < values[index].end; i = values[i].end)
        m_order.push_back(i);
    std::sort(m_order.begin(), m_order.end(), [this](std::uint32_t left, std::uint32_t right) {
        const int order = values[left].name.compare(values[right].name);
        return order != 0 ? order < 0 : left < right;
    });
    for (std::size_t i = 1; i < m_order.size(); ++i) {
        if (values[m_order[i - 1]].name == values[m_order[i]].name)
            replace(m_order[i - 1]);
    }
}

} // namespace telltale
