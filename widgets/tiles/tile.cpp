#include "widgets/tiles/tile.h"

#include "widgets/common/alarm_marker.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/theme.h"
#include "widgets/tiles/value_fit.h"

#include "models/alarm_words.h"
#include "models/value_text.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

using Role = Theme::Role;
using Type = Theme::Type;

constexpr int kPadding = 14;
constexpr int kHeadTop = 8;
constexpr int kValueTop = 28;
constexpr int kCurveTop = 74;
constexpr int kCurveHeight = 34;
constexpr int kMeaningHeight = 16;
constexpr int kMeaningBottom = 33;
constexpr int kMarker = 17;
constexpr int kUnitGap = 6;
constexpr double kFocusGap = 3.0; ///< between the two lines of a tile with the keys

void paintHatch(QPainter &painter, const QRectF &rect)
{
    painter.save();
    QColor stroke = Theme::instance().color(Role::Hatch);
    stroke.setAlphaF(0.45F);
    painter.setPen(QPen(stroke, 6));
    painter.setRenderHint(QPainter::Antialiasing);
    const double step = 17;
    for (double x = rect.left() - rect.height(); x < rect.right(); x += step)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    painter.restore();
}

} // namespace

Tile::Tile(const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&BlinkClock::instance(), &BlinkClock::ticked, this, [this] {
        if (needsAcknowledgement(m_data.alarmState))
            update();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Tile::setData(const TileData &tile, Timestamp now)
{
    m_data = tile;
    m_now = now;
    setAccessibleName(QStringLiteral("%1: %2. %3. %4")
                          .arg(m_data.title, withUnit(valueWords()), badge(), meaning()));
    setToolTip(tooltipText(hint()));
    update();
}

void Tile::setZoom(double zoom)
{
    m_zoom = zoom;
    update();
}

QString Tile::badge() const
{
    using Health = TileData::Health;
    switch (m_data.health) {
    case Health::Stale:
        if (m_data.age < std::chrono::microseconds(0))
            return tr("TIME AHEAD");
        return tr("STALE %1").arg(ageText(m_data.age));
    case Health::CatchingUp:
        return tr("CATCHING UP");
    case Health::Held:
        return tr("HELD");
    case Health::Retained:
        return knowsAge() ? tr("RETAINED %1").arg(ageText(m_data.age)) : tr("RETAINED");
    case Health::Bad:
        return tr("BAD");
    case Health::NoData:
    case Health::Old:
        return tr("NO DATA");
    case Health::Live:
        break;
    }
    QStringList marks;
    if (m_data.alarmState != AlarmState::Normal)
        marks << AlarmWords::state(m_data.alarmState);
    if (hasArrivalTime())
        marks << tr("ARRIVAL TIME", "a value whose own time was impossible");
    return marks.join(QStringLiteral(" · "));
}

QString Tile::meaning() const
{
    if (!isLive())
        return unliveMeaning();
    return m_data.priority > 0 ? alarmMeaning() : liveMeaning();
}

/// Since when it is as it is, and why.
QString Tile::unliveMeaning() const
{
    using Health = TileData::Health;
    const QString last = clockText(m_data.sample.time);
    const bool isAhead = m_data.age < std::chrono::microseconds(0);
    const QString aheadWords = isAhead
        ? tr("Last %1 · %2 ahead of the clock").arg(last, ageText(-m_data.age))
        : QString();
    switch (m_data.health) {
    case Health::NoData:
        return m_data.tags.empty() ? tr("No such tag") : tr("No data yet");
    case Health::Old:
        return isAhead ? aheadWords : tr("No data since %1").arg(last);
    case Health::Held:
        return tr("No data since %1 · source not connected").arg(last);
    case Health::Retained:
        return knowsAge() ? tr("Kept by the broker · measured %1").arg(last)
                          : tr("Kept by the broker · age not known");
    case Health::CatchingUp:
        return tr("Its past is arriving · up to %1").arg(last);
    case Health::Stale:
        if (isAhead)
            return aheadWords;
        if (m_data.cadence.count() > 0)
            return tr("Last %1 · usually every %2")
                .arg(last, cadenceText(m_data.cadence, m_locale));
        break;
    default:
        break;
    }
    return tr("Last %1").arg(last);
}

/// A value without a time of its own is as old as its arrival or older.
bool Tile::knowsAge() const
{
    return !m_data.sample.flags.has(SampleFlags::kNoSourceTime) && !hasArrivalTime();
}

/// In place of an impossible one.
bool Tile::hasArrivalTime() const
{
    return m_data.sample.flags.has(SampleFlags::kTimeReplaced);
}

QSize Tile::sizeHint() const
{
    const Theme &theme = Theme::instance();
    return {theme.measure(310), theme.measure(Theme::kTileHeight)};
}

QSize Tile::minimumSizeHint() const
{
    const Theme &theme = Theme::instance();
    return {theme.measure(160), theme.measure(Theme::kTileHeight)};
}

void Tile::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_zoom, m_zoom);
    const QRect whole(0, 0, qRound(width() / m_zoom), qRound(height() / m_zoom));
    paintFrame(painter, whole);
    const int padding = theme.measure(kPadding);
    const QRect inner = whole.adjusted(padding, 0, -padding, 0);
    paintHead(painter, inner);
    paintValue(painter, inner);
    int bottom = theme.measure(kMeaningBottom);
    if (m_data.health != TileData::Health::NoData) {
        const int more = std::max(0, whole.height() - theme.measure(Theme::kTileHeight));
        const QRect graph(inner.left(), theme.measure(kCurveTop), inner.width(),
                          theme.measure(kCurveHeight) + more);
        bottom -= paintGraph(painter, graph);
    }
    const QRect line(inner.left(), whole.height() - bottom, inner.width(),
                     theme.measure(kMeaningHeight));
    painter.setFont(theme.font(Type::Axis));
    painter.setPen(theme.color(Role::Second));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(meaning(), Qt::ElideRight, line.width()));
}

