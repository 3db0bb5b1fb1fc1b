#pragma once

#include "models/plant.h"

#include <QAbstractItemView>
#include <QPaintEvent>

#include <map>
#include <string>

namespace telltale::bench {

/// When the rows of an alarm list were first on screen, counted from the event time of the alarm.
/// Thread  GUI.
class RowPaints
{
public:
    void follow(const QAbstractItemView &view) { m_view = &view; }
    /// Looks which rows this paint, now over, has shown for the first time.
    void painted(const QObject *receiver, const QPaintEvent &event, const Plant &plant);
    std::size_t count() const { return m_shown.size(); }
    double p99() const; ///< ms

private:
    const QAbstractItemView *m_view = nullptr;
    std::map<std::string, double> m_shown; ///< ms by alarm id
};

} // namespace telltale::bench
