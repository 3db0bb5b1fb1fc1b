#pragma once

#include "models/axis_scale.h"

#include "data/telemetry/timestamp.h"

#include <map>
#include <string>
#include <vector>

namespace telltale {

class TrendWindow;

/// Moves a TrendWindow and the value axes of its charts about: zoom, pan, box, and the way back.
/// Thread  GUI. Spans stay between 10 ms and 20 years.
class TrendNavigator
{
public:
    using HeldScales = std::map<std::string, AxisScale>; ///< by chart; the others fit themselves

    explicit TrendNavigator(TrendWindow &window)
        : m_window(window)
    { }

    /// Zooms so that `anchor` keeps its place; factor below 1 shows less.
    void zoom(double factor, Timestamp anchor);
    /// Moves by a part of the span; positive is later.
    void pan(double part);
    void show(TimeRange range);
    void follow(std::chrono::microseconds span);
    const HeldScales &scales() const { return m_scales; }
    void holdScale(const std::string &chart, const AxisScale &scale);
    /// The chart fits its values again.
    void releaseScale(const std::string &chart);

    /// Remembers where the view is, before a movement in many small steps.
    void remember();
    void moveTo(TimeRange range); ///< one of those steps; ranges beyond the limits are ignored
    void moveScale(const std::string &chart, const AxisScale &scale) { m_scales[chart] = scale; }
    /// The view before the last movement; false if there is none.
    bool back();
    /// Goes where another is, with its way back.
    void takeOver(const TrendNavigator &other);

private:
    struct View
    {
        TimeRange range;
        bool isLive;
        HeldScales scales;
    };
    View view() const;
    void restore(const View &view);

    static constexpr std::size_t kRemembered = 200;

    TrendWindow &m_window;
    HeldScales m_scales;
    std::vector<View> m_views;
};

} // namespace telltale
