#include "data/history/export_row.h"

#include "data/telemetry/spreadsheet_text.h"
#include "data/telemetry/timestamp_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace telltale {
namespace {

template <typename Number> std::string shortest(Number value)
{
    std::array<char, 32> digits {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return {digits.data(), end.ptr};
}

/// The number of a sample, integers exact, booleans 0 or 1.
std::string valueText(const Sample &sample)
{
    if (sample.flags.kind() == SampleFlags::Kind::Integer) {
        if (const auto *integer = std::get_if<std::int64_t>(&sample.side))
            return shortest(*integer);
        if (const auto *natural = std::get_if<std::uint64_t>(&sample.side))
            return shortest(*natural);
    }
    return numberText(sample.value);
}

const std::string *textOf(const Sample &sample)
{
    return sample.flags.kind() == SampleFlags::Kind::Text ? std::get_if<std::string>(&sample.side)
                                                          : nullptr;
}

/// Whether a text without quotes would be read as a number.
bool looksLikeNumber(std::string_view text)
{
    double number = 0.0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec != std::errc::invalid_argument && read.ptr == text.data() + text.size();
}

void appendCell(std::string &out, const ExportForm &form, std::string_view text)
{
    const bool isGuarded = form.forSpreadsheet && isFormula(text);
    // An empty text is quoted, so that it is not a blank cell: that would be no value. So is one
    // that reads as a number: it comes back as the text it is.
    const bool isQuoted = text.empty() || text.find_first_of(",\"\r\n") != std::string_view::npos
        || (!isGuarded && looksLikeNumber(text));
    if (isQuoted)
        out += '"';
    if (isGuarded)
        out += '\'';
    for (const char byte : text) {
        if (byte == '"')
            out += '"';
        out += byte;
    }
    if (isQuoted)
        out += '"';
}

/// Bytes of the UTF-8 sequence at the start, 0 if there is none.
std::size_t sequenceLength(std::string_view text)
{
    const auto at = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = at(0);
    const std::size_t length = lead < 0x80 ? 1
        : lead >= 0xC2 && lead < 0xE0      ? 2
        : lead >= 0xE0 && lead < 0xF0      ? 3
        : lead >= 0xF0 && lead < 0xF5      ? 4
                                           : 0;
    if (length == 0 || length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0U) != 0x80U)
            return 0;
    }
    const bool isLong = (lead == 0xE0 && at(1) < 0xA0) || (lead == 0xF0 && at(1) < 0x90);
    const bool isBeyond = (lead == 0xED && at(1) >= 0xA0) || (lead == 0xF4 && at(1) >= 0x90);
    return isLong || isBeyond ? 0 : length;
}

void appendJsonText(std::string &out, std::string_view text)
{
    out += '"';
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        const char byte = text.front();
        if (length == 0) {
            out += "\xEF\xBF\xBD"; // JSON is UTF-8: what is not becomes U+FFFD
        } else if (byte == '"' || byte == '\\') {
            out += '\\';
            out += byte;
        } else if (static_cast<unsigned char>(byte) < 0x20) {
            std::array<char, 8> escape {};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(byte));
            out += escape.data();
        } else {
            out += text.substr(0, length);
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
    out += '"';
}

void appendCsv(std::string &out, const ExportForm &form, std::string_view tag, const Sample &sample)
{
    appendCell(out, form, tag);
    out += ',';
    out += isoText(sample.time);
    out += ',';
    if (const std::string *text = textOf(sample))
        appendCell(out, form, *text);
    else
        out += valueText(sample);
    out += ',';
    out += statusWord(sample.quality);
    out += '\n';
}

void appendJson(std::string &out, std::string_view tag, const Sample &sample)
{
    out += "{\"tag\":";
    appendJsonText(out, tag);
    out += ",\"time\":\"" + isoText(sample.time) + "\",\"value\":";
    if (const std::string *text = textOf(sample))
        appendJsonText(out, *text);
    else if (!std::isfinite(sample.value))
        out += "null";
    else if (sample.value == 0.0 && std::signbit(sample.value))
        out += "-0.0"; // "-0" is an integer to many readers, and loses its sign
    else
        out += valueText(sample);
    out += ",\"quality\":\"";
    out += statusWord(sample.quality);
    out += "\"}\n";
}

} // namespace

std::string numberText(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    return shortest(value);
}

std::string_view exportHeading(const ExportForm &form)
{
    return form.kind == ExportForm::Kind::Csv ? "tag,time,value,quality\n" : "";
}

void appendExportRow(std::string &out, const ExportForm &form, std::string_view tag,
                     const Sample &sample)
{
    if (form.kind == ExportForm::Kind::Csv)
        appendCsv(out, form, tag, sample);
    else
        appendJson(out, tag, sample);
}

} // namespace telltale
