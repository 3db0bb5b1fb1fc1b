#pragma once

#include "data/alarms/alarm_board.h"

#include <QCoreApplication>
#include <QString>

namespace telltale {

struct Plant;

/// A flood of alarms in words.
/// Thread  any.
class FloodWords
{
    Q_DECLARE_TR_FUNCTIONS(FloodWords)

public:
    /// "37 alarms in 10 min".
    static QString rate(const AlarmSnapshot &snapshot);
    /// "first out: Bearing temperature high, P-203 · Pump station 2, 21:46:03.120"; empty: it is
    /// not known.
    static QString first(const AlarmSnapshot &snapshot, Timestamp now, const Plant &plant);
};

} // namespace telltale
