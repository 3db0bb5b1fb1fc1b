#pragma once

#include "data/alarms/alarm_types.h"

#include <QCoreApplication>
#include <QString>
#include <QTimeZone>

#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// Alarms that are kept from the list - shelved, suppressed by design, out of service - and what
/// may be asked of them and of latched ones, in the words and with the limits of alarms.md
/// section 4.2.
/// Thread  any.
class Hiding
{
    Q_DECLARE_TR_FUNCTIONS(Hiding)

public:
    /// A shelf that is offered; the last choice, a length of one's own, is not among them.
    struct Length
    {
        QString text; ///< "15 min", "end of shift, 22:00"
        std::chrono::seconds time {0};
    };
    static std::vector<Length> lengths(Timestamp now, const QTimeZone &zone,
                                       const std::vector<std::string> &shifts);
    /// When the present shift is over; nothing where no shifts are stated.
    static std::optional<Timestamp> endOfShift(Timestamp now, const QTimeZone &zone,
                                               const std::vector<std::string> &shifts);
    /// The longest shelf that all of them allow from `now` on; 0: one of them allows none.
    static std::chrono::seconds longestShelf(const std::vector<AlarmRow> &alarms, Timestamp now);
    /// The reason word with which the engine would refuse one of them; empty: it may be asked.
    static std::string refusal(AlarmAction::Kind kind, const std::vector<AlarmRow> &alarms);

    static QString kind(AlarmState state); ///< "Shelved", of one of the three
    /// Why it is hidden: the words of whoever did it, "alarm HIHI is on", "works/pump/running ==
    /// 0".
    static QString why(const AlarmRow &row);
    /// Out of service for more than a day, or since nobody knows when.
    static bool isTooLong(const AlarmRow &row, Timestamp now);
    /// For how long it has been hidden: "24 min", "2 d 3 h · OVER 24 h" if that is too long.
    static QString age(const AlarmRow &row, Timestamp now);
    static QString tooLong(); ///< "OVER 24 h"
    /// When a shelf ends: "22:10:00, in 24 min"; empty: it is on none.
    static QString end(const AlarmRow &row, Timestamp now, const QTimeZone &zone);
    /// All of it in one line: "until 22:10:00, in 24 min · ada · sensor is exchanged".
    static QString sentence(const AlarmRow &row, Timestamp now, const QTimeZone &zone);
    /// The shelf that ends next, if it does so within five minutes; null: none does.
    static const AlarmRow *endsSoon(const std::vector<AlarmRow> &hidden, Timestamp now);
};

} // namespace telltale
