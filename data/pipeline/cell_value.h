#pragma once

#include "data/payloads/value_tree.h"
#include "data/telemetry/result.h"
#include "data/telemetry/sample.h"
#include "data/telemetry/sample_batch.h"

#include <string>
#include <string_view>

namespace telltale {

/// What a cell of a table, or a value of a JSON line, is as a sample.
struct CellValue
{
    SampleFlags::Kind kind = SampleFlags::Kind::Number;
    Quality quality;
    double number = 0.0;
    SideValue side; ///< if the kind has one
    bool isBlank = false; ///< no sample
};

void appendSample(SampleBatch &batch, TagId tag, Timestamp time, CellValue &&value);

/// Reads the values of cells.
/// Thread  one.
/// Errors  LimitExceeded: a text beyond 4 KiB; Malformed: see below.
class CellReader
{
public:
    /// `decimal`: the sign before the fraction, a point or a comma.
    explicit CellReader(char decimal)
        : m_decimal(decimal)
    { }

    /// As an export writes it: what is no number is a text as it stands.
    Result<CellValue> exact(std::string_view cell, bool isText);
    /// As other programs write it: blank and NA are no value, +1.5 and .5 numbers, true and false
    /// booleans, and words for "no value" bad quality. Malformed: a number with the wrong decimal
    /// sign.
    Result<CellValue> lenient(std::string_view cell);

private:
    const char m_decimal;
    ValueTree m_tree;
    std::string m_scratch;
    std::string m_pointed;
};

/// A value of an export's JSON lines: null is a number that is not finite, if its quality says so.
Result<CellValue> jsonValue(const TreeValue &value);

/// What an export says of a sample's quality: good, uncertain, bad; empty is good.
/// A value that is not finite stays bad.
Outcome setQuality(CellValue &value, std::string_view word);

} // namespace telltale
