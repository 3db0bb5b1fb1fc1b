#include "widgets/trends/trend_view.h"

#include "models/value_text.h"

#include "data/telemetry/clock.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include <cmath>

// How a TrendView is moved with mouse and keys, and what it reads out.

namespace telltale {
namespace {

constexpr double kWheelZoom = 1.25;
constexpr double kKeyZoom = 1.5;
constexpr double kKeyPan = 0.1;
constexpr double kPagePan = 0.9;
constexpr double kGrabDistance = 6.0;
constexpr double kLeastBox = 4.0;
constexpr std::chrono::minutes kShowSeconds {15};

} // namespace

void TrendView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
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

void TrendView::mousePressEvent(QMouseEvent *event)
{
    if (m_charts.empty() || event->button() != Qt::LeftButton)
        return;
    m_dragFrom = event->position();
    m_dragRange = m_window.range();
    const auto isNear = [&](const std::optional<Timestamp> &cursor) {
        return cursor && std::fabs(plotX(*cursor) - event->position().x()) < kGrabDistance;
    };
    if (isNear(m_firstCursor))
        m_drag = Drag::FirstCursor;
    else if (isNear(m_secondCursor))
        m_drag = Drag::SecondCursor;
    else
        m_drag = event->modifiers().testFlag(Qt::ShiftModifier) ? Drag::Box : Drag::Pan;
}

void TrendView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_charts.empty())
        return;
    const bool isInside = m_charts.front().plot.left() <= event->position().x()
        && event->position().x() <= m_charts.front().plot.right();
    m_mouse
        = isInside || m_drag != Drag::None ? std::optional(event->position().x()) : std::nullopt;
    const double moved = (event->position().x() - m_dragFrom.x()) / m_charts.front().plot.width();
    if (m_drag == Drag::Pan && std::fabs(event->position().x() - m_dragFrom.x()) >= 1.0) {
        if (m_window.range() == m_dragRange || m_window.isLive())
            m_navigator.remember();
        const auto by = std::chrono::microseconds(
            std::llround(moved * static_cast<double>((m_dragRange.to - m_dragRange.from).count())));
        m_window.setRange({m_dragRange.from - by, m_dragRange.to - by});
    } else if (m_drag == Drag::FirstCursor) {
        m_firstCursor = timeAt(event->position().x());
        Q_EMIT cursorsMoved();
    } else if (m_drag == Drag::SecondCursor) {
        m_secondCursor = timeAt(event->position().x());
        Q_EMIT cursorsMoved();
    }
    Q_EMIT crosshairMoved();
    update();
}

void TrendView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isBox
        = m_drag == Drag::Box && std::fabs(event->position().x() - m_dragFrom.x()) >= kLeastBox;
    if (isBox) {
        const Timestamp one = timeAt(m_dragFrom.x());
        const Timestamp other = timeAt(event->position().x());
        m_navigator.show({std::min(one, other), std::max(one, other)});
    }
    m_drag = Drag::None;
    update();
}

void TrendView::mouseDoubleClickEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    m_drag = Drag::None;
    m_navigator.back();
}

void TrendView::wheelEvent(QWheelEvent *event)
{
    if (m_charts.empty() || event->angleDelta().y() == 0)
        return event->ignore();
    const double notches = event->angleDelta().y() / 120.0;
    m_navigator.zoom(std::pow(kWheelZoom, -notches), timeAt(event->position().x()));
    event->accept();
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
    case Qt::Key_L:
        return m_navigator.follow(m_window.span());
    case Qt::Key_P:
        return m_window.pause();
    case Qt::Key_X:
        return toggleCursors();
    case Qt::Key_Backspace:
        if (m_navigator.back())
            return;
        break;
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

QString TrendView::rangeText() const
{
    const auto local = [this](Timestamp time) {
        return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, m_plant.zone);
    };
    const QDateTime from = local(m_window.range().from);
    const QDateTime to = local(m_window.range().to);
    const bool isToday
        = from.date() == to.date() && to.date() == local(m_plant.clock->now()).date();
    QString format
        = m_window.span() < kShowSeconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm");
    if (!isToday)
        format.prepend(QStringLiteral("d MMM "));
    return QStringLiteral("%1 – %2 %3")
        .arg(QLocale().toString(from, format), QLocale().toString(to, format),
             m_plant.zone.abbreviation(to));
}

QString TrendView::crosshairText() const
{
    if (!m_mouse || m_charts.empty())
        return {};
    const Timestamp at = timeAt(*m_mouse);
    QStringList values;
    for (const TrendTrace &trace : m_window.traces()) {
        const std::optional<double> value = valueAtCursor(trace, at);
        if (value)
            values << (numberText(*value, trace.info.decimals, QLocale()) + QLatin1Char(' ')
                       + shownText(trace.info.unit))
                          .trimmed();
    }
    return timeText(at, m_window.range().to, m_plant.zone) + QStringLiteral(": ")
        + values.join(QStringLiteral(" · "));
}

QString TrendView::copyText() const
{
    QString text;
    const auto cell = [](double value) { return QString::number(value, 'g', 17); };
    if (const std::optional<TimeRange> between = cursors()) {
        text = tr("Tag\tUnit\tFirst\tLast\tMin\tMax\tMean\tIntegral (h)\tSamples")
            + QLatin1Char('\n');
        for (const TrendTrace &trace : m_window.traces()) {
            const TrendStatistics figures = statisticsOf(trace, *between);
            text += QStringList {QString::fromStdString(trace.info.path),
                                 QString::fromStdString(trace.info.unit),
                                 cell(figures.first),
                                 cell(figures.last),
                                 cell(figures.min),
                                 cell(figures.max),
                                 cell(figures.mean),
                                 cell(figures.integral),
                                 QString::number(figures.samples)}
                        .join(QLatin1Char('\t'))
                + QLatin1Char('\n');
        }
        return text;
    }
    const Timestamp at = m_mouse ? timeAt(*m_mouse) : m_window.range().to;
    text = tr("Tag\tTime\tValue\tUnit") + QLatin1Char('\n');
    for (const TrendTrace &trace : m_window.traces()) {
        const std::optional<double> value = valueAtCursor(trace, at);
        const QString time = QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000, m_plant.zone)
                                 .toString(Qt::ISODateWithMs);
        text += QStringList {QString::fromStdString(trace.info.path), time,
                             value ? cell(*value) : QString(),
                             QString::fromStdString(trace.info.unit)}
                    .join(QLatin1Char('\t'))
            + QLatin1Char('\n');
    }
    return text;
}

} // namespace telltale
