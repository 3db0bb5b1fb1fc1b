#include "widgets/common/even_room.h"

#include <algorithm>
#include <numeric>

namespace telltale {

std::vector<int> evenRoom(const std::vector<int> &wanted, int room)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t one, std::size_t other) { return wanted[one] < wanted[other]; });
    std::vector<int> got(wanted.size());
    int left = std::max(0, room);
    int others = static_cast<int>(wanted.size());
    for (const std::size_t index : order) {
        got[index] = std::clamp(wanted[index], 0, left / others--);
        left -= got[index];
    }
    return got;
}

} // namespace telltale
