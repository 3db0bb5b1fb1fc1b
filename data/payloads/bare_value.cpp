#include "data/payloads/bare_value.h"

#include "data/payloads/json_reader.h"
#include "data/payloads/number_text.h"
#include "data/telemetry/payload_remedy.h"

namespace telltale {
namespace {

bool addNumber(std::string_view text, ValueTree &tree)
{
    if (text.starts_with('+') && text.substr(1).starts_with('-'))
        return false;
    const std::size_t plus = text.starts_with('+') ? 1 : 0;
    const char *const end = text.data() + text.size();
    TreeValue number;
    if (readNumber(text.data() + plus, end, number) != end)
        return false;
    number.end = 1;
    tree.values.push_back(number);
    return true;
}

bool isJsonScalar(std::string_view text)
{
    return text == "true" || text == "false" || text == "null"
        || (text.size() >= 2 && text.front() == '"' && text.back() == '"');
}

} // namespace

ReadProblem readBareValue(std::string_view text, ValueTree &tree)
{
    text = trimmed(text);
    tree.clear(0);
    if (addNumber(text, tree))
        return {};
    if (isJsonScalar(text)) {
        const ReadProblem problem = JsonReader(text, tree).read();
        if (problem.kind != ReadProblem::Kind::Malformed)
            return problem;
        tree.clear(0);
    }
    if (text.size() > kMaxTextBytes)
        return {ReadProblem::Kind::Limit, kMaxTextBytes, PayloadFault::kTextTooLong};
    tree.add(TreeValue::Kind::Text, {}).text = text;
    return {};
}

bool isBareText(std::string_view text)
{
    constexpr std::string_view kSpace = "\t\n\r";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool isC1 = byte == 0xC2U && static_cast<unsigned char>(text[i + 1]) < 0xA0U;
        const bool isC0 = byte < 0x20U && kSpace.find(text[i]) == std::string_view::npos;
        if (isC0 || byte == 0x7FU || isC1)
            return false;
    }
    return true;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\n\r";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos)
        return text.substr(0, 0);
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string_view withoutMark(std::string_view text)
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

} // namespace telltale
