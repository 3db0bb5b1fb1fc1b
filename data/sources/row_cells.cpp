#include "data/sources/row_cells.h"

#include "data/sources/json_object.h"
#include "data/telemetry/topic_name.h"

#include <algorithm>

namespace telltale {
namespace {

std::size_t digitsAt(std::string_view text, std::size_t at)
{
    std::size_t count = 0;
    while (at + count < text.size() && text[at + count] >= '0' && text[at + count] <= '9')
        ++count;
    return count;
}

/// The grammar of RFC 8259: no plus, no leading zero, digits on both sides of a point.
bool isJsonNumber(std::string_view text)
{
    std::size_t at = text.substr(0, 1) == "-" ? 1 : 0;
    const std::size_t whole = digitsAt(text, at);
    if (whole == 0 || (whole > 1 && text[at] == '0'))
        return false;
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = digitsAt(text, at + 1);
        if (fraction == 0)
            return false;
        at += 1 + fraction;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        at += at < text.size() && (text[at] == '+' || text[at] == '-') ? 1U : 0U;
        const std::size_t exponent = digitsAt(text, at);
        if (exponent == 0)
            return false;
        at += exponent;
    }
    return at == text.size();
}

} // namespace

bool isAbsentCell(std::string_view cell)
{
    return cell.empty() || cell == "NA"
        || std::all_of(cell.begin(), cell.end(), [](char byte) { return byte == ' '; });
}

std::string_view numberOfCell(std::string_view cell, std::string &scratch)
{
    if (isJsonNumber(cell))
        return cell;
    scratch = cell;
    if (!scratch.empty() && scratch.front() == '+')
        scratch.erase(0, 1);
    const std::size_t sign = !scratch.empty() && scratch.front() == '-' ? 1 : 0;
    if (scratch.size() > sign && scratch[sign] == '.')
        scratch.insert(sign, 1, '0');
    if (scratch.size() > sign + 1 && scratch.back() == '.')
        scratch += '0';
    return isJsonNumber(scratch) ? std::string_view(scratch) : std::string_view();
}

std::string jsonOfCell(std::string_view cell)
{
    std::string scratch;
    const std::string_view number = numberOfCell(cell, scratch);
    return number.empty() ? jsonText(cell) : std::string(number);
}

Outcome checkHeading(const std::vector<std::string> &heading)
{
    if (std::all_of(heading.begin(), heading.end(), isUtf8))
        return {};
    return Error {Error::Code::WrongUse,
                  "the heading is not UTF-8: convert the file first, for instance with "
                  "iconv -f latin1 -t utf-8"};
}

Outcome checkCells(const std::vector<std::string_view> &cells, std::size_t columns)
{
    if (cells.size() == columns)
        return {};
    return Error {Error::Code::Malformed,
                  std::to_string(cells.size()) + " cells where the heading has "
                      + std::to_string(columns)};
}

std::string loweredCell(std::string_view text)
{
    std::string result(text);
    for (char &byte : result)
        byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    return result;
}

} // namespace telltale
