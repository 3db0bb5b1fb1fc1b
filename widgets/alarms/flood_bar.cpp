#include "widgets/alarms/flood_bar.h"

#include "widgets/common/elided_label.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"

#include "models/flood_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace telltale {
namespace {

constexpr int kMark = 4; ///< pixels

} // namespace

FloodBar::FloodBar(QWidget *parent)
    : QFrame(parent)
    , m_title(strongLabel())
    , m_rate(strongLabel())
    , m_first(new ElidedLabel)
    , m_hint(new ElidedLabel)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(12, 6, 12, 6);
    line->setSpacing(Theme::kMargin);
    m_title->setText(tr("Alarm flood"));
    m_first->setTextFormat(Qt::PlainText);
    m_hint->setText(tr("Priority 1 and 2 on top, the rest by unit: → opens, ← closes"));
    m_hint->setObjectName(QStringLiteral("second"));
    line->addWidget(m_title);
    line->addWidget(m_rate);
    line->addWidget(m_first, 3);
    line->addWidget(m_hint, 2);
    hide();
}

void FloodBar::tell(const AlarmSnapshot &flood, Timestamp now, const Plant &plant)
{
    m_rate->setText(FloodWords::rate(flood));
    m_first->setText(FloodWords::first(flood, now, plant));
    setAccessibleName(
        QStringList {m_title->text(), m_rate->text(), m_first->text()}.join(QStringLiteral(", ")));
}

/// A bar at its beginning in the colour of text, which needs no colour to be seen.
void FloodBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Theme::Role::Raised));
    painter.fillRect(QRect(0, 0, kMark, height()), theme.color(Theme::Role::Text));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Theme::Role::Line));
}

} // namespace telltale
