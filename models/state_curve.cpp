#include "models/state_curve.h"

#include <algorithm>

namespace telltale {

std::vector<std::optional<bool>> statesOf(const Sparkline &curve)
{
    std::vector<std::optional<bool>> states;
    std::optional<bool> isOn;
    for (const Sparkline::Column &column : curve.columns()) {
        if (column.isGap)
            isOn.reset();
        if (column.hasValue)
            isOn = column.last != 0.0;
        states.push_back(isOn);
    }
    return states;
}

std::optional<int> percentOn(std::span<const std::optional<bool>> states)
{
    const auto known = std::count_if(states.begin(), states.end(),
                                     [](const auto &state) { return state.has_value(); });
    const auto on = std::count(states.begin(), states.end(), std::optional(true));
    return known == 0 ? std::nullopt : std::optional(static_cast<int>(100 * on / known));
}

} // namespace telltale