void Tile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT opened();
    else if (event->matches(QKeySequence::Copy))
        QGuiApplication::clipboard()->setText(withUnit(wholeWords()));
    else
        QWidget::keyPressEvent(event);
}

void Tile::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // the release is ours
}

void Tile::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT opened();
}

void Tile::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const auto copy = [](const QString &text) {
        return [text] { QGuiApplication::clipboard()->setText(text); };
    };
    menu.addAction(tr("Copy value"), copy(withUnit(wholeWords())));
    menu.addAction(tr("Copy tag"), copy(QString::fromStdString(m_data.path)));
    menu.addAction(tr("Open"), this, &Tile::opened);
    menu.exec(event->globalPos());
}

QStringList Tile::valueForms() const
{
    if (!m_data.hasValue())
        return {QStringLiteral("–")};
    return telltale::valueForms(m_data.sample, m_data.info, m_locale, m_data.decimals);
}

QString Tile::wholeWords() const
{
    return wholeValueText(m_data.sample, m_data.info, m_locale);
}

QString Tile::unitWords() const
{
    return shownText(m_data.info.unit);
}

QString Tile::withUnit(const QString &value) const
{
    const QString unit = unitWords();
    return unit.isEmpty() ? value : value + QLatin1Char(' ') + unit;
}

/// The value in full, where it comes from, and what is wrong with its time.
QString Tile::hint() const
{
    QStringList lines {withUnit(wholeWords()), shownText(m_data.path)};
    if (hasArrivalTime())
        lines << tr("The device gave an impossible time: the time of arrival is used.");
    return lines.join(QLatin1Char('\n'));
}

QString Tile::alarmMeaning() const
{
    QStringList parts;
    if (!m_data.alarm.isEmpty()) {
        parts << m_data.alarm;
    } else if (const std::optional<double> beyond = m_data.beyondLimit()) {
        const int decimals = std::max(m_data.info.decimals, 1);
        parts << tr("Limit %1").arg(numberText(*m_data.limit, decimals, m_locale));
        const QString distance = numberText(std::fabs(*beyond), decimals, m_locale);
        parts << (*beyond >= 0 ? tr("%1 above").arg(distance) : tr("%1 below").arg(distance));
    } else {
        parts << AlarmWords::condition(m_data.condition);
    }
    if (const QString change = trendWords(); !change.isEmpty())
        parts << change;
    return parts.join(QStringLiteral(" · "));
}

