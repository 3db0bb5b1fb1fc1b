#include "widgets/assets/asset_head.h"

#include "widgets/common/alarm_marker.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/theme.h"

#include "models/value_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPixmap>

namespace telltale {
namespace {

constexpr int kMarker = 18;

QString wordOf(const AssetStates::Health &health)
{
    using Condition = AssetStates::Condition;
    switch (health.condition) {
    case Condition::NoData:
        return AssetHead::tr("No data");
    case Condition::Stale:
        return AssetHead::tr("Stale");
    case Condition::Stopped:
        return AssetHead::tr("Stopped");
    case Condition::Running:
        return AssetHead::tr("Running");
    case Condition::Told:
        return shownText(health.told);
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
    , m_title(new QLabel(shownText(path.substr(path.rfind('/') + 1))))
    , m_marker(new QLabel)
    , m_state(new QLabel)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::kGap);
    m_crumb->setTextFormat(Qt::RichText);
    m_crumb->setObjectName(QStringLiteral("second"));
    m_crumb->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setTextFormat(Qt::PlainText);
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
    m_marker->setAccessibleName(tr("Alarm of priority %1").arg(m_alarms.priority));
}

/// Every level above as a link to its page.
QString AssetHead::breadcrumb() const
{
    const QString colour = Theme::instance().color(Theme::Role::Second).name();
    QString text;
    for (std::size_t slash = m_path.find('/'); slash != std::string::npos;
         slash = m_path.find('/', slash + 1)) {
        const std::string above = m_path.substr(0, slash);
        text += QStringLiteral("<a style='color:%1;text-decoration:none' href='%2'>%3</a> › ")
                    .arg(colour,
                         (QStringLiteral("asset:") + QString::fromStdString(above)).toHtmlEscaped(),
                         shownText(above.substr(above.rfind('/') + 1)).toHtmlEscaped());
    }
    m_crumb->setVisible(!text.isEmpty());
    return text;
}

} // namespace telltale
