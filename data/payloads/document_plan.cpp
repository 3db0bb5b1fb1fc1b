#include "data/payloads/document_plan.h"

#include "data/payloads/time_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace telltale {
namespace {

constexpr std::array<std::string_view, 4> kTimeNames = {"timestamp", "ts", "time", "datetime"};

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// `word` is lower case ASCII.
bool isSameWord(std::string_view name, std::string_view word)
{
    return name.size() == word.size()
        && std::equal(name.begin(), name.end(), word.begin(),
                      [](char left, char right) { return lower(left) == right; });
}

/// Which of kTimeNames it is; their number if none.
std::size_t timeRank(std::string_view name)
{
    if (name.empty() || (lower(name[0]) != 't' && lower(name[0]) != 'd'))
        return kTimeNames.size(); // most names are none of them
    std::size_t rank = 0;
    while (rank < kTimeNames.size() && !isSameWord(name, kTimeNames[rank]))
        ++rank;
    return rank;
}

std::optional<Timestamp> readTime(const TreeValue &value)
{
    return value.kind == TreeValue::Kind::Text ? readIsoTime(value.text) : readNumberTime(value);
}

bool isValueName(std::string_view name)
{
    return isSameWord(name, "value") || isSameWord(name, "v");
}

void setTime(DocumentPlan &plan, std::optional<Timestamp> time, Timestamp arrival)
{
    if (!time)
        return;
    if (isPlausibleTime(*time, arrival)) {
        plan.time = *time;
        plan.timeFlags = 0;
    } else {
        plan.timeFlags = SampleFlags::kTimeReplaced;
        plan.stated = *time;
    }
}

} // namespace

DocumentPlan planDocument(const ValueTree &tree, Timestamp arrival)
{
    DocumentPlan plan {arrival, SampleFlags::kNoSourceTime};
    if (tree.values[0].kind != TreeValue::Kind::Object)
        return plan;
    std::optional<Timestamp> time;
    std::size_t bestRank = kTimeNames.size();
    std::uint32_t members = 0;
    for (std::uint32_t i = 1; i < tree.values[0].end; i = tree.values[i].end) {
        const TreeValue &member = tree.values[i];
        if (member.isReplaced)
            continue;
        ++members;
        if (isValueName(member.name))
            plan.valueMember = i;
        const std::size_t rank = timeRank(member.name);
        if (rank >= bestRank)
            continue;
        if (const auto found = readTime(member)) {
            time = found;
            bestRank = rank;
            plan.timeMember = i;
        }
    }
    setTime(plan, time, arrival);
    if (members != (time ? 2U : 1U))
        plan.valueMember = DocumentPlan::kNone;
    return plan;
}

} // namespace telltale
