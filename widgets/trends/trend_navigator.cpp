#include "widgets/trends/trend_navigator.h"

#include "models/trend_window.h"

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::microseconds kShortest = 10ms;
constexpr std::chrono::microseconds kLongest = std::chrono::hours(24 * 365 * 20);

} // namespace

void TrendNavigator::remember()
{
    m_views.push_back(view());
    if (m_views.size() > kRemembered)
        m_views.erase(m_views.begin());
}

void TrendNavigator::zoom(double factor, Timestamp anchor)
{
    remember();
    const TimeRange range = m_window.range();
    const double span = static_cast<double>(m_window.span().count());
    const double wanted = std::clamp(span * factor, static_cast<double>(kShortest.count()),
                                     static_cast<double>(kLongest.count()));
    const std::chrono::microseconds newSpan(static_cast<std::int64_t>(wanted));
    if (m_window.isLive())
        return m_window.follow(newSpan);
    const double part = static_cast<double>((anchor - range.from).count()) / span;
    const Timestamp from
        = anchor - std::chrono::microseconds(static_cast<std::int64_t>(part * wanted));
    m_window.setRange({from, from + newSpan});
}

void TrendNavigator::pan(double part)
{
    const TimeRange range = m_window.range();
    const auto by = std::chrono::microseconds(
        std::llround(part * static_cast<double>(m_window.span().count())));
    m_window.setRange({range.from + by, range.to + by});
}

void TrendNavigator::show(TimeRange range)
{
    remember();
    if (range.to - range.from < kShortest)
        range.to = range.from + kShortest;
    m_window.setRange(range);
}

void TrendNavigator::follow(std::chrono::microseconds span)
{
    remember();
    m_window.follow(std::clamp(span, kShortest, kLongest));
}

void TrendNavigator::holdScale(const std::string &chart, const AxisScale &scale)
{
    remember();
    m_scales[chart] = scale;
}

void TrendNavigator::releaseScale(const std::string &chart)
{
    remember();
    m_scales.erase(chart);
}

void TrendNavigator::moveTo(TimeRange range)
{
    if (range.to - range.from >= kShortest && range.to - range.from <= kLongest)
        m_window.setRange(range);
}

bool TrendNavigator::back()
{
    if (m_views.empty())
        return false;
    const View view = m_views.back();
    m_views.pop_back();
    restore(view);
    return true;
}

void TrendNavigator::takeOver(const TrendNavigator &other)
{
    m_views = other.m_views;
    restore(other.view());
}

TrendNavigator::View TrendNavigator::view() const
{
    return {m_window.range(), m_window.isLive(), m_scales};
}

void TrendNavigator::restore(const View &view)
{
    m_scales = view.scales;
    if (view.isLive)
        m_window.follow(view.range.to - view.range.from);
    else
        m_window.setRange(view.range);
}

} // namespace telltale
