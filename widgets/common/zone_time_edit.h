#pragma once

#include "data/telemetry/timestamp.h"

#include <QDateTimeEdit>
#include <QTimeZone>

namespace telltale {

/// A field for a moment, which shows the wall clock of a zone that need not be this computer's.
/// Thread  GUI.
class ZoneTimeEdit : public QDateTimeEdit
{
    Q_OBJECT

public:
    ZoneTimeEdit(const QTimeZone &zone, const QString &name, QWidget *parent = nullptr);
    Timestamp timestamp() const;
    void setTimestamp(Timestamp time);

private:
    const QTimeZone m_zone;
};

} // namespace telltale
