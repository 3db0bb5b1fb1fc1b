#include "widgets/tiles/kpi_tile.h"

#include "widgets/common/alarm_marker.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/theme.h"
#include "widgets/tiles/spark_painter.h"

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
#include <QRegularExpression>

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
constexpr int kMeaningBottom = 19;
constexpr int kMarker = 17;
constexpr double kLeastSlope = 0.05; ///< of the value shown: less is "steady"

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

KpiTile::KpiTile(const QTimeZone &zone, QWidget *parent)
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

void KpiTile::setData(const TileData &tile, Timestamp now)
{
    m_data = tile;
    m_now = now;
    setAccessibleName(
        QStringLiteral("%1: %2. %3. %4").arg(m_data.title, plainValue(), badge(), meaning()));
    setToolTip(tooltipText(shownText(m_data.path)));
    update();
}

QString KpiTile::badge() const
{
    using Health = TileData::Health;
    switch (m_data.health) {
    case Health::Stale:
        return tr("STALE %1").arg(ageText(m_data.age));
    case Health::Held:
        return tr("HELD");
    case Health::Bad:
        return tr("BAD");
    case Health::NoData:
    case Health::Old:
        return tr("NO DATA");
    case Health::Live:
        break;
    }
    return m_data.isNew() ? tr("NEW") : QString();
}

QString KpiTile::meaning() const
{
    using Health = TileData::Health;
    if (m_data.health == Health::NoData)
        return m_data.tags.empty() ? tr("No such tag") : tr("No data yet");
    const QString last = clockText(m_data.sample.time);
    if (m_data.health == Health::Old)
        return tr("No data since %1").arg(last);
    if (m_data.health == Health::Held)
        return tr("No data since %1 · source not connected").arg(last);
    if (m_data.health == Health::Stale && m_data.cadence.count() > 0)
        return tr("Last %1 · usually every %2").arg(last, cadenceText(m_data.cadence, m_locale));
    if (m_data.health != Health::Live)
        return tr("Last %1").arg(last);
    if (m_data.priority > 0)
        return alarmMeaning();
    const QString unit
        = m_data.info.unit.empty() ? QString() : QLatin1Char(' ') + shownText(m_data.info.unit);
    if (m_data.target)
        return tr("Target %1%2 · %3")
            .arg(numberText(*m_data.target, m_data.info.decimals, m_locale), unit,
                 signedText(m_data.sample.value - *m_data.target));
    const bool isWhole = m_data.aggregate.empty() || m_data.counted == m_data.tags.size();
    if (m_data.yesterday && isWhole) {
        const QString change = tr("%1%2 against yesterday %3")
                                   .arg(signedText(m_data.sample.value - *m_data.yesterday), unit,
                                        clockText(m_data.yesterdayAt).left(5));
        return m_data.place.isEmpty() ? change : m_data.place + QStringLiteral(" · ") + change;
    }
    if (!m_data.aggregate.empty())
        return tr("%1 of %n tag(s)", nullptr, static_cast<int>(m_data.tags.size()))
            .arg(m_data.counted);
    if (m_data.info.low && m_data.info.high)
        return tr("Normal %1 to %2%3")
            .arg(numberText(*m_data.info.low, m_data.info.decimals, m_locale),
                 numberText(*m_data.info.high, m_data.info.decimals, m_locale), unit);
    return tr("No value from yesterday");
}

QSize KpiTile::sizeHint() const
{
    const Theme &theme = Theme::instance();
    return {theme.measure(310), theme.measure(Theme::kTileHeight)};
}

QSize KpiTile::minimumSizeHint() const
{
    const Theme &theme = Theme::instance();
    return {theme.measure(160), theme.measure(Theme::kTileHeight)};
}

void KpiTile::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);
    const int padding = theme.measure(kPadding);
    const QRect inner = rect().adjusted(padding, 0, -padding, 0);
    paintHead(painter, inner);
    paintValue(painter, inner);
    const bool hasBar = m_data.target && m_data.health == TileData::Health::Live;
    QRect curve(inner.left(), theme.measure(kCurveTop), inner.width(), theme.measure(kCurveHeight));
    if (m_data.health != TileData::Health::NoData)
        paintSpark(painter, curve, m_data.spark, m_data.info, !isHatched());
    if (hasBar)
        paintTarget(painter, QRect(inner.left(), theme.measure(115), inner.width(), 4));
    const int top = height() - theme.measure(kMeaningBottom + (hasBar ? 6 : 14));
    painter.setFont(theme.font(Type::Axis));
    painter.setPen(theme.color(Role::Second));
    const QRect line(inner.left(), top, inner.width(), theme.measure(kMeaningHeight));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(meaning(), Qt::ElideRight, line.width()));
}

void KpiTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT opened();
    else if (event->matches(QKeySequence::Copy))
        QGuiApplication::clipboard()->setText(plainValue());
    else
        QWidget::keyPressEvent(event);
}

void KpiTile::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // the release is ours
}

void KpiTile::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT opened();
}

void KpiTile::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const auto copy = [](const QString &text) {
        return [text] { QGuiApplication::clipboard()->setText(text); };
    };
    menu.addAction(tr("Copy value"), copy(plainValue()));
    menu.addAction(tr("Copy tag"), copy(QString::fromStdString(m_data.path)));
    menu.addAction(tr("Open"), this, &KpiTile::opened);
    menu.exec(event->globalPos());
}

