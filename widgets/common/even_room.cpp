#include "widgets/common/even_room.h"

#include <algorithm>
#include <numeric>

namespace telltale {

template <typename Width> std::vector<Width> evenRoom(const std::vector<Width> &wanted, Width room)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t one, std::size_t other) { return wanted[one] < wanted[other]; });
    std::vector<Width> got(wanted.size());
    Width left = std::max(Width {0}, room);
    int others = static_cast<int>(wanted.size());
    for (const std::size_t index : order) {
        got[index] = std::clamp(wanted[index], Width {0}, left / others--);
        left -= got[index];
    }
    return got;
}

template std::vector<int> evenRoom(const std::vector<int> &wanted, int room);
template std::vector<double> evenRoom(const std::vector<double> &wanted, double room);

} // namespace telltale
