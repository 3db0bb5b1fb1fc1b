#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>

namespace telltale::test {

/// Whether `work` with ten times the amount takes less than 40 times as long: about ten times where
/// its cost grows with the amount, a hundred where each is compared with all. Only the
/// ratio of two times is asked for, so a slow computer tells the same; of a busy one the best of
/// three tries counts.
inline bool growsWithItsAmount(std::int64_t amount, const std::function<void(std::int64_t)> &work)
{
    constexpr int kTries = 3;
    constexpr qint64 kTimesAsLong = 40;
    const auto took = [&work](std::int64_t much) {
        QElapsedTimer timer;
        timer.start();
        work(much);
        return timer.nsecsElapsed();
    };
    qint64 least = std::numeric_limits<qint64>::max();
    for (int i = 0; i < kTries; ++i)
        least = std::min(least, took(amount));
    for (int i = 0; i < kTries; ++i) {
        if (took(10 * amount) < kTimesAsLong * least)
            return true;
    }
    return false;
}

} // namespace telltale::test