QString KpiTile::valueWords() const
{
    if (m_data.health == TileData::Health::NoData)
        return QStringLiteral("–");
    return valueText(m_data.sample, m_data.info, m_locale);
}

QString KpiTile::plainValue() const
{
    const QString unit = shownText(m_data.info.unit);
    return unit.isEmpty() ? valueWords() : valueWords() + QLatin1Char(' ') + unit;
}

QString KpiTile::signedText(double value) const
{
    const int decimals = m_data.info.decimals >= 0 ? m_data.info.decimals
        : std::fabs(m_data.sample.value) >= 100    ? 1
                                                   : 2;
    const QString text = numberText(value, decimals, m_locale);
    return value > 0.0 && text.contains(QRegularExpression(QStringLiteral("[1-9]")))
        ? QLatin1Char('+') + text
        : text;
}

QString KpiTile::alarmMeaning() const
{
    QStringList parts;
    if (m_data.limit) {
        const double beyond = m_data.sample.value - *m_data.limit;
        const int decimals = std::max(m_data.info.decimals, 1);
        parts << tr("Limit %1").arg(numberText(*m_data.limit, decimals, m_locale));
        const QString distance = numberText(std::fabs(beyond), decimals, m_locale);
        parts << (beyond >= 0 ? tr("%1 above").arg(distance) : tr("%1 below").arg(distance));
    } else {
        parts << AlarmWords::condition(m_data.condition);
    }
    const std::optional<double> slope = m_data.spark.slopePerMinute();
    if (slope && std::fabs(*slope) > kLeastSlope) {
        const QString rate = numberText(std::fabs(*slope), 1, m_locale);
        const QString unit = shownText(m_data.info.unit);
        parts << (*slope > 0 ? tr("rising %1 %2/min").arg(rate, unit)
                             : tr("falling %1 %2/min").arg(rate, unit));
    }
    return parts.join(QStringLiteral(" · "));
}

QString KpiTile::clockText(Timestamp time) const
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, m_zone);
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(toMicroseconds(m_now) / 1000, m_zone);
    if (at.date() == today.date() || time == m_data.yesterdayAt)
        return at.toString(QStringLiteral("HH:mm:ss"));
    return m_locale.toString(at, QStringLiteral("d MMM HH:mm"));
}

bool KpiTile::isHatched() const
{
    return m_data.health != TileData::Health::Live;
}

void KpiTile::paintFrame(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    const bool isFramed = m_data.isNew() || hasFocus();
    const double edge = m_data.isNew() ? 2.0 : 1.0;
    const QRectF box = QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
    QPainterPath shape;
    shape.addRoundedRect(box, Theme::kPanelRadius, Theme::kPanelRadius);
    painter.fillPath(shape, theme.color(Role::Surface));
    if (isHatched()) {
        painter.save();
        painter.setClipPath(shape);
        paintHatch(painter, box);
        painter.restore();
    }
    const Role role = isFramed ? Role::Text : underMouse() ? Role::Second : Role::Line;
    painter.strokePath(shape, QPen(theme.color(role), edge));
}

void KpiTile::paintHead(QPainter &painter, const QRect &inner) const
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

void KpiTile::paintValue(QPainter &painter, const QRect &inner) const
{
    const Theme &theme = Theme::instance();
    QRect line(inner.left(), theme.measure(kValueTop), inner.width(), theme.measure(40));
    if (m_data.priority > 0) {
        const int size = theme.measure(kMarker);
        const QRectF marker(line.left(), line.center().y() - size / 2.0, size, size);
        paintAlarmMarker(painter, marker, m_data.priority, m_data.alarmState);
        line.setLeft(line.left() + size + theme.measure(7));
    }
    const QString unit = shownText(m_data.info.unit);
    const QFont small = theme.font(Type::Text);
    const int unitWidth
        = unit.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(unit) + theme.measure(6);
    painter.setFont(theme.font(m_data.isNumber() ? Type::Value : Type::Title));
    painter.setPen(theme.color(isHatched() ? Role::Second : Role::Live));
    const QFontMetrics metrics = painter.fontMetrics();
    const QString text = metrics.elidedText(valueWords(), Qt::ElideRight, line.width() - unitWidth);
    const int baseline = line.top() + theme.measure(31);
    painter.drawText(line.left(), baseline, text);
    painter.setFont(small);
    painter.setPen(theme.color(Role::Second));
    painter.drawText(line.left() + metrics.horizontalAdvance(text) + theme.measure(6), baseline,
                     unit);
}

void KpiTile::paintTarget(QPainter &painter, const QRect &bar) const
{
    const Theme &theme = Theme::instance();
    const double full = 1.25 * std::max(std::fabs(*m_data.target), 1e-12);
    const double share = std::clamp(m_data.sample.value / full, 0.0, 1.0);
    painter.fillRect(bar, theme.color(Role::Line));
    painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()),
                     theme.color(Role::Second));
    const double at = bar.left() + bar.width() * std::clamp(*m_data.target / full, 0.0, 1.0);
    painter.fillRect(QRectF(at - 1, bar.top() - 3, 2, bar.height() + 6), theme.color(Role::Text));
}

} // namespace telltale
