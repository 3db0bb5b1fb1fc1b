#include "widgets/common/pointer_hold.h"

#include <QAbstractItemView>
#include <QEvent>

namespace telltale {
namespace {

constexpr qint64 kHoldMilliseconds = 2000;

} // namespace

PointerHold::PointerHold(QAbstractItemView &view)
    : QObject(&view)
{
    view.setMouseTracking(true);
    view.viewport()->installEventFilter(this);
}

bool PointerHold::isHeld() const
{
    return m_since.isValid() && !m_since.hasExpired(kHoldMilliseconds);
}

bool PointerHold::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        m_since.start();
        Q_EMIT touched();
        break;
    case QEvent::Leave:
        m_since.invalidate();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace telltale
