#include "data/pipeline/cell_value.h"

#include "data/payloads/bare_value.h"
#include "data/payloads/number_text.h"
#include "data/payloads/sample_value.h"
#include "data/sources/row_cells.h"
#include "data/telemetry/topic_name.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace telltale {
namespace {

CellValue valueOf(const TreeValue &read)
{
    const SampleValue sample = sampleValue(read);
    CellValue value {sample.kind, sample.quality, sample.number, {}, false};
    if (SampleFlags::make(sample.kind).hasSide())
        value.side = sideValue(read);
    return value;
}

bool isNumber(std::string_view text, TreeValue &number)
{
    const char *const end = text.data() + text.size();
    return readNumber(text.data(), end, number) == end;
}

CellValue notFinite(double number)
{
    return {
        SampleFlags::Kind::Number, Quality::bad(Quality::Reason::NotANumber), number, {}, false};
}

Result<CellValue> textOf(std::string_view text)
{
    if (text.size() > kMaxTextBytes)
        return Error {Error::Code::LimitExceeded, "a text is longer than 4 KiB"};
    return CellValue {SampleFlags::Kind::Text, {}, 0.0, std::string(text), false};
}

} // namespace

void appendSample(SampleBatch &batch, TagId tag, Timestamp time, CellValue &&value)
{
    const SampleFlags flags = SampleFlags::make(value.kind, SampleFlags::kHistorical);
    if (flags.hasSide())
        batch.appendWithSide(tag, time, value.number, value.quality, flags, std::move(value.side));
    else
        batch.append(tag, time, value.number, value.quality, flags);
}

Result<CellValue> CellReader::exact(std::string_view cell, bool isText)
{
    TreeValue number;
    if (isText)
        return textOf(cell);
    if (isNumber(cell, number))
        return valueOf(number);
    if (cell.empty())
        return CellValue {{}, {}, 0.0, {}, true};
    if (cell == "nan")
        return notFinite(std::numeric_limits<double>::quiet_NaN());
    if (cell == "inf" || cell == "-inf")
        return notFinite(std::copysign(HUGE_VAL, cell.front() == '-' ? -1.0 : 1.0));
    return textOf(cell);
}

Result<CellValue> CellReader::lenient(std::string_view cell)
{
    TreeValue number;
    const bool hasComma = m_decimal == ',';
    if (!hasComma && isNumber(cell, number))
        return valueOf(number);
    cell = trimmed(cell);
    if (isAbsentCell(cell))
        return CellValue {{}, {}, 0.0, {}, true};
    std::string_view pointed = cell;
    if (hasComma) {
        if (cell.find('.') != std::string_view::npos && !numberOfCell(cell, m_scratch).empty())
            return Error {Error::Code::Malformed,
                          "\"" + std::string(cell)
                              + "\" has a point, where --decimal says a comma"};
        m_pointed = cell;
        std::replace(m_pointed.begin(), m_pointed.end(), ',', '.');
        pointed = m_pointed;
    }
    if (const std::string_view text = numberOfCell(pointed, m_scratch); !text.empty()) {
        if (isNumber(text, number))
            return valueOf(number);
    }
    if (!isUtf8(cell))
        return Error {Error::Code::Malformed, "a text is not UTF-8: convert the file first"};
    if (!isBareText(cell))
        return textOf(cell);
    if (const ReadProblem problem = readBareValue(cell, m_tree))
        return Error {problem.kind == ReadProblem::Kind::Limit ? Error::Code::LimitExceeded
                                                               : Error::Code::Malformed,
                      problem.words};
    if (m_tree.values.front().kind == TreeValue::Kind::Null)
        return CellValue {{}, {}, 0.0, {}, true};
    return valueOf(m_tree.values.front());
}

Result<CellValue> jsonValue(const TreeValue &value)
{
    if (value.kind == TreeValue::Kind::Null)
        return notFinite(std::numeric_limits<double>::quiet_NaN());
    if (value.kind == TreeValue::Kind::Text)
        return textOf(value.text);
    if (value.isContainer())
        return Error {Error::Code::Malformed, "\"value\" is an object or a list"};
    return valueOf(value);
}

Outcome setQuality(CellValue &value, std::string_view word)
{
    if (word.empty() || word == "good")
        return {};
    using Reason = Quality::Reason;
    if (word == "bad" && !value.quality.isBad())
        value.quality = Quality::bad(Reason::SourceStatus);
    else if (word == "uncertain" && !value.quality.isBad())
        value.quality = Quality::uncertain(Reason::SourceStatus);
    else if (word != "bad" && word != "uncertain")
        return Error {Error::Code::Malformed,
                      "\"" + std::string(word) + "\" is no quality: good, uncertain or bad"};
    return {};
}

} // namespace telltale
