#pragma once

#include "data/telemetry/timestamp.h"

#include <string>
#include <string_view>

namespace telltale {

/// A number with so many digits after the point, as JSON writes it.
std::string fixedNumber(double value, int decimals);

/// A text as a JSON string, quoted and escaped.
std::string jsonText(std::string_view text);

/// Puts one flat JSON object together.
class JsonObject
{
public:
    JsonObject &add(std::string_view name, double value, int decimals);
    JsonObject &add(std::string_view name, bool value);
    JsonObject &add(std::string_view name, std::string_view text);
    /// `json` is written as it is.
    JsonObject &addRaw(std::string_view name, std::string_view json);
    /// The member `ts` in ms since 1970.
    JsonObject &addTime(Timestamp time);
    std::string text() const { return m_text + '}'; }

private:
    std::string m_text = "{";
};

} // namespace telltale
