#include "widgets/assets/asset_head.h"

#include "widgets/common/alarm_marker.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/theme.h"

#include "models/alarm_words.h"
#include "models/value_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace telltale {
namespace {

constexpr int kMarker = 18;
constexpr int kCrumbRoom = 420; ///< all levels above together
constexpr qsizetype kMostLevels = 4; ///< shown of those above, the nearest

QString wordOf(const AssetStates::Health &health)
{
    using Condition = AssetStates::Condition;
    switch (health.condition) {
    case Condition::NoData:
        return AssetHead::tr("No data");
    case Condition::Stale:
        return AssetHead::tr("Stale");
    case Condition::CatchingUp:
        return AssetHead::tr("Catching up");
    case Condition::Stopped:
        return AssetHead::tr("Stopped");
    case Condition::Running:
        return AssetHead::tr("Running");
    case Condition::Told:
        return QLocale().quoteString(shownText(health.told));
    case Condition::Unknown:
        break;
    }
    return {};
}

} // namespace

AssetHead::AssetHead(const std::string &path, QWidget *parent)
    : QWidget(parent)
    , m_path(path)
    , m_crumb(new QLabel)
    , m_title(new ElidedLabel(shownText(path.substr(path.rfind('/') + 1))))
    , m_marker(new QLabel)
    , m_state(new ElidedLabel)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::kGap);
    m_crumb->setTextFormat(Qt::RichText);
    m_crumb->setObjectName(QStringLiteral("second"));
    m_crumb->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setObjectName(QStringLiteral("second"));
    for (QLabel *label : {m_crumb, m_title, m_marker, m_state})
        line->addWidget(label);
    line->addStretch(1);
    connect(m_crumb, &QLabel::linkActivated, this, &AssetHead::openRequested);
    connect(&Theme::instance(), &Theme::changed, this, &AssetHead::applyTheme);
    connect(&BlinkClock::instance(), &BlinkClock::ticked, this, [this] {
        if (needsAcknowledgement(m_alarms.state) && isVisible())
            showMarker();
    });
    applyTheme();
}

QString AssetHead::stateWord() const
{
    return m_state->text();
}

void AssetHead::setState(const AssetStates::Alarms &alarms, const AssetStates::Health &health)
{
    if (m_state->text() != wordOf(health))
        m_state->setText(wordOf(health));
    m_state->setVisible(!m_state->text().isEmpty());
    if (alarms == m_alarms)
        return;
    m_alarms = alarms;
    applyTheme();
}

void AssetHead::applyTheme()
{
    const Theme &theme = Theme::instance();
    m_title->setFont(theme.font(Theme::Type::Title));
    m_crumb->setText(breadcrumb());
    showMarker();
}

void AssetHead::showMarker()
{
    m_marker->setVisible(m_alarms.priority > 0);
    if (m_alarms.priority == 0)
        return;
    const int size = Theme::instance().measure(kMarker);
    QPixmap picture(QSize(size, size) * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintAlarmMarker(painter, QRectF(0, 0, size, size), m_alarms.priority, m_alarms.state);
    painter.end();
    m_marker->setPixmap(picture);
    m_marker->setAccessibleName(AlarmWords::marker(m_alarms.priority, m_alarms.state));
}

/// The levels above as links to their pages: the nearest ones, names cut where they are long.
QString AssetHead::breadcrumb() const
{
    QStringList levels;
    for (std::size_t slash = m_path.find('/'); slash != std::string::npos;
         slash = m_path.find('/', slash + 1))
        levels << QString::fromStdString(m_path.substr(0, slash));
    m_crumb->setVisible(!levels.isEmpty());
    const QString whole = levels.isEmpty() ? QString() : levels.last();
    m_crumb->setToolTip(tooltipText(shownText(whole.toStdString())));
    const bool isDeep = levels.size() > kMostLevels;
    levels = levels.mid(std::max<qsizetype>(0, levels.size() - kMostLevels));
    const Theme &theme = Theme::instance();
    const QString colour = theme.color(Theme::Role::Second).name();
    const QFontMetrics metrics(m_crumb->font());
    const int room
        = theme.measure(kCrumbRoom) / static_cast<int>(std::max<qsizetype>(1, levels.size()));
    QString text = isDeep ? QStringLiteral("… › ") : QString();
    for (const QString &above : levels) {
        const QString name = shownText(above.section(QLatin1Char('/'), -1).toStdString());
        text += QStringLiteral("<a style='color:%1;text-decoration:none' href='%2'>%3</a> › ")
                    .arg(colour, (QStringLiteral("asset:") + above).toHtmlEscaped(),
                         metrics.elidedText(name, Qt::ElideMiddle, room).toHtmlEscaped());
    }
    return text;
}

} // namespace telltale
