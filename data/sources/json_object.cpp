#include "data/sources/json_object.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace telltale {

std::string fixedNumber(double value, int decimals)
{
    if (!std::isfinite(value))
        return "null";
    std::array<char, 400> text {};
    const int length = std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string jsonText(std::string_view text)
{
    std::string result = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\')
            result += '\\';
        if (static_cast<unsigned char>(byte) >= 0x20U) {
            result += byte;
            continue;
        }
        std::array<char, 8> escaped {};
        std::snprintf(escaped.data(), escaped.size(), "\\u%04x", static_cast<unsigned>(byte));
        result += escaped.data();
    }
    return result + '"';
}

JsonObject &JsonObject::addRaw(std::string_view name, std::string_view json)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text += jsonText(name);
    m_text += ':';
    m_text += json;
    return *this;
}

JsonObject &JsonObject::add(std::string_view name, double value, int decimals)
{
    return addRaw(name, fixedNumber(value, decimals));
}

JsonObject &JsonObject::add(std::string_view name, bool value)
{
    return addRaw(name, value ? "true" : "false");
}

JsonObject &JsonObject::add(std::string_view name, std::string_view text)
{
    return addRaw(name, jsonText(text));
}

JsonObject &JsonObject::addTime(Timestamp time)
{
    return addRaw("ts", std::to_string(toMicroseconds(time) / 1000));
}

} // namespace telltale
