#include "models/slope.h"

#include <algorithm>
#include <cmath>

namespace telltale {

double medianOf(std::vector<double> &values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2.0;
}

double roundingOf(SlopePoints points)
{
    constexpr double kRounding = 1e-12; // of the values
    double largest = 0.0;
    for (const auto &[x, y] : points)
        largest = std::max(largest, std::fabs(y));
    return kRounding * largest;
}

double medianSlope(SlopePoints points)
{
    std::vector<double> slopes;
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = i + 1; j < points.size(); ++j)
            slopes.push_back((points[j].second - points[i].second)
                             / (points[j].first - points[i].first));
    }
    return medianOf(slopes);
}

double stepNoise(SlopePoints points)
{
    double squares = 0.0;
    for (std::size_t i = 2; i < points.size(); ++i) {
        const auto &[x0, y0] = points[i - 2];
        const auto &[x1, y1] = points[i - 1];
        const auto &[x2, y2] = points[i];
        const double between = y0 + (y2 - y0) * (x1 - x0) / (x2 - x0);
        squares += std::pow(y1 - between, 2) / static_cast<double>(points.size() - 2);
    }
    constexpr double kWeights = 1.5; // 1 + 1/4 + 1/4 of independent noise
    return std::max(std::sqrt(squares / kWeights), roundingOf(points));
}

} // namespace telltale
