#include "widgets/common/head_row.h"

#include "widgets/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>
#include <utility>

namespace telltale {

HeadRow::HeadRow(QWidget *parent)
    : QWidget(parent)
    , m_both(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_start(new QHBoxLayout)
    , m_end(new QHBoxLayout)
{
    m_both->setContentsMargins(0, 0, 0, 0);
    m_both->setSpacing(Theme::kGrid);
    m_start->setSpacing(Theme::kGrid);
    m_end->setSpacing(Theme::kGrid);
    m_both->addLayout(m_start, 1);
    m_both->addLayout(m_end);
}

QSize HeadRow::minimumSizeHint() const
{
    const QMargins margins = contentsMargins();
    return {std::max(m_start->minimumSize().width(), m_end->minimumSize().width()) + margins.left()
                + margins.right(),
            m_both->minimumSize().height()};
}

/// What stands in it comes and goes, and says more or less.
bool HeadRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void HeadRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void HeadRow::arrange()
{
    const auto needed = [this](const QLayout *part) {
        return (m_keepsWords ? part->sizeHint() : part->minimumSize()).width();
    };
    const int beside = needed(m_start) + m_both->spacing() + needed(m_end);
    const bool isBeside = beside <= contentsRect().width();
    if (std::exchange(m_isBeside, isBeside) == isBeside)
        return;
    m_both->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_both->setAlignment(m_end, isBeside ? Qt::Alignment() : Qt::AlignLeft);
}

} // namespace telltale
