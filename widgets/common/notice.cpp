#include "widgets/common/notice.h"

#include "widgets/common/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kStays = 8000ms;
constexpr auto kReading = 60ms; ///< a letter
constexpr int kWidth = 640;

} // namespace

void Notice::say(const QWidget &near, const QString &text)
{
    Notice *notice = of(near);
    if (!text.isEmpty())
        (notice ? notice : new Notice(near.window()))->show(text);
    else if (notice)
        notice->hide();
}

QString Notice::said(const QWidget &near)
{
    const Notice *notice = of(near);
    return notice && notice->isVisible() ? notice->m_text->text() : QString();
}

Notice *Notice::of(const QWidget &near)
{
    return near.window()->findChild<Notice *>({}, Qt::FindDirectChildrenOnly);
}

Notice::Notice(QWidget *window)
    : QFrame(window)
    , m_text(new QLabel)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(14, Theme::kGrid, 14, Theme::kGrid);
    line->addWidget(m_text);
    setToolTip(tr("Click to close"));
    m_stays.setSingleShot(true);
    connect(&m_stays, &QTimer::timeout, this, &QWidget::hide);
    window->installEventFilter(this);
}

bool Notice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Notice::mousePressEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    hide();
}

void Notice::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Theme::Role::Raised));
    painter.setPen(QPen(theme.color(Theme::Role::Text), 2.0));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void Notice::show(const QString &text)
{
    m_text->setText(text);
    m_text->setFont(Theme::instance().font(Theme::Type::Strong));
    setAccessibleName(text);
    place();
    raise();
    setVisible(true);
    m_stays.start(kStays + text.size() * kReading);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

/// As high as its words, at the top in the middle.
void Notice::place()
{
    const Theme &theme = Theme::instance();
    const int wide = std::min(theme.measure(kWidth), parentWidget()->width() - 2 * Theme::kMargin);
    const int high = layout()->heightForWidth(wide);
    setGeometry((parentWidget()->width() - wide) / 2,
                theme.measure(Theme::kBannerHeight) + Theme::kGrid, wide, high);
}

} // namespace telltale
