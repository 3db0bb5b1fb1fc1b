#pragma once

#include "data/telemetry/timestamp.h"

#include <QWidget>

class QTimeZone;

namespace telltale {

class ZoneTimeEdit;

/// Two fields in a row for a period of somebody's choice, from … to.
/// Thread  GUI.
class PeriodEdit : public QWidget
{
    Q_OBJECT

public:
    PeriodEdit(const QTimeZone &zone, TimeRange start, QWidget *parent = nullptr);
    TimeRange range() const; ///< as it stands there: it may end before it begins
    void setRange(TimeRange range);

Q_SIGNALS:
    void changed(); ///< a field was left, or Enter pressed

private:
    ZoneTimeEdit *m_from;
    ZoneTimeEdit *m_to;
};

} // namespace telltale
