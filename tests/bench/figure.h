#pragma once

#include <cstdio>
#include <optional>
#include <string>

namespace telltale::bench {

/// One figure of a bench, printed as one JSON line (name, value, unit, floor, ratio, goal, ok).
struct Figure
{
    std::string name;
    std::string unit;
    std::optional<double> value; ///< none: could not be measured
    std::optional<double> floor; ///< measured in the same run
    double goal = 0.0;
    enum class Better { AtMost, AtLeast } better = Better::AtMost;
    bool isRatio = false; ///< the goal is for value / floor
};

/// Collects figures; ok() is false if one missed its goal or could not be measured.
class Report
{
public:
    void add(const Figure &figure)
    {
        const bool hasRatio = figure.value && figure.floor && *figure.floor != 0.0;
        const double ratio = hasRatio ? *figure.value / *figure.floor : 0.0;
        const bool isMeasured = figure.value && (!figure.isRatio || hasRatio);
        const double judged = figure.isRatio ? ratio : figure.value.value_or(0.0);
        const bool isOk = isMeasured
            && (figure.better == Figure::Better::AtMost ? judged <= figure.goal
                                                        : judged >= figure.goal);
        m_isOk = m_isOk && isOk;
        std::printf("{\"name\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"floor\":%s,\"ratio\":%s,"
                    "\"goal\":%.6g,\"ok\":%s}\n",
                    figure.name.c_str(), text(figure.value).c_str(), figure.unit.c_str(),
                    text(figure.floor).c_str(),
                    text(hasRatio ? std::optional<double>(ratio) : std::nullopt).c_str(),
                    figure.goal, isOk ? "true" : "false");
        std::fflush(stdout);
    }
    bool isOk() const { return m_isOk; }

private:
    static std::string text(const std::optional<double> &value)
    {
        if (!value)
            return "null";
        char digits[40];
        std::snprintf(digits, sizeof digits, "%.6g", *value);
        return digits;
    }
    bool m_isOk = true;
};

} // namespace telltale::bench
