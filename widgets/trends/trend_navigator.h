#pragma once

#include "data/telemetry/timestamp.h"

#include <vector>

namespace telltale {

class TrendWindow;

/// Moves a TrendWindow about: zoom, pan, box, and the way back.
/// Thread  GUI. Spans stay between 10 ms and 20 years.
class TrendNavigator
{
public:
    explicit TrendNavigator(TrendWindow &window)
        : m_window(window)
    { }

    /// Zooms so that `anchor` keeps its place; factor below 1 shows less.
    void zoom(double factor, Timestamp anchor);
    /// Moves by a part of the span; positive is later.
    void pan(double part);
    void show(TimeRange range);
    void follow(std::chrono::microseconds span);
    /// Remembers where the view is, before a movement in many small steps.
    void remember();
    /// The view before the last movement; false if there is none.
    bool back();

private:
    struct View
    {
        TimeRange range;
        bool isLive;
    };
    static constexpr std::size_t kRemembered = 200;

    TrendWindow &m_window;
    std::vector<View> m_views;
};

} // namespace telltale