/// Nothing for what is steady, or so slow that no digit of it would show.
QString Tile::trendWords() const
{
    const QString rate = numberText(std::fabs(m_data.slope), 1, m_locale);
    if (rate == numberText(0.0, 1, m_locale))
        return {};
    const QString unit = shownText(m_data.info.unit);
    return m_data.slope > 0 ? tr("rising %1 %2/min").arg(rate, unit)
                            : tr("falling %1 %2/min").arg(rate, unit);
}

QString Tile::clockText(Timestamp time) const
{
    const bool isSaidToBeYesterday = time == m_data.yesterdayAt;
    return shortTimeText(time, isSaidToBeYesterday ? time : m_now, m_zone, m_locale);
}

void Tile::paintFrame(QPainter &painter, const QRect &whole) const
{
    const Theme &theme = Theme::instance();
    const bool isFramed = m_data.isNew() || hasFocus();
    const double edge = m_data.isNew() ? 2.0 : 1.0;
    const QRectF box = QRectF(whole).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
    QPainterPath shape;
    shape.addRoundedRect(box, Theme::kPanelRadius, Theme::kPanelRadius);
    painter.fillPath(shape, theme.color(Role::Surface));
    if (!isLive() && m_data.health != TileData::Health::CatchingUp) {
        painter.save();
        painter.setClipPath(shape);
        paintHatch(painter, box);
        painter.restore();
    }
    const Role role = isFramed ? Role::Text : underMouse() ? Role::Second : Role::Line;
    painter.strokePath(shape, QPen(theme.color(role), edge));
    if (!hasFocus())
        return;
    QPainterPath inner; // a second line: keys act here, wherever the pointer is
    inner.addRoundedRect(box.adjusted(kFocusGap, kFocusGap, -kFocusGap, -kFocusGap),
                         Theme::kPanelRadius, Theme::kPanelRadius);
    painter.strokePath(inner, QPen(theme.color(Role::Text), 1.0));
}

void Tile::paintHead(QPainter &painter, const QRect &inner) const
{
    const Theme &theme = Theme::instance();
    const QRect line(inner.left(), theme.measure(kHeadTop), inner.width(), theme.measure(18));
    QFont strong = theme.font(Type::Axis);
    strong.setWeight(QFont::Medium);
    painter.setFont(strong);
    painter.setPen(theme.color(Role::Text));
    const QString said = badge();
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, said);
    const int taken = said.isEmpty()
        ? 0
        : painter.fontMetrics().horizontalAdvance(said) + theme.measure(Theme::kGrid);
    painter.setFont(theme.font(Type::Label));
    painter.setPen(theme.color(Role::Second));
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_data.title, Qt::ElideMiddle, line.width() - taken));
}

void Tile::paintValue(QPainter &painter, const QRect &inner) const
{
    const Theme &theme = Theme::instance();
    QRect line(inner.left(), theme.measure(kValueTop), inner.width(), theme.measure(40));
    if (m_data.priority > 0) {
        const int size = theme.measure(kMarker);
        const QRectF marker(line.left(), line.center().y() - size / 2.0, size, size);
        paintAlarmMarker(painter, marker, m_data.priority, m_data.alarmState);
        line.setLeft(line.left() + size + theme.measure(7));
    }
    const int gap = theme.measure(kUnitGap);
    const QString unit = unitWords();
    const QFont small = theme.font(Type::Text);
    const QFontMetrics unitMetrics(small);
    // The value comes first: it is a long unit that is cut.
    const int unitRoom = unit.isEmpty()
        ? 0
        : gap + std::min(unitMetrics.horizontalAdvance(unit), line.width() / 3);
    const FittedText value
        = fitValue(valueForms(), theme.font(m_data.isNumber() ? Type::Value : Type::Title),
                   line.width() - unitRoom);
    const int baseline = line.top() + theme.measure(31);
    painter.setFont(value.font);
    painter.setPen(theme.color(isLive() ? Role::Live : Role::Second));
    painter.drawText(line.left(), baseline, value.text);
    line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(value.text) + gap);
    painter.setFont(small);
    painter.setPen(theme.color(Role::Second));
    painter.drawText(line.left(), baseline,
                     unitMetrics.elidedText(unit, Qt::ElideRight, line.width()));
}

} // namespace telltale
