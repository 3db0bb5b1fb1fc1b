#pragma once

#include <span>
#include <utility>
#include <vector>

namespace telltale {

/// Place in time and value, oldest first; the unit of time is chosen by who asks.
using SlopePoints = std::span<const std::pair<double, double>>;

/// Of one value or more; `values` are in another order behind it.
double medianOf(std::vector<double> &values);

/// Least noise that sums of doubles of these values have.
double roundingOf(SlopePoints points);

/// Median of the slopes between any two: one odd value does not turn it. Two points or more.
double medianSlope(SlopePoints points);

/// From one value to the next, whatever line or bow they are on: how far each lies from the line
/// between its neighbours.
double stepNoise(SlopePoints points);

} // namespace telltale
