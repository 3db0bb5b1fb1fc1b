#include "widgets/trends/trend_view.h"

#include "models/history_queries.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>
#include <memory>

// How a TrendView is moved with mouse and keys.

namespace telltale {
namespace {

constexpr double kWheelZoom = 1.25;
constexpr double kKeyZoom = 1.5;
constexpr double kKeyPan = 0.1;
constexpr double kPagePan = 0.9;
constexpr double kGrabDistance = 6.0;
constexpr double kLeastBox = 4.0;
constexpr double kAxisZoom = 200.0; ///< pixels along an axis that zoom it by e
constexpr double kLeastHeight = 1e-9; ///< of a value axis, as a part of its values
constexpr int kAxisSteps = 4; ///< until the chart knows better

} // namespace

void TrendView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        takeLegends(true);
    layOut();
    dataChanged();
}

/// The time axis stays at the lower edge of what is visible.
void TrendView::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    update();
}

void TrendView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        dataChanged();
}

const TrendView::Chart *TrendView::chartAt(const QPointF &position) const
{
    const auto hit = std::find_if(m_charts.begin(), m_charts.end(), [&](const Chart &chart) {
        return position.y() >= chart.header.top() && position.y() <= chart.plot.bottom();
    });
    return hit == m_charts.end() ? nullptr : &*hit;
}

const TrendView::Chart *TrendView::valueAxisAt(const QPointF &position) const
{
    const Chart *chart = chartAt(position);
    const bool isBeside = chart && position.x() < chart->plot.left();
    return isBeside && !chart->isOnOff ? chart : nullptr;
}

const AxisScale &TrendView::scaleOf(const Chart &chart) const
{
    const auto held = m_navigator.scales().find(chart.key);
    return held == m_navigator.scales().end() ? chart.scale : held->second;
}

double TrendView::valueAt(const Chart &chart, double y) const
{
    return scaleOf(chart).valueAt((chart.plot.bottom() - y) / chart.plot.height());
}

/// `anchor` keeps its place; a factor below 1 shows less.
AxisScale TrendView::stretched(const AxisScale &scale, double factor, double anchor) const
{
    const double low = std::lerp(anchor, scale.low, factor);
    const double high = std::lerp(anchor, scale.high, factor);
    const bool isSound = std::isfinite(low) && std::isfinite(high) && low < high
        && high - low > kLeastHeight * std::max(std::fabs(low), std::fabs(high));
    return isSound ? exactScale(low, high, kAxisSteps) : scale;
}

TrendView::Drag TrendView::dragFor(const QPointF &position, bool isBoxing)
{
    const auto isNear = [&](const std::optional<Timestamp> &cursor) {
        return cursor && std::fabs(plotX(*cursor) - position.x()) < kGrabDistance;
    };
    if (const Chart *chart = valueAxisAt(position)) {
        m_dragChart = chart->key;
        m_dragScale = scaleOf(*chart);
        return Drag::ValueAxis;
    }
    if (position.y() > m_charts.back().plot.bottom())
        return Drag::TimeAxis;
    if (isNear(m_firstCursor))
        return Drag::FirstCursor;
    if (isNear(m_secondCursor))
        return Drag::SecondCursor;
    return isBoxing ? Drag::Box : Drag::Pan;
}

void TrendView::mousePressEvent(QMouseEvent *event)
{
    if (m_charts.empty() || event->button() != Qt::LeftButton)
        return;
    m_dragFrom = event->position();
    m_boxEnd = m_dragFrom;
    m_dragRange = m_window.range();
    m_hasDragged = false;
    m_drag = dragFor(event->position(), event->modifiers().testFlag(Qt::ShiftModifier));
}

void TrendView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_charts.empty())
        return;
    const bool isInside = m_charts.front().plot.left() <= event->position().x()
        && event->position().x() <= m_charts.front().plot.right();
    m_mouse
        = isInside || m_drag != Drag::None ? std::optional(event->position().x()) : std::nullopt;
    const double moved = (event->position() - m_dragFrom).manhattanLength();
    if (m_drag != Drag::None && (m_hasDragged || moved >= 1.0))
        dragTo(event->position());
    Q_EMIT crosshairMoved();
    update();
}

void TrendView::dragTo(const QPointF &position)
{
    const QPointF by = position - m_dragFrom;
    const auto span = static_cast<double>((m_dragRange.to - m_dragRange.from).count());
    const auto part
        = [span](double share) { return std::chrono::microseconds(std::llround(span * share)); };
    const bool isView
        = m_drag == Drag::Pan || m_drag == Drag::TimeAxis || m_drag == Drag::ValueAxis;
    if (isView && !m_hasDragged)
        m_navigator.remember();
    m_hasDragged = true;
    switch (m_drag) {
    case Drag::Pan: {
        const auto moved = part(by.x() / m_charts.front().plot.width());
        return m_navigator.moveTo({m_dragRange.from - moved, m_dragRange.to - moved});
    }
    case Drag::TimeAxis: // the right end stays
        return m_navigator.moveTo(
            {m_dragRange.to - part(std::exp(-by.x() / kAxisZoom)), m_dragRange.to});
    case Drag::ValueAxis:
        m_navigator.moveScale(
            m_dragChart,
            stretched(m_dragScale, std::exp(by.y() / kAxisZoom), m_dragScale.valueAt(0.5)));
        return dataChanged();
    case Drag::FirstCursor:
        m_firstCursor = timeAt(position.x());
        return Q_EMIT cursorsMoved();
    case Drag::SecondCursor:
        m_secondCursor = timeAt(position.x());
        return Q_EMIT cursorsMoved();
    case Drag::Box:
        m_boxEnd = position;
        return;
    case Drag::None:
        return;
    }
}

