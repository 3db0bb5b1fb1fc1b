#include "widgets/common/beside.h"

#include "widgets/common/theme.h"

#include <QBoxLayout>

#include <algorithm>

namespace telltale {

Beside::Beside(int least, QWidget *parent)
    : QWidget(parent)
    , m_least(least)
    , m_parts(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setSpacing(Theme::kGap);
}

void Beside::add(QWidget *part, int share, Qt::Alignment alignment)
{
    m_parts->addWidget(part, share, alignment);
}

void Beside::setGap(int pixels)
{
    m_parts->setSpacing(pixels);
}

bool Beside::isBelow() const
{
    return m_parts->direction() == QBoxLayout::TopToBottom;
}

/// As narrow as its widest part: it turns before it would be cut.
QSize Beside::minimumSizeHint() const
{
    int width = 0;
    for (int i = 0; i < m_parts->count(); ++i)
        width = std::max(width, m_parts->itemAt(i)->minimumSize().width());
    return {width, m_parts->minimumSize().height()};
}

void Beside::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool below = width() < Theme::instance().measure(m_least);
    if (below == isBelow())
        return;
    m_parts->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    Q_EMIT turned(below);
}

} // namespace telltale
