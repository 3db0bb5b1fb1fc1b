#pragma once

#include "data/alarms/alarm_board.h"

#include <QFrame>

class QLabel;

namespace telltale {

struct Plant;

/// The line above the list of alarms that says that there is a flood, how many come, with which
/// alarm it began, and how the list is arranged meanwhile. Hidden until that is so.
/// Thread  GUI.
class FloodBar : public QFrame
{
    Q_OBJECT

public:
    explicit FloodBar(QWidget *parent = nullptr);
    void tell(const AlarmSnapshot &flood, Timestamp now, const Plant &plant);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_rate;
    QLabel *m_first;
    QLabel *m_hint;
};

} // namespace telltale