void TrendView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_drag == Drag::Box)
        zoomBox(event->position());
    m_drag = Drag::None;
    update();
}

/// The time of the box, and its values where it lies within one chart.
void TrendView::zoomBox(const QPointF &end)
{
    const QRectF box = QRectF(m_dragFrom, end).normalized();
    if (box.width() < kLeastBox)
        return;
    const Chart *chart = chartAt(box.topLeft());
    const bool isOneChart = chart && chart == chartAt(box.bottomRight()) && !chart->isOnOff;
    m_navigator.show({timeAt(box.left()), timeAt(box.right())});
    if (!isOneChart || box.height() < kLeastBox)
        return;
    const double low = valueAt(*chart, std::min(box.bottom(), chart->plot.bottom()));
    const double high = valueAt(*chart, std::max(box.top(), chart->plot.top()));
    if (low >= high)
        return;
    m_navigator.moveScale(chart->key, exactScale(low, high, kAxisSteps));
    dataChanged();
}

void TrendView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_drag = Drag::None;
    if (const Chart *chart = valueAxisAt(event->position())) {
        m_navigator.releaseScale(chart->key);
        return dataChanged();
    }
    goBack();
}

void TrendView::wheelEvent(QWheelEvent *event)
{
    if (m_charts.empty() || event->angleDelta().y() == 0)
        return event->ignore();
    const double factor = std::pow(kWheelZoom, -event->angleDelta().y() / 120.0);
    if (const Chart *chart = valueAxisAt(event->position())) {
        const double anchor = valueAt(*chart, event->position().y());
        m_navigator.holdScale(chart->key, stretched(scaleOf(*chart), factor, anchor));
        dataChanged();
    } else {
        m_navigator.zoom(factor, timeAt(event->position().x()));
    }
    event->accept();
}

bool TrendView::goBack()
{
    if (!m_navigator.back())
        return false;
    dataChanged(); // the value axes may be all that changed
    return true;
}

/// To where history begins.
void TrendView::goHome()
{
    auto extent = std::make_shared<TimeRange>();
    m_plant.history->run(
        [extent](HistoryReader &reader, const CancelFlag &) {
            const Result<TimeRange> answer = reader.extent();
            if (answer.ok())
                *extent = answer.value();
        },
        this,
        [this, extent] {
            if (extent->to > extent->from)
                m_navigator.show({extent->from, extent->from + m_window.span()});
        });
}

void TrendView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_mouse.reset();
    Q_EMIT crosshairMoved();
    update();
}

void TrendView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(copyText());
        return;
    }
    const Timestamp middle = m_window.range().from + m_window.span() / 2;
    switch (event->key()) {
    case Qt::Key_Left:
        return m_navigator.pan(-kKeyPan);
    case Qt::Key_Right:
        return m_navigator.pan(kKeyPan);
    case Qt::Key_PageUp:
        return m_navigator.pan(-kPagePan);
    case Qt::Key_PageDown:
        return m_navigator.pan(kPagePan);
    case Qt::Key_Plus:
        return m_navigator.zoom(1.0 / kKeyZoom, middle);
    case Qt::Key_Minus:
        return m_navigator.zoom(kKeyZoom, middle);
    case Qt::Key_Home:
        return goHome();
    case Qt::Key_End:
    case Qt::Key_L:
        return m_navigator.follow(m_window.span());
    case Qt::Key_N:
        return showNewest();
    case Qt::Key_P:
        return m_window.pause();
    case Qt::Key_X:
        return toggleCursors();
    case Qt::Key_Backspace:
        if (!goBack())
            event->ignore(); // nothing to undo: the window goes a level up
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

/// Two cursors at a third and two thirds, or none.
void TrendView::toggleCursors()
{
    if (m_firstCursor) {
        m_firstCursor.reset();
        m_secondCursor.reset();
    } else {
        m_firstCursor = m_window.range().from + m_window.span() / 3;
        m_secondCursor = m_window.range().from + m_window.span() * 2 / 3;
    }
    takeLegends(true);
    layOut();
    Q_EMIT cursorsMoved();
    update();
}

std::optional<TimeRange> TrendView::cursors() const
{
    if (!m_firstCursor || !m_secondCursor)
        return std::nullopt;
    return TimeRange {std::min(*m_firstCursor, *m_secondCursor),
                      std::max(*m_firstCursor, *m_secondCursor)};
}

} // namespace telltale
