#pragma once

#include <QElapsedTimer>
#include <QObject>

class QAbstractItemView;

namespace telltale {

/// Whether rows of a list are to stay where they are: for 2 s after the pointer moved, pressed or
/// turned its wheel over them, unless it left (alarms.md section 6).
/// Thread  GUI. A child of the view.
class PointerHold : public QObject
{
    Q_OBJECT

public:
    explicit PointerHold(QAbstractItemView &view);
    bool isHeld() const;

Q_SIGNALS:
    void touched(); ///< by the pointer

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QElapsedTimer m_since; ///< it was over the rows; invalid: it is not
};

} // namespace telltale
