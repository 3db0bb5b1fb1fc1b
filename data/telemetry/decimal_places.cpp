#include "data/telemetry/decimal_places.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace telltale {
namespace {

constexpr std::array<double, kSignificantDigits> kPowers {1.0, 1e1, 1e2, 1e3, 1e4, 1e5};
constexpr double kLeastPlain = 1e-4;

/// What is left for behind the point.
int mostPlaces(double magnitude)
{
    int whole = 1;
    while (whole < kSignificantDigits && magnitude >= kPowers[static_cast<std::size_t>(whole)])
        ++whole;
    return kSignificantDigits - whole;
}

/// Whether nothing but zeros follows behind `places`, of `most` digits after the point.
bool isEnough(double magnitude, int places, int most)
{
    const double scaled = magnitude * kPowers[static_cast<std::size_t>(places)];
    const double rest = std::fabs(scaled - std::round(scaled));
    return rest * kPowers[static_cast<std::size_t>(most - places)] < 0.5;
}

} // namespace

int decimalPlaces(double value, int seen)
{
    const double magnitude = std::fabs(value);
    const bool isPlain = std::isfinite(value) && magnitude >= kLeastPlain;
    if (!isPlain)
        return magnitude == 0.0 ? std::max(seen, 0) : seen;
    const int most = mostPlaces(magnitude);
    int places = std::max(seen, 0);
    while (places < most && !isEnough(magnitude, places, most))
        ++places;
    return places;
}

} // namespace telltale
