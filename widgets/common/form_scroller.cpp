#include "widgets/common/form_scroller.h"

#include <QEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace telltale {

FormScroller::FormScroller(QWidget *content, QSize room, QWidget *parent)
    : QScrollArea(parent)
    , m_room(room)
{
    // A layout between them, as in PageScroller.
    auto *holder = new QWidget;
    auto *whole = new QVBoxLayout(holder);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(content);
    setWidget(holder);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
}

int FormScroller::heightFor(int width) const
{
    const QLayout *whole = widget()->layout();
    const int least = whole->minimumSize().height();
    return whole->hasHeightForWidth() ? std::max(least, whole->minimumHeightForWidth(width))
                                      : least;
}

QSize FormScroller::sizeHint() const
{
    return widget()->layout()->sizeHint().expandedTo(minimumSizeHint()).boundedTo(m_room);
}

QSize FormScroller::minimumSizeHint() const
{
    const int wide = widget()->layout()->minimumSize().width();
    const int high = heightFor(std::max(wide, width()));
    const int bar = high > m_room.height() ? verticalScrollBar()->sizeHint().width() : 0;
    return QSize(wide + bar, high).boundedTo(m_room);
}

bool FormScroller::event(QEvent *event)
{
    const bool isDone = QScrollArea::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        updateGeometry(); // what is said in it has grown, and the dialog with it
    return isDone;
}

void FormScroller::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

} // namespace telltale
